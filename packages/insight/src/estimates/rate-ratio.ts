/**
 * How many times as often: after a change against before it, together against apart.
 *
 * Method: the interval holds every ratio that permuting whole stretches does not reject at 5 % on its side. For a ratio r the second
 * group's hours count r-fold; under it the stretches' standardised residuals are alike in both groups, so that groups may
 * be exchanged. Whole stretches, because slips within one belong together.
 * Limits: assumes that stretches are alike but for the ratio; a slow change over months is not seen as one.
 */
import { type Random, shuffle } from "../chance/random.ts";
import { type CountedStretch, type Estimate, findLack, lowTail, sumStretches } from "./estimate.ts";

/** In each group: five against five have 252 orders, enough for a twentieth on either side. */
const fewestStretches = 5;
const fewestEvents = 5;
const permutations = 999;
/** How far from the estimate the ends are looked for, in logarithms; the last is a thousandfold. */
const reaches = [0.1, 0.2, 0.4, 0.8, 1.6, 3.2, Math.log(1000)];
/** Of bisection: the ends are known to a part in a thousand of how far they are. */
const steps = 10;

/** The rate of `second` divided by that of `first`, 90 %. O(30 * 999 * stretches). */
export const estimateRateRatio = (
  first: readonly CountedStretch[],
  second: readonly CountedStretch[],
  random: Random,
): Estimate<"permuted-stretches"> => {
  const before = sumStretches(first);
  const after = sumStretches(second);
  const lack =
    findLack("stretches", Math.min(first.length, second.length), fewestStretches) ??
    findLack("events", before.count + after.count, fewestEvents) ??
    findLack("events", Math.min(before.count, after.count), 1);
  if (lack !== undefined) return lack;

  const value = after.count / after.hours / (before.count / before.hours);
  const stretches = [...first, ...second];
  const isSecond = stretches.map((_, index) => index >= first.length);
  const orders = Array.from({ length: permutations }, () => {
    const order = Int32Array.from(stretches, (_, index) => index);
    shuffle(order, random);
    return order;
  });
  const isTooLow = (logRatio: number): boolean => tailShare(stretches, isSecond, orders, logRatio, 1) <= lowTail;
  const isTooHigh = (logRatio: number): boolean => tailShare(stretches, isSecond, orders, logRatio, -1) <= lowTail;
  const centre = Math.log(value);
  const low = findEdge(centre, -1, isTooLow);
  const high = findEdge(centre, 1, isTooHigh);
  if (low === null || high === null) {
    return {
      type: "insufficient-data",
      lacks: "events",
      have: Math.min(before.count, after.count),
      need: Math.min(before.count, after.count) + fewestEvents,
    };
  }
  return {
    type: "estimate",
    value,
    low: Math.exp(low),
    high: Math.exp(high),
    count: before.count + after.count,
    exposureHours: before.hours + after.hours,
    method: "permuted-stretches",
  };
};

/** Share of orders in which the second group stands out as much as it does; `side` 1 for too many, -1 for too few. */
const tailShare = (
  stretches: readonly CountedStretch[],
  isSecond: readonly boolean[],
  orders: readonly Int32Array[],
  logRatio: number,
  side: number,
): number => {
  const weights = stretches.map((one, index) => one.hours * (isSecond[index] === true ? Math.exp(logRatio) : 1));
  const rate = stretches.reduce((sum, one) => sum + one.count, 0) / weights.reduce((sum, one) => sum + one, 0);
  const residuals = Float64Array.from(stretches, (one, index) => {
    const weight = weights[index] ?? 1;
    return (one.count - rate * weight) / Math.sqrt(weight);
  });
  // Only the second group's places enter the sum.
  const places = Int32Array.from(isSecond.flatMap((second, index) => (second ? [index] : [])));
  const scales = Float64Array.from(places, (place) => side * Math.sqrt(weights[place] ?? 0));
  const standOut = (order: Int32Array | undefined): number => {
    let sum = 0;
    for (let i = 0; i < places.length; i += 1) {
      const place = places[i] ?? 0;
      sum += (scales[i] ?? 0) * (residuals[order === undefined ? place : (order[place] ?? 0)] ?? 0);
    }
    return sum;
  };
  const observed = standOut(undefined);
  const rounding = 1e-10 * (1 + Math.abs(observed));
  let atLeast = 1;
  for (const order of orders) if (standOut(order) >= observed - rounding) atLeast += 1;
  return atLeast / (orders.length + 1);
};

/** The edge of what is not rejected, on one side of the centre; null where nothing within reach is. */
const findEdge = (centre: number, side: 1 | -1, isRejected: (logRatio: number) => boolean): number | null => {
  let inside = 0;
  for (const reach of reaches) {
    if (!isRejected(centre + side * reach)) {
      inside = reach;
      continue;
    }
    let out = reach;
    for (let step = 0; step < steps; step += 1) {
      const middle = (out + inside) / 2;
      if (isRejected(centre + side * middle)) out = middle;
      else inside = middle;
    }
    return centre + side * inside;
  }
  return null;
};
