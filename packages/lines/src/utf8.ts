/**
 * UTF-8 to text, for headers, labels and fields.
 *
 * The pure packages know no `TextDecoder`. Total: what is not valid UTF-8 becomes U+FFFD, one for each byte that does not fit.
 */
export const decodeUtf8 = (bytes: Uint8Array, start: number, end: number): string => {
  let text = "";
  let index = start;
  while (index < end) {
    const first = bytes[index] ?? 0;
    if (first < 0x80) {
      text += String.fromCharCode(first);
      index++;
      continue;
    }
    const length = sequenceLength(first);
    const point = length === 1 ? null : decodeSequence(bytes, index, end, length);
    text += String.fromCodePoint(point ?? 0xfffd);
    index += point === null ? 1 : length;
  }
  return text;
};

const sequenceLength = (first: number): 1 | 2 | 3 | 4 => {
  if (first < 0x80) return 1;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
};

/** RFC 3629, section 4: no overlong forms, no surrogates, nothing above U+10FFFF. */
const decodeSequence = (bytes: Uint8Array, start: number, end: number, length: 2 | 3 | 4): number | null => {
  const first = bytes[start] ?? 0;
  if (first < 0xc2 || first > 0xf4 || start + length > end) return null;
  let point = first & (0x7f >> length);
  for (let index = start + 1; index < start + length; index++) {
    const byte = bytes[index] ?? 0;
    if ((byte & 0xc0) !== 0x80) return null;
    point = (point << 6) | (byte & 0x3f);
  }
  const lowest = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000;
  if (point < lowest || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return null;
  return point;
};
