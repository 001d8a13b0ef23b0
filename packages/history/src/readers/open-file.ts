/**
 * Opens one file: unpacks gzip and zip, tells from the first lines what it is, and hands the bytes to its reader.
 *
 * Never looks at a name or a content type: ActivityWatch's export calls itself `text/html`.
 */
import { createLineCutter, decodeUtf8 } from "@undivided/lines";
import { Gunzip, Unzip, UnzipInflate } from "fflate";
import type { ByteReader } from "../bytes/history-file.ts";
import { byteOrderOf, createUtf16Reader } from "../bytes/utf16.ts";
import type { HistoryError } from "../history-error.ts";
import { isDailyTotals } from "./daily-totals.ts";
import { HISTORY_FORMATS } from "./formats.ts";
import type { FileHead, HistoryFormat, HistorySink, HistorySource } from "./reader.ts";

/** How much of a file is looked at to tell what it is. */
const HEAD_BYTES = 65_536;
const HEAD_LINES = 40;

/** All that archives may unpack to in one call: ten times the largest history ever tried. */
export const MAX_UNPACKED_BYTES = 2_147_483_648;
/** From this size on, more than `MAX_RATIO` times the packed size is a bomb: text of a history packs 5 to 30 times. */
const RATIO_FROM_BYTES = 67_108_864;
const MAX_RATIO = 200;
export const MAX_ARCHIVE_FILES = 1_000;
/** Deflate grows 1032 times at most: this bounds what one step can unpack to 17 MB. */
const PACKED_STEP_BYTES = 16_384;

export interface OpenFile {
  readonly name: string;
  readonly sinkOf: (name: string, source: HistorySource) => HistorySink;
  readonly fail: (error: HistoryError) => void;
  readonly hasFailed: () => boolean;
  readonly onRecognised: (name: string, source: HistorySource) => void;
  /** An archive ends in the middle: what came before is kept. */
  readonly onCutOff: (name: string) => void;
  /** Bytes unpacked so far in this call. */
  readonly unpacked: { bytes: number };
}

/** Files inside an archive that are of no known kind are only passed over; alone such a file is an error. */
export const openFile = (file: OpenFile, isInside = false): ByteReader => {
  const head = new Uint8Array(HEAD_BYTES);
  let length = 0;
  let reader: ByteReader | null = null;

  const decide = (): ByteReader => {
    const bytes = head.subarray(0, length);
    reader = chooseReader(file, bytes, isInside);
    reader.push(bytes);
    return reader;
  };

  return {
    push(chunk) {
      if (file.hasFailed()) return;
      if (reader !== null) {
        reader.push(chunk);
        return;
      }
      const part = chunk.subarray(0, HEAD_BYTES - length);
      head.set(part, length);
      length += part.length;
      if (length < HEAD_BYTES) return;
      const rest = chunk.subarray(part.length);
      const chosen = decide();
      if (rest.length > 0) chosen.push(rest);
    },
    finish() {
      if (file.hasFailed()) return;
      const chosen = reader ?? decide();
      if (!file.hasFailed()) chosen.finish();
    },
  };
};

const ignore: ByteReader = { push: () => undefined, finish: () => undefined };

const chooseReader = (file: OpenFile, head: Uint8Array, isInside: boolean): ByteReader => {
  const archive = archiveOf(head);
  if (archive !== null) {
    if (isInside) {
      file.fail({ type: "archive-in-archive", file: file.name });
      return ignore;
    }
    return archive === "gzip" ? openGzip(file) : openZip(file);
  }
  const order = byteOrderOf(head);
  if (order !== null) return createUtf16Reader(order, openFile(file, isInside));
  const beginning = readHead(head);
  const format = findFormat(beginning);
  if (format !== null) {
    file.onRecognised(file.name, format.source);
    return format.read(file.name, file.sinkOf(file.name, format.source));
  }
  if (isDailyTotals(beginning)) file.fail({ type: "daily-totals-only", file: file.name });
  else if (!isInside) {
    file.fail({ type: beginning.lines.length === 0 ? "empty-file" : "unknown-format", file: file.name });
  }
  return ignore;
};

const findFormat = (head: FileHead): HistoryFormat | null =>
  head.lines.length === 0 ? null : (HISTORY_FORMATS.find((format) => format.recognise(head)) ?? null);

