/**
 * Reads what the owner of a recording said they did: when they lifted the phone and when they put it down.
 *
 * Either a table with the columns `at` (seconds) and `label` (`lift` or `put-down`), or a trace of our own, whose labelled rows count, so that one
 * saved file serves as motion and as labels.
 */
import { err, millis, ok, type Millis, type Result } from "@undivided/domain";
import { createLineCutter, decodeUtf8, MAX_LINE_BYTES } from "@undivided/lines";
import { showCell, splitCells } from "./csv/cells.ts";
import { parseDecimalText } from "./csv/decimal.ts";
import { MAX_TIME_SECONDS } from "./csv/row-scanner.ts";
import type { TablePlan } from "./csv/table-plan.ts";
import { findColumn, type TableHead } from "./formats/table-head.ts";
import { toTraceEvent, type TraceEvent } from "./formats/undivided-trace.ts";
import { createMotionTable } from "./motion/motion-table.ts";
import { openWithHead, type ByteSource, type RecordedFile } from "./recorded-file.ts";
import type { OnSkipped, RecordingError, SkipReason } from "./recording-error.ts";
import { recogniseHead } from "./recognise.ts";

export interface MotionLabel {
  /** On the clock of the recording. */
  readonly at: Millis;
  readonly event: TraceEvent;
}

export interface RecordedLabels {
  /** In the order of the file. May be empty: a recording in which nothing was lifted. */
  readonly labels: readonly MotionLabel[];
  /** Events of a trace that this version does not know; they are passed over. */
  readonly unknownEvents: number;
}

/** Reads all labels into memory; the rest of a trace is passed through in flat memory. Never rejects unless `onSkipped` throws. */
export const readLabels = async (
  file: RecordedFile,
  onSkipped: OnSkipped,
): Promise<Result<RecordedLabels, RecordingError>> => {
  const source = await openWithHead(file);
  if (source.type === "error") return source;
  try {
    const found = recogniseHead(file.name, source.value.head);
    if (found.type === "error") return found;
    const kind = found.value;
    if (kind.type === "labels") return await readLabelTable(kind.table, source.value, onSkipped);
    if (kind.type === "motion" && kind.plan.format === "undivided-trace") {
      return await readTraceEvents(file.name, kind.plan, source.value, onSkipped);
    }
    return err({ type: "wrong-kind", file: file.name, wanted: "labels", found: kind.type });
  } finally {
    await source.value.close();
  }
};

const readTraceEvents = async (
  file: string,
  plan: TablePlan,
  source: ByteSource,
  onSkipped: OnSkipped,
): Promise<Result<RecordedLabels, RecordingError>> => {
  const labels: MotionLabel[] = [];
  let unknownEvents = 0;
  const table = createMotionTable(file, plan, source, { second: null }, onSkipped, (at, bytes, start, end) => {
    const event = toTraceEvent(decodeUtf8(bytes, start, end));
    if (event === null) unknownEvents++;
    else labels.push({ at: millis(at), event });
  });
  for (;;) {
    const filled = await table.fill();
    if (filled.type === "error") return filled;
    if (!filled.value) return ok({ labels, unknownEvents });
  }
};

const readLabelTable = async (
  head: TableHead,
  source: ByteSource,
  onSkipped: OnSkipped,
): Promise<Result<RecordedLabels, RecordingError>> => {
  const labels: MotionLabel[] = [];
  let isHeader = true;
  const cutter = createLineCutter((bytes, start, end, line, tooLong) => {
    const skip = (reason: SkipReason): void => onSkipped({ file: head.file, line, reason });
    if (tooLong) {
      skip({ type: "line-too-long", limitBytes: MAX_LINE_BYTES });
      return;
    }
    const text = decodeUtf8(bytes, start, end);
    if (text.trim() === "") return;
    if (isHeader) {
      isHeader = false;
      return;
    }
    const label = parseLabel(head, splitCells(text, head.delimiter));
    if (label.type === "error") skip(label.error);
    else labels.push(label.value);
  });
  for (;;) {
    const chunk = await source.next();
    if (chunk.type === "error") return chunk;
    if (chunk.value === null) break;
    cutter.push(chunk.value);
  }
  cutter.finish();
  return ok({ labels, unknownEvents: 0 });
};

const parseLabel = (head: TableHead, cells: readonly string[]): Result<MotionLabel, SkipReason> => {
  if (cells.length !== head.header.length) {
    return err({ type: "wrong-column-count", expected: head.header.length, found: cells.length });
  }
  const written = cells[findColumn(head, "at")] ?? "";
  if (written === "") return err({ type: "missing-value", column: "at" });
  const at = parseDecimalText(written, head.delimiter !== ",", 3);
  if (Number.isNaN(at)) return err({ type: "not-a-number", column: "at", text: showCell(written) });
  if (!(Math.abs(at) <= MAX_TIME_SECONDS * 1000)) {
    return err({ type: "out-of-range", column: "at", text: showCell(written) });
  }
  const word = cells[findColumn(head, "label")] ?? "";
  const event = toTraceEvent(word);
  return event === null ? err({ type: "unknown-label", text: showCell(word) }) : ok({ at: millis(at), event });
};
