/**
 * What one phone adds to a report about both, and what the two make together.
 *
 * Whoever knows their own figures can take them from a sum of two. So no figure of a person leaves: only the interval in which
 * it lies, rounded outward to a grid about as coarse as the chance that is in it anyway, for all the weeks at once. A modified
 * program of the other reads no more than that. Hours are those that both joined, which both phones know.
 *
 * Intervals of the two are added after Zou & Donner (Stat. Med. 27, 2008): from the middle as far as both halves in quadrature.
 * Limits: the middle of a skewed interval lies above its estimate, by little where there are some events.
 */
import { listOf, object, orNull, refine, wholeNumber, type Codec, type UnknownFields } from "../encoding/codec.ts";

export interface FigureRange {
  readonly low: number;
  readonly high: number;
}

/** Steps of a grid, see below; only these leave a phone. */
interface Steps extends UnknownFields, FigureRange {}

export interface FiguresForBoth extends UnknownFields {
  /** Time that both joined, week by week, in half hours. */
  readonly halfHours: readonly number[];
  /** Own moments an hour together. Null where there is too little. */
  readonly rate: Steps | null;
  /** Of the second half of the weeks over the first. */
  readonly change: Steps | null;
  /** Good moments kept and bids answered: which doubling of them. */
  readonly towards: number;
  /** Points a week of two answers of the check-in that are about both. */
  readonly close: Steps | null;
  readonly fun: Steps | null;
}

export interface ExactFigures {
  /** Week by week. */
  readonly hours: readonly number[];
  readonly rate: FigureRange | null;
  readonly change: FigureRange | null;
  readonly towards: number;
  readonly close: FigureRange | null;
  readonly fun: FigureRange | null;
}

/** Of the two together; nothing in it tells them apart. */
export interface JoinedFigures {
  readonly hours: readonly number[];
  /** Moments of either, an hour together. */
  readonly rate: FigureRange | null;
  /** On average over the two, as a factor. */
  readonly change: FigureRange | null;
  readonly towards: FigureRange;
  /** Points a week, on average over the two. */
  readonly close: FigureRange | null;
  readonly fun: FigureRange | null;
}

export const FEWEST_REPORT_WEEKS = 4;
export const MOST_REPORT_WEEKS = 26;

/** Four steps to a doubling: 19 % each. Step 1 is 1/32 an hour; step 0 is none. A choice: finer than most intervals of a rate. */
const STEPS_TO_DOUBLE = 4;
const LOWEST_RATE = 1 / 32;
const MOST_RATE_STEP = 45;
const MOST_CHANGE_STEP = 40;
/** To a point of an answer. */
const SLOPE_STEPS = 20;
const MOST_SLOPE_STEP = 80;
const MOST_TOWARDS = 17;
const HALF_HOURS_A_WEEK = 336;

const stepsBetween = (min: number, max: number): Codec<Steps> =>
  refine(object({ low: wholeNumber(min, max), high: wholeNumber(min, max) }), ({ low, high }) =>
    high < low ? "out-of-order" : null,
  );
const slope = orNull(stepsBetween(-MOST_SLOPE_STEP, MOST_SLOPE_STEP));

export const figuresForBoth: Codec<FiguresForBoth> = object({
  halfHours: refine(listOf(wholeNumber(0, HALF_HOURS_A_WEEK)), ({ length }) =>
    length < FEWEST_REPORT_WEEKS || length > MOST_REPORT_WEEKS ? "out-of-range" : null,
  ),
  rate: orNull(stepsBetween(0, MOST_RATE_STEP)),
  change: orNull(stepsBetween(-MOST_CHANGE_STEP, MOST_CHANGE_STEP)),
  towards: wholeNumber(0, MOST_TOWARDS),
  close: slope,
  fun: slope,
});

