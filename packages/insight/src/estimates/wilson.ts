/**
 * A share with its interval by arithmetic alone: for a page that needs one figure and not the quantiles of distributions.
 *
 * Method: the score interval (Wilson, J. Am. Stat. Assoc. 22, 1927), which Brown, Cai & DasGupta (Statist. Sci. 16, 2001) advise
 * for small numbers beside Jeffreys' prior. 90 %, as everywhere. An entry point of its own, so that it brings nothing else along.
 */
import { findLack, type Estimate } from "./estimate.ts";

/** The 95th percentile of the normal distribution: both tails together leave a tenth. */
const Z = 1.6448536269514722;

/** `hits` of `trials`; both whole, the first not above the second. Too little below `fewest` trials. */
export const wilsonShare = (hits: number, trials: number, fewest: number): Estimate<"wilson"> => {
  const lack = findLack("events", trials, Math.max(1, fewest));
  if (lack !== undefined) return lack;
  const share = hits / trials;
  const z2 = Z ** 2 / trials;
  const centre = (share + z2 / 2) / (1 + z2);
  const half = (Z / (1 + z2)) * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials));
  return {
    type: "estimate",
    value: share,
    low: hits === 0 ? 0 : centre - half,
    high: hits === trials ? 1 : centre + half,
    count: trials,
    exposureHours: null,
    method: "wilson",
  };
};
