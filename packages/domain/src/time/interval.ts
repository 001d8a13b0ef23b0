/**
 * Half-open intervals `[from, until)` on either clock, and sets of them.
 *
 * A set is a list of intervals, sorted, without empty ones, none overlapping or touching another. Every function here
 * takes any list and returns a set. Half-open, so that neighbours share no instant and lengths add up.
 * One implementation serves both clocks; the type parameter keeps wall clock and monotonic clock apart.
 */
import type { Instant } from "./instant.ts";
import type { Millis } from "./millis.ts";

/** A time on one of the two clocks. */
export type ClockTime = Instant | Millis;

/** `from` belongs to it, `until` does not. Empty if `until` is not later than `from`. */
export interface Interval<T extends ClockTime> {
  readonly from: T;
  readonly until: T;
}

/** The union of all. O(n log n). */
export const mergeIntervals = <T extends ClockTime>(intervals: readonly Interval<T>[]): readonly Interval<T>[] => {
  if (intervals.length === 0) return intervals;
  const sorted = intervals.filter((one) => one.from < one.until).sort((a, b) => a.from - b.from);
  const merged: Interval<T>[] = [];
  for (const next of sorted) {
    const last = merged.at(-1);
    if (last === undefined || last.until < next.from) merged.push({ from: next.from, until: next.until });
    else if (last.until < next.until) merged[merged.length - 1] = { from: last.from, until: next.until };
  }
  return merged;
};

/** What lies in both. O(n log n + m log m). */
export const intersectIntervals = <T extends ClockTime>(
  left: readonly Interval<T>[],
  right: readonly Interval<T>[],
): readonly Interval<T>[] => {
  if (left.length === 0 || right.length === 0) return [];
  const a = mergeIntervals(left);
  const b = mergeIntervals(right);
  const shared: Interval<T>[] = [];
  for (let i = 0, j = 0; ;) {
    const one = a[i];
    const other = b[j];
    if (one === undefined || other === undefined) return shared;
    const from = one.from > other.from ? one.from : other.from;
    const until = one.until < other.until ? one.until : other.until;
    if (from < until) shared.push({ from, until });
    if (one.until < other.until) i += 1;
    else j += 1;
  }
};

/** What lies in `whole` and in none of `parts`. O(n log n + m log m). */
export const subtractIntervals = <T extends ClockTime>(
  whole: readonly Interval<T>[],
  parts: readonly Interval<T>[],
): readonly Interval<T>[] => {
  if (parts.length === 0) return mergeIntervals(whole);
  const removed = mergeIntervals(parts);
  const left: Interval<T>[] = [];
  let j = 0;
  for (const { from, until } of mergeIntervals(whole)) {
    let start = from;
    for (let hole = removed[j]; hole !== undefined && hole.from < until; hole = removed[j]) {
      if (start < hole.from) left.push({ from: start, until: hole.from });
      if (start < hole.until) start = hole.until;
      // A hole that reaches past this interval may cut the next one too.
      if (hole.until > until) break;
      j += 1;
    }
    if (start < until) left.push({ from: start, until });
  }
  return left;
};

/** Milliseconds covered, each counted once. */
export const totalLengthMs = <T extends ClockTime>(intervals: readonly Interval<T>[]): number =>
  mergeIntervals(intervals).reduce((sum, one) => sum + (one.until - one.from), 0);
