/**
 * Times together as stretches in which moments could be seen, with the moments in them: what every rate rests on.
 *
 * Seen hours are the tapped time less pauses and less the stretches in which motion or page knew nothing; what two own
 * phones saw at the same time counts once, for the one that began first. Without sound a pick-up is open and its owner is
 * asked, so time without sound stays in; what was not answered is named beside the count and in no count.
 */
import {
  civilDateAt,
  type CivilDate,
  type Instant,
  type Interval,
  intersectIntervals,
  mergeIntervals,
  mondayOf,
  type MomentRecord,
  type RecordId,
  subtractIntervals,
  togetherIntervals,
  type TogetherRecord,
  totalLengthMs,
  verdictOf,
} from "@undivided/domain";
import type { CountedStretch } from "../estimates/estimate.ts";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** `hours` may be 0 where nothing could be seen. */
export interface Session extends CountedStretch {
  readonly id: RecordId;
  readonly day: CivilDate;
  readonly week: CivilDate;
  /** From 0, Monday. */
  readonly weekday: number;
  /** Of the owner's clock, at the middle of the time together; from 0 to 24. */
  readonly hourOfDay: number;
  /** Time together in which nothing could be seen. */
  readonly unseenHours: number;
  readonly seen: readonly Interval<Instant>[];
  /** Counted in `count`; the moment's start, or where it began to count. */
  readonly counted: readonly CountedMoment[];
  /** Those of which nobody can know, until their owner says. */
  readonly open: number;
  /** Left out by reasons or by what their owner said. */
  readonly notCounted: number;
}

export interface CountedMoment {
  readonly id: RecordId;
  readonly at: Instant;
  readonly isSensed: boolean;
}

export interface SeenMoments {
  readonly sessions: readonly Session[];
  /** Times together without a known end: of unknown length, in no figure. */
  readonly unfinished: number;
  /** Moments that count but lie in no seen time together: logged at another time, or while the senses were away. In no rate. */
  readonly outside: number;
}

/** Sessions in the order of their start. O((moments + togethers) log n). */
export const collectSessions = (
  togethers: readonly TogetherRecord[],
  moments: readonly MomentRecord[],
): SeenMoments => {
  const ended = togethers.filter(({ end }) => end !== null).sort((a, b) => a.start - b.start || compare(a.id, b.id));
  const sorted = [...moments].sort((a, b) => a.at - b.at || compare(a.id, b.id));
  const placed = new Set<RecordId>();
  let taken: readonly Interval<Instant>[] = [];
  const sessions = ended.map((record): Session => {
    const together = togetherIntervals(record);
    const blind = record.unknown.filter(({ of }) => of !== "sound");
    const seen = subtractIntervals(subtractIntervals(together, blind), taken);
    const shared = intersectIntervals(together, taken);
    const last = together.at(-1)?.until ?? record.start;
    taken = mergeIntervals([...taken.filter(({ until }) => until > record.start), ...seen]);
    const counted: CountedMoment[] = [];
    let open = 0;
    let notCounted = 0;
    for (const moment of between(sorted, record.start, last)) {
      if (placed.has(moment.id)) continue;
      const verdict = verdictOf(moment);
      const at = verdict.type === "counted" ? verdict.from : moment.at;
      if (!isWithin(seen, at)) continue;
      placed.add(moment.id);
      if (verdict.type === "counted") counted.push({ id: moment.id, at, isSensed: moment.source.type === "sensed" });
      else if (verdict.type === "open") open += 1;
      else notCounted += 1;
    }
    const day = civilDateAt(record.start, record.utcOffset);
    const hours = totalLengthMs(seen) / HOUR_MS;
    return {
      id: record.id,
      day,
      week: mondayOf(day),
      weekday: (dayNumber(day) - dayNumber(mondayOf(day))) % 7,
      hourOfDay: hourOfDay((record.start + last) / 2, record.utcOffset),
      hours,
      unseenHours: (totalLengthMs(together) - totalLengthMs(shared)) / HOUR_MS - hours,
      seen,
      count: counted.length,
      counted,
      open,
      notCounted,
    };
  });
  const outside = sorted.filter(({ id }) => !placed.has(id)).filter((one) => verdictOf(one).type === "counted").length;
  return { sessions, unfinished: togethers.length - ended.length, outside };
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Days since 1970. */
export const dayNumber = (day: CivilDate): number => Math.round(Date.parse(`${day}T00:00:00.000Z`) / DAY_MS);

const hourOfDay = (at: number, offset: number): number =>
  ((((at + offset * MINUTE_MS) % DAY_MS) + DAY_MS) % DAY_MS) / HOUR_MS;

const isWithin = (intervals: readonly Interval<Instant>[], at: Instant): boolean =>
  intervals.some(({ from, until }) => from <= at && at < until);

/** Moments that may count from within the stretch: one that began before it may count from a later time, at most a day later. */
const between = (sorted: readonly MomentRecord[], from: Instant, until: Instant): readonly MomentRecord[] =>
  sorted.slice(
    countWhile(sorted, (at) => at < from - DAY_MS),
    countWhile(sorted, (at) => at <= until),
  );

/** How many at the start hold, where all that hold come first. O(log n). */
const countWhile = (sorted: readonly MomentRecord[], holds: (at: Instant) => boolean): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = sorted[middle];
    if (one !== undefined && holds(one.at)) low = middle + 1;
    else high = middle;
  }
  return low;
};
