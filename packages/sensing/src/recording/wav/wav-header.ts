/**
 * Finds the format and the samples of a WAVE file among its chunks, in whatever order they come.
 *
 * Sources: the RIFF specification (1991); RF64 as in EBU Tech 3306 (2009). A recorder that writes to a pipe cannot go back and fill in sizes: it
 * leaves 0, 0xFFFFFFFF or the largest number it dares to, and such a file is read to its end.
 */
import { err, ok, type Result } from "@undivided/domain";
import type { RecordingError } from "../recording-error.ts";
import type { ByteReader } from "./byte-reader.ts";
import { MAX_FORMAT_BYTES, MIN_FORMAT_BYTES, parseWavFormat, type WavFormat } from "./wav-format.ts";

export interface WavHeader {
  readonly format: WavFormat;
  /** Of the first sample, from the start of the file. */
  readonly dataStart: number;
  /** As the file says; null if it leaves it open. */
  readonly dataBytes: number | null;
  /** True if fewer bytes than said mean that the file was cut, and not that nobody filled in the size. */
  readonly isSizeSure: boolean;
}

const RIFF_HEADER_BYTES = 12;
const CHUNK_HEADER_BYTES = 8;
const DS64_BYTES = 24;
const UNKNOWN_SIZE = 0xffffffff;

/** Reads up to the samples, or past them if the format stands behind. */
export const readWavHeader = async (file: string, reader: ByteReader): Promise<Result<WavHeader, RecordingError>> => {
  const riff = await takeWhole(file, reader, RIFF_HEADER_BYTES);
  if (riff.type === "error") return riff;
  const mark = textOf(riff.value, 0);
  if (mark === "RIFX") return err({ type: "damaged-wav", file, what: "big-endian" });
  const riffBytes = uint32(riff.value, 4);

  let format: WavFormat | null = null;
  let data: Omit<WavHeader, "format"> | null = null;
  let longDataBytes: number | null = null;
  for (;;) {
    const header = await reader.take(CHUNK_HEADER_BYTES);
    if (header.type === "error") return header;
    if (header.value.length < CHUNK_HEADER_BYTES)
      return atEnd(file, reader, riffBytes, format, data, header.value.length);
    const id = textOf(header.value, 0);
    const bytes = uint32(header.value, 4);

    if (id === "data" && data === null) {
      data = placeData(reader.position(), bytes, riffBytes, longDataBytes);
      if (format !== null) return ok({ ...data, format });
      if (data.dataBytes === null) return err({ type: "damaged-wav", file, what: "no-format" });
    }
    const wanted = id === "fmt " ? MAX_FORMAT_BYTES : id === "ds64" ? DS64_BYTES : 0;
    const body = await takeWhole(file, reader, Math.min(bytes, wanted));
    if (body.type === "error") return body;
    if (id === "fmt " && format === null) {
      if (body.value.length < MIN_FORMAT_BYTES) return err({ type: "damaged-wav", file, what: "no-format" });
      const parsed = parseWavFormat(file, body.value);
      if (parsed.type === "error") return parsed;
      format = parsed.value;
      if (data !== null) return ok({ ...data, format });
    }
    if (id === "ds64" && mark !== "RIFF" && body.value.length === DS64_BYTES) longDataBytes = uint64(body.value, 8);

    const wholeBytes = id === "data" ? (data?.dataBytes ?? bytes) : bytes;
    const passed = await passRest(file, reader, wholeBytes, body.value.length);
    if (passed.type === "error") return passed;
  }
};

/** What is left of a chunk, and the byte that fills up an odd one; some writers forget it, and no chunk's name begins with zero. */
const passRest = async (
  file: string,
  reader: ByteReader,
  bytes: number,
  taken: number,
): Promise<Result<null, RecordingError>> => {
  const skipped = await reader.skip(bytes - taken);
  if (skipped.type === "error") return skipped;
  if (skipped.value < bytes - taken) {
    return err({
      type: "truncated-wav",
      file,
      part: "header",
      expectedBytes: bytes,
      foundBytes: taken + skipped.value,
    });
  }
  if (bytes % 2 === 0) return ok(null);
  const pad = await reader.take(1);
  if (pad.type === "error") return pad;
  if (pad.value[0] !== 0) reader.putBack(pad.value);
  return ok(null);
};

/** Where a size this large comes from a recorder that did not know it: within 64 KiB below 2^31 or 2^32, where the known ones lie. */
const isPlaceholder = (bytes: number): boolean => (bytes >= 0x7fff0000 && bytes <= 0x80000000) || bytes >= 0xffff0000;

const placeData = (
  dataStart: number,
  bytes: number,
  riffBytes: number,
  longDataBytes: number | null,
): Omit<WavHeader, "format"> => {
  if (bytes === UNKNOWN_SIZE && longDataBytes !== null && longDataBytes > 0) {
    return { dataStart, dataBytes: longDataBytes, isSizeSure: true };
  }
  // Zero is meant where the file as a whole has a size that leaves room for other chunks behind.
  const isZeroLeftOpen = bytes === 0 && (riffBytes === UNKNOWN_SIZE || riffBytes + CHUNK_HEADER_BYTES <= dataStart);
  if (bytes === UNKNOWN_SIZE || isZeroLeftOpen) return { dataStart, dataBytes: null, isSizeSure: false };
  return { dataStart, dataBytes: bytes, isSizeSure: !isPlaceholder(bytes) };
};

const atEnd = (
  file: string,
  reader: ByteReader,
  riffBytes: number,
  format: WavFormat | null,
  data: Omit<WavHeader, "format"> | null,
  strayBytes: number,
): Result<WavHeader, RecordingError> => {
  const expectedBytes = riffBytes + CHUNK_HEADER_BYTES;
  const foundBytes = reader.position();
  const isCut = strayBytes > 0 || (!isPlaceholder(riffBytes) && expectedBytes > foundBytes);
  if (isCut) {
    const expected = Math.max(expectedBytes, foundBytes - strayBytes + CHUNK_HEADER_BYTES);
    return err({ type: "truncated-wav", file, part: "header", expectedBytes: expected, foundBytes });
  }
  return err({ type: "damaged-wav", file, what: format === null || data !== null ? "no-format" : "no-data-chunk" });
};

const takeWhole = async (
  file: string,
  reader: ByteReader,
  count: number,
): Promise<Result<Uint8Array, RecordingError>> => {
  const taken = await reader.take(count);
  if (taken.type === "error" || taken.value.length === count) return taken;
  return err({ type: "truncated-wav", file, part: "header", expectedBytes: count, foundBytes: taken.value.length });
};

const textOf = (bytes: Uint8Array, start: number): string => String.fromCharCode(...bytes.subarray(start, start + 4));

const uint32 = (bytes: Uint8Array, offset: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(offset, true);

const uint64 = (bytes: Uint8Array, offset: number): number =>
  uint32(bytes, offset) + uint32(bytes, offset + 4) * 2 ** 32;
