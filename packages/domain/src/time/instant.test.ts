import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addToInstant, formatInstant, parseEpochMs, parseInstant } from "./instant.ts";

const FIRST = -62_135_596_800_000;
const LAST = 253_402_300_799_999;

const epochMs = fc.integer({ min: FIRST, max: LAST });

const read = (text: string): number | string => {
  const result = parseInstant(text);
  return result.type === "ok" ? result.value : result.error.type;
};

describe("an instant", () => {
  test("comes back from its ISO 8601 text", () => {
    fc.assert(
      fc.property(epochMs, (ms) => {
        const at = parseEpochMs(ms);
        if (at.type === "error") throw new Error(at.error.type);
        expect(read(formatInstant(at.value))).toBe(ms);
        expect(formatInstant(at.value)).toHaveLength(24);
      }),
    );
  });

  test("sorts as its text sorts", () => {
    fc.assert(
      fc.property(epochMs, epochMs, (a, b) => {
        const [one, other] = [parseEpochMs(a), parseEpochMs(b)];
        if (one.type === "error" || other.type === "error") throw new Error("not an instant");
        expect(formatInstant(one.value) < formatInstant(other.value)).toBe(a < b);
      }),
    );
  });

  test("is read with and without a fraction of a second", () => {
    expect(read("2026-11-20T18:00:02Z")).toBe(Date.UTC(2026, 10, 20, 18, 0, 2));
    expect(read("2026-11-20T18:00:02.5Z")).toBe(Date.UTC(2026, 10, 20, 18, 0, 2, 500));
    expect(read("2024-02-29T00:00:00.000Z")).toBe(Date.UTC(2024, 1, 29));
  });

  test.each([
    ["a local time", "2026-11-20T18:00:02"],
    ["a time with an offset", "2026-11-20T18:00:02+01:00"],
    ["a day alone", "2026-11-20"],
    ["a day that no calendar has", "2026-02-29T00:00:00Z"],
    ["31 April", "2026-04-31T00:00:00Z"],
    ["midnight written as 24:00", "2026-04-30T24:00:00Z"],
    ["a leap second", "2016-12-31T23:59:60Z"],
    ["microseconds", "2026-11-20T18:00:02.000001Z"],
    ["the year 0000", "0000-12-31T00:00:00Z"],
    ["text around it", " 2026-11-20T18:00:02Z"],
    ["nothing", ""],
  ])("is not read from %s", (_what, text) => {
    expect(read(text)).toBe("not-an-instant");
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 0.5, FIRST - 1, LAST + 1])("is not made from %s ms", (ms) => {
    expect(parseEpochMs(ms).type).toBe("error");
  });

  test("stays within the calendar when it is moved", () => {
    const last = parseEpochMs(LAST);
    if (last.type === "error") throw new Error(last.error.type);
    expect(addToInstant(last.value, 120_000)).toBe(LAST);
    expect(addToInstant(last.value, -1.4)).toBe(LAST - 1);
    expect(() => addToInstant(last.value, Number.NaN)).toThrow(RangeError);
  });
});
