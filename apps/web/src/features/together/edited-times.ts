/** The times of a kept record as its owner puts them right, in hours and minutes of the clock that was shown then. */
import { addToInstant, type Instant, type TogetherRecord } from "@undivided/domain";

const DAY_MS = 86_400_000;

/** Minutes of the day of `HH:MM`; null for what is none. */
const minutesOf = (text: string): number | null => {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return match === null ? null : Number(match[1]) * 60 + Number(match[2]);
};

/** The time with these minutes of the day that is nearest to `near`; seconds stay where the minute did not change. */
const nearest = (minutes: number, near: Instant, utcOffset: number): Instant => {
  const local = near + utcOffset * 60_000;
  const dayStart = Math.floor(local / DAY_MS) * DAY_MS;
  if (Math.floor((local - dayStart) / 60_000) === minutes) return near;
  const candidates = [-DAY_MS, 0, DAY_MS].map((shift) => dayStart + shift + minutes * 60_000 - local);
  const [least = 0] = candidates.toSorted((one, other) => Math.abs(one) - Math.abs(other));
  return addToInstant(near, least);
};

/** Null where the times do not fit each other or the pauses between them. */
export const withTimes = (record: TogetherRecord, start: string, end: string): TogetherRecord | null => {
  const [from, until] = [minutesOf(start), minutesOf(end)];
  if (from === null || until === null || record.end === null) return null;
  const newStart = nearest(from, record.start, record.utcOffset);
  const newEnd = nearest(until, record.end, record.utcOffset);
  const first = record.pauses[0]?.from ?? newEnd;
  const last = record.pauses.at(-1);
  const latest = last === undefined ? newStart : (last.until ?? last.from);
  if (newStart >= newEnd || newStart > first || newEnd < latest) return null;
  return { ...record, start: newStart, end: newEnd };
};
