import { LANGUAGES } from "@undivided/content";
import { loadTexts } from "@undivided/content/load";
import { FEELINGS, parseCivilDate, parseRecordId } from "@undivided/domain";
import { describe, expect, it } from "vitest";
import { hasPieces, keptForMe, keptForTalk, newTalk, noPieces, statementWords, wholeStatement } from "./statement.ts";

const id = parseRecordId("a".repeat(32));
const day = parseCivilDate("2026-11-25");
if (id.type === "error" || day.type === "error") throw new Error("ids and days of this test are valid");
const about = id.value;

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
});
