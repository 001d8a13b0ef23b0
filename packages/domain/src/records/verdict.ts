/**
 * Verdict: whether a moment counts as a micro rejection, from the reasons that sensing gave and what its owner said.
 *
 * It is a verdict about a moment, computed again each time from the record and stored nowhere; there is none about a
 * person. The owner's word always outweighs a sensor.
 *
 * Method: picked up from rest, or left the app, while there was talk; not at a break, not shared, not announced. A
 * shared or announced use excuses two minutes, or the time announced; what follows is offered to its owner as drifting
 * and counts only if they say so. See docs/spec/records.md, "When a moment counts".
 * Limits: the two minutes are a rule of this product, not a finding. That an explained use is felt as less hurtful is
 * known from studies (docs/evidence.md), how long the explanation carries is not.
 */
import { addToInstant, type Instant } from "../time/instant.ts";
import type { Interval } from "../time/interval.ts";
import { correctionsInEffect, type Correction, type CorrectionStep } from "./corrections.ts";
import type { MomentReason } from "./moment-kinds.ts";

/** A rule of the product (see above). */
export const EXCUSE_MS = 120_000;

export type Verdict =
  /** `from` is later than the moment itself if its first part was excused. */
  | { readonly type: "counted"; readonly from: Instant }
  | {
      readonly type: "not-counted";
      readonly because: "reasons" | Correction;
      /** The part after the excuse, to be offered to its owner as "I drifted"; null if nothing followed. */
      readonly driftOffered: Interval<Instant> | null;
    }
  /** It cannot be known whether there was talk; stays out of every count. */
  | { readonly type: "open" };

export interface MomentEvidence {
  readonly at: Instant;
  /** When the use ended; null for a logged moment, which has no length. */
  readonly until: Instant | null;
  /** Null for a logged moment: its owner saw it, so it counts until they say otherwise. */
  readonly reasons: readonly MomentReason[] | null;
  readonly corrections: readonly CorrectionStep[];
}

/** Each takes the moment out altogether, in the order in which the first one found is named. */
const EXCLUDING = ["wrong", "not-me", "needed", "lull"] as const satisfies readonly Correction[];

export const decideVerdict = ({ at, until, reasons, corrections }: MomentEvidence): Verdict => {
  const said = correctionsInEffect(corrections);
  const excluded = EXCLUDING.find((word) => said.has(word));
  if (excluded !== undefined) return { type: "not-counted", because: excluded, driftOffered: null };

  const counts = reasons === null ? true : weighReasons(said.has("were-talking") ? withTalk(reasons) : reasons);
  if (counts === false) return { type: "not-counted", because: "reasons", driftOffered: null };

  const excuse = excuseOf(said);
  if (excuse !== null) {
    const from = addToInstant(at, excuse.lengthMs);
    const drifted = until !== null && from < until ? { from, until } : null;
    if (drifted !== null && said.has("drifted")) return { type: "counted", from };
    return { type: "not-counted", because: excuse.because, driftOffered: drifted };
  }
  return counts === null ? { type: "open" } : { type: "counted", from: at };
};

/**
 * Whether a moment counts by its reasons alone: true, false, or null where it cannot be known. One reason against is
 * enough; else one doubt leaves it open; and without talk nothing counts.
 */
export const weighReasons = (reasons: readonly MomentReason[]): boolean | null => {
  let isKnown = reasons.includes("talk");
  for (const reason of reasons) {
    const weight = weightOf(reason);
    if (weight === false) return false;
    if (weight === null) isKnown = false;
  }
  return isKnown ? true : null;
};

/** For counting, against it, or in doubt. */
const weightOf = (reason: MomentReason): boolean | null => {
  switch (reason) {
    case "was-resting":
    case "talk":
    case "other-phone-unknown":
      return true;
    case "no-lift":
    case "same-pick-up":
    case "lull":
    case "other-phone-in-use":
      return false;
    case "rest-unsure":
    case "no-motion":
    case "tv-on":
    case "no-sound":
    case "sound-unknown":
      return null;
  }
};

/** The owner remembers talk: that settles every doubt, and a silence that the microphone believed to hear. */
const withTalk = (reasons: readonly MomentReason[]): readonly MomentReason[] => [
  ...reasons.filter((reason) => reason !== "lull" && weightOf(reason) !== null),
  "talk",
];

/** The longer one where both hold. */
const excuseOf = (
  said: ReturnType<typeof correctionsInEffect>,
): { readonly because: Correction; readonly lengthMs: number } | null => {
  const announced = said.get("said-why-first");
  if (announced !== undefined) {
    const announcedMs = announced.announcedMs ?? EXCUSE_MS;
    const lengthMs = said.has("used-together") ? Math.max(announcedMs, EXCUSE_MS) : announcedMs;
    return { because: "said-why-first", lengthMs };
  }
  return said.has("used-together") ? { because: "used-together", lengthMs: EXCUSE_MS } : null;
};
