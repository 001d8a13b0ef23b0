/**
 * Reads when a page was shown and hidden: JSON lines such as `{"at":12.3,"visible":false}`, in time order, `at` in seconds.
 *
 * Lines that do not fit are named and left out; a hostile line is bounded by the length that a line may have.
 */
import { err, ok, type Result } from "@undivided/domain";
import { createLineCutter, decodeUtf8, MAX_LINE_BYTES } from "@undivided/lines";
import type { PageChange } from "../events.ts";
import type { Batches } from "./batches.ts";
import { parsePageLine } from "./page-line.ts";
import { openWithHead, type ByteSource, type RecordedFile } from "./recorded-file.ts";
import type { OnSkipped, RecordingError, SkipReason } from "./recording-error.ts";
import { recogniseHead } from "./recognise.ts";

export interface PageRecording {
  readonly changes: Batches<PageChange>;
  /** Lets the file go; needed only if `changes` is not run through. */
  readonly close: () => Promise<void>;
}

/** Opens a page recording. A file none of whose first lines fits is of an unknown format. Never rejects unless `onSkipped` throws. */
export const readPage = async (
  file: RecordedFile,
  onSkipped: OnSkipped,
): Promise<Result<PageRecording, RecordingError>> => {
  const source = await openWithHead(file);
  if (source.type === "error") return source;
  const found = recogniseHead(file.name, source.value.head);
  if (found.type === "ok" && found.value.type === "page") {
    return ok({ changes: runPage(file.name, source.value, onSkipped), close: source.value.close });
  }
  await source.value.close();
  if (found.type === "error") return found;
  return err({ type: "wrong-kind", file: file.name, wanted: "page", found: found.value.type });
};

async function* runPage(
  file: string,
  source: ByteSource,
  onSkipped: OnSkipped,
): AsyncGenerator<Result<readonly PageChange[], RecordingError>> {
  let batch: PageChange[] = [];
  let lastAt = -Infinity;
  const cutter = createLineCutter((bytes, start, end, line, tooLong) => {
    const skip = (reason: SkipReason): void => onSkipped({ file, line, reason });
    if (tooLong) {
      skip({ type: "line-too-long", limitBytes: MAX_LINE_BYTES });
      return;
    }
    const text = decodeUtf8(bytes, start, end);
    if (text.trim() === "") return;
    const change = parsePageLine(text);
    if (change.type === "error") {
      skip(change.error);
      return;
    }
    if (change.value.at < lastAt) {
      skip({ type: "time-runs-backwards", byMs: lastAt - change.value.at });
      return;
    }
    lastAt = change.value.at;
    batch.push(change.value);
  });
  try {
    for (;;) {
      const chunk = await source.next();
      if (chunk.type === "error") {
        yield chunk;
        return;
      }
      if (chunk.value === null) cutter.finish();
      else cutter.push(chunk.value);
      if (batch.length > 0) yield ok(batch);
      batch = [];
      if (chunk.value === null) return;
    }
  } finally {
    await source.close();
  }
}
