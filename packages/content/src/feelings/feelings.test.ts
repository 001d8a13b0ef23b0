import { FEELINGS } from "@undivided/domain";
import { describe, expect, test } from "vitest";
import { CAUSES } from "../causes/causes.ts";
import { LANGUAGES } from "../language.ts";
import { loadTexts } from "../load.ts";
import { fillTemplate, placesOf } from "../template.ts";
import { buildStatement, FEELINGS_BEHIND, NEEDS, OCCURRENCES, WISHES } from "./feelings.ts";

test("every feeling that can be recorded lies behind some first word", () => {
  expect([...new Set(Object.values(FEELINGS_BEHIND).flat())].toSorted()).toEqual([...FEELINGS].toSorted());
});

describe.each(LANGUAGES)("in %s", (language) => {
  test("every combination is a whole sentence that begins with its owner's feeling", async () => {
    const texts = await loadTexts("feelings", language);
    const begins = language === "en" ? /^I felt / : /^Sentí /;
    for (const feeling of FEELINGS) {
      for (const occurrence of OCCURRENCES) {
        const sentence = buildStatement(texts, {
          felt: texts.feelings[feeling].iFelt,
          when: texts.occurrences[occurrence],
          need: texts.needs[NEEDS[0]],
          wish: texts.wishes[WISHES[0]],
        });
        expect(sentence).toMatch(begins);
        expect(sentence).toMatch(/[.?]$/);
        expect(sentence).not.toMatch(/[{}]|\.\.|\s\s/);
      }
    }
  });

  test("an occurrence continues the sentence, a need and a wish begin one of their own", async () => {
    const { occurrences, needs, wishes } = await loadTexts("feelings", language);
    for (const text of Object.values(occurrences)) expect(text).toMatch(/^(when|cuando) .*[^.?]$/u);
    for (const text of [...Object.values(needs), ...Object.values(wishes)]) expect(text).toMatch(/^[¿\p{Lu}].*[.?]$/u);
  });

  test("every log entry and every state is said by its owner: it begins with I, or names no other", async () => {
    const { loggedMoments } = await loadTexts("words", language);
    for (const text of Object.values(loggedMoments)) expect(text).toMatch(language === "en" ? /^I / : /^Yo /);
  });

  test("an if-then plan reads as one sentence for every cause and act", async () => {
    const { plan: frame, when, because, act } = await loadTexts("inquiry", language);
    expect([...placesOf(frame), ...placesOf(when)]).toEqual(["then", "when", "because"]);
    for (const cause of Object.values(because)) {
      for (const deed of Object.values(act)) {
        const plan = fillTemplate(frame, { when: fillTemplate(when, { because: cause }), then: deed });
        expect(plan).toMatch(/^\p{Lu}[^{}]*[^.]\.$/u);
      }
    }
  });

  test("every cause has two or three other ways", async () => {
    const causes = await loadTexts("causes", language);
    expect(Object.keys(causes).toSorted()).toEqual(Object.keys(CAUSES).toSorted());
    for (const { instead } of Object.values(causes)) expect([2, 3]).toContain(instead.length);
  });

  test("tips fit on a card", async () => {
    const { tips } = await loadTexts("tips", language);
    expect(Object.keys(tips)).toHaveLength(10);
    for (const { title, text } of Object.values(tips)) {
      expect(title.length).toBeLessThanOrEqual(32);
      expect(text.length).toBeLessThanOrEqual(80);
    }
  });
});
