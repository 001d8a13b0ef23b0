/**
 * How many times as often: after a change against before it, together against apart.
 *
 * Method: the interval holds every ratio that permuting whole stretches does not reject at 5 % on its side. For a ratio r the second
 * group's hours count r-fold; under it the stretches' standardised residuals are alike in both groups, so that groups may
 * be exchanged. Whole stretches, because slips within one belong together.
 * Limits: assumes that stretches are alike but for the ratio; a slow change over months is not seen as one.
 */
import type { Orders } from "../chance/orders.ts";
import { type CountedStretch, type Estimate, findLack, lowTail, sumStretches } from "./estimate.ts";

/** In each group: five against five have 252 orders, enough for a twentieth on either side. */
const fewestStretches = 5;
const fewestEvents = 5;
/** How far from the estimate the ends are looked for, in logarithms; the last is a thousandfold. */
const reaches = [0.1, 0.2, 0.4, 0.8, 1.6, 3.2, Math.log(1000)];
/** Of bisection: the ends are known to a part in a thousand of how far they are. */
const steps = 10;

/** The rate of `second` divided by that of `first`, 90 %. O(999 * stretches). */
export const estimateRateRatio = (
  first: readonly CountedStretch[],
  second: readonly CountedStretch[],
  orders: Orders,
): Estimate<"permuted-stretches"> => {
  const before = sumStretches(first);
  const after = sumStretches(second);
  const lack =
    findLack("stretches", Math.min(first.length, second.length), fewestStretches) ??
    findLack("events", before.count + after.count, fewestEvents) ??
    findLack("events", Math.min(before.count, after.count), 1);
  if (lack !== undefined) return lack;

  const value = after.count / after.hours / (before.count / before.hours);
  const test = createRatioTest(first, second, orders);
  const isTooLow = (logRatio: number): boolean => test(logRatio, 1) <= lowTail;
  const isTooHigh = (logRatio: number): boolean => test(logRatio, -1) <= lowTail;
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

type RatioTest = (logRatio: number, side: 1 | -1) => number;

/**
 * Share of orders in which the second group stands out as much as it does; `side` 1 for too many, -1 for too few.
 *
 * Under a ratio r = e^x a stretch of the second group counts √r-fold in its hours' root. What the places of the second group add up to is then
 * linear in four sums that do not depend on r: of counts and of hours, from either group. They are made once for each order, so that a
 * ratio costs a few operations an order.
 */
const createRatioTest = (
  first: readonly CountedStretch[],
  second: readonly CountedStretch[],
  orders: Orders,
): RatioTest => {
  const stretches = [...first, ...second];
  const roots = Float64Array.from(stretches, ({ hours }) => Math.sqrt(hours));
  const counts = Float64Array.from(stretches, ({ count }, index) => count / (roots[index] ?? 1));
  const [before, after] = [sumStretches(first), sumStretches(second)];
  const sumsOf = (order: Int32Array | null): OrderSums => {
    let [counts0, counts1, hours0, hours1] = [0, 0, 0, 0];
    for (let place = first.length; place < stretches.length; place += 1) {
      const from = order === null ? place : (order[place] ?? 0);
      const root = roots[place] ?? 0;
      if (from < first.length) {
        counts0 += root * (counts[from] ?? 0);
        hours0 += root * (roots[from] ?? 0);
      } else {
        counts1 += root * (counts[from] ?? 0);
        hours1 += root * (roots[from] ?? 0);
      }
    }
    return { counts0, counts1, hours0, hours1 };
  };
  const seen = sumsOf(null);
  const drawn = orders(stretches.length).map(sumsOf);
  return (logRatio, side) => {
    const root = Math.exp(logRatio / 2);
    const rate = (before.count + after.count) / (before.hours + root ** 2 * after.hours);
    const standOut = ({ counts0, counts1, hours0, hours1 }: OrderSums): number =>
      side * root * (counts0 + counts1 / root - rate * (hours0 + root * hours1));
    const observed = standOut(seen);
    const rounding = 1e-10 * (1 + Math.abs(observed));
    let atLeast = 1;
    for (const sums of drawn) if (standOut(sums) >= observed - rounding) atLeast += 1;
    return atLeast / (drawn.length + 1);
  };
};

/** Over the places of the second group, of what stands there: 0 from the first group, 1 from the second. */
interface OrderSums {
  readonly counts0: number;
  readonly counts1: number;
  readonly hours0: number;
  readonly hours1: number;
}

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
