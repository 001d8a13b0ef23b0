/** Our own trace format, as a table; docs/spec/trace.md says what every byte means. */
import { err, ok, type Result } from "@undivided/domain";
import type { TablePlan } from "../csv/table-plan.ts";
import type { RecordingError } from "../recording-error.ts";

export const TRACE_MARK = "undivided-trace";
export const TRACE_VERSION = 1;
export const TRACE_COLUMNS = ["at", "ax", "ay", "az", "ra", "rb", "rg", "event"] as const;

/** What its owner says they did. */
export type TraceEvent = "lift" | "put-down";

export const toTraceEvent = (text: string): TraceEvent | null => (text === "lift" || text === "put-down" ? text : null);

/** Null if the first line is not a trace's. */
export const planTrace = (file: string, lines: readonly string[]): Result<TablePlan, RecordingError> | null => {
  const [mark = "", header = ""] = lines;
  const version = /^undivided-trace,([1-9][0-9]{0,8})[ \t]*$/.exec(mark)?.[1];
  if (version === undefined) return null;
  if (Number(version) !== TRACE_VERSION) {
    return err({ type: "newer-trace", file, version: Number(version), readable: TRACE_VERSION });
  }
  if (header.trim() !== TRACE_COLUMNS.join(",")) return err({ type: "damaged-trace", file });
  return ok({
    format: "undivided-trace",
    content: "motion",
    clock: "relative",
    delimiter: ",",
    columns: TRACE_COLUMNS,
    headerLines: 2,
    time: { column: 0, unit: { type: "seconds" } },
    values: [1, 2, 3],
    rotation: [4, 5, 6],
    event: 7,
  });
};
