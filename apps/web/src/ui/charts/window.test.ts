import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keepInside, lengthOf, panTo, zoomAround } from "./window.ts";

const whole = { from: 0, until: 100_000 };

describe("the window of a chart", () => {
  it("comes closer around a time, which keeps its place", () => {
    expect(zoomAround(whole, whole, 50_000, 0.5)).toEqual({ from: 25_000, until: 75_000 });
    expect(zoomAround(whole, { from: 20_000, until: 60_000 }, 30_000, 0.5)).toEqual({ from: 25_000, until: 45_000 });
  });

  it("never leaves the recording and never comes closer than a second", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100_000, noNaN: true }),
        fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { maxLength: 30 }),
        (at, factors) => {
          const view = factors.reduce((current, factor) => zoomAround(whole, current, at, factor), whole);
          expect(view.from).toBeGreaterThanOrEqual(0);
          expect(view.until).toBeLessThanOrEqual(100_000 + 1e-6);
          expect(lengthOf(view)).toBeGreaterThanOrEqual(1000 - 1e-6);
        },
      ),
    );
  });

  it("shows all of a recording that is shorter than a second", () => {
    const short = { from: 0, until: 400 };
    expect(zoomAround(short, short, 100, 0.5)).toEqual(short);
  });

  it("follows a time that walks out of it, and stays where it is otherwise", () => {
    const view = { from: 20_000, until: 30_000 };
    expect(panTo(whole, view, 25_000)).toBe(view);
    expect(panTo(whole, view, 31_000)).toEqual({ from: 22_000, until: 32_000 });
    expect(panTo(whole, view, 10_000)).toEqual({ from: 9_000, until: 19_000 });
    expect(panTo(whole, view, 100_000)).toEqual({ from: 90_000, until: 100_000 });
  });

  it("is never wider than the whole", () => {
    expect(keepInside(whole, { from: -50_000, until: 500_000 })).toEqual(whole);
  });
});
