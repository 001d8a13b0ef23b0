/** How often the intervals hold a known truth, and how often something is pointed out that is chance. Seeds fixed beforehand. */
import { describe, expect, it, test } from "vitest";
import { createOrders } from "../chance/orders.ts";
import { createRandom, drawExponential, drawNormal, drawPoisson, type Random } from "../chance/random.ts";
import type { Estimate } from "./estimate.ts";
import { findDiscoveries } from "./false-discovery.ts";
import { compareLevels } from "./levels.ts";
import { estimateMeanDifference } from "./mean-difference.ts";
import { estimateRate } from "./rate.ts";
import { estimateRateTrend } from "./rate-trend.ts";
import { estimateSlope } from "./slope.ts";
import { estimateUse } from "./use.ts";

const sets = 400;

const coverage = (truth: number, draw: (random: Random) => Estimate<string>, from = 1): number => {
  let hits = 0;
  for (let seed = from; seed < from + sets; seed += 1) {
    const estimate = draw(createRandom(seed));
    if (estimate.type === "estimate" && estimate.low <= truth && truth <= estimate.high) hits += 1;
  }
  return hits / sets;
};

/** An evening's slips under a mood of its own. */
const evening = (random: Random, rate: number, sd: number) => {
  const hours = 1 + 2 * random();
  return { hours, count: drawPoisson(random, rate * hours * Math.exp(sd * drawNormal(random) - (sd * sd) / 2)) };
};

// Four standard errors of 0.9 among 400 are 0.06.
describe("90 % intervals", () => {
  test.each([5, 8, 20])("of a rate hold under evening moods with %i evenings", (evenings) => {
    const covered = coverage(2, (random) =>
      estimateRate(Array.from({ length: evenings }, () => evening(random, 2, 0.5))),
    );
    expect(covered).toBeGreaterThan(0.83);
    expect(covered).toBeLessThan(0.97);
  });

  // Looks of 1.5 minutes on average, one in twenty ten times as long; three an hour, beside as many evenings apart or more.
  test.each([
    [5, 20],
    [15, 15],
    [60, 60],
  ])("of minutes of use hold under moods and very different lengths with %i evenings beside %i", (evenings, others) => {
    const lengthOf = (random: Random): number => (random() < 0.95 ? 1 : 11) * drawExponential(random);
    const group = (random: Random, size: number) =>
      Array.from({ length: size }, () => {
        const { hours, count } = evening(random, 3, 0.5);
        const useMinutes = Array.from({ length: count }, () => lengthOf(random)).reduce((sum, one) => sum + one, 0);
        return { hours, count, useMinutes };
      });
    const covered = coverage(4.5, (random) => {
      const [estimate] = estimateUse([group(random, evenings), group(random, others)]);
      if (estimate === undefined) throw new Error("an estimate for each group");
      return estimate;
    });
    expect(covered).toBeGreaterThan(0.83);
    expect(covered).toBeLessThan(0.97);
  });

  test.each([
    [20, -0.1],
    [60, 0.05],
  ])("of a trend hold with %i evenings", (evenings, slope) => {
    const covered = coverage(Math.exp(slope), (random) =>
      estimateRateTrend(
        Array.from({ length: evenings }, (_, k) => ({
          week: k / 5,
          ...evening(random, 2 * Math.exp((slope * k) / 5), 0.5),
        })),
      ),
    );
    expect(covered).toBeGreaterThan(0.83);
    expect(covered).toBeLessThan(0.97);
  });

  test.each([6, 12, 26])("of a slope of answers hold with %i weeks, where answers are whole too", (weeks) => {
    const answers = (random: Random, shape: (value: number) => number) =>
      Array.from({ length: weeks }, (_, week) => ({
        week,
        answer: shape(3 + 0.05 * week + 0.8 * drawNormal(random)),
      }));
    const covered = coverage(0.05, (random) => estimateSlope(answers(random, (value) => value)));
    expect(covered).toBeGreaterThan(0.84);
    const whole = coverage(0.05, (random) => estimateSlope(answers(random, Math.round)));
    expect(whole).toBeGreaterThan(0.84);
  });

  test.each([5, 15])("of a mean difference hold with %i pairs", (pairs) => {
    const covered = coverage(-1, (random) =>
      estimateMeanDifference(Array.from({ length: pairs }, () => drawPoisson(random, 3) - drawPoisson(random, 4))),
    );
    expect(Math.abs(covered - 0.9)).toBeLessThan(0.06);
  });
});

