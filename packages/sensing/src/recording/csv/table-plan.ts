/**
 * How to read the rows of one motion table: what the header (and the first rows) of a recognised file say.
 *
 * Every motion format becomes such a plan; one scanner reads them all.
 */
import type { MotionFormat, MotionSensor } from "../recording-error.ts";
import type { Delimiter } from "./cells.ts";

/** Column indices of the three axes. */
export type AxisColumns = readonly [x: number, y: number, z: number];

/**
 * `seconds`: a decimal number of seconds. `epoch`: a whole number counting units of 10^-decimals seconds since 1970, read exactly
 * also beyond 2^53.
 */
export type TimeUnit = { readonly type: "seconds" } | { readonly type: "epoch"; readonly decimals: 0 | 3 | 6 | 9 };

/**
 * `relative`: the file's own time is what counts. `absolute`: calendar time. `elapsed`: seconds since an app's recording began, the
 * same for all files of that recording, but not a time that means anything by itself.
 */
export type TableClock = "relative" | "absolute" | "elapsed";

/**
 * Units of time in a millisecond, as the tables count. Files whose times are subtracted from each other count nanoseconds, which are whole
 * numbers: subtracting leaves no dust. A file's own time is given as it stands, in milliseconds.
 */
export const ticksPerMs = (clock: TableClock): number => (clock === "relative" ? 1 : 1_000_000);

/** What a table holds; `motion` is acceleration with gravity and, where there is one, rotation in the same row. */
export type TableContent = MotionSensor | "motion";

export interface TablePlan {
  readonly format: MotionFormat;
  readonly content: TableContent;
  readonly clock: TableClock;
  readonly delimiter: Delimiter;
  /** Names as in the header, for messages; their number is the number of cells a row must have. */
  readonly columns: readonly string[];
  readonly headerLines: 1 | 2;
  readonly time: { readonly column: number; readonly unit: TimeUnit };
  /** The three values of the table's sensor. */
  readonly values: AxisColumns;
  /** Rotation in the same row. */
  readonly rotation: AxisColumns | null;
  /** Our own format: the column of events. */
  readonly event: number | null;
}
