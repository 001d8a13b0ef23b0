import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clockTicks, clockTime } from "./clock-time.ts";

describe("clock times", () => {
  it("read like a clock, with hours only where there are any", () => {
    expect(clockTime(0)).toBe("0:00");
    expect(clockTime(66_400)).toBe("1:06");
    expect(clockTime(59_700)).toBe("1:00");
    expect(clockTime(3_750_000)).toBe("1:02:30");
    expect(clockTime(-1500)).toBe("−0:02");
  });

  it("show tenths where asked", () => {
    expect(clockTime(66_440, true)).toBe("1:06.4");
    expect(clockTime(59_960, true)).toBe("1:00.0");
  });

  it("are ticked at round steps, never more than asked for", () => {
    expect(clockTicks({ from: 0, until: 100_000 }, 7)).toEqual([0, 15_000, 30_000, 45_000, 60_000, 75_000, 90_000]);
    expect(clockTicks({ from: 61_000, until: 64_000 }, 3)).toEqual([61_000, 62_000, 63_000, 64_000]);
    expect(clockTicks({ from: 0, until: 0 }, 5)).toEqual([]);
    expect(clockTicks({ from: 4, until: 60_000 }, 2)).toEqual([0, 30_000, 60_000]);
  });

  it("are few and inside the view, whatever the view", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e7 }), fc.integer({ min: 1000, max: 1e8 }), (from, length) => {
        const ticks = clockTicks({ from, until: from + length }, 6);
        expect(ticks.length).toBeLessThanOrEqual(7);
        for (const tick of ticks) expect(tick >= from - length * 0.005 && tick <= from + length).toBe(true);
      }),
    );
  });
});
