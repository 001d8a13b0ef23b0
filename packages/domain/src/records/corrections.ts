/**
 * Corrections: what the owner of a moment said about it afterwards, one tap each, each can be taken back.
 *
 * The steps are kept as a list that only grows. What holds now is, for each word, the last step about it; so two own
 * devices that both added steps agree once the steps are put in order of time.
 */
import {
  listOf,
  object,
  oneOf,
  orNull,
  variants,
  wholeNumber,
  type Codec,
  type UnknownFields,
} from "../encoding/codec.ts";
import { instant } from "../encoding/value-codecs.ts";
import type { Instant } from "../time/instant.ts";

/**
 * `from-outside`: a doorbell, a call, an alarm set it off. It counts as before, so that nothing is gained by saying it; only the view
 * of whether slips follow each other leaves it out, since one cause for both would look like taking turns.
 * The last two answer a question that is asked once: "Were we talking?" and, after an excuse, "Did you drift?".
 */
export const CORRECTIONS = [
  "used-together",
  "said-why-first",
  "needed",
  "lull",
  "not-me",
  "wrong",
  "from-outside",
  "were-talking",
  "drifted",
] as const;
export type Correction = (typeof CORRECTIONS)[number];

export interface Said extends UnknownFields {
  readonly type: "said";
  readonly at: Instant;
  readonly correction: Correction;
  /** How long was announced, for `said-why-first`; null if no time was named, and for every other word. */
  readonly announcedMs: number | null;
}

export interface TakenBack extends UnknownFields {
  readonly type: "taken-back";
  readonly at: Instant;
  readonly correction: Correction;
}

export type CorrectionStep = Said | TakenBack;

/** Longer than any "back in …" that anybody means. */
const LONGEST_ANNOUNCED_MS = 86_400_000;

const said: Codec<Said> = object({
  type: oneOf(["said"]),
  at: instant,
  correction: oneOf(CORRECTIONS),
  announcedMs: orNull(wholeNumber(1, LONGEST_ANNOUNCED_MS)),
});

const takenBack: Codec<TakenBack> = object({
  type: oneOf(["taken-back"]),
  at: instant,
  correction: oneOf(CORRECTIONS),
});

export const correctionStep: Codec<CorrectionStep> = variants({ said, "taken-back": takenBack });

export const correctionSteps: Codec<readonly CorrectionStep[]> = listOf(correctionStep);

/** Most moments are as they were sensed. */
const NOTHING_SAID: ReadonlyMap<Correction, Said> = new Map();

/** What holds after all steps, each with the step that said it. O(n). */
export const correctionsInEffect = (steps: readonly CorrectionStep[]): ReadonlyMap<Correction, Said> => {
  if (steps.length === 0) return NOTHING_SAID;
  const inEffect = new Map<Correction, Said>();
  for (const step of steps) {
    if (step.type === "said") inEffect.set(step.correction, step);
    else inEffect.delete(step.correction);
  }
  return inEffect;
};
