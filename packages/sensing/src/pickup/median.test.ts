import fc from "fast-check";
import { expect, it } from "vitest";
import { selectMedian } from "./median.ts";
import { createSampleWindow } from "./sample-window.ts";
import type { Vector } from "./vector.ts";

const medianBySorting = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[(sorted.length >> 1) - 1] ?? NaN)) / 2;
};

const number = fc.double({ min: -100, max: 100, noNaN: true });

it("selects the median that sorting finds, ties included", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(number, fc.integer({ min: -3, max: 3 })), { minLength: 1, maxLength: 80 }),
      (values) => {
        expect(selectMedian(Float64Array.from(values), values.length)).toBeCloseTo(medianBySorting(values), 10);
      },
    ),
  );
});

it("has no median of nothing", () => {
  expect(selectMedian(new Float64Array(4), 0)).toBeNaN();
});

it("summarises exactly the samples of its window, however many came before", () => {
  const sample = fc.tuple(fc.integer({ min: 4, max: 60 }), number, number, number);
  fc.assert(
    fc.property(fc.array(sample, { minLength: 1, maxLength: 300 }), (steps) => {
      const window = createSampleWindow(500);
      const kept: { readonly at: number; readonly v: Vector }[] = [];
      let at = 0;
      for (const [step, x, y, z] of steps) {
        at += step;
        window.push(at, [x, y, z]);
        kept.push({ at, v: [x, y, z] });
      }
      const inside = kept.filter((one) => one.at > at - 500).map(({ v }) => v);
      const summary = window.summarise(at - 500, 1);
      for (const axis of [0, 1, 2] as const) {
        expect(summary?.median[axis]).toBeCloseTo(medianBySorting(inside.map((v) => v[axis])), 9);
      }
      const farthest = Math.max(...inside.map(([x, y, z]) => Math.hypot(x, y, z)));
      expect(window.farthest(at - 500, [0, 0, 0])).toBeCloseTo(farthest, 9);
      expect(window.summarise(at - 500, inside.length + 1)).toBeNull();
    }),
  );
});
