/**
 * The next question for two people: a light one, drawn by the day, that was not asked on this phone this season.
 *
 * The day is what two phones know of each other's without a word, so both mostly get the same one; where one of them has had it, each
 * has its own. **Privacy:** what was asked stays on this phone. Why none that digs comes: docs/adr/0027.
 */
import { choosePrompt, PROMPTS, type PromptId, type PromptUse } from "@undivided/content/prompts";
import type { CardRecord, CivilDate, KnownRecord } from "@undivided/domain";

const isShown = (record: KnownRecord): record is CardRecord => record.type === "card" && record.mark === "shown";

/** Null: all of this season were asked. `records` may hold others than cards. */
export const nextQuestion = (records: readonly KnownRecord[], use: PromptUse, today: CivilDate): PromptId | null => {
  const shown = records.filter(isShown).map(({ card, day }) => ({ id: card, day }));
  const chosen = choosePrompt(PROMPTS, { use, mayDig: false, today, seed: today, shown });
  return chosen.type === "chosen" ? chosen.prompt.id : null;
};
