/**
 * Events an hour, with an interval that knows that slips cluster.
 *
 * Method: gamma posterior of a Poisson rate under Jeffreys' prior, with count and hours both divided by the dispersion of the
 * stretches: Pearson's chi-square over its degrees of freedom, at least 1 (quasi-likelihood: Wedderburn, Biometrika 61, 1974).
 * Limits: the dispersion itself is known only as well as there are stretches.
 */
import gammaQuantile from "@stdlib/stats-base-dists-gamma-quantile";
import { type CountedStretch, type Estimate, findLack, highTail, lowTail, sumStretches } from "./estimate.ts";

/** Under this the dispersion is a guess. */
const fewestStretches = 5;
const fewestHours = 2;

/** Events an hour of exposure. A count of 0 is an estimate too: its interval begins near 0. */
export const estimateRate = (stretches: readonly CountedStretch[]): Estimate<"gamma-poisson-dispersed"> => {
  const { count, hours } = sumStretches(stretches);
  const lack = findLack("stretches", stretches.length, fewestStretches) ?? findLack("hours", hours, fewestHours);
  if (lack !== undefined) return lack;
  const dispersion = estimateDispersion(stretches);
  const shape = count / dispersion + 0.5;
  const rate = hours / dispersion;
  return {
    type: "estimate",
    value: count / hours,
    // With no event at all the lower end is 0, not the prior's.
    low: count === 0 ? 0 : gammaQuantile(lowTail, shape, rate),
    high: gammaQuantile(highTail, shape, rate),
    count,
    exposureHours: hours,
    method: "gamma-poisson-dispersed",
  };
};

/** How much more the counts vary than a constant rate would let them; at least 1. */
export const estimateDispersion = (stretches: readonly CountedStretch[]): number => {
  const { count, hours } = sumStretches(stretches);
  if (count === 0 || stretches.length < 2) return 1;
  const chiSquare = stretches.reduce((sum, one) => {
    const expected = (count / hours) * one.hours;
    return sum + (one.count - expected) ** 2 / expected;
  }, 0);
  return Math.max(1, chiSquare / (stretches.length - 1));
};
