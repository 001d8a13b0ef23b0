/**
 * The weight of two slips by the time between them, in hours: the mean of the exponential kernels with half-lives of 2.5, 5
 * and 10 minutes. Fixed beforehand, so that no half-life is chosen on the data that it then tests.
 */

const decayRates = [2.5, 5, 10].map((minutes) => (Math.LN2 * 60) / minutes);
const [rate1 = 0, rate2 = 0, rate3 = 0] = decayRates;

/** Pairs further apart than this (hours) do not count. */
export const longestLag = 1;
/** From this lag (hours) on, a pair also counts as far. */
export const farLag = 3 / 60;
/** Times that were whole seconds or minutes in their file must not fall on the wrong side of a limit by rounding; hours. */
export const lagRounding = 1e-9;

/** The kernel at lag `lag` of at least 0. Integrates to 1 over all lags. */
export const pairKernel = (lag: number): number =>
  (rate1 * Math.exp(-rate1 * lag) + rate2 * Math.exp(-rate2 * lag) + rate3 * Math.exp(-rate3 * lag)) / 3;

/** What one cause outside sets off in two people comes within a minute or so of each other: the mean of an exponential; hours. */
const commonDelay = 1 / 60;

/** The weight of two slips at that lag as slips of one cause. Integrates to 1 over all lags. */
export const commonKernel = (lag: number): number => Math.exp(-lag / commonDelay) / commonDelay;

/** Sums the kernel over earlier events while time advances, in O(1) an event. */
export interface KernelSum {
  /** Never back in time. */
  readonly advance: (hours: number) => void;
  /** Adds an event now, or takes one away that happened `age` hours ago. */
  readonly add: () => void;
  readonly remove: (age: number) => void;
  readonly value: () => number;
}

/** An empty sum. */
export const createKernelSum = (): KernelSum => {
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  return {
    advance: (hours) => {
      sum1 *= Math.exp(-rate1 * hours);
      sum2 *= Math.exp(-rate2 * hours);
      sum3 *= Math.exp(-rate3 * hours);
    },
    add: () => {
      sum1 += rate1;
      sum2 += rate2;
      sum3 += rate3;
    },
    remove: (age) => {
      sum1 -= rate1 * Math.exp(-rate1 * age);
      sum2 -= rate2 * Math.exp(-rate2 * age);
      sum3 -= rate3 * Math.exp(-rate3 * age);
    },
    value: () => (sum1 + sum2 + sum3) / 3,
  };
};
