import { describe, expect, test } from "vitest";
import { CHAPTER_IDS, chapterMinutes, shortMinutes } from "../guide/chapters.ts";
import { LANGUAGES } from "../language.ts";
import { loadChapter } from "../load.ts";
import { countWords, readingMinutes, WORDS_PER_MINUTE } from "./reading-time.ts";

test("counts words, not dashes and quotation marks", () => {
  expect(countWords("“Two minutes” – and back … at 8.")).toBe(6);
  expect(countWords("  ")).toBe(0);
});

test("gives whole minutes, at least one, rounded up", () => {
  const minute = Array.from({ length: WORDS_PER_MINUTE }, () => "word").join(" ");
  expect(readingMinutes([])).toBe(1);
  expect(readingMinutes([minute])).toBe(1);
  expect(readingMinutes([minute, "more"])).toBe(2);
});

describe.each(LANGUAGES)("in %s", (language) => {
  test.each(CHAPTER_IDS)("%s is read in minutes, and its short version in two at most", async (id) => {
    const chapter = await loadChapter(id, language);
    expect(chapterMinutes(chapter)).toBeGreaterThanOrEqual(2);
    expect(chapterMinutes(chapter)).toBeLessThanOrEqual(5);
    expect(shortMinutes(chapter)).toBeLessThanOrEqual(2);
    expect(shortMinutes(chapter)).toBeLessThan(chapterMinutes(chapter));
  });
});
