import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../language.ts";
import { loadTexts } from "../load.ts";
import { SCENES, TURNS } from "./scenes.ts";

test("there are at least 24 scenes, each once, each with a way towards, a later with its end, and one that lets it pass", () => {
  expect(SCENES.length).toBeGreaterThanOrEqual(24);
  expect(new Set(SCENES.map(({ id }) => id)).size).toBe(SCENES.length);
  for (const { turns } of SCENES) expect([...turns].sort()).toEqual([...TURNS].sort());
});

test("no answer can be picked by its place", () => {
  for (const place of [0, 1, 2]) {
    const here = SCENES.filter(({ turns }) => turns[place] === "towards").length;
    expect(here).toBeGreaterThanOrEqual(5);
    expect(here).toBeLessThanOrEqual(SCENES.length / 2);
  }
});

describe.each(LANGUAGES)("in %s", (language) => {
  test("every answer says what it does, and none is called wrong", async () => {
    for (const { choices } of Object.values(await loadTexts("scenes", language))) {
      for (const { why } of choices) {
        expect(why.length).toBeGreaterThan(10);
        expect(why).not.toMatch(/\b(wrong|right answer|correct answer|mistake|bad|error|mal hecho|incorrect[ao])\b/i);
      }
    }
  });
});
