import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../language.ts";
import { isText, loadLeaves, type Leaf } from "./all-texts.contract.ts";
import { CLAIMS, REFUSALS, refusedIn, RITUAL_REFUSALS } from "./refusals.contract.ts";

/** Where a sentence of blame is shown in order to be recognised in oneself, and nowhere else. */
const shownOnPurpose = (path: string): boolean =>
  /^sheet\.pairs\.[^.]+\.insteadOf$/.test(path) || path === "sheet.title" || path === "chapters.reset.short.0";

/** Typed to carry its sources elsewhere: the facts beside it name them, and a test holds both together. */
const sourcedElsewhere = (path: string): boolean => path.startsWith("evidence.") || /^causes\..+\.found$/.test(path);

const isPlain = (leaf: Leaf, leaves: readonly Leaf[]): boolean =>
  !leaves.some(({ path }) => path === `${leaf.path.replace(/\.text$/, "")}.sources.0`);

test.each([...REFUSALS, ...RITUAL_REFUSALS, ...CLAIMS])("$of in $language is caught where it is", (refusal) => {
  for (const sentence of refusal.caught) expect([sentence, refusal.pattern.test(sentence)]).toEqual([sentence, true]);
});

describe.each(LANGUAGES)("%s", (language) => {
  test("holds no blame, verdict, promise, command or default gender", async () => {
    const found = (await loadLeaves(language))
      .filter((leaf) => isText(leaf) && !shownOnPurpose(leaf.path))
      .flatMap(({ path, text }) => refusedIn(text, language, REFUSALS).map((what) => `${path}: ${what}: ${text}`));
    expect(found).toEqual([]);
  });

  test("shows blame on purpose only in the sheet and where the way out of it is taught, and there it is recognised", async () => {
    const shown = (await loadLeaves(language)).filter(({ path }) => shownOnPurpose(path));
    expect(shown).toHaveLength(10);
    const recognised = shown.filter(({ text }) =>
      refusedIn(text, language, REFUSALS).some((what) => what.startsWith("blame")),
    );
    expect(recognised.length).toBeGreaterThanOrEqual(7);
  });

  test("has rituals that need neither a phone nor money", async () => {
    const found = (await loadLeaves(language))
      .filter(({ path }) => path.startsWith("rituals."))
      .flatMap(({ path, text }) => refusedIn(text, language, RITUAL_REFUSALS).map((what) => `${path}: ${what}`));
    expect(found).toEqual([]);
  });

  test("says nothing of findings without a source", async () => {
    const leaves = await loadLeaves(language);
    const found = leaves
      .filter((leaf) => isText(leaf) && !sourcedElsewhere(leaf.path) && isPlain(leaf, leaves))
      .flatMap(({ path, text }) => refusedIn(text, language, CLAIMS).map((what) => `${path}: ${what}: ${text}`));
    expect(found).toEqual([]);
  });
});

test("a finding without its source is caught, with its source it is not", () => {
  const claim = "In a survey of 40 people it was so.";
  const plain: readonly Leaf[] = [{ path: "chapters.x.short.0", text: claim }];
  const withSource: readonly Leaf[] = [
    { path: "chapters.x.short.0.text", text: claim },
    { path: "chapters.x.short.0.sources.0", text: "mcdaniel-2019" },
  ];
  const unsourced = (leaves: readonly Leaf[]) =>
    leaves.filter((leaf) => isText(leaf) && isPlain(leaf, leaves) && refusedIn(leaf.text, "en", CLAIMS).length > 0);
  expect(unsourced(plain)).toHaveLength(1);
  expect(unsourced(withSource)).toHaveLength(0);
});
