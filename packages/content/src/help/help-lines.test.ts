import { describe, expect, test } from "vitest";
import { countriesWithHelp, helpLinesFor, isTrusted } from "./help-lines.ts";
import { day } from "./written-day.ts";

const today = day("2026-11-25");

describe("a help line", () => {
  test("is shown with the page that names it, and the days on which that was written and read", () => {
    for (const country of countriesWithHelp(today)) {
      for (const line of helpLinesFor(country, today)) {
        expect(line.page).toMatch(/^https:\/\//);
        expect(line.phone).toMatch(/\d{3}/);
        expect(line.dated <= line.checked && line.checked <= today).toBe(true);
      }
    }
  });

  test("whose page is too old is not shown, though it was found", () => {
    expect(helpLinesFor("GB", today)).toEqual([]);
    expect(helpLinesFor("IE", today)).toEqual([]);
    expect(countriesWithHelp(today)).toEqual(["AR", "CL", "ES", "MX", "US"]);
  });

  test("is shown for three years from its page's day and no longer", () => {
    const line = { dated: day("2024-03-13"), checked: today };
    expect(isTrusted(line, day("2027-03-12"))).toBe(true);
    expect(isTrusted(line, day("2027-03-13"))).toBe(false);
    expect(countriesWithHelp(day("2031-01-01"))).toEqual([]);
  });

  test("that claims to be read before it was written is not shown", () => {
    expect(isTrusted({ dated: day("2026-11-26"), checked: day("2026-11-25") }, today)).toBe(false);
  });

  test("is found in small letters too, and nothing is shown for a country that nobody looked up", () => {
    expect(helpLinesFor("es", today)).toHaveLength(1);
    expect(helpLinesFor("XX", today)).toEqual([]);
  });
});

test("a slip of the pen in a day is an error that names it", () => {
  expect(() => day("2026-02-30")).toThrow("2026-02-30");
});
