import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createOrders } from "../chance/orders.ts";
import { createRandom, drawPoisson } from "../chance/random.ts";
import { createPointData } from "../points/point-data.ts";
import { dailyWindows, simulatePoints } from "../simulation/simulate-points.ts";
import type { CountedStretch } from "./estimate.ts";
import { estimateDispersion, estimateRate } from "./rate.ts";
import { estimateRateRatio } from "./rate-ratio.ts";
import { estimateShare } from "./share.ts";

const evenly = (count: number, stretches: number): readonly CountedStretch[] =>
  Array.from({ length: stretches }, () => ({ count, hours: 2 }));

describe("rate", () => {
  it("has the gamma interval of its count where stretches vary no more than chance", () => {
    const rate = estimateRate(evenly(2, 10));
    expect(rate).toMatchObject({ type: "estimate", value: 1, count: 20, exposureHours: 20 });
    // Gamma(20.5, 20): 13.5 and 28.5 events by table (chi-square of 41 degrees of freedom, 27.326 and 56.942, halved).
    if (rate.type === "estimate") {
      expect(rate.low).toBeCloseTo(27.326 / 40, 4);
      expect(rate.high).toBeCloseTo(56.942 / 40, 4);
    }
  });

  it("is wider where the same events come in clusters", () => {
    const clustered = [...evenly(0, 8), { count: 10, hours: 2 }, { count: 10, hours: 2 }];
    expect(estimateDispersion(clustered)).toBeCloseTo(160 / 18, 10);
    const even = estimateRate(evenly(2, 10));
    const wide = estimateRate(clustered);
    if (even.type !== "estimate" || wide.type !== "estimate") throw new Error("no estimate");
    expect(wide.value).toBe(even.value);
    expect(wide.high - wide.low).toBeGreaterThan(2 * (even.high - even.low));
  });

  it("says what is missing rather than a number", () => {
    expect(estimateRate(evenly(2, 4))).toEqual({ type: "insufficient-data", lacks: "stretches", have: 4, need: 5 });
    expect(estimateRate(evenly(0, 5).map(() => ({ count: 0, hours: 0.1 })))).toMatchObject({ lacks: "hours", need: 2 });
  });

  it("starts at 0 where nothing happened, and never gives a number that is none", () => {
    expect(estimateRate(evenly(0, 5))).toMatchObject({ value: 0, low: 0 });
    const stretch = fc.record({ count: fc.nat({ max: 50 }), hours: fc.double({ min: 0.01, max: 12, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 30 }), (stretches) => {
        const rate = estimateRate(stretches);
        if (rate.type !== "estimate") return true;
        return [rate.low, rate.value, rate.high].every(Number.isFinite) && rate.low <= rate.high && rate.low >= 0;
      }),
      { seed: 3 },
    );
  });

  it("covers the true rate of slips that follow each other under a mood about as often as it says", () => {
    const truth = { mu: [2], n: [[0.3]], halfLife: 5 / 60, mood: { type: "evening", sd: 0.5 }, commonRate: 0, commonDelay: 1 } as const; // prettier-ignore
    const windows = dailyWindows(60, 3);
    const counts = (seed: number): readonly CountedStretch[] => {
      const drawn = simulatePoints(truth, windows, createRandom(seed));
      const made = createPointData(drawn.windows, drawn.streams);
      if (made.type === "error") return [];
      return windows.map(({ start, end }, k) => ({
        count: (made.value.eventsUntil[k] ?? 0) - (k === 0 ? 0 : (made.value.eventsUntil[k - 1] ?? 0)),
        hours: end - start,
      }));
    };
    // The rate within windows of three hours, from many of them: a little under 2 / (1 - 0.3), for followers that come too late.
    const long = Array.from({ length: 400 }, (_, k) => counts(90_000 + k)).flat();
    const trueRate = long.reduce((sum, one) => sum + one.count, 0) / (long.length * 3);
    const sets = 300;
    let hits = 0;
    for (let seed = 1; seed <= sets; seed += 1) {
      const rate = estimateRate(counts(seed));
      if (rate.type === "estimate" && rate.low <= trueRate && trueRate <= rate.high) hits += 1;
    }
    // Four standard errors are 0.07; twenty evenings know their dispersion only roughly, which costs a few in a hundred.
    expect(hits / sets).toBeGreaterThan(0.8);
    expect(hits / sets).toBeLessThan(0.97);
  });
});

describe("share", () => {
  it("has the beta interval, and reaches the end where all or none were", () => {
    const half = estimateShare(5, 10);
    expect(half).toMatchObject({ value: 0.5, count: 10, exposureHours: null });
    // Beta(5.5, 5.5) at 5 % by scipy.stats.beta.ppf.
    if (half.type === "estimate") expect(half.low).toBeCloseTo(0.261922, 5);
    if (half.type === "estimate") expect(half.high).toBeCloseTo(1 - 0.261922, 5);
    expect(estimateShare(6, 6)).toMatchObject({ value: 1, high: 1 });
    expect(estimateShare(0, 6)).toMatchObject({ value: 0, low: 0 });
    expect(estimateShare(1, 4)).toEqual({ type: "insufficient-data", lacks: "events", have: 4, need: 5 });
  });
});

describe("rate ratio", () => {
  const draw = (
    seed: number,
    ratio: number,
    stretches = 20,
  ): readonly [readonly CountedStretch[], readonly CountedStretch[]] => {
    const random = createRandom(seed);
    const group = (rate: number): readonly CountedStretch[] =>
      Array.from({ length: stretches }, () => {
        const hours = 1 + 2 * random();
        const mood = random() < 0.3 ? 2.5 : 0.36;
        return { count: drawPoisson(random, rate * hours * mood), hours };
      });
    return [group(2), group(2 * ratio)];
  };

  it("covers the true ratio of clustered counts about as often as it says, whatever the ratio", () => {
    for (const ratio of [1, 0.5]) {
      const sets = 120;
      let hits = 0;
      for (let seed = 1; seed <= sets; seed += 1) {
        const [before, after] = draw(seed, ratio);
        const estimate = estimateRateRatio(before, after, createOrders(createRandom(seed)));
        if (estimate.type === "estimate" && estimate.low <= ratio && ratio <= estimate.high) hits += 1;
      }
      // Four standard errors of 0.9 among 120 are 0.11.
      expect(Math.abs(hits / sets - 0.9)).toBeLessThan(0.11);
    }
  }, 60_000);

  it("turns over when the groups change places", () => {
    const [before, after] = draw(5, 0.5);
    const there = estimateRateRatio(before, after, createOrders(createRandom(1)));
    const back = estimateRateRatio(after, before, createOrders(createRandom(1)));
    if (there.type !== "estimate" || back.type !== "estimate") throw new Error("no estimate");
    expect(there.value * back.value).toBeCloseTo(1, 10);
    // The permutations are others, and the ends know a twentieth to about a seventh of itself.
    expect(Math.abs(Math.log(there.low * back.high))).toBeLessThan(0.2);
    expect(there.low).toBeLessThan(there.value);
    expect(there.high).toBeGreaterThan(there.value);
  });

  it("says what is missing rather than a ratio", () => {
    const orders = createOrders(createRandom(1));
    expect(estimateRateRatio(evenly(1, 4), evenly(1, 9), orders)).toMatchObject({ lacks: "stretches", have: 4 });
    expect(estimateRateRatio(evenly(0, 9), evenly(1, 9), orders)).toMatchObject({ lacks: "events", have: 0, need: 1 });
  });
});
