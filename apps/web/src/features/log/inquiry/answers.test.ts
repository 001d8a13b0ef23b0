import { LANGUAGES } from "@undivided/content";
import { loadTexts } from "@undivided/content/load";
import { parseCivilDate, STATES_BEFORE } from "@undivided/domain";
import { describe, expect, it } from "vitest";
import { draftPlan, isEmpty, noAnswers, otherWays, toggle, toPlan, toReflection } from "./answers.ts";

const parsed = parseCivilDate("2026-11-25");
if (parsed.type === "error") throw new Error("a day");
const day = parsed.value;

describe("a minute with oneself", () => {
  it("is empty when every question was passed, also with blanks", () => {
    expect(isEmpty(noAnswers)).toBe(true);
    expect(isEmpty({ ...noAnswers, doing: "  " })).toBe(true);
    expect(isEmpty({ ...noAnswers, after: ["relief"] })).toBe(false);
  });

  it("keeps what was passed as null, not as an empty text", () => {
    expect(toReflection({ ...noAnswers, gaveMe: " a break " }, null)).toEqual({
      about: null,
      doing: null,
      before: [],
      after: [],
      gaveMe: "a break",
      elseCouldGive: null,
    });
  });

  it("takes a choice back at the second tap", () => {
    expect(toggle(toggle(["habit"], "bored"), "habit")).toEqual(["bored"]);
  });

  it.each(LANGUAGES)("offers other ways for every state in %s", async (language) => {
    const causes = await loadTexts("causes", language);
    for (const state of STATES_BEFORE) expect(otherWays([state], causes)).toHaveLength(2);
    expect(otherWays([], causes)).toEqual([]);
    expect(otherWays(STATES_BEFORE, causes)).toHaveLength(6);
  });
});

describe("the plan", () => {
  it.each(LANGUAGES)(
    "begins with what was there and the other way, in words that fit the sentence in %s",
    async (language) => {
      const texts = await loadTexts("inquiry", language);
      const draft = draftPlan({ ...noAnswers, before: ["bored"], elseCouldGive: texts.elsewhere["a-drink"] }, texts);
      expect(draft.when).toContain(texts.because.bored);
      expect(draft.then).toBe(texts.act["a-drink"]);
    },
  );

  it("is none with a half of it missing", () => {
    expect(toPlan({ when: "it lights up", then: " " }, day, null)).toBeNull();
    expect(toPlan({ when: " it lights up", then: "look up " }, day, null)).toMatchObject({
      when: "it lights up",
      then: "look up",
      review: null,
      ended: null,
    });
  });
});
