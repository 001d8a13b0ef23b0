/**
 * Times together from an iCalendar file: every event in it that has a beginning and an end on the clock.
 *
 * An event that cannot be used is named with its reason and left out; all others are kept.
 * **Privacy:** of an event only its times are read, never its title, place or guests.
 */
import {
  err,
  isErr,
  mergeIntervals,
  ok,
  parseEpochMs,
  type Instant,
  type Interval,
  type Result,
} from "@undivided/domain";
import type { HistoryFile } from "../bytes/history-file.ts";
import { createTextReader } from "../bytes/utf16.ts";
import type { Zone } from "../clock/zone.ts";
import type { OnSkipped } from "../history-error.ts";
import { createBlockReader, type CalendarBlocks } from "./calendar-blocks.ts";
import { readEvent, type CalendarEvent, type EventZones } from "./calendar-event.ts";
import { namedZone, readZones } from "./calendar-zone.ts";

export type CalendarError =
  | { readonly type: "unreadable"; readonly file: string; readonly code: string | null; readonly message: string }
  | { readonly type: "not-a-calendar"; readonly file: string }
  | { readonly type: "calendar-too-large"; readonly file: string; readonly limitBytes: number }
  /** An event whose times name no zone, and none was given. */
  | { readonly type: "zone-needed"; readonly file: string };

/** The largest calendars of a decade are a few megabytes. */
export const MAX_CALENDAR_BYTES = 33_554_432;

export interface CalendarOptions {
  /** For times that name no zone. */
  readonly zone: Zone | null;
  /** Only times that touch it are given. */
  readonly span: Interval<Instant>;
  readonly onSkipped: OnSkipped;
}

/** A set of intervals. Never rejects unless `onSkipped` throws. */
export const readCalendar = async (
  file: HistoryFile,
  { zone, span, onSkipped }: CalendarOptions,
): Promise<Result<readonly Interval<Instant>[], CalendarError>> => {
  const blocks = await readBlocks(file);
  if (isErr(blocks)) return blocks;
  const { events, cutOffAt } = blocks.value;
  const zones: EventZones = {
    described: readZones(blocks.value.zones),
    floating: zone === null ? null : namedZone(zone),
  };
  const read: { readonly line: number; readonly event: CalendarEvent }[] = [];
  for (const { line, text } of events) {
    const event = readEvent(text, zones);
    if (event.type === "ok") read.push({ line, event: event.value });
    else if (event.error.type === "zone-needed") return err({ type: "zone-needed", file: file.name });
    else onSkipped({ file: file.name, line, reason: event.error });
  }
  if (cutOffAt !== null) onSkipped({ file: file.name, line: cutOffAt, reason: { type: "cut-off" } });

  const replaced = new Set(
    read.filter(({ event }) => event.replacesMs !== null).map(({ event }) => keyOf(event.uid, event.replacesMs ?? 0)),
  );
  const found: Interval<Instant>[] = [];
  for (const { line, event } of read) {
    if (event.isCancelled) continue;
    const times = timesOf(event, span.until);
    if (times.type === "error") {
      onSkipped({ file: file.name, line, reason: times.error });
      continue;
    }
    for (const { fromMs, untilMs } of times.value) {
      if (untilMs <= span.from || fromMs >= span.until) continue;
      if (event.replacesMs === null && replaced.has(keyOf(event.uid, fromMs))) continue;
      const from = parseEpochMs(fromMs);
      const until = parseEpochMs(untilMs);
      if (from.type === "ok" && until.type === "ok") found.push({ from: from.value, until: until.value });
    }
  }
  return ok(mergeIntervals(found));
};

const keyOf = (uid: string, atMs: number): string => `${uid} ${String(atMs)}`;

/** ical.js may throw on a rule that it could parse. */
const timesOf = (event: CalendarEvent, untilMs: number): ReturnType<CalendarEvent["times"]> => {
  try {
    return event.times(untilMs);
  } catch {
    return err({ type: "unreadable-event" });
  }
};

const readBlocks = async (file: HistoryFile): Promise<Result<CalendarBlocks, CalendarError>> => {
  const blockReader = createBlockReader();
  const reader = createTextReader(blockReader);
  let bytes = 0;
  try {
    for await (const chunk of file.chunks()) {
      bytes += chunk.length;
      if (bytes > MAX_CALENDAR_BYTES) {
        return err({ type: "calendar-too-large", file: file.name, limitBytes: MAX_CALENDAR_BYTES });
      }
      reader.push(chunk);
    }
  } catch (failure) {
    const code = typeof failure === "object" && failure !== null && "code" in failure ? failure.code : null;
    const message = failure instanceof Error ? failure.message : String(failure);
    return err({ type: "unreadable", file: file.name, code: typeof code === "string" ? code : null, message });
  }
  reader.finish();
  const blocks = blockReader.blocks();
  return blocks.isCalendar ? ok(blocks) : err({ type: "not-a-calendar", file: file.name });
};
