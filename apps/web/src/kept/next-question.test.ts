import { PROMPTS } from "@undivided/content/prompts";
import {
  addDays,
  parseCivilDate,
  parsePersonId,
  parseRecordId,
  type CardRecord,
  type CivilDate,
} from "@undivided/domain";
import { describe, expect, it } from "vitest";
import { nextQuestion } from "./next-question.ts";

const read = [parseCivilDate("2026-11-26"), parseRecordId("0".repeat(32)), parsePersonId("a".repeat(32))] as const;
const [day, id, owner] = read;
if (day.type === "error" || id.type === "error" || owner.type === "error") throw new Error("a card");
const today = day.value;
const card = (name: string, on: CivilDate): CardRecord => ({
  ...{ type: "card", id: id.value, owner: owner.value, day: on, card: name, mark: "shown" },
});

describe("the next question", () => {
  it("is the same on two phones on one day, whatever each was asked before, unless one has had that one", () => {
    const asked = nextQuestion([], "together", today);
    if (asked === null) throw new Error("a question");
    const others = PROMPTS.filter((prompt) => prompt.id !== asked).map((prompt) => card(prompt.id, addDays(today, -3)));
    expect(nextQuestion(others.slice(0, 40), "together", today)).toBe(asked);
    expect(nextQuestion([card(asked, addDays(today, -3))], "together", today)).not.toBe(asked);
    expect(nextQuestion([card(asked, today)], "together", today)).not.toBe(asked);
  });

  it("is another one on most days, and never one that digs", () => {
    const digging = new Set<string>(PROMPTS.filter(({ digs }) => digs).map((prompt) => prompt.id));
    const cards: CardRecord[] = [];
    for (let ahead = 0; ahead < 91; ahead += 1) {
      const next = nextQuestion(cards, "together", addDays(today, ahead));
      if (next === null) throw new Error("the season is not over");
      cards.push(card(next, addDays(today, ahead)));
    }
    expect(new Set(cards.map((one) => one.card)).size).toBe(91);
    expect(cards.filter((one) => digging.has(one.card))).toEqual([]);
  });

  it("is none once all were asked, and for a check-in one of its own", () => {
    const all = PROMPTS.map((prompt) => card(prompt.id, today));
    expect(nextQuestion(all, "check-in", today)).toBeNull();
    expect(nextQuestion([], "check-in", today)).toMatch(/^ci-/);
  });
});
