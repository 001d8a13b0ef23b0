/** Bytes taken one after another; whatever is missing or left over is said. */

export class Malformed extends Error {}

export const take = (bytes) => {
  let at = 0;
  const next = (length) => {
    if (at + length > bytes.length) throw new Malformed(`ends at ${bytes.length}, wanted ${length} more at ${at}`);
    at += length;
    return bytes.subarray(at - length, at);
  };
  const number = (length) => next(length).reduce((sum, byte) => sum * 256 + byte, 0);
  return {
    bytes: next,
    number,
    hex: (length) => Buffer.from(next(length)).toString("hex"),
    list: (run) => Array.from({ length: number(2) }, run),
    /** A length (4) and then that many bytes. */
    counted: () => next(number(4)),
    rest: () => next(bytes.length - at),
    isAtEnd: () => at === bytes.length,
    end: () => {
      if (at !== bytes.length) throw new Malformed(`${bytes.length - at} bytes too many`);
    },
  };
};

export const join = (...parts) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "utf8") : Buffer.from(part))));

/** A number, big-endian and unsigned. */
export const uint = (length, value) => {
  const bytes = Buffer.alloc(length);
  let left = BigInt(value);
  for (let at = length - 1; at >= 0; at -= 1) {
    bytes[at] = Number(left & 255n);
    left >>= 8n;
  }
  return bytes;
};

export const fromHex = (text) => Buffer.from(text, "hex");

export const toText = (bytes) => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);

/** `length (4) ‖ content ‖ zeros`: the content, if the padding is what the specification allows. */
export const unpad = (padded, sizeFor) => {
  const reader = take(padded);
  const content = reader.counted();
  if (padded.length !== sizeFor(content.length)) throw new Malformed("padded to another size");
  if (reader.rest().some((byte) => byte !== 0)) throw new Malformed("padded with something");
  return content;
};
