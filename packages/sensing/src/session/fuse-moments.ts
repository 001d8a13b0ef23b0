/**
 * Fusion: what the senses said of a whole session → moments, each with the reasons that made it count or not.
 *
 * A pick-up counts when the phone had rested, was lifted, and there was talk in the room just then. What a sense does not know
 * leaves a moment open (`counted: null`): it is asked once and stays out of every count. Nothing is fused before the session is
 * over, since nothing may be said before. The owner's corrections are not made here: see the moment record in the domain.
 */
import { weighReasons, type Interval, type Millis, type MomentReason } from "@undivided/domain";
import type { ConversationStretch, PhoneEvent, SensedMoment, UnknownStretch } from "../events.ts";

/** All that a finished session knows. Every list is in the order of time. */
export interface Evidence {
  /** Null if nothing read the motion. */
  readonly phone: readonly (PhoneEvent | UnknownStretch)[] | null;
  /** Null if nothing listened. */
  readonly conversation: readonly (ConversationStretch | UnknownStretch)[] | null;
  readonly hidden: readonly Interval<Millis>[];
  /** While a television or radio was on, talk cannot be told. */
  readonly television: readonly Interval<Millis>[];
  readonly until: Millis;
  /** How long a silence must be known to be one. */
  readonly lullMs: number;
}

export const fuseMoments = (evidence: Evidence): readonly SensedMoment[] =>
  [...pickups(evidence), ...leavings(evidence)].sort((a, b) => a.at - b.at);

const pickups = (evidence: Evidence): readonly SensedMoment[] => {
  const phone = evidence.phone ?? [];
  return phone.flatMap((event, index): readonly SensedMoment[] => {
    if (event.type !== "picked-up") return [];
    const before = phone[index - 1];
    const lay = before?.type === "resting" || before?.type === "put-back";
    const end = phone.slice(index + 1).find(endsPickup);
    return [
      momentOf(
        evidence,
        "picked-up",
        { from: event.at, until: end?.at ?? evidence.until },
        lay ? "was-resting" : "rest-unsure",
      ),
    ];
  });
};

/** A pick-up lasts until the phone is still again or out of sight; leaving the app goes on with it. */
const endsPickup = (event: PhoneEvent | UnknownStretch): boolean =>
  event.type !== "unknown" || event.why !== "page-hidden";

const leavings = (evidence: Evidence): readonly SensedMoment[] =>
  evidence.hidden.map((away) => momentOf(evidence, "left-app", away, whereBefore(evidence, away.from)));

/** What is known of the phone just before the app was hidden. */
const whereBefore = ({ phone }: Evidence, at: Millis): MomentReason => {
  if (phone === null) return "no-motion";
  switch (phone.filter((event) => event.at < at).at(-1)?.type) {
    case "picked-up":
      return "same-pick-up";
    case "resting":
    case "put-back":
      return "no-lift";
    case "still-elsewhere":
    case "unknown":
    case undefined:
      return "rest-unsure";
  }
};

const momentOf = (
  evidence: Evidence,
  kind: SensedMoment["kind"],
  { from, until }: Interval<Millis>,
  phone: MomentReason,
): SensedMoment => {
  const sound = soundBefore(evidence, from);
  const counted = weighReasons([phone, sound]);
  const why: readonly MomentReason[] = counted === true ? [phone, sound, "other-phone-unknown"] : [phone, sound];
  return { type: "moment", at: from, until, kind, counted, why };
};

const soundBefore = ({ conversation, television, lullMs }: Evidence, at: Millis): MomentReason => {
  if (conversation === null) return "no-sound";
  const index = conversation.findIndex((one) => one.at < at && at <= one.until);
  const stretch = conversation[index];
  switch (stretch?.type) {
    case "talk":
      return television.some((on) => on.from <= at && at < on.until) ? "tv-on" : "talk";
    case "quiet": {
      const follows = conversation[index - 1]?.type === "talk";
      return follows || at - stretch.at >= lullMs ? "lull" : "sound-unknown";
    }
    case "unknown":
    case undefined:
      return "sound-unknown";
  }
};
