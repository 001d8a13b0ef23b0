import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readQuietHours, reminderOffset, USUAL_QUIET, writeQuietHours } from "./quiet-hours.ts";

const clock = (hours: number, minutes = 0): number => hours * 60 + minutes;

describe("quiet hours", () => {
  it("leave a reminder of the day as it is", () => {
    expect(reminderOffset(clock(19, 30), 10, USUAL_QUIET)).toBe(-10);
    expect(reminderOffset(clock(7, 10), 10, USUAL_QUIET)).toBe(-10);
    expect(reminderOffset(clock(22, 5), 10, USUAL_QUIET)).toBe(-10);
    expect(reminderOffset(clock(3), 10, null)).toBe(-10);
  });

  it("delay one of the night to their end, before midnight and after it, also past the beginning", () => {
    expect(reminderOffset(clock(7, 30), 60, USUAL_QUIET)).toBe(-30);
    expect(reminderOffset(clock(0, 5), 10, USUAL_QUIET)).toBe(clock(7) - 5);
    expect(reminderOffset(clock(22, 10), 10, USUAL_QUIET)).toBe(clock(8, 50));
    expect(reminderOffset(clock(14, 30), 30, { from: clock(13), until: clock(15) })).toBe(30);
  });

  it("never eat a reminder, never bring it earlier, and keep it out of themselves", () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(minute, minute, minute, minute, (start, before, from, until) => {
        const offset = reminderOffset(start, before, from === until ? null : { from, until });
        const delay = offset + before;
        expect(delay).toBeGreaterThanOrEqual(0);
        expect(delay).toBeLessThan(1440);
        const at = (((start + offset) % 1440) + 1440) % 1440;
        const isInside = from < until ? from <= at && at < until : from > until && (from <= at || at < until);
        expect(isInside).toBe(false);
      }),
    );
  });

  it("are read as they were written, and nothing else is quiet hours", () => {
    expect(readQuietHours(writeQuietHours(USUAL_QUIET))).toEqual(USUAL_QUIET);
    for (const text of [null, "", "22", "22-", "60-60", "1440-10", "-5-10", "1.5-3", "10-20-30"]) {
      expect(readQuietHours(text)).toBeNull();
    }
  });
});
