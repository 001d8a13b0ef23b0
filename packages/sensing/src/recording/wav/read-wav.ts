/**
 * Reads a WAVE file as mono samples, in flat memory: PCM of 8 to 32 bits, float of 32 and 64, A-law and µ-law, any number of channels.
 *
 * **Privacy:** the samples are given out and forgotten; nothing here keeps sound.
 */
import { err, ok, type Result } from "@undivided/domain";
import { openBytes, openWithHead, type ByteSource, type RecordedFile } from "../recorded-file.ts";
import type { RecordingError } from "../recording-error.ts";
import { recogniseHead } from "../recognise.ts";
import { createByteReader, type ByteReader } from "./byte-reader.ts";
import type { WavEncoding } from "./wav-format.ts";
import { readWavHeader, type WavHeader } from "./wav-header.ts";
import { createFrameDecoder } from "./wav-samples.ts";

export interface WavRecording {
  readonly sampleRate: number;
  /** Before they were mixed. */
  readonly channels: number;
  readonly encoding: WavEncoding;
  /** Frames as the header says, or null where it does not. */
  readonly frames: number | null;
  /** Mono, in −1 … 1 (float files may go beyond, or hold NaN); each batch belongs to the receiver. After an error nothing more comes. */
  readonly samples: AsyncIterable<Result<Float32Array<ArrayBuffer>, RecordingError>>;
  /** Lets the file go; needed only if `samples` is not run through. */
  readonly close: () => Promise<void>;
}

/** A batch is at most this long, however large the chunks are. */
const BATCH_FRAMES = 65_536;

/**
 * Opens a WAVE file and reads its header. A file that ends before its header says is `truncated-wav`: here already if the file's size is known,
 * else after the last sample. Never rejects.
 */
export const readWav = async (file: RecordedFile): Promise<Result<WavRecording, RecordingError>> => {
  const opened = await openWithHead(file);
  if (opened.type === "error") return opened;
  let source: ByteSource = opened.value;
  const refuse = async (error: RecordingError): Promise<Result<never, RecordingError>> => {
    await source.close();
    return err(error);
  };

  const found = recogniseHead(file.name, opened.value.head);
  if (found.type === "error") return refuse(found.error);
  if (found.value.type !== "sound") {
    return refuse({ type: "wrong-kind", file: file.name, wanted: "sound", found: found.value.type });
  }
  let reader = createByteReader(source);
  const header = await readWavHeader(file.name, reader);
  if (header.type === "error") return refuse(header.error);
  const { format, dataStart, dataBytes, isSizeSure } = header.value;

  if (reader.position() > dataStart) {
    // The format stood behind the samples: once more from the start.
    await source.close();
    source = openBytes(file);
    reader = createByteReader(source);
    const passed = await reader.skip(dataStart);
    if (passed.type === "error") return refuse(passed.error);
  }

  const frameBytes = format.channels * format.sampleBytes;
  if (dataBytes !== null && isSizeSure && file.size !== undefined && file.size < dataStart + dataBytes) {
    return refuse(truncated(file.name, dataBytes, Math.max(0, file.size - dataStart)));
  }
  if (dataBytes !== null && dataBytes < frameBytes) return refuse({ type: "no-samples", file: file.name, skipped: 0 });
  const first = await reader.take(frameBytes);
  if (first.type === "error") return refuse(first.error);
  if (first.value.length < frameBytes) {
    return refuse(
      dataBytes !== null && isSizeSure
        ? truncated(file.name, dataBytes, first.value.length)
        : { type: "no-samples", file: file.name, skipped: 0 },
    );
  }
  reader.putBack(first.value);

  return ok({
    sampleRate: format.sampleRate,
    channels: format.channels,
    encoding: format.encoding,
    frames: dataBytes === null || !isSizeSure ? null : Math.floor(dataBytes / frameBytes),
    samples: runSamples(file.name, header.value, reader, source),
    close: source.close,
  });
};

const truncated = (file: string, expectedBytes: number, foundBytes: number): RecordingError => ({
  type: "truncated-wav",
  file,
  part: "samples",
  expectedBytes,
  foundBytes,
});

async function* runSamples(
  file: string,
  header: WavHeader,
  reader: ByteReader,
  source: ByteSource,
): AsyncGenerator<Result<Float32Array<ArrayBuffer>, RecordingError>> {
  const { format, dataBytes, isSizeSure } = header;
  const frameBytes = format.channels * format.sampleBytes;
  const decode = createFrameDecoder(format);
  let left = dataBytes ?? Infinity;
  let cut = new Uint8Array(0);
  try {
    while (left > 0) {
      const chunk = await reader.next();
      if (chunk.type === "error") {
        yield chunk;
        return;
      }
      if (chunk.value === null) {
        if (isSizeSure && dataBytes !== null) yield err(truncated(file, dataBytes, dataBytes - left));
        return;
      }
      const fresh = chunk.value.length > left ? chunk.value.subarray(0, left) : chunk.value;
      left -= fresh.length;
      const bytes = cut.length === 0 ? fresh : joined(cut, fresh);
      const frames = Math.floor(bytes.length / frameBytes);
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      for (let done = 0; done < frames; done += BATCH_FRAMES) {
        yield ok(decode(view, done * frameBytes, Math.min(BATCH_FRAMES, frames - done)));
      }
      cut = new Uint8Array(bytes.subarray(frames * frameBytes));
    }
  } finally {
    await source.close();
  }
}

const joined = (first: Uint8Array, second: Uint8Array): Uint8Array => {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
};
