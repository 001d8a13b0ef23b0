/**
 * From a time in a calendar to the instant: UTC, a zone of the time zone database, a zone that the file itself describes, or
 * floating, which is the zone that the caller gave.
 */
import ICAL from "ical.js";
import { createLocalClock, parseZone, type Zone } from "../clock/zone.ts";

/** What ical.js calls a time: a wall clock's reading; its zone is read from the property instead. */
export type WallTime = InstanceType<typeof ICAL.Time>;

/** Wall clock to UTC and back, in milliseconds as if the wall clock were UTC. Null for a time that was skipped. */
export interface CalendarZone {
  readonly toUtcMs: (wallMs: number) => number;
  readonly toWallMs: (utcMs: number) => number;
}

export const UTC: CalendarZone = { toUtcMs: (ms) => ms, toWallMs: (ms) => ms };

const HOUR_MS = 3_600_000;

export const namedZone = (zone: Zone): CalendarZone => {
  const clock = createLocalClock(zone);
  // A time that the clocks skip is taken as the same time later, as RFC 5545 asks.
  const toUtcMs = (wallMs: number): number =>
    clock.toInstantMs(wallMs, -Infinity) ??
    (clock.toInstantMs(wallMs - 3 * HOUR_MS, -Infinity) ?? wallMs) + 3 * HOUR_MS;
  return { toUtcMs, toWallMs: (utcMs) => utcMs + offsetNear(toUtcMs, utcMs) };
};

const describedZone = (zone: InstanceType<typeof ICAL.Timezone>): CalendarZone => {
  const offsetAt = (wallMs: number): number => zone.utcOffset(toWallTime(wallMs)) * 1000;
  const toUtcMs = (wallMs: number): number => wallMs - offsetAt(wallMs);
  return { toUtcMs, toWallMs: (utcMs) => utcMs + offsetNear(toUtcMs, utcMs) };
};

/** The offset at an instant from the way back, which is unique but for the hour of a change. */
const offsetNear = (toUtcMs: (wallMs: number) => number, utcMs: number): number => {
  const guess = utcMs + (utcMs - toUtcMs(utcMs));
  return guess - toUtcMs(guess);
};

export const toWallTime = (wallMs: number): WallTime =>
  ICAL.Time.fromDateTimeString(new Date(wallMs).toISOString().slice(0, 19));

export const wallMsOf = (time: WallTime): number =>
  Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);

/** The zones that a file describes, by their id; what cannot be read is left out. */
export const readZones = (blocks: readonly string[]): ReadonlyMap<string, CalendarZone> => {
  const zones = new Map<string, CalendarZone>();
  for (const block of blocks) {
    try {
      const zone = new ICAL.Timezone(ICAL.Component.fromString(block));
      if (typeof zone.tzid === "string" && zone.tzid !== "") zones.set(zone.tzid, describedZone(zone));
    } catch {
      // An event that needs it will say that its zone is unknown.
    }
  }
  return zones;
};

/** A name that the database knows wins over the file's own description of it, which often lacks years. */
export const findZone = (id: string, described: ReadonlyMap<string, CalendarZone>): CalendarZone | null => {
  const known = parseZone(id);
  return known.type === "ok" ? namedZone(known.value) : (described.get(id) ?? null);
};
