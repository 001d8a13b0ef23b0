import { expect, test } from "vitest";
import { GROWTH_ORDER, GROWTH_STEPS } from "../growth/growth.ts";
import { CHAPTER_IDS, CHAPTERS } from "../guide/chapters.ts";
import { WAYS_IN } from "../guide/intro/intro.ts";
import { LANGUAGES } from "../language.ts";
import { loadTexts } from "../load.ts";
import { TALK_ORDER, TALK_STEPS, TURN_STEPS } from "./talk.ts";

test("every list that gives an order names each of its things once", () => {
  expect([...TALK_ORDER].toSorted()).toEqual(Object.keys(TALK_STEPS).toSorted());
  expect([...GROWTH_ORDER].toSorted()).toEqual(Object.keys(GROWTH_STEPS).toSorted());
  expect([...CHAPTER_IDS].toSorted()).toEqual(Object.keys(CHAPTERS).toSorted());
  expect([...WAYS_IN["short-on-time"].chapters]).toEqual([...CHAPTER_IDS]);
});

test("the talk begins alone, and each speaks before anything is agreed on", () => {
  expect(TALK_STEPS[TALK_ORDER[0]].way).toBe("alone");
  const agreed = TALK_ORDER.indexOf("one-small-thing");
  const spoken = TALK_ORDER.filter((step) => !["alone", "both"].includes(TALK_STEPS[step].way));
  expect(spoken).toEqual(TURN_STEPS);
  expect(spoken.every((step) => TALK_ORDER.indexOf(step) < agreed)).toBe(true);
});

test("a couple that does well is led to rituals and bids first", () => {
  expect(WAYS_IN["doing-well"].chapters[0]).toBe("prevent");
  expect([...WAYS_IN["doing-well"].targets]).toEqual(["rituals", "practise-bids"]);
});

test.each(LANGUAGES)("what each says of their own part in %s begins with themselves", async (language) => {
  const { steps, preparations } = await loadTexts("talk", language);
  const own =
    language === "en"
      ? /^(I|It makes me|This week I|What I) ?/
      : /^(He|Con eso siento|Deseo|Siento|Esta semana yo|Lo que me)/;
  for (const starter of [
    ...steps["own-it"].starters,
    ...steps.prepare.starters,
    ...Object.values(preparations).map((preparation) => preparation.starter),
  ]) {
    expect(starter).toMatch(own);
  }
});

test.each(LANGUAGES)(
  "in every turn in %s one is told to speak and the other to listen, each in their own words",
  async (language) => {
    const { steps, turns } = await loadTexts("talk", language);
    const [speak, listen] = language === "en" ? [/^You speak/, /listen/] : [/^Ahora hablas/, /escuchas/];
    for (const step of TURN_STEPS) {
      const { leads, follows } = turns[step];
      const asks = TALK_STEPS[step].way === "asker-and-speaker";
      expect([leads.role, follows.role]).toEqual(
        (asks ? [listen, speak] : [speak, listen]).map((role) => expect.stringMatching(role)),
      );
      expect(leads.words.filter((word) => follows.words.includes(word))).toEqual([]);
      // Whatever the step names as a beginning is for one of the two.
      const shown = [...leads.words, ...follows.words];
      expect(steps[step].starters.filter((starter) => !shown.includes(starter))).toEqual([]);
    }
    const { leads, follows } = turns.listen;
    expect(leads.task).toMatch(language === "en" ? /Ask.*listen.*say back/ : /Preguntar.*escuchar.*repetir/);
    // Who is asked is told to answer, and not to say back.
    expect(follows.task).toMatch(language === "en" ? /^You are asked.*Tell it/ : /^Te preguntan.*Cuéntalo/);
  },
);
