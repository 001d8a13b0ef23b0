import { describe, expect, it } from "vitest";
import { bandPath, bandScale, ticksFromZero, valuePath } from "./step-band.ts";

const frame = { width: 130, left: 20, right: 10, top: 0, height: 100 };
const rate = (value: number, low: number, high: number) => ({ rate: { value, low, high } });

describe("ticks", () => {
  it("begin at nought, reach the highest value, and are few", () => {
    expect(ticksFromZero(4.4, 3)).toEqual([0, 2, 4, 6]);
    expect(ticksFromZero(0.23, 3)).toHaveLength(4);
    expect(ticksFromZero(1, 3).at(-1)).toBeGreaterThanOrEqual(1);
  });
});

describe("a band", () => {
  it("has one step a week, from the low end to the high one", () => {
    const weeks = [rate(1, 0, 2), rate(1, 1, 2)];
    const scale = bandScale(weeks, frame);
    expect(scale.ticks.at(-1)).toBe(2);
    expect(bandPath(weeks, scale)).toBe("M20 0L70 0L70 0L120 0L120 50L70 50L70 100L20 100z");
    expect(valuePath(weeks, scale)).toBe("M20 50H70M70 50H120");
  });

  it("leaves a gap where nothing is known, and never fills it in", () => {
    const weeks = [rate(1, 0, 2), { rate: null }, rate(1, 0, 2)];
    const scale = bandScale(weeks, frame);
    expect(bandPath(weeks, scale).match(/M/g)).toHaveLength(2);
    expect(valuePath(weeks, scale).match(/M/g)).toHaveLength(2);
  });

  it("can be drawn where every rate is nought", () => {
    const scale = bandScale([rate(0, 0, 0)], frame);
    expect(Number.isFinite(scale.y(0))).toBe(true);
  });
});
