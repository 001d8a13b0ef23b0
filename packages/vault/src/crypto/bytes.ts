/** Bytes: joining, comparing, and their written forms. Only `equalInConstantTime` is safe to use on secrets. */

/** Bytes over memory of their own, as WebCrypto asks for; whoever gets them never writes into them. */
export type Bytes = Uint8Array<ArrayBuffer>;

declare const TextEncoder: new () => { readonly encode: (text: string) => Bytes };
declare const TextDecoder: new (
  label: "utf-8",
  options: { readonly fatal: true; readonly ignoreBOM: true },
) => { readonly decode: (bytes: Uint8Array) => string };

/** The same bytes as WebCrypto accepts them: copied only where they lie in shared memory. */
export const ownBytes = (bytes: Uint8Array): Bytes => (isOwn(bytes) ? bytes : new Uint8Array(bytes));

const isOwn = (bytes: Uint8Array): bytes is Bytes => bytes.buffer instanceof ArrayBuffer;

export const concatBytes = (...parts: readonly Uint8Array[]): Bytes => {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
};

/** Takes the same time wherever the difference is; only the lengths may show. */
export const equalInConstantTime = (one: Uint8Array, other: Uint8Array): boolean => {
  if (one.length !== other.length) return false;
  let difference = 0;
  for (let index = 0; index < one.length; index += 1) difference |= (one[index] ?? 0) ^ (other[index] ?? 0);
  return difference === 0;
};

const HEX_BYTES: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Lower case. */
export const bytesToHex = (bytes: Uint8Array): string => {
  let hex = "";
  for (const byte of bytes) hex += HEX_BYTES[byte] ?? "";
  return hex;
};

/** The value of a digit by its code unit, above 15 for what is none. */
const DIGIT_VALUES = Uint8Array.from({ length: 128 }, (_, code) => {
  const value = parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(value) ? 255 : value;
});

/** Lower or upper case; `undefined` for anything else. */
export const hexToBytes = (hex: string): Bytes | undefined => {
  const bytes = new Uint8Array(hex.length >> 1);
  let worst = hex.length & 1 ? 255 : 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const high = DIGIT_VALUES[hex.charCodeAt(2 * index)] ?? 255;
    const low = DIGIT_VALUES[hex.charCodeAt(2 * index + 1)] ?? 255;
    worst |= high | low;
    bytes[index] = (high << 4) | low;
  }
  return worst > 15 ? undefined : bytes;
};

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export const utf8ToBytes = (text: string): Bytes => encoder.encode(text);

/** `undefined` for what is no UTF-8: nothing is replaced silently. */
export const bytesToUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
};

const BASE64_URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Without padding, as in a JSON Web Key. A letter that is none of the alphabet counts as the first. */
export const base64UrlToBytes = (text: string): Bytes => {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of text) {
    bits = ((bits << 6) | Math.max(0, BASE64_URL.indexOf(letter))) & 0xfff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at++] = (bits >> held) & 0xff;
  }
  return bytes;
};

/** Without padding. */
export const bytesToBase64Url = (bytes: Uint8Array): string => {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const letters = Math.min(4, bytes.length - at + 1);
    for (let letter = 0; letter < letters; letter += 1) text += BASE64_URL[(group >> (18 - 6 * letter)) & 63] ?? "";
  }
  return text;
};
