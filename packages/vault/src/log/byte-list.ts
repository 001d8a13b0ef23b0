/**
 * A list of equally long pieces of bytes in one block of memory, for what a space has a hundred thousand of.
 *
 * Growing copies the block now and then; reading gives a view that the next `push` may leave behind.
 */
import type { Bytes } from "../crypto/door.ts";

export interface ByteList {
  readonly length: () => number;
  /** @throws Error if it is of another length than the others: whoever fills the list knows what it holds. */
  readonly push: (piece: Uint8Array) => void;
  /** A view, not to be kept; empty beyond the end. */
  readonly at: (index: number) => Uint8Array;
  readonly set: (index: number, piece: Uint8Array) => void;
  /** Indexes of the pieces that fit; the test sees the block and where a piece begins. One pass over memory. */
  readonly where: (test: (block: Uint8Array, at: number) => boolean) => readonly number[];
  /** The first of them from `index` on; `undefined` if there is none. */
  readonly first: (test: (block: Uint8Array, at: number) => boolean, index: number) => number | undefined;
  /** A copy of all pieces in a row. */
  readonly copy: () => Bytes;
}

const FIRST_PIECES = 16;

export const createByteList = (width: number, start: Uint8Array = new Uint8Array(0)): ByteList => {
  if (start.length % width !== 0) throw new Error("a list begins with whole pieces");
  let length = start.length / width;
  let block = new Uint8Array(Math.max(start.length, FIRST_PIECES * width));
  block.set(start);
  const put = (index: number, piece: Uint8Array): void => {
    if (piece.length !== width) throw new Error("a piece of another length");
    block.set(piece, index * width);
  };
  return {
    length: () => length,
    push: (piece) => {
      if ((length + 1) * width > block.length) {
        const larger = new Uint8Array(Math.ceil(block.length / width / 2) * 3 * width);
        larger.set(block);
        block = larger;
      }
      put(length, piece);
      length += 1;
    },
    at: (index) => (index < length ? block.subarray(index * width, (index + 1) * width) : new Uint8Array(0)),
    set: (index, piece) => {
      if (index < length) put(index, piece);
    },
    where: (test) => {
      const found: number[] = [];
      for (let index = 0; index < length; index += 1) if (test(block, index * width)) found.push(index);
      return found;
    },
    first: (test, index) => {
      for (let at = index; at < length; at += 1) if (test(block, at * width)) return at;
      return undefined;
    },
    copy: () => block.slice(0, length * width),
  };
};
