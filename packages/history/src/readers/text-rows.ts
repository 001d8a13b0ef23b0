/** The lines of a text file, for readers of rows: blank ones are passed over, too long ones named. */
import { createLineCutter, decodeUtf8, MAX_LINE_BYTES } from "@undivided/lines";
import type { ByteReader } from "../bytes/history-file.ts";
import { parseIsoTime } from "../clock/times.ts";
import type { HistorySink } from "./reader.ts";

export const readLines = (sink: HistorySink, onLine: (text: string, line: number) => void): ByteReader => {
  const cutter = createLineCutter((bytes, start, end, line, tooLong) => {
    if (tooLong) {
      sink.skip(line, { type: "line-too-long", limitBytes: MAX_LINE_BYTES });
      return;
    }
    if (sink.hasFailed()) return;
    const text = decodeUtf8(bytes, start, end);
    if (text.trim() !== "") onLine(text, line);
  });
  return cutter;
};

/** A written time as an instant, or null where the line was named and left out. `notBeforeMs`: see `LocalClock`. */
export const readTime = (sink: HistorySink, text: string, line: number, notBeforeMs = -Infinity): number | null => {
  const written = parseIsoTime(text);
  if (written.type === "error") {
    sink.skip(line, written.error);
    return null;
  }
  if (written.value.type === "instant") return written.value.ms;
  const at = sink.toInstantMs(written.value.ms, notBeforeMs);
  if (at === null && !sink.hasFailed()) sink.skip(line, { type: "no-such-local-time", text });
  return at;
};
