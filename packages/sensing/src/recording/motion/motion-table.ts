/**
 * One motion file as a stream of columns: rows in time order, in batches of what one chunk held.
 *
 * Bad lines are named and left out. A row earlier than the one before runs backwards and is left out; equal times are kept, because
 * loggers write pairs. One row alone that lies far ahead of the next is left out itself, so that a single flipped digit does not
 * cost the rest of the file.
 */
import { ok, type Result } from "@undivided/domain";
import { createLineCutter, MAX_LINE_BYTES } from "@undivided/lines";
import { explainRow } from "../csv/explain-row.ts";
import { AT, createRowScanner, ROTATION_X, VALUE_X, type ClockOrigin } from "../csv/row-scanner.ts";
import { ticksPerMs, type TablePlan } from "../csv/table-plan.ts";
import type { ByteSource } from "../recorded-file.ts";
import type { OnSkipped, RecordingError, SkipReason } from "../recording-error.ts";

/** A jump ahead by more than this waits for the next row to confirm it. */
export const JUMP_MS = 60_000;

/** Rows as columns; the arrays grow and are used again for the next batch. */
export interface MotionRows {
  count: number;
  /** In ticks (`ticksPerMs`). */
  at: Float64Array;
  /** Three a row; NaN where the sensor had no values. */
  values: Float64Array;
  /** Three a row; NaN where there is no rotation in the row. */
  rotation: Float64Array;
}

/** Called for every good row with an event cell that is not empty; `at` in ticks. */
export type OnEvent = (at: number, bytes: Uint8Array, start: number, end: number) => void;

export interface MotionTable {
  readonly file: string;
  readonly plan: TablePlan;
  /** The batch at hand. `next` is the row to be used next; the user moves it. */
  readonly rows: MotionRows;
  next: number;
  /** Bad lines so far. */
  readonly skipped: () => number;
  /** Replaces the batch by the next one that is not empty; false at the end. */
  readonly fill: () => Promise<Result<boolean, RecordingError>>;
  readonly close: () => Promise<void>;
}

export const createMotionTable = (
  file: string,
  plan: TablePlan,
  source: ByteSource,
  origin: ClockOrigin,
  onSkipped: OnSkipped,
  onEvent: OnEvent,
): MotionTable => {
  const scanner = createRowScanner(plan, origin);
  const { values, event } = scanner;
  const rows: MotionRows = {
    count: 0,
    at: new Float64Array(64),
    values: new Float64Array(192),
    rotation: new Float64Array(192),
  };
  const ticks = ticksPerMs(plan.clock);
  const jump = JUMP_MS * ticks;
  let headerLines: number = plan.headerLines;
  let lastAt = -Infinity;
  let skippedCount = 0;

  const skip = (line: number, reason: SkipReason): void => {
    skippedCount++;
    onSkipped({ file, line, reason });
  };

  /** The row that waits to be confirmed: the first one, or one that jumped ahead. */
  const held = { line: 0, values: new Float64Array(values.length) };
  const isHeld = (): boolean => held.line > 0;

  const append = (row: Float64Array): void => {
    if (rows.count === rows.at.length) grow(rows);
    const index = rows.count;
    const triple = index * 3;
    rows.at[index] = row[AT] ?? NaN;
    for (let axis = 0; axis < 3; axis++) {
      rows.values[triple + axis] = row[VALUE_X + axis] ?? NaN;
      rows.rotation[triple + axis] = row[ROTATION_X + axis] ?? NaN;
    }
    rows.count++;
    lastAt = row[AT] ?? NaN;
  };

  const release = (): void => {
    if (!isHeld()) return;
    held.line = 0;
    append(held.values);
  };

  const placeInTime = (line: number): void => {
    const at = values[AT] ?? NaN;
    if (isHeld()) {
      const heldAt = held.values[AT] ?? NaN;
      if (at >= heldAt) {
        release();
      } else if (at >= lastAt && heldAt - at > jump) {
        skip(held.line, { type: "time-jumps-ahead", byMs: (heldAt - at) / ticks });
        held.line = 0;
      } else {
        skip(line, { type: "time-runs-backwards", byMs: (heldAt - at) / ticks });
        return;
      }
    } else if (at < lastAt) {
      skip(line, { type: "time-runs-backwards", byMs: (lastAt - at) / ticks });
      return;
    }
    if (at - lastAt > jump) {
      held.line = line;
      held.values.set(values);
    } else append(values);
  };

  const cutter = createLineCutter((bytes, start, end, line, tooLong) => {
    if (tooLong) {
      skip(line, { type: "line-too-long", limitBytes: MAX_LINE_BYTES });
      return;
    }
    if (isBlankLine(bytes, start, end)) return;
    if (headerLines > 0) {
      headerLines--;
      return;
    }
    if (!scanner.scan(bytes, start, end)) {
      skip(line, explainRow(plan, bytes, start, end));
      return;
    }
    if (event.end > event.start) {
      onEvent(values[AT] ?? NaN, bytes, event.start, event.end);
      // A labelled row without values says when, not what the sensor read.
      if (Number.isNaN(values[VALUE_X])) return;
    }
    placeInTime(line);
  });

  const fill = async (): Promise<Result<boolean, RecordingError>> => {
    rows.count = 0;
    table.next = 0;
    while (rows.count === 0) {
      const chunk = await source.next();
      if (chunk.type === "error") return chunk;
      if (chunk.value === null) {
        cutter.finish();
        release();
        return ok(rows.count > 0);
      }
      cutter.push(chunk.value);
    }
    return ok(true);
  };

  const table: MotionTable = { file, plan, rows, next: 0, skipped: () => skippedCount, fill, close: source.close };
  return table;
};

const grow = (rows: MotionRows): void => {
  rows.at = enlarged(rows.at);
  rows.values = enlarged(rows.values);
  rows.rotation = enlarged(rows.rotation);
};

const enlarged = (column: Float64Array): Float64Array => {
  const larger = new Float64Array(column.length * 2);
  larger.set(column);
  return larger;
};

const isBlankLine = (bytes: Uint8Array, start: number, end: number): boolean => {
  for (let index = start; index < end; index++) {
    const byte = bytes[index];
    if (byte !== 32 && byte !== 9) return false;
  }
  return true;
};
