/**
 * Merges the tables of one recording by time into readings: acceleration with gravity, and the rotation just before it.
 *
 * Each table is read forward once and holds one batch, so memory is flat. The merge itself is plain and synchronous; it stops and names
 * the table whose next batch it needs.
 */
import { millis } from "@undivided/domain";
import type { MotionReading } from "../../events.ts";
import { ticksPerMs } from "../csv/table-plan.ts";
import type { MotionTable } from "./motion-table.ts";

/** Readings of two sensors further apart than this do not belong together: ten periods of a usual 100 Hz, one of a slow 10 Hz. */
export const MATCH_MS = 100;

export interface MotionFeed {
  readonly table: MotionTable;
  /** Set by whoever fills the table. */
  ended: boolean;
}

export interface MotionRoles {
  /** Gives the readings: total acceleration, or acceleration without gravity beside `gravity`. */
  readonly acceleration: MotionFeed;
  readonly gravity: MotionFeed | null;
  readonly gyroscope: MotionFeed | null;
}

export interface MotionCounts {
  readonly readings: number;
  /** Rows in which the sensor had no values. */
  readonly lost: number;
  /** Rows with no gravity within `MATCH_MS`; they are given as lost too. */
  readonly withoutGravity: number;
  readonly withRotation: number;
}

export interface MotionMerge {
  /** Adds readings to `out` until a table runs dry, and gives that one; null when all is read. */
  readonly step: (out: MotionReading[]) => MotionFeed | null;
  readonly counts: () => MotionCounts;
}

/** `zero` (in ticks) is taken off every time. All tables are of one clock. */
export const createMotionMerge = (roles: MotionRoles, zero: number): MotionMerge => {
  const { acceleration, gravity, gyroscope } = roles;
  const { table } = acceleration;
  const { rows } = table;
  const ticks = ticksPerMs(table.plan.clock);
  const gravityRows = gravity === null ? null : createNearestRow(gravity);
  const gyroscopeRows = gyroscope === null ? null : createNearestRow(gyroscope);
  let readings = 0;
  let lost = 0;
  let withoutGravity = 0;
  let withRotation = 0;

  const lose = (at: number): MotionReading => {
    lost++;
    return { at: millis((at - zero) / ticks), acceleration: null };
  };

  const rotationAt = (at: number, triple: number): readonly [number, number, number] | null => {
    const source = gyroscopeRows === null ? rows.rotation : gyroscopeRows.latest(at);
    if (source === null) return null;
    const index = gyroscopeRows === null ? triple : 0;
    const x = source[index] ?? NaN;
    return Number.isNaN(x) ? null : [x, source[index + 1] ?? NaN, source[index + 2] ?? NaN];
  };

  const readingAt = (at: number, triple: number): MotionReading => {
    let x = rows.values[triple] ?? NaN;
    if (Number.isNaN(x)) return lose(at);
    let y = rows.values[triple + 1] ?? NaN;
    let z = rows.values[triple + 2] ?? NaN;
    if (gravityRows !== null) {
      const down = gravityRows.nearest(at);
      if (down === null || Number.isNaN(down[0])) {
        withoutGravity++;
        return lose(at);
      }
      x += down[0] ?? NaN;
      y += down[1] ?? NaN;
      z += down[2] ?? NaN;
    }
    const rotationRate = rotationAt(at, triple);
    if (rotationRate !== null) withRotation++;
    return { at: millis((at - zero) / ticks), acceleration: [x, y, z], rotationRate };
  };

  const step = (out: MotionReading[]): MotionFeed | null => {
    while (table.next < rows.count) {
      const at = rows.at[table.next] ?? NaN;
      if (gravityRows?.advance(at) === false) return gravity;
      if (gyroscopeRows?.advance(at) === false) return gyroscope;
      out.push(readingAt(at, table.next * 3));
      readings++;
      table.next++;
    }
    return acceleration.ended ? null : acceleration;
  };

  return { step, counts: () => ({ readings, lost, withoutGravity, withRotation }) };
};

interface NearestRow {
  /** Moves on to the last row not later than `at`; false if the next batch is needed for that. */
  readonly advance: (at: number) => boolean;
  /** The row last passed, if it is near enough; NaN where the sensor had no values. Valid until the next call. */
  readonly latest: (at: number) => Float64Array | null;
  /** The nearer of the rows before and after, likewise. */
  readonly nearest: (at: number) => Float64Array | null;
}

const createNearestRow = (feed: MotionFeed): NearestRow => {
  const { table } = feed;
  const { rows } = table;
  const match = MATCH_MS * ticksPerMs(table.plan.clock);
  const before = new Float64Array(3);
  const after = new Float64Array(3);
  let beforeAt = -Infinity;

  const copyRow = (index: number, target: Float64Array): void => {
    for (let axis = 0; axis < 3; axis++) target[axis] = rows.values[index * 3 + axis] ?? NaN;
  };

  const advance = (at: number): boolean => {
    let passed = -1;
    while (table.next < rows.count && (rows.at[table.next] ?? NaN) <= at) passed = table.next++;
    if (passed >= 0) {
      copyRow(passed, before);
      beforeAt = rows.at[passed] ?? NaN;
    }
    return table.next < rows.count || feed.ended;
  };

  const latest = (at: number): Float64Array | null => (at - beforeAt <= match ? before : null);

  const nearest = (at: number): Float64Array | null => {
    const afterAt = table.next < rows.count ? (rows.at[table.next] ?? NaN) : Infinity;
    if (at - beforeAt <= afterAt - at) return latest(at);
    if (afterAt - at > match) return null;
    copyRow(table.next, after);
    return after;
  };

  return { advance, latest, nearest };
};
