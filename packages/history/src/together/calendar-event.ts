/**
 * One event of a calendar → its times: start, length, recurrence with its exceptions.
 *
 * Method: ical.js runs the rule on the wall clock of the event's zone; each time is turned into an instant only then, so that
 * an evening at seven stays at seven when the clocks change. Source: RFC 5545, sections 3.3.10 and 3.8.5.
 * Limits: rules that recur within a day, and changes of "this and all that follow", are refused.
 */
import { err, ok, type Result } from "@undivided/domain";
import ICAL from "ical.js";
import type { CalendarSkipReason } from "../history-error.ts";
import { findZone, toWallTime, UTC, wallMsOf, type CalendarZone, type WallTime } from "./calendar-zone.ts";

export interface CalendarEvent {
  readonly uid: string;
  /** Which occurrence of the event with the same id this replaces. */
  readonly replacesMs: number | null;
  readonly isCancelled: boolean;
  /** Times that begin before `untilMs`, without those that are excepted. */
  readonly times: (untilMs: number) => Result<readonly EventTime[], CalendarSkipReason>;
}

export interface EventTime {
  readonly fromMs: number;
  readonly untilMs: number;
}

export interface ZoneNeeded {
  readonly type: "zone-needed";
}

export interface EventZones {
  readonly described: ReadonlyMap<string, CalendarZone>;
  /** For times that name no zone. */
  readonly floating: CalendarZone | null;
}

type Component = InstanceType<typeof ICAL.Component>;
type Property = InstanceType<typeof ICAL.Property>;

const WEEK_MS = 604_800_000;
const DAY_MS = 86_400_000;
/** More than a century of days: beyond it a rule only costs time. */
const MAX_OCCURRENCES = 50_000;
const OFTEN = ["SECONDLY", "MINUTELY", "HOURLY"];

/** Total: an event that ical.js throws on is unreadable. */
export const readEvent = (text: string, zones: EventZones): Result<CalendarEvent, CalendarSkipReason | ZoneNeeded> => {
  try {
    return toEvent(ICAL.Component.fromString(text), zones);
  } catch {
    return err({ type: "unreadable-event" });
  }
};

interface ZonedTime {
  readonly wallMs: number;
  readonly zone: CalendarZone;
}

const readZoned = (
  property: Property,
  time: WallTime,
  zones: EventZones,
): Result<ZonedTime, CalendarSkipReason | ZoneNeeded> => {
  const wallMs = wallMsOf(time);
  const id = property.getParameter("tzid");
  if (time.zone === ICAL.Timezone.utcTimezone) return ok({ wallMs, zone: UTC });
  if (typeof id === "string") {
    const zone = findZone(id, zones.described);
    return zone === null ? err({ type: "unknown-zone", text: id.slice(0, 40) }) : ok({ wallMs, zone });
  }
  return zones.floating === null ? err({ type: "zone-needed" }) : ok({ wallMs, zone: zones.floating });
};

const timeOf = (property: Property): WallTime | null => {
  const value: unknown = property.getFirstValue();
  return value instanceof ICAL.Time ? value : null;
};

const toEvent = (event: Component, zones: EventZones): Result<CalendarEvent, CalendarSkipReason | ZoneNeeded> => {
  const startProperty = event.getFirstProperty("dtstart");
  const startTime = startProperty === null ? null : timeOf(startProperty);
  if (startProperty === null || startTime === null) return err({ type: "no-start" });
  if (startTime.isDate) return err({ type: "all-day" });
  const start = readZoned(startProperty, startTime, zones);
  if (start.type === "error") return start;
  const endOf = readLength(event, start.value, zones);
  if (endOf.type === "error") return endOf;

  const recurrenceId = event.getFirstProperty("recurrence-id");
  if (recurrenceId?.getParameter("range") !== undefined) return err({ type: "unknown-range" });
  const replaced = recurrenceId === null ? null : timeOf(recurrenceId);
  const replaces = recurrenceId === null || replaced === null ? null : readZoned(recurrenceId, replaced, zones);
  if (replaces?.type === "error") return replaces;

  const excepted = readTimes(event, "exdate", zones);
  if (excepted.type === "error") return excepted;
  const added = readTimes(event, "rdate", zones);
  if (added.type === "error") return added;
  const rules = event.getAllProperties("rrule").map((property): unknown => property.getFirstValue());

  const times = (untilMs: number): Result<readonly EventTime[], CalendarSkipReason> => {
    const walls = new Set(added.value.map(({ wallMs, zone }) => start.value.zone.toWallMs(zone.toUtcMs(wallMs))));
    if (rules.length === 0) walls.add(start.value.wallMs);
    for (const rule of rules) {
      if (!(rule instanceof ICAL.Recur)) return err({ type: "unreadable-event" });
      const found = runRule(rule, start.value, untilMs);
      if (found.type === "error") return found;
      for (const wallMs of found.value) walls.add(wallMs);
    }
    const isExcepted = (wallMs: number, fromMs: number): boolean =>
      excepted.value.some((one) =>
        one.isDay ? Math.floor(wallMs / DAY_MS) * DAY_MS === one.wallMs : one.zone.toUtcMs(one.wallMs) === fromMs,
      );
    const all = [...walls].map((wallMs) => ({ wallMs, fromMs: start.value.zone.toUtcMs(wallMs) }));
    return ok(
      all
        .filter(({ wallMs, fromMs }) => !isExcepted(wallMs, fromMs))
        .map(({ wallMs, fromMs }) => ({ fromMs, untilMs: endOf.value(wallMs, fromMs) }))
        .filter((time) => time.fromMs < time.untilMs),
    );
  };

  const uid: unknown = event.getFirstPropertyValue("uid");
  const status: unknown = event.getFirstPropertyValue("status");
  return ok({
    uid: typeof uid === "string" ? uid : "",
    replacesMs: replaces === null ? null : replaces.value.zone.toUtcMs(replaces.value.wallMs),
    isCancelled: typeof status === "string" && status.toUpperCase() === "CANCELLED",
    times,
  });
};

