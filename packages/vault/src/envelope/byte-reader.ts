/**
 * Reading and writing bytes in order: big-endian numbers, fixed parts, parts with their length in front.
 *
 * A reader never throws: beyond the end it gives `undefined` from then on, and `isAtEnd` says whether all was read and nothing
 * was missing.
 */
import { concatBytes, type Bytes } from "../crypto/public-door.ts";

export interface ByteReader {
  /** A copy of the next `length` bytes. */
  readonly take: (length: number) => Bytes | undefined;
  /** As `take`, without the copy: for what is read on at once. */
  readonly view: (length: number) => Uint8Array | undefined;
  readonly uint8: () => number | undefined;
  readonly uint16: () => number | undefined;
  readonly uint32: () => number | undefined;
  /** At most 2^53 − 1; a larger one counts as missing. */
  readonly uint64: () => number | undefined;
  readonly isAtEnd: () => boolean;
}

export const createReader = (bytes: Uint8Array): ByteReader => {
  let at = 0;
  let failed = false;
  /** Where the next `length` bytes begin; −1 if there are not as many. */
  const claim = (length: number): number => {
    if (failed || length < 0 || at + length > bytes.length) {
      failed = true;
      return -1;
    }
    at += length;
    return at - length;
  };
  const number = (length: number): number | undefined => {
    const start = claim(length);
    if (start < 0) return undefined;
    let value = 0;
    for (let index = start; index < at; index += 1) value = value * 256 + (bytes[index] ?? 0);
    if (value <= Number.MAX_SAFE_INTEGER) return value;
    failed = true;
    return undefined;
  };
  return {
    take: (length) => {
      const start = claim(length);
      return start < 0 ? undefined : new Uint8Array(bytes.subarray(start, at));
    },
    view: (length) => {
      const start = claim(length);
      return start < 0 ? undefined : bytes.subarray(start, at);
    },
    uint8: () => number(1),
    uint16: () => number(2),
    uint32: () => number(4),
    uint64: () => number(8),
    isAtEnd: () => !failed && at === bytes.length,
  };
};

export const uint8 = (value: number): Bytes => bigEndian(value, 1);
export const uint16 = (value: number): Bytes => bigEndian(value, 2);
export const uint32 = (value: number): Bytes => bigEndian(value, 4);
export const uint64 = (value: number): Bytes => bigEndian(value, 8);

/** @throws RangeError if the number does not fit: whoever writes has checked its bounds. */
const bigEndian = (value: number, length: number): Bytes => {
  if (!Number.isSafeInteger(value) || value < 0 || value >= 256 ** length) throw new RangeError("number does not fit");
  const bytes = new Uint8Array(length);
  let rest = value;
  for (let at = length - 1; at >= 0; at -= 1) {
    bytes[at] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return bytes;
};

/** The parts with their number, in two bytes, in front. */
export const counted = (parts: readonly Uint8Array[]): Bytes => concatBytes(uint16(parts.length), ...parts);

/** As many parts as were counted; `undefined` if there are more than `max` or one of them cannot be read. */
export const readCounted = <T>(
  reader: ByteReader,
  max: number,
  readPart: (reader: ByteReader) => T | undefined,
): readonly T[] | undefined => {
  const count = reader.uint16();
  if (count === undefined || count > max) return undefined;
  const parts: T[] = [];
  for (let index = 0; index < count; index += 1) {
    const part = readPart(reader);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return parts;
};
