import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../language.ts";
import { placesOf } from "../template.ts";
import { isText, leavesOf, loadEverything, loadLeaves } from "./all-texts.contract.ts";

const english = await loadLeaves("en");

describe.each(LANGUAGES.filter((language) => language !== "en"))("%s beside English", (language) => {
  test("has the same texts under the same ids, and cites the same sources in the same places", async () => {
    const other = await loadLeaves(language);
    expect(other.map(({ path }) => path).toSorted()).toEqual(english.map(({ path }) => path).toSorted());
    const cited = (leaves: typeof english) =>
      leaves
        .filter((leaf) => !isText(leaf))
        .map(({ path, text }) => `${path} ${text}`)
        .toSorted();
    expect(cited(other)).toEqual(cited(english));
  });

  test("has the same nulls: nothing is said in one language only", async () => {
    const nulls = (value: unknown): string =>
      JSON.stringify(value, (_, part: unknown) => (typeof part === "string" ? 0 : part));
    const sorted = (value: unknown): unknown =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .toSorted(([a], [b]) => (a < b ? -1 : 1))
              .map(([key, part]) => [key, sorted(part)]),
          )
        : value;
    expect(nulls(sorted(await loadEverything(language)))).toEqual(nulls(sorted(await loadEverything("en"))));
  });

  test("has the same places to fill in every sentence", async () => {
    const byPath = new Map((await loadLeaves(language)).map(({ path, text }) => [path, text]));
    for (const { path, text } of english)
      expect([path, placesOf(byPath.get(path) ?? "")]).toEqual([path, placesOf(text)]);
  });

  test("is translated: hardly a sentence is the same in both", async () => {
    const byPath = new Map(english.map(({ path, text }) => [path, text]));
    const same = (await loadLeaves(language)).filter(
      (leaf) => isText(leaf) && byPath.get(leaf.path) === leaf.text && leaf.text !== "{felt} {when}. {need} {wish}",
    );
    expect(same).toEqual([]);
  });
});

test("no text is empty or has stray spaces", async () => {
  for (const language of LANGUAGES) {
    const faulty = (await loadLeaves(language)).filter(
      ({ text }) => text.trim() === "" || text !== text.trim() || /\s{2}/.test(text),
    );
    expect(faulty).toEqual([]);
  }
});

test("a missing text is seen", () => {
  expect(leavesOf({ a: { b: "x" }, c: ["y"] }).map(({ path }) => path)).toEqual(["a.b", "c.0"]);
});
