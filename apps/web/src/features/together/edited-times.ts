/**
 * The times of a kept record as its owner puts them right, in hours and minutes of the clock that was shown then.
 *
 * A clock time alone names no day: of the days around, those are meant that change least, in the order of beginning and end, no
 * longer than anybody sits together, and not ahead of now. So a time may go over midnight.
 */
import { addToInstant, type Instant, type TogetherRecord } from "@undivided/domain";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** As long as the journal lets one run. */
const LONGEST_MS = 12 * 3_600_000;

/** Nobody means a time that lies farther from what was kept: the same hours of the day before are a slip. */
const FARTHEST_MS = 16 * 3_600_000;

/** A time that was kept already may lie ahead where a clock was put back since. */
const SLACK_MS = MINUTE_MS;

export type EditedTimes =
  | { readonly type: "fits"; readonly record: TogetherRecord; readonly end: Instant }
  /** Each is said at the field that has to change. */
  | { readonly type: "problem"; readonly of: "start" | "end"; readonly problem: TimesProblem };

export type TimesProblem =
  | { readonly type: "no-time" | "order" | "ahead" }
  /** A pause that was tapped lies outside: when it began, or ended. */
  | { readonly type: "pause"; readonly at: Instant };

/** Minutes of the day of `HH:MM`; null for what is none. */
const minutesOf = (text: string): number | null => {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return match === null ? null : Number(match[1]) * 60 + Number(match[2]);
};

/** These minutes of the day on the day of `near` and the days beside it; seconds stay where the minute did not change. */
const around = (minutes: number, near: Instant, utcOffset: number): readonly Instant[] => {
  const local = near + utcOffset * MINUTE_MS;
  const dayStart = Math.floor(local / DAY_MS) * DAY_MS;
  const isSame = Math.floor((local - dayStart) / MINUTE_MS) === minutes;
  const byDay = isSame ? 0 : dayStart + minutes * MINUTE_MS - local;
  return [-DAY_MS, 0, DAY_MS].map((shift) => addToInstant(near, byDay + shift));
};

const problem = (of: "start" | "end", why: TimesProblem): EditedTimes => ({ type: "problem", of, problem: why });

export const withTimes = (record: TogetherRecord, start: string, end: string, now: Instant): EditedTimes => {
  const { start: keptStart, end: keptEnd, utcOffset, pauses } = record;
  const [from, until] = [minutesOf(start), minutesOf(end)];
  if (from === null) return problem("start", { type: "no-time" });
  if (until === null || keptEnd === null) return problem("end", { type: "no-time" });

  const starts = around(from, keptStart, utcOffset);
  const pairs = around(until, keptEnd, utcOffset)
    .flatMap((to) => starts.map((at) => ({ at, to, moved: Math.abs(at - keptStart) + Math.abs(to - keptEnd) })))
    .filter(({ at, to }) => at < to && to - at <= LONGEST_MS)
    .toSorted((one, other) => one.moved - other.moved);
  if (pairs.length === 0) return problem("end", { type: "order" });
  const latest = Math.max(now + SLACK_MS, keptEnd);
  const meant = pairs.find(({ at, to }) => to <= latest && Math.abs(at - keptStart) <= FARTHEST_MS);
  if (meant === undefined) return problem("end", { type: "ahead" });

  const first = pauses[0]?.from;
  if (first !== undefined && meant.at > first) return problem("start", { type: "pause", at: first });
  const last = pauses.at(-1);
  const over = last?.until ?? last?.from;
  if (over !== undefined && meant.to < over) return problem("end", { type: "pause", at: over });
  return { type: "fits", record: { ...record, start: meant.at, end: meant.to }, end: meant.to };
};
