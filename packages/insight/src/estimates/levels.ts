/**
 * How a rate differs between levels of something: parts of the day, days of the week, calm and tense weeks.
 *
 * Method: each level's ratio to the whole has a gamma prior with mean 1, whose spread all levels share (partial pooling), so that a level
 * with few hours stays near 1. The spread is not known but averaged over, with a half-normal prior of scale 0.5 and the negative binomial likelihood of
 * the counts; counts and hours are divided by the dispersion, as in `rate.ts`. Whether a level may be pointed out is asked apart, by
 * permuting whole stretches between levels: exact where stretches are alike but for the level, however slips cluster within one.
 * Limits: the whole includes the level itself, so that with two levels one's excess is the other's lack.
 */
import gammaln from "@stdlib/math-base-special-gammaln";
import gammaCdf from "@stdlib/stats-base-dists-gamma-cdf";
import type { Orders } from "../chance/orders.ts";
import { type CountedStretch, type Estimate, findLack, highTail, lowTail, sumStretches } from "./estimate.ts";
import { estimateDispersion } from "./rate.ts";

export interface LevelStretch<Level extends string> extends CountedStretch {
  readonly level: Level;
}

export interface LevelRatio<Level extends string> {
  readonly level: Level;
  readonly hours: number;
  readonly count: number;
  /** Its rate over that of all levels together, pulled towards 1 where it knows little. */
  readonly ratio: Estimate<"gamma-pooled-levels">;
  /** Two-sided, from permuting whole stretches; null with too little. */
  readonly p: number | null;
}

const fewestStretches = 8;
const fewestInLevel = 2;
const fewestEvents = 10;
const priorScale = 0.5;
/** Spreads (sd of the ratio) that are averaged over. */
const spreads = Array.from({ length: 24 }, (_, index) => 0.02 * 1.22 ** index);

/** One entry for each of `levels`, in their order. O(999 * stretches). */
export const compareLevels = <Level extends string>(
  levels: readonly Level[],
  stretches: readonly LevelStretch<Level>[],
  orders: Orders,
): readonly LevelRatio<Level>[] => {
  const whole = sumStretches(stretches);
  const parts = levels.map((level) => ({ level, own: stretches.filter((one) => one.level === level) }));
  const filled = parts.filter(({ own }) => own.length >= fewestInLevel).length;
  const lack =
    findLack("stretches", stretches.length, fewestStretches) ??
    findLack("events", whole.count, fewestEvents) ??
    findLack("stretches", filled, 2);
  if (lack !== undefined) {
    return parts.map(({ level, own }) => ({ level, ...sumStretches(own), ratio: lack, p: null }));
  }
  const dispersion = estimateDispersion(stretches);
  const shares = parts.map(({ own }) => {
    const { count, hours } = sumStretches(own);
    return { seen: count / dispersion, expected: (whole.count / whole.hours) * (hours / dispersion) };
  });
  const weights = weighSpreads(shares);
  const pValues = permuteLevels(levels, stretches, orders);
  return parts.map(({ level, own }, index) => {
    const { count, hours } = sumStretches(own);
    const few = findLack("stretches", own.length, fewestInLevel);
    const { seen = 0, expected = 0 } = shares[index] ?? {};
    return {
      level,
      hours,
      count,
      ratio: few ?? pooledRatio(seen, expected, weights, count, hours),
      p: few === undefined ? (pValues[index] ?? null) : null,
    };
  });
};

interface Share {
  readonly seen: number;
  readonly expected: number;
}

/** Posterior weight of each spread, summing to 1. */
const weighSpreads = (shares: readonly Share[]): readonly number[] => {
  const logs = spreads.map((spread) => {
    const shape = 1 / spread ** 2;
    const prior = -0.5 * (spread / priorScale) ** 2 + Math.log(spread);
    return shares.reduce((sum, { seen, expected }) => {
      const likelihood =
        gammaln(seen + shape) -
        gammaln(shape) +
        shape * Math.log(shape) -
        (seen + shape) * Math.log(expected + shape) +
        seen * Math.log(Math.max(expected, 1e-300));
      return sum + (expected > 0 ? likelihood : 0);
    }, prior);
  });
  const top = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - top));
  const total = weights.reduce((sum, one) => sum + one, 0);
  return weights.map((one) => one / total);
};

const pooledRatio = (
  seen: number,
  expected: number,
  weights: readonly number[],
  count: number,
  hours: number,
): Estimate<"gamma-pooled-levels"> => {
  const parts = spreads.map((spread, index) => ({
    weight: weights[index] ?? 0,
    shape: seen + 1 / spread ** 2,
    rate: expected + 1 / spread ** 2,
  }));
  const below = (ratio: number): number =>
    parts.reduce(
      (sum, { weight, shape, rate }) => sum + (weight > 1e-9 ? weight * gammaCdf(ratio, shape, rate) : 0),
      0,
    );
  const quantile = (probability: number): number => {
    let low = 0;
    let high = 1;
    while (below(high) < probability && high < 1e6) high *= 2;
    for (let step = 0; step < 50; step += 1) {
      const middle = (low + high) / 2;
      if (below(middle) < probability) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  return {
    type: "estimate",
    value: parts.reduce((sum, { weight, shape, rate }) => sum + (weight * shape) / rate, 0),
    low: quantile(lowTail),
    high: quantile(highTail),
    count,
    exposureHours: hours,
    method: "gamma-pooled-levels",
  };
};

/** For each level the share of orders in which its residuals stand out as much, whichever way. */
const permuteLevels = <Level extends string>(
  levels: readonly Level[],
  stretches: readonly LevelStretch<Level>[],
  orders: Orders,
): readonly number[] => {
  const { count, hours } = sumStretches(stretches);
  const roots = Float64Array.from(stretches, (one) => Math.sqrt(one.hours));
  const residuals = Float64Array.from(
    stretches,
    (one, index) => (one.count - (count / hours) * one.hours) / (roots[index] ?? 1),
  );
  const levelOf = Int32Array.from(stretches, ({ level }) => levels.indexOf(level));
  const sumUp = (order: Int32Array): Float64Array => {
    const sums = new Float64Array(levels.length);
    for (let index = 0; index < order.length; index += 1) {
      const level = levelOf[index] ?? 0;
      sums[level] = (sums[level] ?? 0) + (roots[index] ?? 0) * (residuals[order[index] ?? 0] ?? 0);
    }
    return sums.map(Math.abs);
  };
  const observed = sumUp(Int32Array.from(stretches, (_, index) => index));
  const atLeast = levels.map(() => 1);
  const drawn = orders(stretches.length);
  for (const order of drawn) {
    sumUp(order).forEach((sum, level) => {
      if (sum >= (observed[level] ?? 0) - 1e-10 * (1 + count)) atLeast[level] = (atLeast[level] ?? 0) + 1;
    });
  }
  return atLeast.map((one) => one / (drawn.length + 1));
};
