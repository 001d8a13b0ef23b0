import { describe, expect, it } from "vitest";
import { walk } from "./cursor.ts";

const whole = { from: 0, until: 100_000 };
const stops = [10_000, 66_000, 66_400, 90_000];
const press = (at: number, key: string, shift = false, view = whole): number | null =>
  walk(whole, view, stops, at, { key, shift });

describe("walking a timeline by keyboard", () => {
  it("steps by a hundredth of what is shown, and by a tenth of that with Shift", () => {
    expect(press(50_000, "ArrowRight")).toBe(51_000);
    expect(press(50_000, "ArrowLeft", true)).toBe(49_900);
    expect(press(50_000, "ArrowRight", false, { from: 40_000, until: 60_000 })).toBe(50_200);
  });

  it("jumps from change to change, forwards and back, and past the last to the end", () => {
    expect(press(0, "PageDown")).toBe(10_000);
    expect(press(66_000, "PageDown")).toBe(66_400);
    expect(press(66_400, "PageUp")).toBe(66_000);
    expect(press(95_000, "PageDown")).toBe(100_000);
    expect(press(10_000, "PageUp")).toBe(0);
  });

  it("goes to the ends and never beyond", () => {
    expect(press(50_000, "Home")).toBe(0);
    expect(press(50_000, "End")).toBe(100_000);
    expect(press(99_900, "ArrowRight")).toBe(100_000);
    expect(press(100, "ArrowLeft")).toBe(0);
  });

  it("leaves every other key alone", () => {
    expect(press(50_000, "Tab")).toBeNull();
    expect(press(50_000, "a")).toBeNull();
  });
});
