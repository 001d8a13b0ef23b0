/**
 * A share, such as that of the bids I received which I answered.
 *
 * Method: beta posterior under Jeffreys' prior (Brown, Cai & DasGupta, Statist. Sci. 16, 2001).
 */
import betaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import { type Estimate, findLack, highTail, lowTail } from "./estimate.ts";

const fewestTrials = 5;

/** `hits` of `trials`; both whole, the first not above the second. */
export const estimateShare = (hits: number, trials: number): Estimate<"beta-jeffreys"> => {
  const lack = findLack("events", trials, fewestTrials);
  if (lack !== undefined) return lack;
  const misses = trials - hits;
  return {
    type: "estimate",
    value: hits / trials,
    // Where all or none are hits, the interval reaches the end, as Brown, Cai & DasGupta advise.
    low: hits === 0 ? 0 : betaQuantile(lowTail, hits + 0.5, misses + 0.5),
    high: misses === 0 ? 1 : betaQuantile(highTail, hits + 0.5, misses + 0.5),
    count: trials,
    exposureHours: null,
    method: "beta-jeffreys",
  };
};