/** Bytes that no text of a history has at its beginning are left to `unknown-format`. */
const readHead = (bytes: Uint8Array): FileHead => {
  const lines: string[] = [];
  const cutter = createLineCutter((line, start, end, _number, isLong) => {
    if (isLong || lines.length >= HEAD_LINES) return;
    const text = decodeUtf8(line, start, end);
    if (text.trim() !== "") lines.push(text);
  });
  cutter.push(bytes);
  cutter.finish();
  return { text: decodeUtf8(bytes, 0, bytes.length), lines };
};

const archiveOf = (head: Uint8Array): "gzip" | "zip" | null => {
  if (head[0] === 0x1f && head[1] === 0x8b) return "gzip";
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5) ? "zip" : null;
};

/** Counts what an archive unpacks to, and stops it at the limits. */
const createBombGuard = (file: OpenFile) => {
  let packed = 0;
  let unpacked = 0;
  return {
    addPacked: (bytes: number): void => void (packed += bytes),
    hasUnpacked: (): boolean => unpacked > 0,
    admits: (bytes: number): boolean => {
      unpacked += bytes;
      file.unpacked.bytes += bytes;
      const isBomb =
        file.unpacked.bytes > MAX_UNPACKED_BYTES || (unpacked > RATIO_FROM_BYTES && unpacked > packed * MAX_RATIO);
      if (isBomb) file.fail({ type: "archive-too-large", file: file.name, limitBytes: MAX_UNPACKED_BYTES });
      return !isBomb;
    },
  };
};

/** Runs the archive's bytes through `step` in small pieces. Whatever fflate throws is damage; at the end it may be a mere cut. */
const createUnpacker = (
  file: OpenFile,
  addPacked: (bytes: number) => void,
  step: (bytes: Uint8Array, isLast: boolean) => void,
): ByteReader => {
  const tryStep = (bytes: Uint8Array, isLast: boolean): void => {
    if (file.hasFailed()) return;
    try {
      addPacked(bytes.length);
      step(bytes, isLast);
    } catch {
      if (!isLast) file.fail({ type: "damaged-archive", file: file.name });
    }
  };
  return {
    push(chunk) {
      for (let start = 0; start < chunk.length; start += PACKED_STEP_BYTES) {
        // fflate may keep what it is given, and the chunk's buffer is not ours.
        tryStep(chunk.slice(start, start + PACKED_STEP_BYTES), false);
      }
    },
    finish: () => tryStep(new Uint8Array(0), true),
  };
};

const openGzip = (file: OpenFile): ByteReader => {
  const guard = createBombGuard(file);
  const inner = openFile(file, true);
  let isFinished = false;
  const gunzip = new Gunzip((bytes, isLast) => {
    if (guard.admits(bytes.length)) inner.push(bytes);
    isFinished ||= isLast;
  });
  const unpacker = createUnpacker(file, guard.addPacked, (bytes, isLast) => gunzip.push(bytes, isLast));
  return {
    push: unpacker.push,
    finish() {
      unpacker.finish();
      if (file.hasFailed()) return;
      if (!isFinished && !guard.hasUnpacked()) {
        file.fail({ type: "damaged-archive", file: file.name });
        return;
      }
      if (!isFinished) file.onCutOff(file.name);
      inner.finish();
    },
  };
};

const openZip = (file: OpenFile): ByteReader => {
  const guard = createBombGuard(file);
  let files = 0;
  const openFiles = new Set<ByteReader>();
  const unzip = new Unzip((entry) => {
    if (++files > MAX_ARCHIVE_FILES) {
      file.fail({ type: "archive-of-too-many-files", file: file.name, limit: MAX_ARCHIVE_FILES });
      return;
    }
    const inner = entry.name.endsWith("/") ? ignore : openFile({ ...file, name: `${file.name}/${entry.name}` }, true);
    openFiles.add(inner);
    entry.ondata = (error, bytes, isLast) => {
      if (error !== null) file.fail({ type: "damaged-archive", file: file.name });
      else if (guard.admits(bytes.length)) inner.push(bytes);
      if (!isLast || file.hasFailed()) return;
      openFiles.delete(inner);
      inner.finish();
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  const unpacker = createUnpacker(file, guard.addPacked, (bytes, isLast) => unzip.push(bytes, isLast));
  return {
    push: unpacker.push,
    finish() {
      unpacker.finish();
      if (file.hasFailed() || (openFiles.size === 0 && files > 0)) return;
      if (!guard.hasUnpacked()) {
        file.fail({ type: "damaged-archive", file: file.name });
        return;
      }
      file.onCutOff(file.name);
      for (const inner of openFiles) inner.finish();
    },
  };
};
