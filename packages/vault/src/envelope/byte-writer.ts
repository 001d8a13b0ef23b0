/** Writing many small things into one growing block of bytes: big-endian numbers, identifiers, texts. */
import type { DeviceId, RecordId } from "@undivided/domain";
import { hexToBytes, utf8ToBytes, type Bytes } from "../crypto/public-door.ts";
import { idToBytes, type EntryId, type EpochId, type MemberId, type SpaceId } from "./ids.ts";

export interface ByteWriter {
  readonly length: () => number;
  readonly uint8: (value: number) => void;
  readonly uint16: (value: number) => void;
  readonly uint32: (value: number) => void;
  /** At most 2^53 − 1. */
  readonly uint64: (value: number) => void;
  readonly bytes: (bytes: Uint8Array) => void;
  readonly id: (id: SpaceId | MemberId | DeviceId | EpochId | EntryId) => void;
  readonly record: (id: RecordId) => void;
  /** UTF-8 with its length, four bytes, in front. */
  readonly text: (text: string) => void;
  /** All that was written, not to be written to any more; a copy where there was room left. */
  readonly written: () => Bytes;
}

export const createWriter = (capacity = 1024): ByteWriter => {
  let block = new Uint8Array(capacity);
  let view = new DataView(block.buffer);
  let at = 0;
  const claim = (length: number): number => {
    if (at + length > block.length) {
      const larger = new Uint8Array(Math.max(2 * block.length, at + length));
      larger.set(block);
      block = larger;
      view = new DataView(block.buffer);
    }
    at += length;
    return at - length;
  };
  const bytes = (part: Uint8Array): void => {
    const start = claim(part.length);
    block.set(part, start);
  };
  const uint32 = (value: number): void => {
    const start = claim(4);
    view.setUint32(start, value);
  };
  return {
    length: () => at,
    uint8: (value) => {
      const start = claim(1);
      view.setUint8(start, value);
    },
    uint16: (value) => {
      const start = claim(2);
      view.setUint16(start, value);
    },
    uint32,
    uint64: (value) => {
      const start = claim(8);
      view.setUint32(start, Math.floor(value / 2 ** 32));
      view.setUint32(start + 4, value % 2 ** 32);
    },
    bytes,
    id: (id) => bytes(idToBytes(id)),
    record: (id) => bytes(hexToBytes(id) ?? new Uint8Array(0)),
    text: (text) => {
      const encoded = utf8ToBytes(text);
      uint32(encoded.length);
      bytes(encoded);
    },
    written: () => (at === block.length ? block : block.slice(0, at)),
  };
};
