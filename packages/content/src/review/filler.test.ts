import { expect, test } from "vitest";
import { LANGUAGES } from "../language.ts";
import { loadTexts } from "../load.ts";
import { nearDuplicates } from "./near-duplicates.contract.ts";

/** Half of the longer words shared: above it two items are one item said twice. */
const LIMIT = 0.5;

test.each(LANGUAGES)("no list in %s repeats itself", async (language) => {
  const { settings } = await loadTexts("phoneSettings", language);
  const lists = {
    rituals: Object.values(await loadTexts("rituals", language)).map(({ how }) => how),
    ritualTitles: Object.values(await loadTexts("rituals", language)).map(({ title }) => title),
    prompts: Object.values(await loadTexts("prompts", language)),
    scenes: Object.values(await loadTexts("scenes", language)).map(({ scene }) => scene),
    reasons: Object.values(await loadTexts("scenes", language)).flatMap(({ choices }) => choices.map(({ why }) => why)),
    causes: Object.values(await loadTexts("causes", language)).flatMap(({ instead }) => [...instead]),
    tips: Object.values((await loadTexts("tips", language)).tips).map(({ text }) => text),
    settings: Object.values(settings).map(({ helps }) => helps),
  };
  const found = Object.entries(lists).flatMap(([list, texts]) =>
    nearDuplicates(texts, LIMIT).map((pair) => [list, pair]),
  );
  expect(found).toEqual([]);
});

test("a text that only changes a word or two is found", () => {
  const first = "Cook a meal together and talk about the day while dinner simmers.";
  const second = "Cook a meal together and chat about the day while supper simmers.";
  expect(nearDuplicates([first, second, "A walk without a goal."], LIMIT)).toHaveLength(1);
});
