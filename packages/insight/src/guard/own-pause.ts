/**
 * Step 4, the gate: somebody who never slips twice in a row would look like taking turns.
 *
 * Own pairs closer than 5 and than 10 minutes are counted against what slips spread evenly over their window would give, by the
 * lower tail of the Poisson distribution.
 */
import type { GuardWindow } from "./guard-windows.ts";
import { lagRounding } from "./pair-kernel.ts";

export interface OwnPause {
  /** Smaller p of the two distances, both people together. */
  readonly pooled: number;
  /** Smallest p of the two distances and the two people. */
  readonly one: number;
}

/** Hours. */
const distances = [5 / 60, 10 / 60];
const pooledThreshold = 0.05;
const oneThreshold = 0.01;

/** O(n + close pairs). */
export const testOwnPause = (windows: readonly GuardWindow[]): OwnPause => {
  const tails = distances.map((distance) => {
    const people = [0, 1].map((person) => countOwnPairs(windows, person, distance));
    return {
      pooled: poissonLowerTail(
        people.reduce((sum, one) => sum + one.observed, 0),
        people.reduce((sum, one) => sum + one.expected, 0),
      ),
      one: Math.min(...people.map((one) => poissonLowerTail(one.observed, one.expected))),
    };
  });
  return { pooled: Math.min(...tails.map((tail) => tail.pooled)), one: Math.min(...tails.map((tail) => tail.one)) };
};

/** Whether the gate closes. */
export const isOwnPause = ({ pooled, one }: OwnPause): boolean => pooled < pooledThreshold || one < oneThreshold;

const countOwnPairs = (windows: readonly GuardWindow[], person: number, distance: number) => {
  let observed = 0;
  let expected = 0;
  for (const { length, times, marks } of windows) {
    const own = times.filter((_, i) => marks[i] === person);
    let oldest = 0;
    for (const [i, time] of own.entries()) {
      while (time - (own[oldest] ?? 0) >= distance - lagRounding) oldest += 1;
      observed += i - oldest;
    }
    const outside = length > distance ? ((length - distance) / length) ** 2 : 0;
    expected += ((own.length * (own.length - 1)) / 2) * (1 - outside);
  }
  return { observed, expected };
};

/** P(X at most `observed`) for a Poisson X. Summed from the top down, so that small terms are not lost. */
export const poissonLowerTail = (observed: number, mean: number): number => {
  // Ten standard deviations above the mean the rest is below any double's reach.
  if (mean <= 0 || observed > mean + 10 * (Math.sqrt(mean) + 1)) return 1;
  // Terms relative to the one at `observed`, whose own logarithm is summed apart.
  let sum = 0;
  let term = 1;
  for (let k = observed; k >= 0 && term > 1e-18 * sum; k -= 1) {
    sum += term;
    term *= k / mean;
  }
  let logTerm = -mean + observed * Math.log(mean);
  for (let k = 2; k <= observed; k += 1) logTerm -= Math.log(k);
  return Math.min(1, Math.exp(logTerm + Math.log(sum)));
};
