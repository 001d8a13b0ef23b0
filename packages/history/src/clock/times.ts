/**
 * Times as histories write them: ISO 8601 with or without a zone, and seconds or milliseconds since 1970.
 *
 * Times are whole milliseconds; finer digits are rounded. Only the years 2000 to 2100 are taken for the time of a phone.
 */
import { err, ok, type Result } from "@undivided/domain";
import { showField, type SkipReason } from "../history-error.ts";

export const FIRST_MS = Date.UTC(2000, 0, 1);
export const LAST_MS = Date.UTC(2100, 0, 1);

const DIGITS = /^\d+(\.\d*)?$/;

/** Seconds since 1970, with or without a fraction. */
export const parseUnixSeconds = (text: string): Result<number, SkipReason> => parseUnix(text, 1000);

/** Milliseconds since 1970, with or without a fraction. */
export const parseUnixMillis = (text: string): Result<number, SkipReason> => parseUnix(text, 1);

const parseUnix = (text: string, factor: number): Result<number, SkipReason> => {
  if (text.length > 40 || !DIGITS.test(text)) return err({ type: "not-a-time", text: showField(text) });
  return inRange(Math.round(Number(text) * factor), text);
};

/** A time that says itself where it is, or what a wall clock showed (as if it were UTC). */
export type WrittenTime =
  { readonly type: "instant"; readonly ms: number } | { readonly type: "local"; readonly ms: number };

const ISO = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d\d(?::?\d\d)?)?$/;

/** ISO 8601 as programs write it, `T` or a blank between day and time. Days and times that do not exist are refused. */
export const parseIsoTime = (text: string): Result<WrittenTime, SkipReason> => {
  const parts = text.length <= 40 ? ISO.exec(text) : null;
  if (parts === null) return err({ type: "not-a-time", text: showField(text) });
  const [, year, month, day, hour, minute, second = "0", fraction = "0", zone] = parts;
  const h = Number(hour);
  const m = Number(minute);
  const s = Number(second);
  const dayMs = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const exists = new Date(dayMs).getUTCDate() === Number(day) && Number(month) >= 1 && Number(month) <= 12;
  if (!exists || h > 23 || m > 59 || s > 59) return err({ type: "not-a-time", text: showField(text) });
  const ms = dayMs + ((h * 60 + m) * 60 + s) * 1000 + Math.round(Number(`0.${fraction}`) * 1000);
  if (zone === undefined) {
    const local = inRange(ms, text);
    return local.type === "ok" ? ok({ type: "local", ms }) : local;
  }
  const offset = zone === "Z" ? 0 : parseOffsetMs(zone);
  if (offset === null) return err({ type: "not-a-time", text: showField(text) });
  const instant = inRange(ms - offset, text);
  return instant.type === "ok" ? ok({ type: "instant", ms: instant.value }) : instant;
};

const parseOffsetMs = (zone: string): number | null => {
  const digits = zone.slice(1).replace(":", "");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || "0");
  if (minutes > 18 * 60 || Number(digits.slice(2) || "0") > 59) return null;
  return (zone.startsWith("-") ? -1 : 1) * minutes * 60_000;
};

const inRange = (ms: number, text: string): Result<number, SkipReason> =>
  ms >= FIRST_MS && ms < LAST_MS ? ok(ms) : err({ type: "time-out-of-range", text: showField(text) });
