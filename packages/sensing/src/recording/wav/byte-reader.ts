/** Takes wanted numbers of bytes from a source that gives them in any pieces. For headers; samples are read chunk by chunk. */
import { ok, type Result } from "@undivided/domain";
import type { ByteSource } from "../recorded-file.ts";
import type { RecordingError } from "../recording-error.ts";

export interface ByteReader {
  /** Bytes taken so far. */
  readonly position: () => number;
  /** The next `count` bytes, or fewer at the end of the file. Copied: for small counts. */
  readonly take: (count: number) => Promise<Result<Uint8Array, RecordingError>>;
  /** Passes over bytes; gives how many there were. */
  readonly skip: (count: number) => Promise<Result<number, RecordingError>>;
  /** Puts back what was just taken. */
  readonly putBack: (bytes: Uint8Array) => void;
  /** Whatever comes next, valid until the next call; null at the end. */
  readonly next: () => Promise<Result<Uint8Array | null, RecordingError>>;
}

export const createByteReader = (source: ByteSource): ByteReader => {
  let rest = new Uint8Array(0);
  let position = 0;

  const next = async (): Promise<Result<Uint8Array | null, RecordingError>> => {
    if (rest.length > 0) {
      const chunk = rest;
      rest = new Uint8Array(0);
      position += chunk.length;
      return ok(chunk);
    }
    const chunk = await source.next();
    if (chunk.type === "ok" && chunk.value !== null) position += chunk.value.length;
    return chunk;
  };

  const keep = (bytes: Uint8Array): void => {
    rest = new Uint8Array(bytes);
    position -= bytes.length;
  };

  const skip = async (count: number): Promise<Result<number, RecordingError>> => {
    let left = count;
    while (left > 0) {
      const chunk = await next();
      if (chunk.type === "error") return chunk;
      if (chunk.value === null) return ok(count - left);
      if (chunk.value.length > left) keep(chunk.value.subarray(left));
      left -= Math.min(left, chunk.value.length);
    }
    return ok(count);
  };

  const take = async (count: number): Promise<Result<Uint8Array, RecordingError>> => {
    const taken = new Uint8Array(count);
    let length = 0;
    while (length < count) {
      const chunk = await next();
      if (chunk.type === "error") return chunk;
      if (chunk.value === null) break;
      const part = chunk.value.subarray(0, count - length);
      taken.set(part, length);
      length += part.length;
      if (part.length < chunk.value.length) keep(chunk.value.subarray(part.length));
    }
    return ok(taken.subarray(0, length));
  };

  const putBack = (bytes: Uint8Array): void => {
    const joined = new Uint8Array(bytes.length + rest.length);
    joined.set(bytes);
    joined.set(rest, bytes.length);
    rest = joined;
    position -= bytes.length;
  };

  return { position: () => position, take, skip, putBack, next };
};
