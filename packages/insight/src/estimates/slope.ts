/**
 * How an answer from 1 to 5 changes from week to week.
 *
 * Method: median of the slopes between all pairs of weeks, with the interval of P. K. Sen (JASA 63, 1968) from Kendall's statistic with its
 * variance under ties. Asks for nothing but independent weeks: no normal errors, no equal distances between answers.
 * Limits: weeks that hang together make it too sure.
 */
import { type Estimate, findLack } from "./estimate.ts";

export interface DatedAnswer {
  readonly week: number;
  readonly answer: number;
}

const fewestAnswers = 6;
/** Of the normal distribution, for 90 %. */
const normalQuantile = 1.6448536269514722;

/** Points a week. Two answers of the same week make no pair. O(n² log n). */
export const estimateSlope = (answers: readonly DatedAnswer[]): Estimate<"theil-sen"> => {
  const lack = findLack("answers", new Set(answers.map(({ week }) => week)).size, fewestAnswers);
  if (lack !== undefined) return lack;
  const slopes = answers
    .flatMap((one, index) =>
      answers
        .slice(index + 1)
        .filter((other) => other.week !== one.week)
        .map((other) => (other.answer - one.answer) / (other.week - one.week)),
    )
    .sort((a, b) => a - b);
  const half = normalQuantile * Math.sqrt(kendallVariance(answers));
  const at = (rank: number): number => slopes[Math.max(0, Math.min(slopes.length - 1, rank))] ?? 0;
  const middle = (slopes.length - 1) / 2;
  return {
    type: "estimate",
    value: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    low: at(Math.floor((slopes.length - half) / 2) - 1),
    high: at(Math.ceil((slopes.length + half) / 2)),
    count: answers.length,
    exposureHours: null,
    method: "theil-sen",
  };
};

const kendallVariance = (answers: readonly DatedAnswer[]): number => {
  const n = answers.length;
  const term = (count: number): number => count * (count - 1) * (2 * count + 5);
  const tied = [answers.map(({ answer }) => answer), answers.map(({ week }) => week)].flatMap((values) =>
    [...new Set(values)].map((value) => values.filter((other) => other === value).length),
  );
  return Math.max(0, tied.reduce((sum, count) => sum - term(count), term(n)) / 18);
};
