/**
 * Reads the rows of a motion table from bytes, by its plan; the hot path, without an allocation for a row.
 *
 * The scanner only says whether a row is good; why a row is bad is found by `explainRow`, which may be slow.
 */
import { parseDecimal } from "./decimal.ts";
import { ticksPerMs, type TablePlan, type TimeUnit } from "./table-plan.ts";

/** No phone's accelerometer (m/s²) or gyroscope (rad/s) comes near it; below it no square overflows. */
export const MAX_SENSOR_VALUE = 10_000;
/** Seconds; three hundred years on a clock of its own, and every calendar time. */
export const MAX_TIME_SECONDS = 1e10;

/** Places in `RowScanner.values`. */
export const AT = 0;
export const VALUE_X = 1;
export const ROTATION_X = 4;
const SLOTS = 7;

export interface RowScanner {
  /** Reads the row `bytes[start, end)` into `values`; false if it is bad. Total. */
  readonly scan: (bytes: Uint8Array, start: number, end: number) => boolean;
  /**
   * Time in ticks (`ticksPerMs`), then x, y, z of the sensor, then x, y, z of the rotation; overwritten by the next row. Three values are NaN together
   * where the row has none. On an absolute clock the time is counted from `origin.second`.
   */
  readonly values: Float64Array;
  /** The event cell of the last row, as a range of its bytes; empty where there is none. */
  readonly event: { start: number; end: number };
}

/** The whole second that an absolute clock is counted from, shared by the files of one recording; the first row sets it. */
export interface ClockOrigin {
  second: number | null;
}

const QUOTE = 34;
const BLANK = 32;
const TAB = 9;
const EVENT_SLOT = SLOTS;

export const createRowScanner = (plan: TablePlan, origin: ClockOrigin): RowScanner => {
  const delimiter = plan.delimiter.charCodeAt(0);
  const allowComma = plan.delimiter !== ",";
  const columnCount = plan.columns.length;
  const slots = new Int8Array(columnCount).fill(-1);
  slots[plan.time.column] = AT;
  plan.values.forEach((column, axis) => (slots[column] = VALUE_X + axis));
  plan.rotation?.forEach((column, axis) => (slots[column] = ROTATION_X + axis));
  if (plan.event !== null) slots[plan.event] = EVENT_SLOT;
  const secondsShift = plan.clock === "relative" ? 3 : 9;
  const maxTime = MAX_TIME_SECONDS * 1000 * ticksPerMs(plan.clock);
  const parseTime = plan.time.unit.type === "seconds" ? null : createEpochParser(plan.time.unit, origin);

  const values = new Float64Array(SLOTS).fill(NaN);
  const event = { start: 0, end: 0 };

  const scan = (bytes: Uint8Array, start: number, end: number): boolean => {
    let cellStart = start;
    for (let column = 0; column < columnCount; column++) {
      let cellEnd = cellStart;
      if (bytes[cellEnd] === QUOTE && cellEnd < end) cellEnd = skipQuoted(bytes, cellEnd, end);
      while (cellEnd < end && bytes[cellEnd] !== delimiter) cellEnd++;
      // The last cell must end the row, every other one must not.
      if ((cellEnd === end) !== (column === columnCount - 1)) return false;

      const slot = slots[column] ?? -1;
      if (slot >= 0) {
        let from = cellStart;
        let to = cellEnd;
        while (from < to && isSkipped(bytes[from])) from++;
        while (to > from && isSkipped(bytes[to - 1])) to--;
        if (slot === EVENT_SLOT) {
          event.start = from;
          event.end = to;
        } else if (from === to) {
          if (slot === AT) return false;
          values[slot] = NaN;
        } else if (slot === AT) {
          const at =
            parseTime === null
              ? parseDecimal(bytes, from, to, allowComma, secondsShift)
              : parseTime(bytes, from, to, allowComma);
          if (!(Math.abs(at) <= maxTime)) return false;
          values[slot] = at;
        } else {
          const value = parseDecimal(bytes, from, to, allowComma, 0);
          if (!(Math.abs(value) <= MAX_SENSOR_VALUE)) return false;
          values[slot] = value;
        }
      }
      cellStart = cellEnd + 1;
    }
    return isWholeOrEmpty(values, VALUE_X) && isWholeOrEmpty(values, ROTATION_X);
  };

  return { scan, values, event };
};

const isSkipped = (byte: number | undefined): boolean => byte === BLANK || byte === TAB || byte === QUOTE;

/** Past the closing quote; a doubled quote inside is part of the cell. */
const skipQuoted = (bytes: Uint8Array, start: number, end: number): number => {
  let index = start + 1;
  while (index < end) {
    if (bytes[index] === QUOTE) {
      if (bytes[index + 1] !== QUOTE || index + 1 >= end) return index + 1;
      index++;
    }
    index++;
  }
  return end;
};

const isWholeOrEmpty = (values: Float64Array, slot: number): boolean => {
  const first = Number.isNaN(values[slot]);
  return first === Number.isNaN(values[slot + 1]) && first === Number.isNaN(values[slot + 2]);
};

type TimeParser = (bytes: Uint8Array, start: number, end: number, allowComma: boolean) => number;

/**
 * Calendar time in nanoseconds since the origin. Since 1970 they would need 61 bits, so the whole seconds and the rest are read apart:
 * what is left is a whole number that a double holds for a hundred days.
 */
const createEpochParser = (unit: Extract<TimeUnit, { type: "epoch" }>, origin: ClockOrigin): TimeParser => {
  const { decimals } = unit;
  const nsInUnit = 10 ** (9 - decimals);
  const sinceOrigin = (second: number, restNs: number): number => {
    origin.second ??= second;
    return (second - origin.second) * 1e9 + restNs;
  };
  return (bytes, start, end, allowComma) => {
    const split = end - decimals;
    let second = 0;
    let rest = 0;
    let index = start;
    for (; index < end; index++) {
      const digit = (bytes[index] ?? 0) - 48;
      if (digit < 0 || digit > 9) break;
      if (index < split) second = second * 10 + digit;
      else rest = rest * 10 + digit;
    }
    if (index === end) {
      if (second > MAX_TIME_SECONDS) return NaN;
      return sinceOrigin(second, rest * nsInUnit);
    }
    // A sign, a fraction or an exponent: as exact as a double is.
    const seconds = parseDecimal(bytes, start, end, allowComma, -decimals);
    if (!(Math.abs(seconds) <= MAX_TIME_SECONDS)) return NaN;
    const whole = Math.floor(seconds);
    return sinceOrigin(whole, (seconds - whole) * 1e9);
  };
};
