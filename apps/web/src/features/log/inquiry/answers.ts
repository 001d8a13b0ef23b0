/**
 * The five answers of a minute with oneself, and the plan that may come of them. Every one may be left out.
 */
import type { CauseTexts } from "@undivided/content/causes";
import { ELSEWHERE, type InquiryTexts } from "@undivided/content/inquiry";
import { fillTemplate } from "@undivided/content";
import type { CivilDate, RecordId, ReflectionRecord, StateAfter, StateBefore } from "@undivided/domain";
import type { NewRecord, ReflectionAnswers } from "@undivided/journal";

export interface Answers {
  readonly doing: string;
  readonly before: readonly StateBefore[];
  readonly after: readonly StateAfter[];
  readonly gaveMe: string;
  readonly elseCouldGive: string;
}

export const noAnswers: Answers = { doing: "", before: [], after: [], gaveMe: "", elseCouldGive: "" };

export const isEmpty = ({ doing, before, after, gaveMe, elseCouldGive }: Answers): boolean =>
  before.length === 0 && after.length === 0 && [doing, gaveMe, elseCouldGive].every((text) => text.trim() === "");

/** A second tap takes it back. */
export const toggle = <Id>(chosen: readonly Id[], id: Id): readonly Id[] =>
  chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

export const toReflection = (answers: Answers, about: RecordId | null): ReflectionAnswers => ({
  about,
  doing: orNull(answers.doing),
  before: answers.before,
  after: answers.after,
  gaveMe: orNull(answers.gaveMe),
  elseCouldGive: orNull(answers.elseCouldGive),
});

export const answersOf = ({ doing, before, after, gaveMe, elseCouldGive }: ReflectionRecord): Answers => ({
  doing: doing ?? "",
  before,
  after,
  gaveMe: gaveMe ?? "",
  elseCouldGive: elseCouldGive ?? "",
});

/** Other ways to the same, for what was there before: two of each state, at most six. */
export const otherWays = (before: readonly StateBefore[], causes: CauseTexts): readonly string[] =>
  before.flatMap((state) => causes[state].instead.slice(0, 2)).slice(0, 6);

export interface PlanWords {
  readonly when: string;
  readonly then: string;
}

/** What a plan takes at most, in UTF-16 units; the record refuses more. */
export const MAX_PLAN_LENGTH = 400;

/** A beginning for the plan, to be changed: the first state that was there, and the other way that was named. */
export const draftPlan = ({ before, elseCouldGive }: Answers, texts: InquiryTexts): PlanWords => {
  const [state] = before;
  const ready = ELSEWHERE.find((id) => texts.elsewhere[id] === elseCouldGive.trim());
  const then = ready === undefined ? elseCouldGive.trim() : texts.act[ready];
  return {
    when: state === undefined ? "" : fillTemplate(texts.when, { because: texts.because[state] }),
    then: then.slice(0, MAX_PLAN_LENGTH),
  };
};

export const toPlan = (
  words: PlanWords,
  day: CivilDate,
  about: RecordId | null,
): Extract<NewRecord, { type: "plan" }> | null => {
  const when = words.when.trim();
  const then = words.then.trim();
  return when === "" || then === "" ? null : { type: "plan", day, when, then, about, review: null, ended: null };
};
