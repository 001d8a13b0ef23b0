/** A check-in of both, out of two views that were posted for the same week. */
import type { CheckInAnswers, SharedView } from "@undivided/domain";
import { civilDate, isJsonObject, wholeNumber } from "@undivided/domain/codecs";
import type { CheckInPair } from "../commands/sharing.ts";

const answer = wholeNumber(1, 5);

export const readCheckIn = (slot: string, mine: SharedView, theirs: SharedView): CheckInPair | null => {
  const week = civilDate.decode(slot.slice("check-in/".length), []);
  const [own, other] = [answersOf(mine), answersOf(theirs)];
  if (week.type === "error" || theirs["week"] !== week.value || own === null || other === null) return null;
  return { week: week.value, mine: own, theirs: other };
};

const answersOf = (view: SharedView): CheckInAnswers | null => {
  const answers = view["answers"] ?? null;
  if (!isJsonObject(answers)) return null;
  const of = (name: keyof CheckInAnswers): number | null => {
    const given = answer.decode(answers[name] ?? null, []);
    return given.type === "ok" ? given.value : null;
  };
  return {
    feltImportant: of("feltImportant"),
    feltClose: of("feltClose"),
    safeToBeVulnerable: of("safeToBeVulnerable"),
    feltRespected: of("feltRespected"),
    hadFunTogether: of("hadFunTogether"),
    ownStress: of("ownStress"),
  };
};
