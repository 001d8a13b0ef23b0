/**
 * UTF-16 to UTF-8, for files that PowerShell's `>` and some editors write: told from their byte order mark, which is dropped.
 *
 * Total: a surrogate without its other half, or a byte without, becomes U+FFFD. The pure packages know no `TextDecoder`.
 */
import type { ByteReader } from "./history-file.ts";

export type ByteOrder = "little" | "big";

export const byteOrderOf = (head: Uint8Array): ByteOrder | null => {
  if (head[0] === 0xff && head[1] === 0xfe) return "little";
  return head[0] === 0xfe && head[1] === 0xff ? "big" : null;
};

const REPLACEMENT = 0xfffd;

/** Hands what it reads to `inner` as UTF-8, in one buffer that is written over with each chunk. */
export const createUtf16Reader = (order: ByteOrder, inner: ByteReader): ByteReader => {
  let out = new Uint8Array(0);
  let length = 0;
  /** The first byte of a unit that a chunk cut in two. */
  let odd = -1;
  let high = 0;
  let isFirst = true;

  const write = (code: number): void => {
    if (code < 0x80) out[length++] = code;
    else if (code < 0x800) {
      out[length++] = 0xc0 | (code >> 6);
      out[length++] = 0x80 | (code & 0x3f);
    } else {
      if (code < 0x10000) out[length++] = 0xe0 | (code >> 12);
      else {
        out[length++] = 0xf0 | (code >> 18);
        out[length++] = 0x80 | ((code >> 12) & 0x3f);
      }
      out[length++] = 0x80 | ((code >> 6) & 0x3f);
      out[length++] = 0x80 | (code & 0x3f);
    }
  };

  const takeUnit = (unit: number): void => {
    if (isFirst) {
      isFirst = false;
      return;
    }
    if (high !== 0) {
      const first = high;
      high = 0;
      if (unit >= 0xdc00 && unit < 0xe000) {
        write(0x10000 + ((first - 0xd800) << 10) + (unit - 0xdc00));
        return;
      }
      write(REPLACEMENT);
    }
    if (unit >= 0xd800 && unit < 0xdc00) high = unit;
    else write(unit >= 0xdc00 && unit < 0xe000 ? REPLACEMENT : unit);
  };

  return {
    push(chunk) {
      // Three bytes a unit at most, and what is left of the chunk before.
      if (out.length < chunk.length * 3 + 8) out = new Uint8Array(chunk.length * 3 + 8);
      length = 0;
      for (const byte of chunk) {
        if (odd < 0) odd = byte;
        else {
          takeUnit(order === "little" ? odd | (byte << 8) : (odd << 8) | byte);
          odd = -1;
        }
      }
      if (length > 0) inner.push(out.subarray(0, length));
    },
    finish() {
      if (odd >= 0 || high !== 0) inner.push(new Uint8Array([0xef, 0xbf, 0xbd]));
      inner.finish();
    },
  };
};

/** Hands on what is UTF-8 as it is and what begins with a mark of UTF-16 as UTF-8. */
export const createTextReader = (inner: ByteReader): ByteReader => {
  let first = new Uint8Array(0);
  let reader: ByteReader | null = null;
  const choose = (head: Uint8Array): ByteReader => {
    const order = byteOrderOf(head);
    return order === null ? inner : createUtf16Reader(order, inner);
  };
  return {
    push(chunk) {
      if (reader !== null) {
        reader.push(chunk);
        return;
      }
      const head = new Uint8Array(first.length + chunk.length);
      head.set(first);
      head.set(chunk, first.length);
      first = head;
      if (head.length < 2) return;
      reader = choose(head);
      reader.push(head);
    },
    finish() {
      if (reader === null) inner.push(first);
      (reader ?? inner).finish();
    },
  };
};
