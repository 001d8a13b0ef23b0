import { LANGUAGES } from "@undivided/content";
import { loadTexts } from "@undivided/content/load";
import { FEELINGS, parseCivilDate, parsePersonId, parseRecordId } from "@undivided/domain";
import { describe, expect, it } from "vitest";
import {
  hasPieces,
  isBlank,
  keptForMe,
  keptForTalk,
  newTalk,
  noPieces,
  statementWords,
  takenOutOfTalk,
  wholeStatement,
} from "./statement.ts";

const id = parseRecordId("a".repeat(32));
const another = parseRecordId("b".repeat(32));
const owner = parsePersonId("c".repeat(32));
const day = parseCivilDate("2026-11-25");
if (id.type === "error" || another.type === "error" || owner.type === "error" || day.type === "error") {
  throw new Error("ids and days of this test are valid");
}
const about = id.value;
const other = another.value;

describe("the sentence", () => {
  it.each(LANGUAGES)("is whole in %s whatever was left out", async (language) => {
    const texts = await loadTexts("feelings", language);
    for (const feeling of FEELINGS) {
      const bare = wholeStatement(texts, statementWords(texts, feeling, noPieces));
      expect(bare).toBe(`${texts.feelings[feeling].iFelt}.`);
      const wished = wholeStatement(
        texts,
        statementWords(texts, feeling, { ...noPieces, wish: { type: "ready", id: "ten-minutes" } }),
      );
      expect(wished).toBe(`${texts.feelings[feeling].iFelt}. ${texts.wishes["ten-minutes"]}`);
    }
  });

  it("takes own words as they are", async () => {
    const texts = await loadTexts("feelings", "en");
    const pieces = { ...noPieces, when: { type: "own", text: " when {need} our talk stopped " } } as const;
    expect(wholeStatement(texts, statementWords(texts, "lonely", pieces))).toBe(
      "I felt lonely when {need} our talk stopped.",
    );
    expect(hasPieces(pieces)).toBe(true);
    expect(hasPieces(noPieces)).toBe(false);
  });
});

describe("keeping it", () => {
  it("for oneself puts it into a reflection on the feeling, with nothing that a statistic reads", () => {
    expect(keptForMe(about, "I felt sad.")).toEqual({
      about,
      doing: "I felt sad.",
      before: [],
      after: [],
      gaveMe: null,
      elseCouldGive: null,
    });
  });

  it("for the talk adds to what is prepared already", async () => {
    const texts = await loadTexts("feelings", "en");
    const words = statementWords(texts, "sad", { ...noPieces, wish: { type: "ready", id: "just-hear-me" } });
    const once = keptForTalk(newTalk(day.value), about, texts, words);
    expect(once).toMatchObject({ kept: [about], feel: "I felt sad.", wish: texts.wishes["just-hear-me"] });
    expect(keptForTalk(once, about, texts, words)).toMatchObject({
      kept: [about, about],
      feel: "I felt sad.\nI felt sad.",
    });
  });

  it("for the talk is taken out again without touching what was prepared before or since", async () => {
    const texts = await loadTexts("feelings", "en");
    const words = statementWords(texts, "sad", { ...noPieces, wish: { type: "ready", id: "just-hear-me" } });
    const blank = newTalk(day.value);
    expect(takenOutOfTalk(keptForTalk(blank, about, texts, words), about, texts, words)).toEqual(blank);
    const prepared = { ...blank, feel: "Tired.", kept: [other] };
    const since = keptForTalk(prepared, about, texts, words);
    const later = { ...since, noticed: "I pick it up at supper.", feel: `${since.feel}\nAnd glad.` };
    expect(takenOutOfTalk(later, about, texts, words)).toEqual({
      ...prepared,
      noticed: "I pick it up at supper.",
      feel: "Tired.\nAnd glad.",
    });
    const rewritten = { ...since, feel: "Something else." };
    expect(takenOutOfTalk(rewritten, about, texts, words).feel).toBe("Something else.");
  });

  it("knows a talk for which nothing is prepared", () => {
    const blank = { ...newTalk(day.value), id: about, owner: owner.value };
    expect(isBlank(blank)).toBe(true);
    expect(isBlank({ ...blank, noticed: "I pick it up at supper." })).toBe(false);
    expect(isBlank({ ...blank, step: 1 })).toBe(false);
  });
});
