import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatInstant } from "../time/instant.ts";
import { totalLengthMs } from "../time/interval.ts";
import { togethers } from "./arbitraries.contract.ts";
import { decodeRecord } from "./record.ts";
import { togetherIntervals } from "./together.ts";

const ID = "0123456789abcdef0123456789abcdef";

const at = (minute: number): string => `2026-11-20T18:${String(minute).padStart(2, "0")}:00.000Z`;

const together = (change: object): unknown => ({
  type: "together",
  version: 1,
  id: ID,
  owner: ID,
  device: ID,
  start: at(10),
  utcOffset: 60,
  pauses: [],
  end: at(50),
  participation: { type: "one-phone" },
  sound: true,
  unknown: [],
  ...change,
});

const spans = (value: unknown): readonly string[] => {
  const decoded = decodeRecord(value);
  if (decoded.type === "error" || decoded.value.type !== "together") throw new Error(JSON.stringify(decoded));
  return togetherIntervals(decoded.value).map(
    ({ from, until }) => `${formatInstant(from).slice(14, 16)}-${formatInstant(until).slice(14, 16)}`,
  );
};

describe("a time together", () => {
  test("is what was tapped, without the pauses", () => {
    expect(spans(together({}))).toEqual(["10-50"]);
    const pauses = [
      { from: at(15), until: at(20) },
      { from: at(30), until: at(40) },
    ];
    expect(spans(together({ pauses }))).toEqual(["10-15", "20-30", "40-50"]);
  });

  test("ends with a pause that nobody ended", () => {
    expect(spans(together({ pauses: [{ from: at(30), until: null }] }))).toEqual(["10-30"]);
  });

  test("has no length as long as its end is not known", () => {
    expect(spans(together({ end: null }))).toEqual([]);
  });

  test("is not shortened by what a sense could not see", () => {
    expect(spans(together({ unknown: [{ of: "sound", from: at(11), until: at(12) }] }))).toEqual(["10-50"]);
  });

  test("and its pauses add up to the time between start and end", () => {
    fc.assert(
      fc.property(togethers, (record) => {
        const { start, end } = record;
        if (end === null) return;
        const paused = record.pauses.map(({ from, until }) => ({ from, until: until ?? end }));
        expect(totalLengthMs(togetherIntervals(record)) + totalLengthMs(paused)).toBe(end - start);
      }),
    );
  });

  test.each([
    ["an end before the start", { end: at(9) }],
    ["a pause before the start", { pauses: [{ from: at(9), until: at(12) }] }],
    ["a pause that ends before it begins", { pauses: [{ from: at(20), until: at(19) }] }],
    ["a pause after the end", { pauses: [{ from: at(51), until: null }] }],
    [
      "a pause within a pause",
      {
        pauses: [
          { from: at(20), until: at(30) },
          { from: at(25), until: at(26) },
        ],
      },
    ],
    [
      "a pause after one that nobody ended",
      {
        pauses: [
          { from: at(20), until: null },
          { from: at(25), until: at(26) },
        ],
      },
    ],
  ])("is refused with %s", (_what, change) => {
    expect(decodeRecord(together(change))).toEqual({ type: "error", error: { type: "out-of-order", path: [] } });
  });
});
