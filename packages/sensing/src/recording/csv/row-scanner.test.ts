import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explainRow } from "./explain-row.ts";
import { createRowScanner } from "./row-scanner.ts";
import type { TablePlan } from "./table-plan.ts";

const plan: TablePlan = {
  format: "undivided-trace",
  content: "motion",
  clock: "relative",
  delimiter: ",",
  columns: ["at", "ax", "ay", "az", "ra", "rb", "rg", "event"],
  headerLines: 2,
  time: { column: 0, unit: { type: "seconds" } },
  values: [1, 2, 3],
  rotation: [4, 5, 6],
  event: 7,
};
const epochPlan = (decimals: 0 | 3 | 6 | 9): TablePlan => ({
  ...plan,
  clock: "absolute",
  columns: ["time", "z", "y", "x"],
  time: { column: 0, unit: { type: "epoch", decimals } },
  values: [3, 2, 1],
  rotation: null,
  event: null,
});

const scanLine = (line: string, of: TablePlan = plan, origin = { second: null }) => {
  const scanner = createRowScanner(of, origin);
  const bytes = Buffer.from(line);
  const isGood = scanner.scan(bytes, 0, bytes.length);
  return isGood ? { good: [...scanner.values] } : { bad: explainRow(of, bytes, 0, bytes.length) };
};

describe("reading a row", () => {
  test("puts every column in its place, whatever the order", () => {
    expect(scanLine("1.5,1,2,3,4,5,6,")).toEqual({ good: [1500, 1, 2, 3, 4, 5, 6] });
    expect(scanLine("5,3,2,1", epochPlan(9)).good?.slice(1, 4)).toEqual([1, 2, 3]);
  });

  test("takes blanks, quotes and blank-only fields as what they stand for", () => {
    expect(scanLine(' 1.5 ,"1", 2,\t3,,"",  ,lift')).toEqual({ good: [1500, 1, 2, 3, NaN, NaN, NaN] });
    expect(scanLine('1.5,1,2,3,4,5,6,"a,b ""c"""')).toEqual({ good: [1500, 1, 2, 3, 4, 5, 6] });
  });

  test.each([
    ["1.5,1,2", { type: "wrong-column-count", expected: 8, found: 3 }],
    ["1.5,1,2,3,4,5,6,,", { type: "wrong-column-count", expected: 8, found: 9 }],
    [",1,2,3,4,5,6,", { type: "missing-value", column: "at" }],
    ["1,1,,3,4,5,6,", { type: "missing-value", column: "ay" }],
    ["1,1,2,3,4,5,,", { type: "missing-value", column: "rg" }],
    ["1,abc,2,3,4,5,6,", { type: "not-a-number", column: "ax", text: "abc" }],
    ["x\0y,1,2,3,4,5,6,", { type: "not-a-number", column: "at", text: "x\uFFFDy" }],
    ["1,NaN,2,3,4,5,6,", { type: "not-finite", column: "ax", text: "NaN" }],
    ["1,1,-Infinity,3,4,5,6,", { type: "not-finite", column: "ay", text: "-Infinity" }],
    ["1,1,2,3,4,1e999,6,", { type: "not-finite", column: "rb", text: "1e999" }],
    ["1,1,2,10001,4,5,6,", { type: "out-of-range", column: "az", text: "10001" }],
    ["1e11,1,2,3,4,5,6,", { type: "out-of-range", column: "at", text: "1e11" }],
    ["1,0x10,2,3,4,5,6,", { type: "not-a-number", column: "ax", text: "0x10" }],
    [`1,${"9".repeat(50)}x,2,3,4,5,6,`, { type: "not-a-number", column: "ax", text: `${"9".repeat(40)}…` }],
  ])("names what is wrong with %j", (line, bad) => {
    expect(scanLine(line)).toEqual({ bad });
  });

  test("reads nanoseconds since 1970 to the nanosecond, far beyond 2^53", () => {
    const origin = { second: null };
    const scanner = createRowScanner(epochPlan(9), origin);
    const at = ["1767620467350470700", "1767620467350470701", "1767620468000000000"].map((stamp) => {
      const bytes = Buffer.from(`${stamp},1,2,3`);
      expect(scanner.scan(bytes, 0, bytes.length)).toBe(true);
      return scanner.values[0] ?? NaN;
    });
    expect(at).toEqual([350_470_700, 350_470_701, 1e9]);
    expect(origin.second).toBe(1767620467);
  });

  test("reads calendar time in milliseconds and in seconds with a fraction", () => {
    expect(scanLine("1657533977813,1,2,3", epochPlan(3)).good?.[0]).toBe(813e6);
    expect(scanLine("1657533977.25,1,2,3", epochPlan(0)).good?.[0]).toBe(250e6);
    expect(scanLine("-5,1,2,3", epochPlan(9)).good?.[0]).toBeCloseTo(1e9 - 5, 3);
    expect(scanLine("99999999999999999999999,1,2,3", epochPlan(9)).bad?.type).toBe("out-of-range");
  });

  test("never throws, and always has a reason for a row it refuses", () => {
    const cell = fc.oneof(
      fc.constantFrom("", "1", "-2.5e1", "NaN", '"', '""', "\t", "lift", "1e400", "00012"),
      fc.string({ maxLength: 6 }),
    );
    const line = fc.array(cell, { minLength: 6, maxLength: 10 }).map((cells) => cells.join(","));
    fc.assert(
      fc.property(line, fc.constantFrom<TablePlan>(plan, { ...plan, delimiter: ";" }, epochPlan(9)), (text, of) => {
        const { good, bad } = scanLine(text, of);
        if (bad !== undefined) expect(bad.type).toMatch(/^[a-z-]+$/);
        else expect(good?.every((value) => Number.isNaN(value) || Number.isFinite(value))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
