/** The one-minute self-inquiry after a moment, from options. Every answer may be left out. */
import { parseRecordId, STATES_AFTER, STATES_BEFORE, type StateAfter, type StateBefore } from "@undivided/domain";
import type { ReflectionAnswers } from "@undivided/journal";
import { type GivenOptions, wrongCall, type WrongCall } from "../../read-options.ts";

export interface ReflectionDraft {
  readonly type: "reflection";
  readonly answers: ReflectionAnswers;
}

export const readReflection = (given: GivenOptions): ReflectionDraft | WrongCall => {
  const about = given.text("about");
  const id = about === undefined ? undefined : parseRecordId(about);
  if (id?.type === "error") return wrongCall(`--about is no id of a moment; "undivided device show" lists them`);
  const before = wordsOf(given.texts("before"), STATES_BEFORE);
  if (before.wrong !== undefined)
    return wrongCall(`--before is "${before.wrong}", and it is ${STATES_BEFORE.join(", ")}`);
  const after = wordsOf(given.texts("after"), STATES_AFTER);
  if (after.wrong !== undefined) return wrongCall(`--after is "${after.wrong}", and it is ${STATES_AFTER.join(", ")}`);
  const answers: ReflectionAnswers = {
    about: id?.value ?? null,
    doing: given.text("doing") ?? null,
    before: before.words,
    after: after.words,
    gaveMe: given.text("gave-me") ?? null,
    elseCouldGive: given.text("else-could-give") ?? null,
  };
  return { type: "reflection", answers };
};

const wordsOf = <W extends StateBefore | StateAfter>(
  given: readonly string[],
  list: readonly W[],
): { readonly words: readonly W[]; readonly wrong: string | undefined } => ({
  words: list.filter((word) => given.includes(word)),
  wrong: given.find((word) => !list.some((one) => one === word)),
});
