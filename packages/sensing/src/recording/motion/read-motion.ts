/**
 * Reads the motion files of one recording into readings in time order.
 *
 * The formats are those of formats/; how files go together is said in motion-roles.ts, how they are merged in merge-motion.ts. Memory is flat
 * in the length of the recording. Limits: a file's rows must already be nearly in time order; those that are not are left out by name.
 */
import { err, ok, type Result } from "@undivided/domain";
import type { MotionReading } from "../../events.ts";
import type { Batches } from "../batches.ts";
import type { ClockOrigin } from "../csv/row-scanner.ts";
import { openWithHead, type RecordedFile } from "../recorded-file.ts";
import type { MotionFormat, OnSkipped, RecordingError } from "../recording-error.ts";
import { recogniseHead } from "../recognise.ts";
import type { TableContent } from "../csv/table-plan.ts";
import { createMotionMerge, type MotionCounts, type MotionFeed, type MotionMerge } from "./merge-motion.ts";
import { assignRoles } from "./motion-roles.ts";
import { createMotionTable, type MotionTable } from "./motion-table.ts";

export interface MotionFile {
  readonly file: string;
  readonly format: MotionFormat;
  readonly content: TableContent;
  /** False for `Accelerometer` and `Gravity` beside `TotalAcceleration`. */
  readonly isUsed: boolean;
}

export interface MotionRecording {
  /** `own`: `at` is the files' own time. `since-first-sample`: 0 is the earliest sample of all files given. */
  readonly clock: "own" | "since-first-sample";
  readonly files: readonly MotionFile[];
  readonly readings: Batches<MotionReading>;
  /** What has been read so far. */
  readonly counts: () => MotionCounts;
  /** Lets the files go; needed only if `readings` is not run through. */
  readonly close: () => Promise<void>;
}

/**
 * Opens all files, finds out what they are, and reads up to the first row of each.
 *
 * Everything that can be wrong with the files as such is an error here; a source that fails later is an error among the batches. Bad lines
 * go to `onSkipped` as they are met, also while opening. Never rejects unless `onSkipped` throws.
 */
export const readMotion = async (
  files: readonly RecordedFile[],
  onSkipped: OnSkipped,
): Promise<Result<MotionRecording, RecordingError>> => {
  const tables: MotionTable[] = [];
  const closeAll = async (): Promise<void> => {
    for (const table of tables) await table.close();
  };
  const origin: ClockOrigin = { second: null };
  for (const file of files) {
    const table = await openTable(file, origin, onSkipped);
    if (table.type === "error") {
      await closeAll();
      return table;
    }
    tables.push(table.value);
  }

  const roles = assignRoles(tables);
  const feeds = roles.type === "ok" ? await fillAll(tables) : roles;
  if (roles.type === "error" || feeds.type === "error") {
    await closeAll();
    return roles.type === "error" ? roles : feeds.type === "error" ? feeds : err({ type: "no-files" });
  }

  const at = (index: number | null): MotionFeed | null => (index === null ? null : (feeds.value[index] ?? null));
  const acceleration = at(roles.value.acceleration);
  if (acceleration === null) throw new Error("a role without a file");
  const isOwn = acceleration.table.plan.clock === "relative";
  const firstAt = Math.min(...tables.map((table) => table.rows.at[0] ?? Infinity));
  const merge = createMotionMerge(
    { acceleration, gravity: at(roles.value.gravity), gyroscope: at(roles.value.gyroscope) },
    isOwn ? 0 : firstAt,
  );
  return ok({
    clock: isOwn ? "own" : "since-first-sample",
    files: tables.map(({ file, plan }, index) => ({
      file,
      format: plan.format,
      content: plan.content,
      isUsed: !roles.value.unused.includes(index),
    })),
    readings: runMerge(merge, feeds.value, closeAll),
    counts: merge.counts,
    close: closeAll,
  });
};

const openTable = async (
  file: RecordedFile,
  origin: ClockOrigin,
  onSkipped: OnSkipped,
): Promise<Result<MotionTable, RecordingError>> => {
  const source = await openWithHead(file);
  if (source.type === "error") return source;
  const found = recogniseHead(file.name, source.value.head);
  if (found.type === "ok" && found.value.type === "motion") {
    return ok(createMotionTable(file.name, found.value.plan, source.value, origin, onSkipped, () => undefined));
  }
  await source.value.close();
  if (found.type === "error") return found;
  return err({ type: "wrong-kind", file: file.name, wanted: "motion", found: found.value.type });
};

/** Reads the first batch of each; a table without any row is an error. */
const fillAll = async (tables: readonly MotionTable[]): Promise<Result<readonly MotionFeed[], RecordingError>> => {
  const feeds: MotionFeed[] = [];
  for (const table of tables) {
    const filled = await table.fill();
    if (filled.type === "error") return filled;
    if (!filled.value) return err({ type: "no-samples", file: table.file, skipped: table.skipped() });
    feeds.push({ table, ended: false });
  }
  return ok(feeds);
};

async function* runMerge(
  merge: MotionMerge,
  feeds: readonly MotionFeed[],
  closeAll: () => Promise<void>,
): AsyncGenerator<Result<readonly MotionReading[], RecordingError>> {
  try {
    let batch: MotionReading[] = [];
    for (let dry = merge.step(batch); dry !== null; dry = merge.step(batch)) {
      const filled = await dry.table.fill();
      if (filled.type === "error") {
        if (batch.length > 0) yield ok(batch);
        yield filled;
        return;
      }
      dry.ended = !filled.value;
      if (batch.length >= BATCH_READINGS) {
        yield ok(batch);
        batch = [];
      }
    }
    if (batch.length > 0) yield ok(batch);
    yield* drain(feeds);
  } finally {
    await closeAll();
  }
}

/** Few enough for flat memory, many enough that promises cost nothing beside the reading. */
const BATCH_READINGS = 1024;

/** Reads what is left, so that bad lines of files that are not used, or last longer, are named too. */
async function* drain(feeds: readonly MotionFeed[]): AsyncGenerator<Result<never[], RecordingError>> {
  for (const feed of feeds) {
    while (!feed.ended) {
      const filled = await feed.table.fill();
      if (filled.type === "error") {
        yield filled;
        return;
      }
      feed.ended = !filled.value;
    }
  }
}
