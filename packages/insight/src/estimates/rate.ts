/**
 * Events an hour, with an interval that knows that slips cluster.
 *
 * Method: gamma posterior of a Poisson rate under Jeffreys' prior, with count and hours both divided by the dispersion of the
 * stretches: Pearson's chi-square over its degrees of freedom (quasi-likelihood: Wedderburn, Biometrika 61, 1974), times the square of Student's
 * quantile over the normal one, since few stretches know their dispersion only roughly; at least 1.
 * Limits: with five evenings that differ a lot the interval still covers a little too seldom (docs/statistics.md).
 */
import gammaQuantile from "@stdlib/stats-base-dists-gamma-quantile";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { type CountedStretch, type Estimate, findLack, highTail, lowTail, sumStretches } from "./estimate.ts";

/** Under this the dispersion is a guess. */
export const fewestStretches = 5;
export const fewestHours = 2;
/** Of the normal distribution, at `highTail`. */
const normalQuantile = 1.6448536269514722;

/** Events an hour of exposure. A count of 0 is an estimate too: its interval begins at 0. */
export const estimateRate = (stretches: readonly CountedStretch[]): Estimate<"gamma-poisson-dispersed"> => {
  const lack =
    findLack("stretches", stretches.length, fewestStretches) ??
    findLack("hours", sumStretches(stretches).hours, fewestHours);
  return lack ?? rateOfParts(stretches)(stretches);
};

/**
 * Rates of parts, such as weeks, with the dispersion that all stretches have together; `all` must be enough for a rate of their own.
 * A part needs one stretch. O(all) once, then O(part).
 */
export const rateOfParts = (
  all: readonly CountedStretch[],
): ((part: readonly CountedStretch[]) => Estimate<"gamma-poisson-dispersed">) => {
  const lackOfAll =
    findLack("stretches", all.length, fewestStretches) ?? findLack("hours", sumStretches(all).hours, fewestHours);
  if (lackOfAll !== undefined) return () => lackOfAll;
  const roughness = tQuantile(highTail, all.length - 1) / normalQuantile;
  const dispersion = Math.max(1, dispersionOf(all) * roughness ** 2);
  // Hundreds of weeks have a few dozen counts, and the hours only scale what a count says.
  const endsByCount = new Map<number, readonly [number, number]>();
  const endsOf = (count: number): readonly [number, number] => {
    const known = endsByCount.get(count);
    if (known !== undefined) return known;
    const shape = count / dispersion + 0.5;
    // With no event at all the lower end is 0, not the prior's.
    const ends = [count === 0 ? 0 : gammaQuantile(lowTail, shape, 1), gammaQuantile(highTail, shape, 1)] as const;
    endsByCount.set(count, ends);
    return ends;
  };
  return (part) => {
    const lack = findLack("stretches", part.length, 1);
    if (lack !== undefined) return lack;
    const { count, hours } = sumStretches(part);
    const [low, high] = endsOf(count);
    const rate = hours / dispersion;
    return {
      type: "estimate",
      value: count / hours,
      low: low / rate,
      high: high / rate,
      count,
      exposureHours: hours,
      method: "gamma-poisson-dispersed",
    };
  };
};

/** The rate of one part; see `rateOfParts`. */
export const estimateRateOfPart = (
  part: readonly CountedStretch[],
  all: readonly CountedStretch[],
): Estimate<"gamma-poisson-dispersed"> => rateOfParts(all)(part);

/** How much more the counts vary than a constant rate would let them; at least 1. */
export const estimateDispersion = (stretches: readonly CountedStretch[]): number =>
  Math.max(1, dispersionOf(stretches));

const dispersionOf = (stretches: readonly CountedStretch[]): number => {
  const { count, hours } = sumStretches(stretches);
  if (count === 0 || stretches.length < 2) return 1;
  const chiSquare = stretches.reduce((sum, one) => {
    const expected = (count / hours) * one.hours;
    return sum + (one.count - expected) ** 2 / expected;
  }, 0);
  return chiSquare / (stretches.length - 1);
};
