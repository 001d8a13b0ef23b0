/**
 * Cuts bytes that arrive in any pieces into lines, without copying a line that lies inside one piece.
 *
 * LF, CRLF and lone CR end a line; a byte order mark before the first line is dropped. A line longer than the limit is
 * handed on as too long, and its bytes are not kept: memory stays flat whatever comes.
 */

/** No line of any format read here comes near it. */
export const MAX_LINE_BYTES = 65_536;

/** A line is `bytes[start, end)` without its end mark, valid only during the call. `number` counts from 1. */
export type OnLine = (bytes: Uint8Array, start: number, end: number, number: number, tooLong: boolean) => void;

export interface LineCutter {
  readonly push: (chunk: Uint8Array) => void;
  /** The end of the file: hands on a last line without an end mark. */
  readonly finish: () => void;
}

const LF = 10;
const CR = 13;

export const createLineCutter = (onLine: OnLine): LineCutter => {
  let carry = new Uint8Array(256);
  let carried = 0;
  let tooLong = false;
  let afterCr = false;
  let number = 0;

  const keep = (chunk: Uint8Array, start: number, end: number): void => {
    const wanted = carried + end - start;
    if (wanted > MAX_LINE_BYTES) {
      tooLong = true;
      return;
    }
    if (wanted > carry.length) {
      const larger = new Uint8Array(Math.min(MAX_LINE_BYTES, Math.max(wanted, carry.length * 2)));
      larger.set(carry.subarray(0, carried));
      carry = larger;
    }
    carry.set(chunk.subarray(start, end), carried);
    carried = wanted;
  };

  const emit = (bytes: Uint8Array, start: number, end: number): void => {
    number++;
    const isLong = tooLong || end - start > MAX_LINE_BYTES;
    const from = number === 1 && !isLong && startsWithMark(bytes, start, end) ? start + 3 : start;
    onLine(bytes, isLong ? 0 : from, isLong ? 0 : end, number, isLong);
    carried = 0;
    tooLong = false;
  };

  const push = (chunk: Uint8Array): void => {
    let start = 0;
    if (afterCr && chunk.length > 0) {
      if (chunk[0] === LF) start = 1;
      afterCr = false;
    }
    let lf = chunk.indexOf(LF, start);
    let cr = chunk.indexOf(CR, start);
    while (lf >= 0 || cr >= 0) {
      const isCr = cr >= 0 && (lf < 0 || cr < lf);
      const end = isCr ? cr : lf;
      if (carried > 0 || tooLong) {
        keep(chunk, start, end);
        emit(carry, 0, carried);
      } else {
        emit(chunk, start, end);
      }
      start = end + 1;
      if (isCr) {
        if (start === chunk.length) afterCr = true;
        else if (chunk[start] === LF) start++;
        cr = chunk.indexOf(CR, start);
      }
      if (lf >= 0 && lf < start) lf = chunk.indexOf(LF, start);
    }
    if (start < chunk.length) keep(chunk, start, chunk.length);
  };

  const finish = (): void => {
    if (carried > 0 || tooLong) emit(carry, 0, carried);
  };

  return { push, finish };
};

const startsWithMark = (bytes: Uint8Array, start: number, end: number): boolean =>
  end - start >= 3 && bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf;

/** The lines of bytes that are in memory, as text. A line beyond the limit is left out. */
export const linesOf = (
  bytes: Uint8Array,
  decode: (bytes: Uint8Array, start: number, end: number) => string,
): string[] => {
  const lines: string[] = [];
  const cutter = createLineCutter((line, start, end, _number, isLong) => {
    if (!isLong) lines.push(decode(line, start, end));
  });
  cutter.push(bytes);
  cutter.finish();
  return lines;
};
