/**
 * Crossing by weekday and hour of the wall clock: looks, use and exposure, together and apart, 7 × 24 cells, or every hour of every
 * day.
 *
 * Method: exposure and use are cut at the quarters of an hour, because every zone's offset is a multiple of one, so no piece lies in
 * two hours.
 */
import { intersectIntervals, mergeIntervals, subtractIntervals, type Instant, type Interval } from "@undivided/domain";
import { Temporal } from "temporal-polyfill";
import type { Zone } from "../clock/zone.ts";
import type { ScreenSession } from "../phone/screen-session.ts";
import { createPlacer, createTrack, type Side } from "./cross.ts";

export interface HourCell {
  /** ISO, 1 is Monday. */
  readonly weekday: number;
  /** 0 to 23. */
  readonly hour: number;
  readonly together: Side;
  readonly apart: Side;
}

/** One hour of one day, such as 2026-11-20 at 19 h. */
export interface DateHourCell extends HourCell {
  /** Days since 1970 on the clock of the zone. */
  readonly date: number;
}

const QUARTER_MS = 900_000;
const HOUR_MS = 3_600_000;
const CELLS = 7 * 24;

/** All 168 cells of a week, Monday 0 h first. O(sessions + quarters of an hour observed). */
export const crossByHour = (
  sessions: Iterable<ScreenSession>,
  observed: readonly Interval<Instant>[],
  together: readonly Interval<Instant>[],
  zone: Zone,
): readonly HourCell[] => {
  const byCell = Map.groupBy(
    crossByDateHour(sessions, observed, together, zone),
    ({ weekday, hour }) => (weekday - 1) * 24 + hour,
  );
  return Array.from({ length: CELLS }, (_, cell) => ({
    weekday: Math.floor(cell / 24) + 1,
    hour: cell % 24,
    together: sumSides((byCell.get(cell) ?? []).map((one) => one.together)),
    apart: sumSides((byCell.get(cell) ?? []).map((one) => one.apart)),
  }));
};

/** Adds up looks, use and exposure. */
export const sumSides = (sides: readonly Side[]): Side => ({
  looks: sides.reduce((sum, { looks }) => sum + looks, 0),
  useMs: sides.reduce((sum, { useMs }) => sum + useMs, 0),
  exposureMs: sides.reduce((sum, { exposureMs }) => sum + exposureMs, 0),
});

interface MutableSide {
  looks: number;
  useMs: number;
  exposureMs: number;
}

/** Every hour of every day that was observed, in order. O(sessions + quarters of an hour observed). */
export const crossByDateHour = (
  sessions: Iterable<ScreenSession>,
  observed: readonly Interval<Instant>[],
  together: readonly Interval<Instant>[],
  zone: Zone,
): readonly DateHourCell[] => {
  const keyOf = createKeyOf(zone);
  const cells = new Map<number, { readonly together: MutableSide; readonly apart: MutableSide }>();
  const cellOf = (atMs: number) => {
    const key = keyOf(atMs);
    const cell = cells.get(key) ?? {
      together: { looks: 0, useMs: 0, exposureMs: 0 },
      apart: { looks: 0, useMs: 0, exposureMs: 0 },
    };
    cells.set(key, cell);
    return cell;
  };
  const known = mergeIntervals(observed);
  const sides = {
    together: intersectIntervals(known, together),
    apart: subtractIntervals(known, together),
  };
  const placeLook = createPlacer(observed, together);
  const tracks = { together: createTrack(sides.together), apart: createTrack(sides.apart) };
  for (const { from, until } of sessions) {
    const place = placeLook(from);
    if (place !== "outside") cellOf(from)[place].looks += 1;
    if (until === null) continue;
    for (const side of ["together", "apart"] as const) {
      eachQuarter(tracks[side].pieces(from, until), (at, ms) => (cellOf(at)[side].useMs += ms));
    }
  }
  for (const side of ["together", "apart"] as const) {
    eachQuarter(sides[side], (at, ms) => (cellOf(at)[side].exposureMs += ms));
  }
  return [...cells]
    .toSorted(([one], [other]) => one - other)
    .map(([key, cell]) => {
      const date = Math.floor(key / 24);
      // The first of January 1970 was a Thursday.
      return { date, weekday: ((date + 3) % 7) + 1, hour: key % 24, ...cell };
    });
};

/** Hours since 1970 that the wall clock shows. */
const createKeyOf = (zone: Zone) => {
  let lastQuarter = NaN;
  let lastKey = 0;
  return (atMs: number): number => {
    const quarter = Math.floor(atMs / QUARTER_MS);
    if (quarter === lastQuarter) return lastKey;
    const local = Temporal.Instant.fromEpochMilliseconds(quarter * QUARTER_MS).toZonedDateTimeISO(zone);
    lastQuarter = quarter;
    lastKey = Math.floor((quarter * QUARTER_MS + local.offsetNanoseconds / 1e6) / HOUR_MS);
    return lastKey;
  };
};

const eachQuarter = (pieces: readonly Interval<Instant>[], take: (atMs: number, ms: number) => void): void => {
  for (const { from, until } of pieces) {
    for (let start: number = from; start < until;) {
      const end = Math.min(until, (Math.floor(start / QUARTER_MS) + 1) * QUARTER_MS);
      take(start, end - start);
      start = end;
    }
  }
};