/** **Privacy:** the only way from exact figures to what may leave. */
export const coarsenFigures = ({ hours, rate, change, towards, close, fun }: ExactFigures): FiguresForBoth => ({
  halfHours: hours.map((one) => clamp(Math.round(one * 2), 0, HALF_HOURS_A_WEEK)),
  rate: outward(
    rate,
    (value) => (value <= 0 ? 0 : Math.max(SOME, 1 + doublings(value / LOWEST_RATE))),
    0,
    MOST_RATE_STEP,
  ),
  change: outward(change, (value) => doublings(Math.max(value, 1e-9)), -MOST_CHANGE_STEP, MOST_CHANGE_STEP),
  towards: towards <= 0 ? 0 : clamp(1 + Math.floor(Math.log2(towards)), 1, MOST_TOWARDS),
  close: outward(close, (value) => value * SLOPE_STEPS, -MOST_SLOPE_STEP, MOST_SLOPE_STEP),
  fun: outward(fun, (value) => value * SLOPE_STEPS, -MOST_SLOPE_STEP, MOST_SLOPE_STEP),
});

/** The intervals that steps stand for: what of one's own would go in, for its owner to read before. */
export const readFigures = ({ halfHours, rate, change, towards, close, fun }: FiguresForBoth): JoinedFigures => ({
  hours: halfHours.map((one) => one / 2),
  rate: within(rate, rateAt),
  change: within(change, (step) => 2 ** (step / STEPS_TO_DOUBLE)),
  towards: { low: towards === 0 ? 0 : 2 ** (towards - 1), high: 2 ** towards - 1 },
  close: within(close, (step) => step / SLOPE_STEPS),
  fun: within(fun, (step) => step / SLOPE_STEPS),
});

/** Null where the two are not about as many weeks. The same with the two swapped. */
export const joinFigures = (one: FiguresForBoth, other: FiguresForBoth): JoinedFigures | null => {
  if (one.halfHours.length !== other.halfHours.length) return null;
  const [a, b] = [readFigures(one), readFigures(other)];
  return {
    // What both hold; an own correction shows to the other in no sum.
    hours: a.hours.map((hours, week) => Math.min(hours, b.hours[week] ?? 0)),
    rate: both(a.rate, b.rate, ({ low, high }) => ({ low: Math.max(0, low), high })),
    change: both(logOf(a.change), logOf(b.change), ({ low, high }) => ({
      low: Math.exp(low / 2),
      high: Math.exp(high / 2),
    })),
    towards: { low: a.towards.low + b.towards.low, high: a.towards.high + b.towards.high },
    close: both(a.close, b.close, halve),
    fun: both(a.fun, b.fun, halve),
  };
};

const clamp = (value: number, min: number, max: number): number => Math.max(min, Math.min(max, value));

const doublings = (factor: number): number => Math.log2(factor) * STEPS_TO_DOUBLE;

const rateAt = (step: number): number => (step === 0 ? 0 : LOWEST_RATE * 2 ** ((step - 1) / STEPS_TO_DOUBLE));

/** Above none and below the first step. */
const SOME = 0.5;

/** What lies exactly on the grid stays there; rounding of the logarithm would push it out. */
const SLACK = 1e-9;

const outward = (
  span: FigureRange | null,
  stepOf: (value: number) => number,
  min: number,
  max: number,
): Steps | null => {
  if (span === null) return null;
  return {
    low: clamp(Math.floor(stepOf(span.low) + SLACK), min, max),
    high: clamp(Math.ceil(stepOf(span.high) - SLACK), min, max),
  };
};

const within = (steps: Steps | null, valueOf: (step: number) => number): FigureRange | null =>
  steps === null ? null : { low: valueOf(steps.low), high: valueOf(steps.high) };

const logOf = (span: FigureRange | null): FigureRange | null =>
  span === null ? null : { low: Math.log(span.low), high: Math.log(span.high) };

const halve = ({ low, high }: FigureRange): FigureRange => ({ low: low / 2, high: high / 2 });

/** The sum of two, made into what is wanted of it; null where either is missing, whichever it is. */
const both = (
  a: FigureRange | null,
  b: FigureRange | null,
  make: (sum: FigureRange) => FigureRange,
): FigureRange | null => {
  if (a === null || b === null) return null;
  // Summed person by person, so that not even the last digit depends on whose phone it is.
  const middle = (a.low + a.high + (b.low + b.high)) / 2;
  const half = Math.sqrt((a.high - a.low) ** 2 + (b.high - b.low) ** 2) / 2;
  return make({ low: middle - half, high: middle + half });
};
