/**
 * What *Us* says, before it has words: the finding that stands above everything, and the charts as plain numbers.
 *
 * A finding is said only where its interval says it; where there is too little, the answer is what would be enough.
 */
import type { CivilDate } from "@undivided/domain";
import type { Estimate, Estimated, OwnSummary } from "@undivided/insight";
import { hasTimeBefore, mainFindingOf, wayOf, type MainFinding, type Way } from "@undivided/insight/finding";
import type { GuessPair } from "./summary-messages.ts";

export { wayOf };

type Figure = Pick<Estimated<string>, "value" | "low" | "high">;

export type Headline =
  | MainFinding
  | { readonly type: "rate"; readonly rate: Figure }
  /** `left`: times together that are missing for a first picture, at least 1; or hours, where the times were short. */
  | { readonly type: "too-little"; readonly lacks: "times" | "hours"; readonly left: number }
  | { readonly type: "nothing" };

export const headlineOf = (summary: OwnSummary): Headline => {
  const { together, rate } = summary;
  if (together.sessions === 0) return { type: "nothing" };
  const finding = mainFindingOf(summary);
  if (finding !== null) return finding;
  if (rate.type === "estimate") return { type: "rate", rate };
  return {
    type: "too-little",
    lacks: rate.lacks === "hours" ? "hours" : "times",
    left: Math.max(1, Math.ceil(rate.need - rate.have)),
  };
};

/**
 * Why a mark on a day is not looked at before and after: a later one is, or no time together lies before it. Null where nothing is in the
 * way, or nothing is recorded yet.
 */
export type IdleMark = { readonly type: "earlier"; readonly last: CivilDate } | { readonly type: "nothing-before" };

export const idleMarkOf = (
  day: CivilDate,
  last: CivilDate | null,
  summary: Pick<OwnSummary, "sessions">,
): IdleMark | null => {
  if (last !== null && day < last) return { type: "earlier", last };
  return summary.sessions.length > 0 && !hasTimeBefore(day, summary) ? { type: "nothing-before" } : null;
};

const DAY_MS = 86_400_000;
const daysBetween = (from: CivilDate, to: CivilDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

export interface RateWeek {
  readonly week: CivilDate;
  readonly hours: number;
  readonly count: number;
  /** Null where there was no time together. */
  readonly rate: Figure | null;
}

export interface RateChart {
  readonly weeks: readonly RateWeek[];
  /** `at` in weeks from the first Monday. */
  readonly evenings: readonly { readonly at: number; readonly count: number }[];
  readonly mark: { readonly at: number; readonly before: number | null; readonly after: number | null } | null;
}

/** Null where no week has an estimate. */
export const rateChartOf = ({
  weeks,
  sessions,
  change,
}: Pick<OwnSummary, "weeks" | "sessions" | "change">): RateChart | null => {
  const first = weeks[0]?.week;
  if (first === undefined || weeks.every(({ rate }) => rate.type !== "estimate")) return null;
  const rateOf = (part: OwnSummary["sessions"]): number | null => {
    const hours = part.reduce((sum, one) => sum + one.hours, 0);
    return hours === 0 ? null : part.reduce((sum, one) => sum + one.count, 0) / hours;
  };
  const day = change?.day ?? null;
  return {
    weeks: weeks.map(({ week, hours, count, rate }) => ({ week, hours, count, rate: figureOf(rate) })),
    evenings: sessions
      .filter(({ hours }) => hours > 0)
      .map((one) => ({ at: (daysBetween(first, one.day) + 0.5) / 7, count: one.count })),
    mark:
      day === null || daysBetween(first, day) < 0 || daysBetween(first, day) > weeks.length * 7
        ? null
        : {
            at: daysBetween(first, day) / 7,
            before: rateOf(sessions.filter((one) => one.day < day)),
            after: rateOf(sessions.filter((one) => one.day >= day)),
          },
  };
};

export const figureOf = (estimate: Estimate<string>): Figure | null =>
  estimate.type === "estimate" ? { value: estimate.value, low: estimate.low, high: estimate.high } : null;

export interface GuessView {
  readonly way: Way;
  /** Guess less count, a time together. */
  readonly difference: Figure;
  readonly pairs: number;
  /** The newest, in the order of time. */
  readonly shown: readonly GuessPair[];
}

/** More do not fit beside each other on a phone. */
const SHOWN_GUESSES = 8;

export const guessViewOf = ({ guess }: OwnSummary, pairs: readonly GuessPair[]): GuessView | null =>
  guess.type === "estimate"
    ? { way: wayOf(guess, 0), difference: guess, pairs: guess.count, shown: pairs.slice(-SHOWN_GUESSES) }
    : null;

/** How many more of them would be enough; at least 1. */
export const leftOf = (estimate: Estimate<string>): number =>
  estimate.type === "estimate" ? 0 : Math.max(1, Math.ceil(estimate.need - estimate.have));

/** Levels that stand out beyond chance, the strongest first. */
export const standingOut = ({ patterns }: OwnSummary) =>
  patterns
    .flatMap(({ levels }) => levels)
    .flatMap(({ level, ratio, standsOut }) => (standsOut && ratio.type === "estimate" ? [{ level, ratio }] : []))
    .toSorted((one, other) => Math.abs(Math.log(other.ratio.value)) - Math.abs(Math.log(one.ratio.value)));

/** Whether any level could be compared at all, and what the one that lacks least lacks. */
export const patternsKnown = ({ patterns }: OwnSummary): boolean =>
  patterns.some(({ levels }) => levels.some(({ p }) => p !== null));

/** Check-in questions whose answers clearly rise or fall over the weeks. */
export const movingAnswers = ({ checkIns }: OwnSummary) => {
  const known = checkIns.filter(({ slope }) => slope.type === "estimate");
  const going = (way: Way) =>
    known.flatMap(({ question, slope }) => (slope.type === "estimate" && wayOf(slope, 0) === way ? [question] : []));
  return { isKnown: known.length > 0, rising: going("more"), falling: going("less") };
};
