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
  const verdicts = sorted.map(verdictOf);
  const isPlaced = new Uint8Array(sorted.length);
  let taken: readonly Interval<Instant>[] = [];
  // Moments that may count from within the stretch: one that began before it may count from a later time, at most a day later.
  let from = 0;
  const sessions = ended.map((record): Session => {
    const together = togetherIntervals(record);
    const blind = record.unknown.filter(({ of }) => of !== "sound");
    taken = taken.filter(({ until }) => until > record.start);
    const seen = subtractIntervals(subtractIntervals(together, blind), taken);
    const shared = intersectIntervals(together, taken);
    const last = together.at(-1)?.until ?? record.start;
    taken = taken.length === 0 ? seen : mergeIntervals([...taken, ...seen]);
    const counted: CountedMoment[] = [];
    let open = 0;
    let notCounted = 0;
    while ((sorted[from]?.at ?? Infinity) < record.start - DAY_MS) from += 1;
    for (let index = from; index < sorted.length; index += 1) {
      const moment = sorted[index];
      const verdict = verdicts[index];
      if (moment === undefined || verdict === undefined || moment.at > last) break;
      const at = verdict.type === "counted" ? verdict.from : moment.at;
      if (isPlaced[index] === 1 || !isWithin(seen, at)) continue;
      isPlaced[index] = 1;
      if (verdict.type === "counted") counted.push({ id: moment.id, at, isSensed: moment.source.type === "sensed" });
      else if (verdict.type === "open") open += 1;
      else notCounted += 1;
    }
    const day = civilDateAt(record.start, record.utcOffset);
    const week = mondayOf(day);
    const hours = totalLengthMs(seen) / HOUR_MS;
    return {
      id: record.id,
      day,
      week,
      weekday: (dayNumber(day) - dayNumber(week)) % 7,
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
  const outside = verdicts.filter(({ type }, index) => type === "counted" && isPlaced[index] === 0).length;
  return { sessions, unfinished: togethers.length - ended.length, outside };
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Days since 1970. */
export const dayNumber = (day: CivilDate): number => Math.round(Date.parse(`${day}T00:00:00.000Z`) / DAY_MS);

const hourOfDay = (at: number, offset: number): number =>
  ((((at + offset * MINUTE_MS) % DAY_MS) + DAY_MS) % DAY_MS) / HOUR_MS;

const isWithin = (intervals: readonly Interval<Instant>[], at: Instant): boolean =>
  intervals.some(({ from, until }) => from <= at && at < until);
