/**
 * Instant: a wall-clock time, for what is kept and compared between days and devices.
 *
 * Written as ISO 8601 in UTC with milliseconds (`2026-11-20T18:00:02.000Z`), always 24 characters, so that the text
 * sorts as the time does. The years 0001 to 9999 can be written; anything else is refused.
 * Limits: a wall clock may jump. What is measured within one session is `Millis`.
 */
import { err, ok, type Result } from "../result.ts";

declare const instantBrand: unique symbol;

/** Whole milliseconds since 1970-01-01T00:00Z, between the years 0001 and 9999. */
export type Instant = number & { readonly [instantBrand]: true };

export interface NotAnInstant {
  readonly type: "not-an-instant";
}

const FIRST = Date.parse("0001-01-01T00:00:00.000Z");
const LAST = Date.parse("9999-12-31T23:59:59.999Z");

const ISO_UTC = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;

/** A number from outside (a clock, a database) read as epoch milliseconds; fractions are refused, not rounded. */
export const parseEpochMs = (value: number): Result<Instant, NotAnInstant> =>
  Number.isInteger(value) && value >= FIRST && value <= LAST ? ok(value as Instant) : err({ type: "not-an-instant" });

/**
 * Reads ISO 8601 in UTC, with or without a fraction of up to three digits. A time without `Z` is refused: it would be
 * local time by accident. So are days that no calendar has, `24:00` and leap seconds.
 */
export const parseInstant = (text: string): Result<Instant, NotAnInstant> => {
  if (!ISO_UTC.test(text)) return err({ type: "not-an-instant" });
  const instant = parseEpochMs(Date.parse(text));
  // `Date` turns 31 April into 1 May in some engines, and 24:00 into the next day: only a day that comes back unchanged is real.
  const isReal = instant.type === "ok" && new Date(instant.value).getUTCDate() === Number(text.slice(8, 10));
  return isReal ? instant : err({ type: "not-an-instant" });
};

/** ISO 8601 in UTC with milliseconds, 24 characters. */
export const formatInstant = (at: Instant): string => new Date(at).toISOString();

/**
 * `at` moved later by `ms` (earlier if negative), rounded to a whole millisecond and kept within the years 0001 to 9999,
 * so that a hostile date in a record cannot make arithmetic throw.
 *
 * @throws RangeError if `ms` is not finite: a duration is never NaN, so this is a broken invariant.
 */
export const addToInstant = (at: Instant, ms: number): Instant => {
  if (!Number.isFinite(ms)) throw new RangeError(`not a duration: ${String(ms)}`);
  return Math.round(Math.min(LAST, Math.max(FIRST, at + ms))) as Instant;
};
