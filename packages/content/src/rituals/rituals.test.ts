import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filterRituals, type RitualWish } from "./filter-rituals.ts";
import { CHILDREN, ENERGIES, OCCASIONS, RITUALS, type OwnRitual } from "./rituals.ts";

test("there are at least 48, each once, from one minute to two hours", () => {
  expect(RITUALS.length).toBeGreaterThanOrEqual(48);
  expect(new Set(RITUALS.map(({ id }) => id)).size).toBe(RITUALS.length);
  expect(RITUALS.every(({ minutes }) => Number.isInteger(minutes) && minutes >= 1 && minutes <= 120)).toBe(true);
});

test.each(OCCASIONS)("there is a choice for: %s, also with children around and little strength", (occasion) => {
  expect(filterRituals(RITUALS, { occasion, energy: "low", childrenAround: true }).length).toBeGreaterThanOrEqual(3);
});

test("half of them take a quarter of an hour or less, or nearly", () => {
  expect(filterRituals(RITUALS, { minutes: 20 }).length).toBeGreaterThanOrEqual(RITUALS.length / 2);
});

describe("filterRituals", () => {
  const wish: fc.Arbitrary<RitualWish> = fc.record(
    {
      minutes: fc.integer({ min: 1, max: 130 }),
      occasion: fc.constantFrom(...OCCASIONS),
      energy: fc.constantFrom(...ENERGIES),
      childrenAround: fc.boolean(),
    },
    { requiredKeys: [] },
  );

  test("gives only what fits, in the order given, and a further wish never widens it", () => {
    fc.assert(
      fc.property(wish, fc.integer({ min: 1, max: 130 }), (wished, minutes) => {
        const found = filterRituals(RITUALS, wished);
        expect(found).toEqual(RITUALS.filter((ritual) => found.includes(ritual)));
        for (const ritual of found) {
          if (wished.minutes !== undefined) expect(ritual.minutes).toBeLessThanOrEqual(wished.minutes);
          if (wished.occasion !== undefined) expect(ritual.occasions).toContain(wished.occasion);
          if (wished.childrenAround === true) expect(ritual.children).toBe(CHILDREN[0]);
          if (wished.energy === "low") expect(ritual.energy).toBe("low");
        }
        const narrower = filterRituals(RITUALS, {
          ...wished,
          minutes: Math.min(minutes, wished.minutes ?? minutes),
        });
        expect(narrower.every((ritual) => found.includes(ritual))).toBe(true);
      }),
    );
  });

  test("without a wish gives all, and finds own ones by the same rule", () => {
    const own: OwnRitual = {
      title: "Stairs",
      how: "Sit on them.",
      minutes: 5,
      occasions: ["evening"],
      energy: "low",
      children: "fits",
    };
    expect(filterRituals(RITUALS, {})).toHaveLength(RITUALS.length);
    expect(filterRituals([own], { minutes: 4 })).toEqual([]);
    expect(filterRituals([own], { minutes: 5, energy: "lively" })).toEqual([own]);
  });
});
