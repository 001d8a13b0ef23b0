/** Reads `{"unit":"s"|"min"|"h","windows":[[start,end],…],"streams":[[…],[…]?]}`. docs/spec/spiral.md is the contract. */
import { err, isErr, ok, type Result } from "@undivided/domain";
import { createPointData, type PointData, type PointError } from "@undivided/insight";

export interface PointsFile {
  readonly points: PointData;
  /** Hours in one unit of the file's times. */
  readonly hoursPerUnit: number;
}

const hoursByUnit = { s: 1 / 3600, min: 1 / 60, h: 1 } as const;

/** The error says what is wrong and where in the file, counted from 0 as in `streams[1][20]`. */
export const readPointsFile = (text: string): Result<PointsFile, string> => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return err(`this is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
    return err("the file must be one object with unit, windows and streams");
  }
  const { unit, windows, streams }: { unit?: unknown; windows?: unknown; streams?: unknown } = parsed;
  const hoursPerUnit = readUnit(unit);
  if (hoursPerUnit === undefined) return err(`unit must be "s", "min" or "h"`);
  if (!isList(windows)) return err("windows must be a list of [start, end]");
  if (!isList(streams)) return err("streams must be a list of one or two lists of times");
  const pairs: { readonly start: number; readonly end: number }[] = [];
  for (const [index, window] of windows.entries()) {
    const numbers = readNumbers(window, `windows[${index}]`);
    if (isErr(numbers)) return numbers;
    const [start, end, ...more] = numbers.value;
    if (start === undefined || end === undefined || more.length > 0) {
      return err(`windows[${index}] must be two numbers, its start and its end`);
    }
    pairs.push({ start, end });
  }
  const lists: (readonly number[])[] = [];
  for (const [index, stream] of streams.entries()) {
    const numbers = readNumbers(stream, `streams[${index}]`);
    if (isErr(numbers)) return numbers;
    lists.push(numbers.value);
  }
  const points = createPointData(pairs, lists);
  return isErr(points) ? err(describePointError(points.error)) : ok({ points: points.value, hoursPerUnit });
};

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const readUnit = (unit: unknown): number | undefined =>
  unit === "s" || unit === "min" || unit === "h" ? hoursByUnit[unit] : undefined;

const readNumbers = (value: unknown, place: string): Result<readonly number[], string> => {
  if (!isList(value)) return err(`${place} must be a list of numbers`);
  const numbers: number[] = [];
  for (const [index, one] of value.entries()) {
    // 1e999 is JSON, and infinite.
    if (typeof one !== "number" || !Number.isFinite(one)) return err(`${place}[${index}] is no finite number`);
    numbers.push(one);
  }
  return ok(numbers);
};

const describePointError = (error: PointError): string => {
  switch (error.type) {
    case "no-windows":
      return "windows is empty: there must be at least one";
    case "no-exposure":
      return "the windows together have no length, or none that a number can hold";
    case "window-not-finite":
      return `windows[${error.window}] is not finite`;
    case "window-negative":
      return `windows[${error.window}] ends before it starts`;
    case "windows-unsorted":
      return `windows[${error.window}] starts before windows[${error.window - 1}]: windows must be sorted`;
    case "windows-overlap":
      return `windows[${error.window}] overlaps windows[${error.window - 1}]`;
    case "wrong-stream-count":
      return `streams holds ${error.count} lists: there must be one or two`;
    case "stream-empty":
      return `streams[${error.stream}] is empty`;
    case "time-not-finite":
      return `streams[${error.stream}][${error.event}] is no finite number`;
    case "times-unsorted":
      return `streams[${error.stream}][${error.event}] is earlier than the time before it: times must be sorted`;
    case "times-equal":
      return `streams[${error.stream}][${error.event}] is the same time as the one before it`;
    case "outside-windows":
      return `streams[${error.stream}][${error.event}] lies in no window`;
  }
};
