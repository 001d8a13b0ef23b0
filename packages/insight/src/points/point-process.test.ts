/** The likelihood against an independent one in O(n²), its gradient against differences, the fit against its own laws. */
import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { readTwoStreams } from "../../../../tests/recorded/points.ts";
import { createRandom } from "../chance/random.ts";
import { dailyWindows, simulatePoints } from "../simulation/simulate-points.ts";
import { type ExcitationParams, logLikelihood } from "./log-likelihood.ts";
import { fitMaximumLikelihood } from "./maximum-likelihood.ts";
import { createPointData, type PointData, scaleTime, swapStreams, type TimeWindow } from "./point-data.ts";
import { checkRescaling, compensatorIncrements } from "./time-rescaling.ts";

const dataOf = (windows: readonly TimeWindow[], streams: readonly (readonly number[])[]): PointData => {
  const made = createPointData(windows, streams);
  if (made.type === "error") throw new Error(JSON.stringify(made.error));
  return made.value;
};

/** By the definition: every pair of events, every window's integral of every kernel. Shares no line with the code under test. */
const slowLogLikelihood = (
  windows: readonly TimeWindow[],
  streams: readonly (readonly number[])[],
  { mu, n, halfLife }: ExcitationParams,
): number => {
  const beta = Math.log(2) / halfLife;
  let total = 0;
  for (const [i, times] of streams.entries()) {
    for (const time of times) {
      let rate = mu[i] ?? NaN;
      for (const [j, others] of streams.entries()) {
        for (const other of others) {
          if (other < time) rate += (n[i]?.[j] ?? NaN) * beta * Math.exp(-beta * (time - other));
        }
      }
      total += Math.log(rate);
    }
    for (const { start, end } of windows) {
      total -= (mu[i] ?? NaN) * (end - start);
      for (const [j, others] of streams.entries()) {
        for (const other of others) {
          const from = Math.max(start, other);
          if (from < end) {
            total -= (n[i]?.[j] ?? NaN) * (Math.exp(-beta * (from - other)) - Math.exp(-beta * (end - other)));
          }
        }
      }
    }
  }
  return total;
};

const fixture = readTwoStreams();
const somewhere: ExcitationParams = { mu: [0.25, 0.2], n: [[0.5, 0.2], [0.1, 0.6]], halfLife: 0.9 }; // prettier-ignore

/** The fixture seen through windows with gaps, one of them touching the next. */
const gappy = [
  { start: 1.5, end: 20 },
  { start: 20, end: 33.3 },
  { start: 40, end: 41 },
  { start: 55, end: 99 },
];
const isSeen = (time: number): boolean => gappy.some(({ start, end }) => time >= start && time <= end);
const seen = fixture.streams.map((times) => times.filter(isSeen));

describe("log-likelihood", () => {
  test.each([
    ["the fixture", fixture.windows, fixture.streams],
    ["the fixture through windows with gaps", gappy, seen],
    ["one stream of it", fixture.windows, fixture.streams.slice(0, 1)],
    [
      "two streams with equal times",
      [{ start: 0, end: 9 }],
      [
        [1, 2, 5],
        [0, 2, 5, 9],
      ],
    ],
  ])("agrees with every pair written out, on %s", (_, windows, streams) => {
    for (const halfLife of [0.01, 0.3, 0.9, 4, 300]) {
      const params = streams.length === 2 ? { ...somewhere, halfLife } : { mu: [0.25], n: [[0.5]], halfLife };
      const fast = logLikelihood(dataOf(windows, streams), params).value;
      const slow = slowLogLikelihood(windows, streams, params);
      expect(Math.abs(fast - slow)).toBeLessThan(1e-9 * Math.max(1, Math.abs(slow)));
    }
  });

  it("has the gradient that central differences have", () => {
    const points = dataOf(gappy, seen);
    const { gradient } = logLikelihood(points, somewhere);
    const slope = (change: (step: number) => ExcitationParams): number => {
      const step = 1e-5;
      return (logLikelihood(points, change(step)).value - logLikelihood(points, change(-step)).value) / (2 * step);
    };
    for (const i of [0, 1]) {
      const mu = slope((step) => ({ ...somewhere, mu: somewhere.mu.map((one, k) => (k === i ? one + step : one)) }));
      expect(gradient.mu[i]).toBeCloseTo(mu, 4);
      for (const j of [0, 1]) {
        const n = slope((step) => ({
          ...somewhere,
          n: somewhere.n.map((row, k) => row.map((one, l) => (k === i && l === j ? one + step : one))),
        }));
        expect(gradient.n[i]?.[j]).toBeCloseTo(n, 4);
      }
    }
    expect(gradient.halfLife).toBeCloseTo(
      slope((step) => ({ ...somewhere, halfLife: somewhere.halfLife + step })),
      4,
    );
  });

  it("does not change when a window is split where nothing happens, and shifts by the logarithm of the unit", () => {
    const points = dataOf(
      [{ start: 0, end: 10 }],
      [
        [1, 2],
        [1.5, 8],
      ],
    );
    const split = dataOf([{ start: 0, end: 5 }, { start: 5, end: 10 }], [[1, 2], [1.5, 8]]); // prettier-ignore
    expect(logLikelihood(split, somewhere).value).toBeCloseTo(logLikelihood(points, somewhere).value, 12);
    const inMinutes = { ...somewhere, mu: somewhere.mu.map((one) => one / 60), halfLife: somewhere.halfLife * 60 };
    expect(logLikelihood(scaleTime(points, 60), inMinutes).value).toBeCloseTo(
      logLikelihood(points, somewhere).value - 4 * Math.log(60),
      10,
    );
  });

  it("stays exact over a thousand windows at clock times, where rounding could add up", () => {
    const start = 1_790_000_000;
    const windows = Array.from({ length: 1000 }, (_, k) => ({ start: start + k * 100, end: start + k * 100 + 60 }));
    const streams = [0, 1].map((stream) => windows.map((window) => window.start + 7.25 + stream * 13.5));
    const params = { ...somewhere, halfLife: 25 };
    const slow = slowLogLikelihood(windows, streams, params);
    expect(Math.abs(logLikelihood(dataOf(windows, streams), params).value - slow)).toBeLessThan(1e-9 * Math.abs(slow));
  });
});

