/**
 * What every figure shown to somebody is: a value with its uncertainty and what it rests on, or the news that there is too
 * little, with what is missing. Never a bare number, never NaN.
 */

/** 90 %, equal-tailed, unless a function says otherwise. */
export interface Estimated<Method extends string> {
  readonly type: "estimate";
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** How many events it rests on. */
  readonly count: number;
  /** Hours in which they could happen; `null` where no time is involved. */
  readonly exposureHours: number | null;
  readonly method: Method;
}

export interface InsufficientData {
  readonly type: "insufficient-data";
  /** What is missing, and how much of it there is and would be needed. */
  readonly lacks: "hours" | "stretches" | "events" | "weeks" | "answers";
  readonly have: number;
  readonly need: number;
}

export type Estimate<Method extends string> = Estimated<Method> | InsufficientData;

/** Events counted over one stretch of time in which they could be seen: a session, a day, a free hour. */
export interface CountedStretch {
  readonly count: number;
  /** Above 0. */
  readonly hours: number;
}

/** The probabilities at the ends of a 90 % interval. */
export const lowTail = 0.05;
export const highTail = 0.95;

/** Sum of counts and hours. */
export const sumStretches = (stretches: readonly CountedStretch[]): CountedStretch =>
  stretches.reduce((sum, one) => ({ count: sum.count + one.count, hours: sum.hours + one.hours }), {
    count: 0,
    hours: 0,
  });

/** What is missing of `need`, or `undefined`. */
export const findLack = (lacks: InsufficientData["lacks"], have: number, need: number): InsufficientData | undefined =>
  have < need ? { type: "insufficient-data", lacks, have, need } : undefined;
