/**
 * Crossing by weekday and hour of the wall clock: looks and exposure, together and apart, 7 × 24 cells.
 *
 * Method: the exposure is cut at the quarters of an hour, because every zone's offset is a multiple of one, so no piece lies in two hours.
 */
import { intersectIntervals, subtractIntervals, type Instant, type Interval } from "@undivided/domain";
import { Temporal } from "temporal-polyfill";
import type { Zone } from "../clock/zone.ts";
import type { ScreenSession } from "../phone/screen-session.ts";
import { createPlacer, type Side } from "./cross.ts";

export interface HourCell {
  /** ISO, 1 is Monday. */
  readonly weekday: number;
  /** 0 to 23. */
  readonly hour: number;
  readonly together: Omit<Side, "useMs">;
  readonly apart: Omit<Side, "useMs">;
}

const QUARTER_MS = 900_000;
const CELLS = 7 * 24;

/** All 168 cells, Monday 0 h first. O(sessions + quarters of an hour observed). */
export const crossByHour = (
  sessions: Iterable<ScreenSession>,
  observed: readonly Interval<Instant>[],
  together: readonly Interval<Instant>[],
  zone: Zone,
): readonly HourCell[] => {
  const cellOf = createCellOf(zone);
  const looks = { together: new Float64Array(CELLS), apart: new Float64Array(CELLS) };
  const placeLook = createPlacer(observed, together);
  for (const { from } of sessions) {
    const place = placeLook(from);
    if (place === "outside") continue;
    const cell = cellOf(from);
    looks[place][cell] = (looks[place][cell] ?? 0) + 1;
  }
  const togetherMs = exposureByCell(intersectIntervals(observed, together), cellOf);
  const apartMs = exposureByCell(subtractIntervals(observed, together), cellOf);
  return Array.from({ length: CELLS }, (_, cell) => ({
    weekday: Math.floor(cell / 24) + 1,
    hour: cell % 24,
    together: { looks: looks.together[cell] ?? 0, exposureMs: togetherMs[cell] ?? 0 },
    apart: { looks: looks.apart[cell] ?? 0, exposureMs: apartMs[cell] ?? 0 },
  }));
};

const createCellOf = (zone: Zone) => {
  let lastQuarter = NaN;
  let lastCell = 0;
  return (atMs: number): number => {
    const quarter = Math.floor(atMs / QUARTER_MS);
    if (quarter === lastQuarter) return lastCell;
    const local = Temporal.Instant.fromEpochMilliseconds(quarter * QUARTER_MS).toZonedDateTimeISO(zone);
    lastQuarter = quarter;
    lastCell = (local.dayOfWeek - 1) * 24 + local.hour;
    return lastCell;
  };
};

const exposureByCell = (set: readonly Interval<Instant>[], cellOf: (atMs: number) => number): Float64Array => {
  const sums = new Float64Array(CELLS);
  for (const { from, until } of set) {
    for (let start: number = from; start < until;) {
      const end = Math.min(until, (Math.floor(start / QUARTER_MS) + 1) * QUARTER_MS);
      const cell = cellOf(start);
      sums[cell] = (sums[cell] ?? 0) + (end - start);
      start = end;
    }
  }
  return sums;
};
