/** A calendar file → the times in it that may be together, before anything is kept. Runs in a worker. */
import {
  err,
  intersectIntervals,
  MAX_CALENDAR_TIMES,
  mergeIntervals,
  ok,
  parseEpochMs,
  totalLengthMs,
  type Instant,
  type PhoneLooksRecord,
  type Result,
} from "@undivided/domain";
import { parseZone, readCalendar, type CalendarError, type HistoryFile, type SkippedLine } from "@undivided/history";
import { mergeImports } from "./kept-looks.ts";
import { SHOWN_SKIPPED } from "./read-phone.ts";
import type { CalendarPreview } from "./phone-messages.ts";

const HOUR_MS = 3_600_000;
/** Later imports of the same year need no new calendar. */
const YEAR_MS = 366 * 86_400_000;
/** Several times a day for years. */
export const MAX_TIMES = 20 * MAX_CALENDAR_TIMES;

export interface TooManyTimes {
  readonly type: "too-many-times";
  readonly limit: number;
}

export const readCalendarFile = async (
  file: HistoryFile,
  records: readonly PhoneLooksRecord[],
  zone: string | null,
): Promise<Result<CalendarPreview, CalendarError | TooManyTimes>> => {
  const { observed } = mergeImports(records);
  const first: SkippedLine[] = [];
  let count = 0;
  const parsedZone = zone === null ? null : parseZone(zone);
  const found = await readCalendar(file, {
    zone: parsedZone?.type === "ok" ? parsedZone.value : null,
    span: { from: shift(observed[0]?.from ?? 0, -YEAR_MS), until: shift(observed.at(-1)?.until ?? 0, YEAR_MS) },
    onSkipped: (line) => {
      count += 1;
      if (first.length < SHOWN_SKIPPED) first.push(line);
    },
  });
  if (found.type === "error") return err(found.error);
  const times = mergeIntervals(found.value);
  if (times.length > MAX_TIMES) return err({ type: "too-many-times", limit: MAX_TIMES });
  return ok({
    times,
    hours: totalLengthMs(times) / HOUR_MS,
    hoursWatched: totalLengthMs(intersectIntervals(observed, times)) / HOUR_MS,
    skipped: { count, first },
  });
};

const shift = (at: number, ms: number): Instant => {
  const parsed = parseEpochMs(at + ms);
  if (parsed.type === "error") throw new Error("a year beside a history lies within the calendar");
  return parsed.value;
};