/** From the start of an occurrence to its end: an end on the wall clock stays on it, a duration runs in real time. */
const readLength = (
  event: Component,
  start: ZonedTime,
  zones: EventZones,
): Result<(wallMs: number, fromMs: number) => number, CalendarSkipReason | ZoneNeeded> => {
  const endProperty = event.getFirstProperty("dtend");
  const endTime = endProperty === null ? null : timeOf(endProperty);
  if (endProperty !== null && endTime !== null) {
    const end = readZoned(endProperty, endTime, zones);
    if (end.type === "error") return end;
    const lengthMs = start.zone.toWallMs(end.value.zone.toUtcMs(end.value.wallMs)) - start.wallMs;
    if (lengthMs <= 0) return err({ type: "no-length" });
    if (lengthMs > WEEK_MS) return err({ type: "longer-than-a-week" });
    return ok((wallMs) => start.zone.toUtcMs(wallMs + lengthMs));
  }
  const duration: unknown = event.getFirstPropertyValue("duration");
  const lengthMs = duration instanceof ICAL.Duration ? duration.toSeconds() * 1000 : 0;
  if (lengthMs <= 0) return err({ type: "no-length" });
  return lengthMs > WEEK_MS ? err({ type: "longer-than-a-week" }) : ok((_wallMs, fromMs) => fromMs + lengthMs);
};

interface ListedTime extends ZonedTime {
  readonly isDay: boolean;
}

const readTimes = (
  event: Component,
  name: "exdate" | "rdate",
  zones: EventZones,
): Result<readonly ListedTime[], CalendarSkipReason | ZoneNeeded> => {
  const times: ListedTime[] = [];
  for (const property of event.getAllProperties(name)) {
    const values: readonly unknown[] = property.getValues();
    for (const value of values) {
      const time = value instanceof ICAL.Period ? value.start : value;
      if (!(time instanceof ICAL.Time)) return err({ type: "unreadable-event" });
      if (time.isDate) {
        times.push({ wallMs: wallMsOf(time), zone: UTC, isDay: true });
        continue;
      }
      const zoned = readZoned(property, time, zones);
      if (zoned.type === "error") return zoned;
      times.push({ ...zoned.value, isDay: false });
    }
  }
  // A day without a time is no time together.
  return ok(name === "rdate" ? times.filter((time) => !time.isDay) : times);
};

const runRule = (
  rule: InstanceType<typeof ICAL.Recur>,
  { wallMs, zone }: ZonedTime,
  untilMs: number,
): Result<readonly number[], CalendarSkipReason> => {
  if (OFTEN.includes(rule.freq)) return err({ type: "recurs-too-often" });
  // The end of a rule is written in UTC, while the rule runs on the wall clock.
  const own = rule.clone();
  if (own.until !== null && own.until.zone === ICAL.Timezone.utcTimezone && !own.until.isDate) {
    own.until = toWallTime(zone.toWallMs(wallMsOf(own.until)));
  }
  const walls: number[] = [];
  const iterator = own.iterator(toWallTime(wallMs));
  for (let count = 0; count < MAX_OCCURRENCES; count++) {
    const next: unknown = iterator.next();
    if (!(next instanceof ICAL.Time)) return ok(walls);
    const at = wallMsOf(next);
    // A day more, since a wall clock may run ahead of UTC.
    if (at > untilMs + DAY_MS) return ok(walls);
    walls.push(at);
  }
  return err({ type: "recurs-too-often" });
};