describe("maximum likelihood", () => {
  const points = dataOf(fixture.windows, fixture.streams);
  const fit = fitMaximumLikelihood(points, 1);

  it("reaches 132.93 below zero on the fixture with one decay for both, where a decay a stream is said to reach about 132", () => {
    expect(fit.logLikelihood).toBeCloseTo(-132.9297, 4);
    expect(fit.search).toEqual({ type: "found" });
    expect(fit.params.halfLife).toBeCloseTo(0.76605, 4);
  });

  it("is flat at the top", () => {
    const { mu, n, halfLife } = logLikelihood(points, fit.params).gradient;
    for (const slope of [...mu, ...n.flat(), halfLife]) expect(Math.abs(slope)).toBeLessThan(1e-6);
  });

  it("is not beaten from anywhere near", () => {
    const random = createRandom(11);
    for (let draw = 0; draw < 300; draw += 1) {
      const near = (one: number): number => one * Math.exp(0.3 * (random() - 0.5));
      const other = {
        mu: fit.params.mu.map(near),
        n: fit.params.n.map((row) => row.map(near)),
        halfLife: near(fit.params.halfLife),
      };
      expect(logLikelihood(points, other).value).toBeLessThanOrEqual(fit.logLikelihood);
    }
  });

  it("swaps with the streams and scales with the unit", () => {
    const swapped = fitMaximumLikelihood(swapStreams(points), 1);
    expect(swapped.logLikelihood).toBeCloseTo(fit.logLikelihood, 8);
    expect(swapped.params.mu[0]).toBeCloseTo(fit.params.mu[1] ?? NaN, 6);
    expect(swapped.params.n[0]?.[1]).toBeCloseTo(fit.params.n[1]?.[0] ?? NaN, 6);
    const inMinutes = fitMaximumLikelihood(scaleTime(points, 60), 1);
    expect(inMinutes.params.halfLife / 60).toBeCloseTo(fit.params.halfLife, 6);
    expect(inMinutes.logLikelihood).toBeCloseTo(fit.logLikelihood - 213 * Math.log(60), 6);
  });

  it("says that there are no followers, and calls the half-life by the stand-in, where events keep their distance", () => {
    const regular = dataOf([{ start: 0, end: 100 }], [Array.from({ length: 100 }, (_, k) => k + 0.5)]);
    expect(fitMaximumLikelihood(regular, 3)).toMatchObject({
      params: { mu: [1], n: [[0]], halfLife: 3 },
      search: { type: "no-followers" },
    });
  });

  it("is a top in rates and followers for any points, and never gives a number that is none", () => {
    const times = fc.uniqueArray(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(times, times, (first, second) => {
        const sort = (one: readonly number[]): readonly number[] => [...one].sort((a, b) => a - b);
        const any = dataOf([{ start: 0, end: 900 }, { start: 900, end: 2000 }], [sort(first), sort(second)]); // prettier-ignore
        const { params, logLikelihood: value } = fitMaximumLikelihood(any, 5);
        const numbers = [...params.mu, ...params.n.flat(), params.halfLife, value];
        expect(numbers.every((one) => Number.isFinite(one))).toBe(true);
        expect(numbers.slice(0, -1).every((one) => one >= 0)).toBe(true);
        const followersSeen = compensatorIncrements(any, params).flat();
        expect(followersSeen.every((one) => one >= 0)).toBe(true);
        const { gradient } = logLikelihood(any, params);
        for (const [i, mu] of params.mu.entries()) {
          // At the optimum a parameter is 0 or its slope is.
          expect(Math.abs(mu * (gradient.mu[i] ?? NaN))).toBeLessThan(1e-5);
          for (const [j, n] of (params.n[i] ?? []).entries()) {
            expect(Math.abs(n * (gradient.n[i]?.[j] ?? NaN))).toBeLessThan(1e-5);
          }
        }
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  it("recovers what 2,000 hours were simulated with, and time rescaling finds nothing wrong", () => {
    const truth: ExcitationParams = { mu: [2, 3], n: [[0.1, 0.3], [0.4, 0.2]], halfLife: 5 / 60 }; // prettier-ignore
    const windows = dailyWindows(2000, 3);
    const drawn = simulatePoints({ ...truth, mood: { type: "none" }, commonRate: 0, commonDelay: 1 }, windows, createRandom(3)); // prettier-ignore
    const large = dataOf(drawn.windows, drawn.streams);
    const { params } = fitMaximumLikelihood(large, 1);
    for (const [i, mu] of truth.mu.entries()) {
      expect(Math.abs((params.mu[i] ?? NaN) / mu - 1)).toBeLessThan(0.05);
      for (const [j, n] of (truth.n[i] ?? []).entries()) {
        expect(Math.abs((params.n[i]?.[j] ?? NaN) - n)).toBeLessThan(0.04);
      }
    }
    expect(Math.abs(params.halfLife / truth.halfLife - 1)).toBeLessThan(0.1);
    for (const { p } of checkRescaling(large, params)) expect(p).toBeGreaterThan(0.05);
    for (const { p } of checkRescaling(large, { ...params, n: [[0, 0], [0, 0]] })) expect(p).toBeLessThan(1e-6); // prettier-ignore
  });
});
