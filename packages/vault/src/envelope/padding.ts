/**
 * Padding to size classes, so that the length of a sealed body tells little about what is inside.
 *
 * Form: length (4) ‖ content ‖ zeros. Classes are the powers of two from 256 bytes to 64 KiB: nine lengths in all.
 */
import { concatBytes, type Bytes } from "../crypto/public-door.ts";
import { createReader, uint32 } from "./byte-reader.ts";

const LENGTH_BYTES = 4;
const SMALLEST = 256;
const LARGEST = 65_536;

/** The longest content that can be padded. */
export const MAX_CONTENT_BYTES = LARGEST - LENGTH_BYTES;

/** All lengths that a padded content can have, in bytes, ascending. */
export const SIZE_CLASSES: readonly number[] = Array.from(
  { length: Math.log2(LARGEST / SMALLEST) + 1 },
  (_, index) => SMALLEST * 2 ** index,
);

/** `undefined` if the content is longer than `MAX_CONTENT_BYTES`. */
export const pad = (content: Uint8Array): Bytes | undefined => {
  const size = SIZE_CLASSES.find((candidate) => candidate >= content.length + LENGTH_BYTES);
  if (size === undefined) return undefined;
  return concatBytes(uint32(content.length), content, new Uint8Array(size - LENGTH_BYTES - content.length));
};

/** `undefined` unless `pad` would have made exactly this: one content has one padded form. */
export const unpad = (padded: Uint8Array): Bytes | undefined => {
  const reader = createReader(padded);
  const length = reader.uint32();
  const content = length === undefined ? undefined : reader.take(length);
  if (content === undefined) return undefined;
  const again = pad(content);
  if (again?.length !== padded.length) return undefined;
  return padded.subarray(LENGTH_BYTES + content.length).every((byte) => byte === 0) ? content : undefined;
};
