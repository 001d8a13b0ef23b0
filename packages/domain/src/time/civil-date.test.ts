import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, civilDateAt, mondayOf, parseCivilDate, parseUtcOffset } from "./civil-date.ts";
import type { CivilDate, UtcOffset } from "./civil-date.ts";
import { parseInstant } from "./instant.ts";
import type { Instant } from "./instant.ts";

const day = (text: string): CivilDate => {
  const result = parseCivilDate(text);
  if (result.type === "error") throw new Error(`${result.error.type}: ${text}`);
  return result.value;
};

const offset = (minutes: number): UtcOffset => {
  const result = parseUtcOffset(minutes);
  if (result.type === "error") throw new Error(`${result.error.type}: ${minutes}`);
  return result.value;
};

const instant = (text: string): Instant => {
  const result = parseInstant(text);
  if (result.type === "error") throw new Error(`${result.error.type}: ${text}`);
  return result.value;
};

const days = fc
  .date({ min: new Date("0002-01-01T00:00:00Z"), max: new Date("9998-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));

describe("a civil date", () => {
  test.each(["2026-02-29", "2026-13-01", "2026-00-10", "0000-01-01", "2026-1-1", "20260101", "2026-01-01T00:00Z", ""])(
    "is not read from %j",
    (text) => {
      expect(parseCivilDate(text).type).toBe("error");
    },
  );

  test("is the day that the owner's clock showed, not the day in Greenwich", () => {
    const lateEvening = instant("2026-11-20T23:30:00Z");
    expect(civilDateAt(lateEvening, offset(0))).toBe("2026-11-20");
    expect(civilDateAt(lateEvening, offset(60))).toBe("2026-11-21");
    expect(civilDateAt(instant("2026-11-20T02:00:00Z"), offset(-300))).toBe("2026-11-19");
  });

  test("stays within the calendar at its two ends", () => {
    expect(civilDateAt(instant("9999-12-31T23:59:59Z"), offset(14 * 60))).toBe("9999-12-31");
    expect(civilDateAt(instant("0001-01-01T00:00:00Z"), offset(-60))).toBe("0001-01-01");
    expect(mondayOf(day("0001-01-01"))).toBe("0001-01-01");
  });

  test("belongs to the week of the Monday on or before it", () => {
    expect(mondayOf(day("2026-11-16"))).toBe("2026-11-16");
    expect(mondayOf(day("2026-11-22"))).toBe("2026-11-16");
    expect(mondayOf(day("2026-11-23"))).toBe("2026-11-23");
    fc.assert(
      fc.property(days, (one) => {
        const monday = mondayOf(one);
        expect(monday <= one && one <= addDays(monday, 6)).toBe(true);
        expect(mondayOf(monday)).toBe(monday);
        expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1);
      }),
    );
  });

  test("moves by days and back, across months and leap years", () => {
    expect(addDays(day("2024-02-28"), 1)).toBe("2024-02-29");
    expect(addDays(day("2026-12-31"), 1)).toBe("2027-01-01");
    fc.assert(
      fc.property(days, fc.integer({ min: -300, max: 300 }), (one, by) => {
        expect(addDays(addDays(one, by), -by)).toBe(one);
      }),
    );
  });
});

describe("an offset from UTC", () => {
  test.each([0.5, 18 * 60 + 1, -18 * 60 - 1, Number.NaN])("is not made from %s minutes", (minutes) => {
    expect(parseUtcOffset(minutes).type).toBe("error");
  });
});
