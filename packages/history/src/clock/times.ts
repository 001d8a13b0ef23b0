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
  const ms = Math.round(Number(text) * factor);
  return ms >= FIRST_MS && ms < LAST_MS ? ok(ms) : err({ type: "time-out-of-range", text: showField(text) });
};

/** A time that says itself where it is, or what a wall clock showed (as if it were UTC). */
export type WrittenTime =
  { readonly type: "instant"; readonly ms: number } | { readonly type: "local"; readonly ms: number };

/**
 * ISO 8601 as programs write it, `T` or a blank between day and time. Days and times that do not exist are refused.
 * Read sign by sign: a regular expression takes four times as long, and files have millions of these.
 */
export const parseIsoTime = (text: string): Result<WrittenTime, SkipReason> => {
  const wrong = (): Result<never, SkipReason> => err({ type: "not-a-time", text: showField(text) });
  const dayMs = parseDay(text);
  const separator = text[10];
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  if (Number.isNaN(dayMs) || (separator !== "T" && separator !== " ") || text[13] !== ":" || text.length > 40)
    return wrong();
  let next = 16;
  let second = 0;
  let ms = 0;
  if (text[next] === ":") {
    second = twoDigits(text, 17);
    next = 19;
    if (text[next] === "." || text[next] === ",") {
      const start = ++next;
      let fraction = 0;
      let unit = 100;
      for (let digit = digitAt(text, next); !Number.isNaN(digit); digit = digitAt(text, ++next)) {
        fraction += digit * unit;
        unit /= 10;
      }
      if (next === start || next - start > 9) return wrong();
      ms = Math.round(fraction);
    }
  }
  if (!(hour <= 23 && minute <= 59 && second <= 59)) return wrong();
  const at = dayMs + ((hour * 60 + minute) * 60 + second) * 1000 + ms;
  if (next === text.length) return inRange(at, text, "local");
  if (text[next] === " ") next++;
  const offset = parseOffsetMs(text.slice(next));
  return offset === null ? wrong() : inRange(at - offset, text, "instant");
};

const digitAt = (text: string, index: number): number => {
  const code = text.charCodeAt(index) - 48;
  return code >= 0 && code <= 9 ? code : NaN;
};

const twoDigits = (text: string, index: number): number => digitAt(text, index) * 10 + digitAt(text, index + 1);

let lastDay = "";
let lastDayMs = NaN;

/** Midnight of the first ten signs as UTC, or NaN. Rows of one day follow each other, so the last day is remembered. */
const parseDay = (text: string): number => {
  const day = text.slice(0, 10);
  if (day === lastDay) return lastDayMs;
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day);
  const month = Number(parts?.[2]);
  const dayMs = Date.UTC(Number(parts?.[1]), month - 1, Number(parts?.[3]));
  const exists = parts !== null && month >= 1 && month <= 12 && new Date(dayMs).getUTCDate() === Number(parts[3]);
  lastDay = day;
  lastDayMs = exists ? dayMs : NaN;
  return lastDayMs;
};

const ZONE = /^[+-]\d\d(?::?\d\d)?$/;

const parseOffsetMs = (zone: string): number | null => {
  if (zone === "Z") return 0;
  if (!ZONE.test(zone)) return null;
  const digits = zone.slice(1).replace(":", "");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || "0");
  if (minutes > 18 * 60 || Number(digits.slice(2) || "0") > 59) return null;
  return (zone.startsWith("-") ? -1 : 1) * minutes * 60_000;
};

const inRange = (ms: number, text: string, type: WrittenTime["type"]): Result<WrittenTime, SkipReason> =>
  ms >= FIRST_MS && ms < LAST_MS ? ok({ type, ms }) : err({ type: "time-out-of-range", text: showField(text) });
