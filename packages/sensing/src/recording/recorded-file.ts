/**
 * Recorded files as bytes: the one input of every reader, the same for Node and for a browser's `File`.
 *
 * Bytes arrive in chunks of any size and any cut. A source that fails becomes an error value here, so that no reader has
 * to catch anything.
 */
import { err, ok, type Result } from "@undivided/domain";
import type { RecordingError } from "./recording-error.ts";

/** A file to read. The readers do not keep a chunk beyond the next one, so a source may use its buffer again. */
export interface RecordedFile {
  /** As shown to people; only Sensor Logger's files are told apart by it. A path is fine. */
  readonly name: string;
  /** Bytes in the file, where known beforehand: lets a truncated WAV be refused before it is read. */
  readonly size?: number;
  /** Starts from the first byte each time it is called. May throw or reject: that becomes `unreadable`. */
  readonly chunks: () => AsyncIterable<Uint8Array>;
}

/** A file that is already in memory, given out in pieces of `chunkBytes`. */
export const recordedBytes = (name: string, bytes: Uint8Array, chunkBytes = 65_536): RecordedFile => ({
  name,
  size: bytes.length,
  chunks: async function* () {
    for (let start = 0; start < bytes.length; start += chunkBytes) yield bytes.subarray(start, start + chunkBytes);
  },
});

/** One opened file. */
export interface ByteSource {
  /** The next chunk that is not empty, or null at the end; after an error or the end it says the same again. */
  readonly next: () => Promise<Result<Uint8Array | null, RecordingError>>;
  /** Lets the file go; safe to call twice. */
  readonly close: () => Promise<void>;
}

export const openBytes = (file: RecordedFile): ByteSource => {
  let iterator: AsyncIterator<Uint8Array> | null = null;
  let last: Result<null, RecordingError> | null = null;

  const next = async (): Promise<Result<Uint8Array | null, RecordingError>> => {
    if (last !== null) return last;
    try {
      iterator ??= file.chunks()[Symbol.asyncIterator]();
      for (;;) {
        const step = await iterator.next();
        if (step.done === true) return (last = ok(null));
        if (step.value.length > 0) return ok(step.value);
      }
    } catch (failure) {
      return (last = err({ type: "unreadable", file: file.name, ...failureFacts(failure) }));
    }
  };

  const close = async (): Promise<void> => {
    if (last !== null) return;
    last = ok(null);
    try {
      await iterator?.return?.();
    } catch {
      // The file is not needed any more: how it failed to close changes nothing for the reader.
    }
  };

  return { next, close };
};

const failureFacts = (failure: unknown): { readonly code: string | null; readonly message: string } => {
  if (typeof failure !== "object" || failure === null) return { code: null, message: String(failure) };
  const code = "code" in failure && typeof failure.code === "string" ? failure.code : null;
  const message = "message" in failure && typeof failure.message === "string" ? failure.message : "";
  return { code, message };
};

/** How much of a file is looked at to tell what it is. */
const HEAD_LINES = 12;
const HEAD_BYTES = 65_536;

/** The beginning of a file and a source that still gives all of it. */
export interface HeadedSource extends ByteSource {
  /** The first lines, or the first 64 KiB, or the whole file if it is shorter: the same however the bytes were cut. */
  readonly head: Uint8Array;
}

/** Opens a file and looks at its beginning. On an error the source is closed already. */
export const openWithHead = async (file: RecordedFile): Promise<Result<HeadedSource, RecordingError>> => {
  const source = openBytes(file);
  const buffer = new Uint8Array(HEAD_BYTES);
  const lineLimit = createLineLimit(HEAD_LINES);
  let length = 0;
  let headLength: number | null = null;
  let beyond: Uint8Array | null = null;

  while (headLength === null) {
    const chunk = await source.next();
    if (chunk.type === "error") return chunk;
    if (chunk.value === null) {
      headLength = length;
      break;
    }
    const part = chunk.value.subarray(0, HEAD_BYTES - length);
    buffer.set(part, length);
    headLength = lineLimit(buffer, length, length + part.length);
    length += part.length;
    if (part.length < chunk.value.length) {
      beyond = chunk.value.subarray(part.length);
      headLength ??= HEAD_BYTES;
    }
  }

  const pending: Uint8Array[] = length > 0 ? [buffer.subarray(0, length)] : [];
  if (beyond !== null) pending.push(beyond);
  const next = (): Promise<Result<Uint8Array | null, RecordingError>> => {
    const part = pending.shift();
    return part === undefined ? source.next() : Promise.resolve(ok(part));
  };
  const close = (): Promise<void> => {
    pending.length = 0;
    return source.close();
  };
  return ok({ head: buffer.subarray(0, headLength), next, close });
};

/** Finds the end of the n-th line in bytes that arrive in pieces. */
const createLineLimit = (limit: number) => {
  let lines = 0;
  return (bytes: Uint8Array, start: number, end: number): number | null => {
    for (let index = start; index < end; index++) {
      if (bytes[index] !== 10 && bytes[index] !== 13) continue;
      lines++;
      if (lines === limit) return index + 1;
    }
    return null;
  };
};
