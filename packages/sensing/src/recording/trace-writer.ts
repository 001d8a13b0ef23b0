/**
 * Writes our own trace format (docs/spec/trace.md), row by row, so that a recording can be saved while it is made.
 *
 * Numbers are written as the shortest text that reads back as the same number.
 */
import type { Millis } from "@undivided/domain";
import type { MotionReading } from "../events.ts";
import { TRACE_COLUMNS, TRACE_MARK, TRACE_VERSION, type TraceEvent } from "./formats/undivided-trace.ts";

/** A reading of the sensor, or what the owner said they did; times in order. */
export type TraceRow =
  | { readonly type: "reading"; readonly reading: MotionReading }
  | { readonly type: "event"; readonly at: Millis; readonly event: TraceEvent };

/** The two lines that every trace begins with. */
export const traceHeader = (): string => `${TRACE_MARK},${TRACE_VERSION}\n${TRACE_COLUMNS.join(",")}\n`;

/** One line, with its end mark. */
export const formatTraceRow = (row: TraceRow): string => {
  if (row.type === "event") return `${formatSeconds(row.at)},,,,,,,${row.event}\n`;
  const { reading } = row;
  const at = formatSeconds(reading.at);
  // A value that is not finite is one that the sensor did not have.
  if (reading.acceleration === null || !reading.acceleration.every(Number.isFinite)) return `${at},,,,,,,\n`;
  const rotation = reading.rotationRate?.every(Number.isFinite) === true ? reading.rotationRate.join(",") : ",,";
  return `${at},${reading.acceleration.join(",")},${rotation},\n`;
};

/** The whole trace in pieces, first the header. */
export function* formatTrace(rows: Iterable<TraceRow>): Generator<string> {
  yield traceHeader();
  for (const row of rows) yield formatTraceRow(row);
}

/** Milliseconds as text in seconds. The decimal point is moved in the text: dividing by 1000 would round. */
const formatSeconds = (at: Millis): string => {
  const text = String(at);
  const [mantissa = "", exponent] = text.split("e");
  if (exponent !== undefined) return `${mantissa}e${Number(exponent) - 3}`;
  const sign = mantissa.startsWith("-") ? "-" : "";
  const [whole = "", fraction = ""] = mantissa.slice(sign.length).split(".");
  const padded = whole.padStart(4, "0");
  const decimals = (padded.slice(-3) + fraction).replace(/0+$/, "");
  return `${sign}${padded.slice(0, -3)}${decimals === "" ? "" : `.${decimals}`}`;
};
