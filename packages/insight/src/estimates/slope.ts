/**
 * How an answer from 1 to 5 changes from week to week.
 *
 * Method: least squares with Student's interval. (The median of all slopes, Theil and Sen's, was tried: with whole answers most slopes are 0, and
 * its 90 % interval held a small slope in 78 of 100 data sets.) The scatter about the line is at least that of rounding to whole answers.
 * Limits: weeks that hang together make it too sure; a change that comes and goes is no line.
 */
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { type Estimate, findLack, highTail } from "./estimate.ts";

export interface DatedAnswer {
  readonly week: number;
  readonly answer: number;
}

const fewestAnswers = 6;
/** Of a number that is rounded to a whole one. */
const roundingVariance = 1 / 12;

/** Points a week. O(n). */
export const estimateSlope = (answers: readonly DatedAnswer[]): Estimate<"least-squares"> => {
  const lack = findLack("answers", new Set(answers.map(({ week }) => week)).size, fewestAnswers);
  if (lack !== undefined) return lack;
  const n = answers.length;
  const middle = answers.reduce((sum, { week }) => sum + week / n, 0);
  const mean = answers.reduce((sum, { answer }) => sum + answer / n, 0);
  const squares = answers.reduce((sum, { week }) => sum + (week - middle) ** 2, 0);
  const value = answers.reduce((sum, { week, answer }) => sum + (week - middle) * (answer - mean), 0) / squares;
  const scatter = answers.reduce(
    (sum, { week, answer }) => sum + (answer - mean - value * (week - middle)) ** 2 / (n - 2),
    0,
  );
  const half = tQuantile(highTail, n - 2) * Math.sqrt(Math.max(scatter, roundingVariance) / squares);
  return {
    type: "estimate",
    value,
    low: value - half,
    high: value + half,
    count: n,
    exposureHours: null,
    method: "least-squares",
  };
};
