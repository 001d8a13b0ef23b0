/**
 * Event times of one or two streams, and the windows in which they could be seen.
 *
 * Windows are closed: an event at a start or an end belongs to it. Windows may touch; an event at the shared instant
 * belongs to the earlier one. All times are plain numbers in one unit that the caller chooses; every result is in that unit.
 */
import { err, ok, type Result } from "@undivided/domain";

/** Closed; `end` is not earlier than `start`. */
export interface TimeWindow {
  readonly start: number;
  readonly end: number;
}

/** Checked points. Made only by `createPointData`. */
export interface PointData {
  /** Ascending, none overlapping. */
  readonly windows: readonly TimeWindow[];
  /** Ascending; at equal times the first stream comes first. */
  readonly times: Float64Array;
  /** Stream of each event: 0 or 1. */
  readonly marks: Uint8Array;
  /** For each window, how many events lie in it and in those before it. */
  readonly eventsUntil: Int32Array;
  /** Events of each stream: one or two numbers, none of them 0. */
  readonly counts: readonly number[];
  /** Sum of the windows' lengths, above 0. */
  readonly exposure: number;
}

/** What is wrong, by position counted from 0. */
export type PointError =
  | { readonly type: "no-windows" }
  | { readonly type: "no-exposure" }
  | { readonly type: "window-not-finite"; readonly window: number }
  | { readonly type: "window-negative"; readonly window: number }
  | { readonly type: "windows-unsorted"; readonly window: number }
  | { readonly type: "windows-overlap"; readonly window: number }
  | { readonly type: "wrong-stream-count"; readonly count: number }
  | { readonly type: "stream-empty"; readonly stream: number }
  | { readonly type: "time-not-finite"; readonly stream: number; readonly event: number }
  | { readonly type: "times-unsorted"; readonly stream: number; readonly event: number }
  | { readonly type: "times-equal"; readonly stream: number; readonly event: number }
  | { readonly type: "outside-windows"; readonly stream: number; readonly event: number };

/** Checks windows and streams and merges the streams. O(events + windows). */
export const createPointData = (
  windows: readonly TimeWindow[],
  streams: readonly (readonly number[])[],
): Result<PointData, PointError> => {
  const wrong = findWrongWindow(windows) ?? findWrongStream(windows, streams);
  if (wrong !== undefined) return err(wrong);
  const [first = [], second = []] = streams;
  const times = new Float64Array(first.length + second.length);
  const marks = new Uint8Array(times.length);
  for (let i = 0, j = 0; i + j < times.length;) {
    const isSecond = i === first.length || (second[j] ?? Infinity) < (first[i] ?? Infinity);
    marks[i + j] = isSecond ? 1 : 0;
    times[i + j] = (isSecond ? second[j] : first[i]) ?? NaN;
    if (isSecond) j += 1;
    else i += 1;
  }
  const eventsUntil = new Int32Array(windows.length);
  let seen = 0;
  windows.forEach((window, index) => {
    while (seen < times.length && (times[seen] ?? Infinity) <= window.end) seen += 1;
    eventsUntil[index] = seen;
  });
  return ok({
    windows: windows.map(({ start, end }) => ({ start, end })),
    times,
    marks,
    eventsUntil,
    counts: streams.map((stream) => stream.length),
    exposure: windows.reduce((sum, window) => sum + (window.end - window.start), 0),
  });
};

const findWrongWindow = (windows: readonly TimeWindow[]): PointError | undefined => {
  if (windows.length === 0) return { type: "no-windows" };
  let previous: TimeWindow | undefined;
  let exposure = 0;
  for (const [index, window] of windows.entries()) {
    if (!Number.isFinite(window.start) || !Number.isFinite(window.end)) {
      return { type: "window-not-finite", window: index };
    }
    if (window.end < window.start) return { type: "window-negative", window: index };
    if (previous !== undefined) {
      if (window.start < previous.start) return { type: "windows-unsorted", window: index };
      if (window.start < previous.end) return { type: "windows-overlap", window: index };
    }
    exposure += window.end - window.start;
    previous = window;
  }
  return exposure > 0 && Number.isFinite(exposure) ? undefined : { type: "no-exposure" };
};

const findWrongStream = (
  windows: readonly TimeWindow[],
  streams: readonly (readonly number[])[],
): PointError | undefined => {
  if (streams.length < 1 || streams.length > 2) return { type: "wrong-stream-count", count: streams.length };
  for (const [stream, times] of streams.entries()) {
    if (times.length === 0) return { type: "stream-empty", stream };
    let previous = -Infinity;
    let at = 0;
    for (const [event, time] of times.entries()) {
      if (!Number.isFinite(time)) return { type: "time-not-finite", stream, event };
      if (time < previous) return { type: "times-unsorted", stream, event };
      if (time === previous) return { type: "times-equal", stream, event };
      let window = windows[at];
      while (window !== undefined && window.end < time) window = windows[(at += 1)];
      if (window === undefined || time < window.start) return { type: "outside-windows", stream, event };
      previous = time;
    }
  }
  return undefined;
};

/** The times of one stream, ascending. */
export const timesOfStream = (points: PointData, stream: number): readonly number[] =>
  Array.from(points.times.filter((_, index) => points.marks[index] === stream));

/** The same points in another unit: every time is multiplied by `factor`, which is above 0. */
export const scaleTime = (points: PointData, factor: number): PointData => ({
  ...points,
  windows: points.windows.map(({ start, end }) => ({ start: start * factor, end: end * factor })),
  times: points.times.map((time) => time * factor),
  exposure: points.exposure * factor,
});

/** The same points with the streams in the other order. One stream alone stays as it is. */
export const swapStreams = (points: PointData): PointData => {
  const [first, second] = points.counts;
  if (first === undefined || second === undefined) return points;
  const marks = points.marks.map((mark) => 1 - mark);
  for (let i = 1; i < marks.length; i += 1) {
    // At equal times the first stream comes first, and which is the first has just changed.
    if (points.times[i] === points.times[i - 1]) {
      marks[i - 1] = 0;
      marks[i] = 1;
    }
  }
  return { ...points, marks, counts: [second, first] };
};