describe("levels", () => {
  const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
  const draw = (random: Random, evenings: number, lift: number) =>
    compareLevels(
      days,
      Array.from({ length: evenings }, (_, k) => {
        const level = days[k % 7] ?? "mon";
        return { level, ...evening(random, level === "mon" ? 1.5 * lift : 1.5, 0.6) };
      }),
      createOrders(random),
    );

  it("are seldom pointed out where there is nothing, and mostly where there is much", () => {
    const runs = 150;
    let withFalse = 0;
    let found = 0;
    for (let seed = 1; seed <= runs; seed += 1) {
      const nothing = draw(createRandom(seed), 42, 1);
      if (findDiscoveries(nothing.map(({ p }) => p ?? 1)).includes(true)) withFalse += 1;
      const much = draw(createRandom(seed), 84, 3);
      if (findDiscoveries(much.map(({ p }) => p ?? 1))[0] === true) found += 1;
    }
    // A tenth, and four standard errors.
    expect(withFalse / runs).toBeLessThan(0.2);
    expect(found / runs).toBeGreaterThan(0.7);
  }, 60_000);

  it("lie near the whole where they know little, and near their own rate where they know much", () => {
    const level = (name: "a" | "b", count: number, stretches: number) =>
      Array.from({ length: stretches }, () => ({ level: name, count, hours: 2 }));
    const [few] = compareLevels(["a", "b"], [...level("a", 6, 2), ...level("b", 2, 60)], createOrders(createRandom(1)));
    const [many] = compareLevels(
      ["a", "b"],
      [...level("a", 6, 60), ...level("b", 2, 60)],
      createOrders(createRandom(1)),
    );
    if (few?.ratio.type !== "estimate" || many?.ratio.type !== "estimate") throw new Error("no estimate");
    expect(few.ratio.value).toBeLessThan((6 * 62) / (12 + 120) - 0.3);
    expect(many.ratio.value).toBeCloseTo(1.5, 1);
  });

  it("do not change when they are named in another order", () => {
    const stretches = Array.from({ length: 30 }, (_, k) => ({ level: days[k % 7] ?? "mon", count: k % 4, hours: 2 }));
    const there = compareLevels(days, stretches, createOrders(createRandom(1)));
    const back = compareLevels([...days].reverse(), stretches, createOrders(createRandom(1)));
    for (const { level, ratio, p } of there) {
      const other = back.find((one) => one.level === level);
      expect(other?.p).toBe(p);
      if (ratio.type !== "estimate" || other?.ratio.type !== "estimate") throw new Error("no estimate");
      expect(other.ratio.value).toBeCloseTo(ratio.value, 10);
      expect(other.ratio.high).toBeCloseTo(ratio.high, 10);
    }
  });
});

describe("discoveries", () => {
  it("follow the step-up rule of Benjamini and Hochberg", () => {
    // 0.04 is above 0.1 / 5 · 1 but below 0.1 · 2 / 5 with the one after it, and takes the smaller ones along.
    expect(findDiscoveries([0.9, 0.039, 0.04, 0.3, 0.8])).toEqual([false, true, true, false, false]);
    expect(findDiscoveries([0.03, 0.9, 0.9, 0.9, 0.9])).toEqual([false, false, false, false, false]);
    expect(findDiscoveries([])).toEqual([]);
  });
});
