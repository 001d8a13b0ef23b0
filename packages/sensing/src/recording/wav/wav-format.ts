/**
 * The `fmt ` chunk of a WAVE file: how samples are written.
 *
 * Source: Microsoft and IBM, "Multimedia Programming Interface and Data Specifications 1.0" (1991); WAVE_FORMAT_EXTENSIBLE as in Microsoft's
 * "Multiple Channel Audio Data and WAVE Files" (2001).
 */
import { err, ok, type Result } from "@undivided/domain";
import type { RecordingError } from "../recording-error.ts";

export type WavEncoding = "pcm" | "float" | "a-law" | "mu-law";

export interface WavFormat {
  readonly encoding: WavEncoding;
  readonly sampleRate: number;
  readonly channels: number;
  /** Of one sample of one channel, as it lies in the file. */
  readonly sampleBytes: number;
}

export const MIN_SAMPLE_RATE = 8_000;
export const MAX_SAMPLE_RATE = 192_000;
const MAX_CHANNELS = 256;

const FORMAT_PCM = 1;
const FORMAT_FLOAT = 3;
const FORMAT_A_LAW = 6;
const FORMAT_MU_LAW = 7;
const FORMAT_EXTENSIBLE = 0xfffe;

/** The shortest `fmt ` chunk, and how much of one is looked at. */
export const MIN_FORMAT_BYTES = 16;
export const MAX_FORMAT_BYTES = 40;
/** Where the extensible form says which format it really is: the first two bytes of the sub-format's GUID. */
const SUB_FORMAT = 24;

/** `bytes` is the chunk's beginning, 16 to 40 bytes. Total. */
export const parseWavFormat = (file: string, bytes: Uint8Array): Result<WavFormat, RecordingError> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const written = view.getUint16(0, true);
  const isExtensible = written === FORMAT_EXTENSIBLE && bytes.length >= SUB_FORMAT + 2;
  const formatTag = isExtensible ? view.getUint16(SUB_FORMAT, true) : written;
  const channels = view.getUint16(2, true);
  const sampleRate = view.getUint32(4, true);
  const frameBytes = view.getUint16(12, true);
  const bits = view.getUint16(14, true);

  const encoding = encodingOf(formatTag);
  if (encoding === null) return err({ type: "unsupported-codec", file, formatTag, bits });
  if (channels === 0) return err({ type: "damaged-wav", file, what: "no-channels" });
  if (channels > MAX_CHANNELS) return err({ type: "damaged-wav", file, what: "too-many-channels" });
  if (sampleRate < MIN_SAMPLE_RATE || sampleRate > MAX_SAMPLE_RATE) {
    return err({ type: "unsupported-sample-rate", file, sampleRate });
  }
  const sampleBytes = frameBytes / channels;
  if (!sampleSizes(encoding).includes(sampleBytes)) {
    return err(
      sampleBytes * 8 === bits
        ? { type: "unsupported-codec", file, formatTag, bits }
        : { type: "damaged-wav", file, what: "frame-size" },
    );
  }
  if (bits === 0 || bits > sampleBytes * 8) return err({ type: "damaged-wav", file, what: "frame-size" });
  return ok({ encoding, sampleRate, channels, sampleBytes });
};

const encodingOf = (formatTag: number): WavEncoding | null => {
  switch (formatTag) {
    case FORMAT_PCM:
      return "pcm";
    case FORMAT_FLOAT:
      return "float";
    case FORMAT_A_LAW:
      return "a-law";
    case FORMAT_MU_LAW:
      return "mu-law";
    default:
      return null;
  }
};

const sampleSizes = (encoding: WavEncoding): readonly number[] => {
  if (encoding === "pcm") return [1, 2, 3, 4];
  return encoding === "float" ? [4, 8] : [1];
};
