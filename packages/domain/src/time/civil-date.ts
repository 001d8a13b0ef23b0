/**
 * Civil dates: the day as people name it, without a clock time, and how an instant falls on one.
 *
 * The time zone database is not asked: a record keeps the offset that its owner's clock showed, so that the day it
 * belongs to never changes with a later journey, a changed law or another device.
 * Method: days are counted in the proleptic Gregorian calendar, as ISO 8601 does; weeks begin on Monday.
 */
import { err, ok, type Result } from "../result.ts";
import type { Instant } from "./instant.ts";

declare const civilDateBrand: unique symbol;
declare const utcOffsetBrand: unique symbol;

/** `YYYY-MM-DD`, a day that exists, between the years 0001 and 9999. Sorts as text. */
export type CivilDate = string & { readonly [civilDateBrand]: true };

/** Minutes that the owner's clock was ahead of UTC (negative: behind), whole, from −18 h to +18 h. */
export type UtcOffset = number & { readonly [utcOffsetBrand]: true };

export interface NotADay {
  readonly type: "not-a-day";
}

export interface NotAnOffset {
  readonly type: "not-an-offset";
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const FIRST_MS = Date.parse("0001-01-01T00:00:00.000Z");
const LAST_MS = Date.parse("9999-12-31T00:00:00.000Z");
/** No zone has ever been further from UTC; java.time and RFC 9557 tools draw the same line. */
const OFFSET_LIMIT = 18 * 60;

const CIVIL_DATE = /^(?!0000)\d{4}-\d{2}-\d{2}$/;

/** Reads `YYYY-MM-DD`; 30 February and the year 0000 are refused. */
export const parseCivilDate = (text: string): Result<CivilDate, NotADay> => {
  if (!CIVIL_DATE.test(text)) return err({ type: "not-a-day" });
  const startMs = Date.parse(`${text}T00:00:00.000Z`);
  // `Date` may turn 31 April into 1 May: only a day that comes back unchanged is one.
  return new Date(startMs).getUTCDate() === Number(text.slice(8)) ? ok(text as CivilDate) : err({ type: "not-a-day" });
};

export const parseUtcOffset = (minutes: number): Result<UtcOffset, NotAnOffset> =>
  Number.isInteger(minutes) && Math.abs(minutes) <= OFFSET_LIMIT
    ? ok(minutes as UtcOffset)
    : err({ type: "not-an-offset" });

/** The day that the owner's clock showed at `at`. At the two ends of the calendar the day is kept within it. */
export const civilDateAt = (at: Instant, offset: UtcOffset): CivilDate => dayFromMs(at + offset * MINUTE_MS);

/** The Monday on or before `day`; it names the week. */
export const mondayOf = (day: CivilDate): CivilDate => {
  const startMs = Date.parse(`${day}T00:00:00.000Z`);
  const daysSinceMonday = (new Date(startMs).getUTCDay() + 6) % 7;
  return dayFromMs(startMs - daysSinceMonday * DAY_MS);
};

/** `day` moved later by whole `days` (earlier if negative), kept within the calendar. */
export const addDays = (day: CivilDate, days: number): CivilDate =>
  dayFromMs(Date.parse(`${day}T00:00:00.000Z`) + days * DAY_MS);

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Days that were named, by their number since 1970: thousands of records share a few. */
const named = new Map<number, CivilDate>();
const MOST_NAMED = 20_000;

const dayFromMs = (ms: number): CivilDate => {
  const number = Math.floor(Math.min(LAST_MS, Math.max(FIRST_MS, ms)) / DAY_MS);
  const known = named.get(number);
  if (known !== undefined) return known;
  const day = isoDay(number * DAY_MS) as CivilDate;
  if (named.size >= MOST_NAMED) named.clear();
  named.set(number, day);
  return day;
};
