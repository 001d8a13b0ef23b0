import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDecimalText } from "./decimal.ts";

const digits = (max: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: max }).map((each) => each.join(""));

/** Decimals as loggers write them, and far longer and larger ones. */
const decimal = fc
  .tuple(
    fc.constantFrom("", "-", "+"),
    digits(25),
    fc.option(digits(25), { nil: undefined }),
    fc.option(fc.integer({ min: -330, max: 330 }), { nil: undefined }),
  )
  .map(([sign, whole, fraction, exponent]) => ({
    sign,
    body: whole + (fraction === undefined ? "" : `.${fraction}`),
    exponent,
  }));

describe("parsing a decimal number from bytes", () => {
  test("gives exactly what the engine's own parser gives", () => {
    fc.assert(
      fc.property(decimal, ({ sign, body, exponent }) => {
        const text = `${sign}${body}${exponent === undefined ? "" : `e${exponent}`}`;
        expect(parseDecimalText(text, false, 0)).toBe(Number(text));
      }),
      { numRuns: 3000 },
    );
  });

  test("moves the decimal point before rounding, so that seconds become milliseconds exactly", () => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: -9, max: 9 }), ({ sign, body, exponent = 0 }, shift) => {
        const text = `${sign}${body}e${exponent}`;
        expect(parseDecimalText(text, false, shift)).toBe(Number(`${sign}${body}e${exponent + shift}`));
      }),
      { numRuns: 3000 },
    );
    expect(parseDecimalText("3.530000002E-3", false, 3)).toBe(3.530000002);
  });

  test("reads a decimal comma where commas do not separate", () => {
    expect(parseDecimalText("-9,071136475E-2", true, 0)).toBe(-0.09071136475);
    expect(parseDecimalText("1,5", false, 0)).toBeNaN();
    expect(parseDecimalText("1.234,5", true, 0)).toBeNaN();
  });

  test.each([
    "",
    "-",
    ".",
    "-.",
    "e5",
    "1e",
    "1e+",
    "1e5.0",
    "0x10",
    "NaN",
    "Infinity",
    "1 2",
    " 1",
    "1_000",
    "--1",
    "1f",
    "١",
  ])("says that %j is no number", (text) => {
    expect(parseDecimalText(text, true, 0)).toBeNaN();
  });

  test.each([
    ["1.", 1],
    [".5", 0.5],
    ["1E3", 1000],
    ["1e999", Infinity],
    ["-1e999", -Infinity],
    ["0e999999999999", 0],
    ["1e-999999999999", 0],
  ])("reads %j as %d", (text, value) => {
    expect(parseDecimalText(text, false, 0)).toBe(value);
  });
});
