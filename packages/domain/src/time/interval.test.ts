import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Instant } from "./instant.ts";
import { intersectIntervals, mergeIntervals, subtractIntervals, totalLengthMs } from "./interval.ts";
import type { Interval } from "./interval.ts";
import { millis } from "./millis.ts";
import type { Millis } from "./millis.ts";

/** The truth to compare with: which whole milliseconds of a small day are covered. */
const CELLS = 24;
type Grid = readonly boolean[];

const span = (from: number, until: number): Interval<Millis> => ({ from: millis(from), until: millis(until) });

const gridOf = (intervals: readonly Interval<Millis>[]): Grid =>
  Array.from({ length: CELLS }, (_, cell) => intervals.some((one) => one.from <= cell && cell < one.until));

const edge = fc.integer({ min: 0, max: CELLS });
/** Any list: unsorted, overlapping, touching, empty and turned round ones included. */
const anyList = fc.array(
  fc.tuple(edge, edge).map(([from, until]) => span(from, until)),
  { maxLength: 8 },
);

const expectSet = (intervals: readonly Interval<Millis>[]): void => {
  let end = Number.NEGATIVE_INFINITY;
  for (const one of intervals) {
    expect(one.from).toBeLessThan(one.until);
    expect(one.from).toBeGreaterThan(end);
    end = one.until;
  }
};

describe("sets of half-open intervals", () => {
  test("the union covers what any covers", () => {
    fc.assert(
      fc.property(anyList, (list) => {
        const merged = mergeIntervals(list);
        expectSet(merged);
        expect(gridOf(merged)).toEqual(gridOf(list));
      }),
    );
  });

  test("the intersection covers what both cover", () => {
    fc.assert(
      fc.property(anyList, anyList, (a, b) => {
        const both = intersectIntervals(a, b);
        expectSet(both);
        const [inA, inB] = [gridOf(a), gridOf(b)];
        expect(gridOf(both)).toEqual(inA.map((covered, cell) => covered && inB[cell]));
      }),
    );
  });

  test("the difference covers what the first covers and the second does not", () => {
    fc.assert(
      fc.property(anyList, anyList, (a, b) => {
        const rest = subtractIntervals(a, b);
        expectSet(rest);
        const [inA, inB] = [gridOf(a), gridOf(b)];
        expect(gridOf(rest)).toEqual(inA.map((covered, cell) => covered && !inB[cell]));
      }),
    );
  });

  test("the length counts each millisecond once", () => {
    fc.assert(
      fc.property(anyList, (list) => {
        expect(totalLengthMs(list)).toBe(gridOf(list).filter(Boolean).length);
      }),
    );
  });

  test("the laws of sets hold: order does not matter, parts add up to the whole", () => {
    fc.assert(
      fc.property(anyList, anyList, (a, b) => {
        expect(mergeIntervals([...a, ...b])).toEqual(mergeIntervals([...b, ...a]));
        expect(intersectIntervals(a, b)).toEqual(intersectIntervals(b, a));
        expect(mergeIntervals([...subtractIntervals(a, b), ...intersectIntervals(a, b)])).toEqual(mergeIntervals(a));
        expect(subtractIntervals(a, subtractIntervals(a, b))).toEqual(intersectIntervals(a, b));
      }),
    );
  });

  test("touching intervals become one, and an instant at the end does not belong", () => {
    expect(mergeIntervals([span(2, 3), span(1, 2)])).toEqual([span(1, 3)]);
    expect(intersectIntervals([span(0, 2)], [span(2, 4)])).toEqual([]);
  });

  test("wall clock and monotonic clock do not mix", () => {
    const onTheWall: readonly Interval<Instant>[] = [];
    const inTheSession: readonly Interval<Millis>[] = [span(0, 1)];
    // @ts-expect-error An interval of one clock says nothing about the other.
    expect(intersectIntervals(onTheWall, inTheSession)).toEqual([]);
    // @ts-expect-error Neither can one be taken away from the other.
    expect(subtractIntervals(onTheWall, inTheSession)).toEqual([]);
  });
});
