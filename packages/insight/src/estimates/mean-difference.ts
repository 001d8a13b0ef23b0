/**
 * How far one number is from another that belongs to it, on average over pairs: my guess before the look-back, less my count.
 *
 * Method: paired differences, Student's interval.
 */
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { type Estimate, findLack, highTail } from "./estimate.ts";

const fewestPairs = 5;

/** `differences`, one a pair. With all of them equal, no narrower than if one in their number were off by 1: counts are whole. */
export const estimateMeanDifference = (differences: readonly number[]): Estimate<"paired-differences"> => {
  const pairs = differences.length;
  const lack = findLack("stretches", pairs, fewestPairs);
  if (lack !== undefined) return lack;
  const value = differences.reduce((sum, one) => sum + one, 0) / pairs;
  const variance = differences.reduce((sum, one) => sum + (one - value) ** 2, 0) / (pairs - 1);
  const half = tQuantile(highTail, pairs - 1) * Math.sqrt(Math.max(variance, 1 / pairs) / pairs);
  return {
    type: "estimate",
    value,
    low: value - half,
    high: value + half,
    count: pairs,
    exposureHours: null,
    method: "paired-differences",
  };
};
