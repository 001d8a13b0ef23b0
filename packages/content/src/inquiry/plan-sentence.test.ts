import { ELSEWHERE, planSentence } from "@undivided/content/inquiry";
import { loadTexts } from "@undivided/content/load";
import { STATES_BEFORE } from "@undivided/domain";
import { describe, expect, it, test } from "vitest";
import { LANGUAGES, type Language } from "../language.ts";
import { fillTemplate } from "../template.ts";

const say = async (language: Language, when: string, then: string): Promise<string> =>
  planSentence(await loadTexts("inquiry", language), language, { when, then });

describe("a plan as a sentence", () => {
  it.each([
    ["I reach for it at supper", "I breathe once", "When I reach for it at supper, then I breathe once."],
    ["the phone rings.", "let it ring.", "When the phone rings, then I let it ring."],
    ["The phone rings", "Let it ring", "When the phone rings, then I let it ring."],
    ["When I am bored …", "then I’ll look up!", "When I am bored, then I will look up!"],
    ["i am tired", "i go to bed", "When I am tired, then I go to bed."],
    ["Anna calls", "I'm all ears", "When Anna calls, then I am all ears."],
    ["we come home", "We talk first", "When we come home, then we talk first."],
    ["it rings", "then it's left ringing", "When it rings, then it's left ringing."],
    ["it is late", "weigh what matters", "When it is late, then I weigh what matters."],
    ["I'm asked something", "TV off", "When I'm asked something, then I TV off."],
  ])("says what was written as %j and %j", async (when, then, sentence) => {
    expect(await say("en", when, then)).toBe(sentence);
  });

  it("reads well where the “I” stood in the label, as in plans that were kept before", async () => {
    expect(await say("en", "reach for the phone because I am bored", "get a glass of water")).toBe(
      "When I reach for the phone because I am bored, then I get a glass of water.",
    );
    expect(await say("en", "Open my mail in bed", "put it away")).toBe(
      "When I open my mail in bed, then I put it away.",
    );
  });

  it.each([
    ["busco el móvil", "yo respiro una vez", "Cuando busco el móvil, entonces respiro una vez."],
    ["Cuando suena.", "Entonces yo lo dejo sonar.", "Cuando suena, entonces lo dejo sonar."],
    ["El teléfono suena", "¿qué hago?", "Cuando el teléfono suena, entonces ¿qué hago?"],
  ])("says in Spanish what was written as %j and %j", async (when, then, sentence) => {
    expect(await say("es", when, then)).toBe(sentence);
  });
});

test.each(LANGUAGES)(
  "every ready beginning and end of a plan stands in its sentence as it is in %s",
  async (language) => {
    const texts = await loadTexts("inquiry", language);
    for (const state of STATES_BEFORE) {
      const when = fillTemplate(texts.when, { because: texts.because[state] });
      for (const act of ELSEWHERE)
        expect(planSentence(texts, language, { when, then: texts.act[act] })).toBe(
          fillTemplate(texts.plan, { when, then: texts.act[act] }),
        );
    }
  },
);
