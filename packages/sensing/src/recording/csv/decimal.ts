/**
 * Decimal numbers straight from bytes: the hot path of every motion reader.
 *
 * Method: Clinger's fast path ("How to read floating point numbers accurately", PLDI 1990): a mantissa below 2^53 times or divided by
 * an exact power of ten is correctly rounded; everything else goes through the engine's own parser. So the value is always the one
 * that `Number(text)` gives. Accepts `[+-]digits[.digits][e[+-]digits]` and nothing else: no hex, no NaN, no Infinity, no blanks.
 */

const PLUS = 43;
const COMMA = 44;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;

/** Powers of ten that a double holds exactly. */
const EXACT_POWERS = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const EXACT_POWER_MAX = 22;
/** Below this, ten times the mantissa plus nine is still exact. */
const EXACT_MANTISSA = Math.floor((Number.MAX_SAFE_INTEGER - 9) / 10);
const MAX_EXPONENT = 100_000;

/**
 * The number written in `bytes[start, end)` times 10^shift, correctly rounded; NaN if it is no number, ±Infinity if it is too large.
 * `shift` moves the decimal point before rounding: seconds become milliseconds without a second rounding.
 */
export const parseDecimal = (
  bytes: Uint8Array,
  start: number,
  end: number,
  allowComma: boolean,
  shift: number,
): number => {
  let index = start;
  const sign = bytes[index] ?? 0;
  if (sign === MINUS || sign === PLUS) index++;

  const digitsFrom = index;
  let mantissa = 0;
  let exponent = shift;
  let digits = 0;
  let isExact = true;
  let pointAt = -1;
  while (index < end) {
    const byte = bytes[index] ?? 0;
    const digit = byte - ZERO;
    if (digit >= 0 && digit <= 9) {
      if (mantissa > EXACT_MANTISSA) isExact = false;
      else mantissa = mantissa * 10 + digit;
      digits++;
      if (pointAt >= 0) exponent--;
    } else if ((byte === POINT || (allowComma && byte === COMMA)) && pointAt < 0) {
      pointAt = index;
    } else break;
    index++;
  }
  if (digits === 0) return NaN;
  const digitsEnd = index;

  if (index < end) {
    if (((bytes[index] ?? 0) | 32) !== 101) return NaN;
    const written = parseExponent(bytes, index + 1, end);
    if (written === null) return NaN;
    exponent += written;
  }

  if (!isExact) return parseLong(bytes, digitsFrom, digitsEnd, exponent, sign === MINUS);
  const size = scale(mantissa, exponent);
  return sign === MINUS ? -size : size;
};

const scale = (mantissa: number, exponent: number): number => {
  if (exponent === 0 || mantissa === 0) return mantissa;
  if (exponent < 0 && exponent >= -EXACT_POWER_MAX) return mantissa / (EXACT_POWERS[-exponent] ?? NaN);
  if (exponent > 0 && exponent <= EXACT_POWER_MAX) return mantissa * (EXACT_POWERS[exponent] ?? NaN);
  return Number(`${mantissa}e${exponent}`);
};

const parseExponent = (bytes: Uint8Array, start: number, end: number): number | null => {
  let index = start;
  const sign = bytes[index] ?? 0;
  if (sign === MINUS || sign === PLUS) index++;
  if (index >= end) return null;
  let value = 0;
  for (; index < end; index++) {
    const digit = (bytes[index] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return null;
    if (value < MAX_EXPONENT) value = value * 10 + digit;
  }
  return sign === MINUS ? -value : value;
};

/** More digits than a double holds: the engine rounds. `exponent` already accounts for the digits after the point. */
const parseLong = (bytes: Uint8Array, start: number, end: number, exponent: number, isNegative: boolean): number => {
  let text = isNegative ? "-" : "";
  for (let index = start; index < end; index++) {
    const byte = bytes[index] ?? 0;
    if (byte !== POINT && byte !== COMMA) text += String.fromCharCode(byte);
  }
  return Number(`${text}e${exponent}`);
};

/** The same for text that is at hand. */
export const parseDecimalText = (text: string, allowComma: boolean, shift: number): number => {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    bytes[index] = code < 128 ? code : 0;
  }
  return parseDecimal(bytes, 0, bytes.length, allowComma, shift);
};
