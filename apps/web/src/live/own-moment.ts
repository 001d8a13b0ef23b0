/** A moment as its owner reads it in a look-back, whether it is kept or only tried. No words here: `live-words.ts` says them. */
import type { Correction, MomentReason, SensedMomentKind } from "@undivided/domain";
import type { ReasonView } from "../sensed/reasons.ts";

/** More than four is one answer: nobody counts further. */
export const GUESS_MOST = 5;

export type Standing = "counted" | "not-counted" | "open";

/** What is asked about an open moment: whether there was talk, or, where talk is known, whether it was a pick-up at all. */
export type OpenQuestion = "talk" | "television" | "pick-up";

export type OpenAnswer = "yes" | "no" | "not-known";

export interface OwnMoment {
  /** Tells it from the others on the page. */
  readonly key: string;
  readonly lastedMs: number;
  readonly kind: SensedMomentKind;
  readonly standing: Standing;
  readonly reasons: readonly ReasonView[];
  /** What its owner said that holds, newest last. */
  readonly said: readonly Correction[];
  readonly question: OpenQuestion | null;
  /** An excused moment went on for longer than the excuse. */
  readonly driftOffered: boolean;
}

export const questionFor = (reasons: readonly MomentReason[]): OpenQuestion => {
  if (reasons.includes("tv-on")) return "television";
  return reasons.includes("talk") ? "pick-up" : "talk";
};

/** The word that an answer says about the moment; null if its owner does not know. */
export const wordFor = (question: OpenQuestion, answer: OpenAnswer): Correction | null => {
  if (answer === "not-known") return null;
  if (answer === "yes") return "were-talking";
  return question === "pick-up" ? "wrong" : "lull";
};

const EXCUSES = ["used-together", "said-why-first"] as const satisfies readonly Correction[];
const NOT_SO = ["needed", "lull", "not-me", "wrong"] as const satisfies readonly Correction[];

/** What takes a counted moment out of the count with one tap. What drifted past an excuse is not excused by another. */
export const correctionsFor = ({ said }: Pick<OwnMoment, "said">): readonly Correction[] =>
  said.includes("drifted") ? NOT_SO : [...EXCUSES, ...NOT_SO];

/** Of what was sensed, what the owner's word left standing: who remembers talk settles every doubt, and a silence that was heard. */
export const reasonsThatHold = ({ reasons, said }: Pick<OwnMoment, "reasons" | "said">): readonly ReasonView[] =>
  said.includes("were-talking")
    ? reasons.filter(({ reason, weight }) => weight !== "open" && reason !== "lull")
    : reasons;

/** Of what its owner said, the words that speak against counting it. */
export const saidAgainst = ({ said }: Pick<OwnMoment, "said">): readonly Correction[] => {
  const against: readonly Correction[] = [...EXCUSES, ...NOT_SO];
  return said.filter((word) => against.includes(word));
};
