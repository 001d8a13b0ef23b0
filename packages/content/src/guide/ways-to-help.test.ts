import { expect, test } from "vitest";
import { LANGUAGES } from "../language.ts";
import { loadChapter } from "../load.ts";
import { sendsToHelp, textOf, type Passage } from "../sourced.ts";
import { CHAPTER_IDS, type SectionText } from "./chapters.ts";

const sends = /page on help|people who know about this|página de ayuda|gente que sabe de esto/;

test.each(LANGUAGES)("whoever is sent to help in %s finds the way there beside it", async (language) => {
  const chapters = await Promise.all(CHAPTER_IDS.map((id) => loadChapter(id, language)));
  const passages = chapters.flatMap(({ short, sections }): readonly Passage[] => {
    const all: readonly SectionText[] = Object.values(sections);
    return [...short, ...all.flatMap((section) => section.passages)];
  });
  const sent = passages.filter((passage) => sends.test(textOf(passage)));
  expect(sent.map(sendsToHelp)).toEqual([true, true]);
});
