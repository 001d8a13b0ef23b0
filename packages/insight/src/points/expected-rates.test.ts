import { describe, expect, it } from "vitest";
import { createRandom } from "../chance/random.ts";
import { simulatePoints } from "../simulation/simulate-points.ts";
import { expectRates } from "./expected-rates.ts";

describe("expected rates", () => {
  it("are those of a long simulation, moods or not", () => {
    const params = { mu: [2, 1], n: [[0.1, 0.3], [0.2, 0.25]], halfLife: 5 / 60 }; // prettier-ignore
    const rates = expectRates(params);
    const truth = { ...params, mood: { type: "bouts", length: 0.5 }, commonRate: 0, commonDelay: 1 } as const;
    const { streams } = simulatePoints(truth, [{ start: 0, end: 20_000 }], createRandom(1));
    streams.forEach((times, stream) => {
      expect(times.length / 20_000 / (rates?.[stream] ?? NaN)).toBeCloseTo(1, 1);
    });
  });

  it("fall where one slip brings fewer of the other's, and are the plain rates where it brings none", () => {
    const mu = [2, 2];
    const [spiral = NaN] = expectRates({ mu, n: [[0.1, 0.4], [0.4, 0.1]] }) ?? []; // prettier-ignore
    const [half = NaN] = expectRates({ mu, n: [[0.1, 0.2], [0.2, 0.1]] }) ?? []; // prettier-ignore
    expect(spiral).toBeCloseTo(2 / (1 - 0.5), 10);
    expect(half).toBeCloseTo(2 / (1 - 0.3), 10);
    expect(expectRates({ mu, n: [[0, 0], [0, 0]] })).toEqual(mu); // prettier-ignore
    expect(expectRates({ mu: [3], n: [[0.25]] })).toEqual([4]);
  });

  it("are none where slips would never end", () => {
    expect(expectRates({ mu: [1], n: [[1]] })).toBeNull();
    expect(expectRates({ mu: [1, 1], n: [[0.5, 0.6], [0.6, 0.5]] })).toBeNull(); // prettier-ignore
  });
});
