/**
 * Minutes of use an hour, with an interval that knows that looks cluster and differ a lot in length.
 *
 * Method: as for a rate (`rate.ts`), with minutes in the place of counts: quasi-likelihood asks only that the variance grows with the mean.
 * A few evenings hardly know how much, since one long look outweighs twenty short ones; so the dispersion is pooled over all groups that
 * are shown together, each against its own rate; then one stretch of a group is enough, as for a part in `rate.ts`.
 * Limits: covers a little too seldom where long looks are rare and evenings few (docs/statistics.md).
 */
import gammaQuantile from "@stdlib/stats-base-dists-gamma-quantile";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { type CountedStretch, type Estimate, findLack, highTail, lowTail, sumStretches } from "./estimate.ts";
import { fewestHours } from "./rate.ts";

export interface UsedStretch extends CountedStretch {
  /** Looks whose minutes these are. */
  readonly count: number;
  readonly useMinutes: number;
}

/** Of all groups together: under this the dispersion of minutes is a guess. */
const fewestInAll = 12;
/** Of the normal distribution, at `highTail`. */
const normalQuantile = 1.6448536269514722;

/** Minutes an hour of exposure for each group, in their order; `count` of an estimate is looks. O(stretches). */
export const estimateUse = (
  groups: readonly (readonly UsedStretch[])[],
): readonly Estimate<"gamma-quasi-poisson">[] => {
  const { chiSquare, freedom } = groups
    .map(spreadOf)
    .reduce((sum, one) => ({ chiSquare: sum.chiSquare + one.chiSquare, freedom: sum.freedom + one.freedom }), {
      chiSquare: 0,
      freedom: 0,
    });
  const roughness = freedom < 1 ? 1 : tQuantile(highTail, freedom) / normalQuantile;
  const dispersion = freedom < 1 ? 1 : Math.max(1, (chiSquare / freedom) * roughness ** 2);
  return groups.map((group) => {
    const { count, hours } = sumStretches(group);
    const lack =
      findLack("stretches", group.length, 1) ??
      findLack("hours", hours, fewestHours) ??
      findLack("stretches", freedom, fewestInAll);
    if (lack !== undefined) return lack;
    const minutes = minutesOf(group);
    const shape = minutes / dispersion + 0.5;
    return {
      type: "estimate",
      value: minutes / hours,
      low: minutes === 0 ? 0 : gammaQuantile(lowTail, shape, hours / dispersion),
      high: gammaQuantile(highTail, shape, hours / dispersion),
      count,
      exposureHours: hours,
      method: "gamma-quasi-poisson",
    };
  });
};

const minutesOf = (group: readonly UsedStretch[]): number => group.reduce((sum, one) => sum + one.useMinutes, 0);

/** Pearson's chi-square of a group against its own rate. One without any minute says nothing of how they spread. */
const spreadOf = (group: readonly UsedStretch[]): { readonly chiSquare: number; readonly freedom: number } => {
  const { hours } = sumStretches(group);
  const minutes = minutesOf(group);
  if (minutes === 0 || group.length < 2) return { chiSquare: 0, freedom: 0 };
  const chiSquare = group.reduce((sum, one) => {
    const expected = (minutes / hours) * one.hours;
    return sum + (one.useMinutes - expected) ** 2 / expected;
  }, 0);
  return { chiSquare, freedom: group.length - 1 };
};
