import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createLayeredMap } from "./layered-map.ts";

describe("a layered map", () => {
  test("shows what a plain map would, and its views never change", () => {
    const step = fc.record({ key: fc.nat(200), value: fc.nat(), look: fc.boolean(), drop: fc.nat(20) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 500, size: "max" }), (steps) => {
        const map = createLayeredMap<number, number>([[0, 0]]);
        const model = new Map([[0, 0]]);
        const looks: (readonly [ReadonlyMap<number, number>, ReadonlyMap<number, number>])[] = [];
        for (const { key, value, look, drop } of steps) {
          if (drop === 0) {
            map.remove([key]);
            model.delete(key);
          } else {
            map.set(key, value);
            model.set(key, value);
          }
          expect(map.get(key)).toBe(model.get(key));
          if (look) looks.push([map.view(), new Map(model)]);
        }
        looks.push([map.view(), model]);
        for (const [view, wanted] of looks) {
          expect(new Map(view)).toEqual(wanted);
          expect([view.size, [...view.keys()].length, [...view.values()].length]).toEqual(Array(3).fill(wanted.size));
          view.forEach((value, key) => expect(wanted.get(key)).toBe(value));
          for (const key of [0, 100, 201])
            expect([view.has(key), view.get(key)]).toEqual([wanted.has(key), wanted.get(key)]);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("gives the same view until something changes", () => {
    const map = createLayeredMap<string, number>();
    const before = map.view();
    expect(map.view()).toBe(before);
    map.set("a", 1);
    expect(map.view()).not.toBe(before);
  });
});
