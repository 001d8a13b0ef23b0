/**
 * The closed lists behind a moment: what it was, why it counts, and what its owner said about it.
 *
 * The words that people read for each are the interface's; here are only names. A name is kept for good, since records
 * carry it; a new name in a list raises the version of the moment record (see docs/spec/records.md).
 */

/** The senses that can be lost for a stretch of time. */
export const SENSES = ["motion", "sound", "page"] as const;
export type Sense = (typeof SENSES)[number];

/** What a phone can notice about its own owner's use of it. */
export const SENSED_MOMENT_KINDS = ["picked-up", "left-app"] as const;
export type SensedMomentKind = (typeof SENSED_MOMENT_KINDS)[number];

/** What only its owner can notice. Each is shown as a sentence that begins with "I". */
export const LOGGED_MOMENT_KINDS = [
  "picked-up-in-mid-talk",
  "quick-reply",
  "email-while-listening",
  "phone-at-the-door",
  "scrolled-beside-you",
  "half-an-answer",
  "missed-a-bid",
  "looked-up-and-drifted",
] as const;
export type LoggedMomentKind = (typeof LOGGED_MOMENT_KINDS)[number];

export type MomentKind = SensedMomentKind | LoggedMomentKind;

/** Why a sensed moment counts, does not count, or cannot be known. `docs/spec/detect.md` explains each. */
export const MOMENT_REASONS = [
  /** The phone had been lying still. */
  "was-resting",
  /** It had been still, but perhaps on a lap or in a hand. */
  "rest-unsure",
  /** No motion sensor told whether the phone lay there. */
  "no-motion",
  /** The app was hidden while the phone lay still: probably it was locked, not used. */
  "no-lift",
  /** The app was left during a pick-up that is a moment already. */
  "same-pick-up",
  /** There was talk in the room just before. */
  "talk",
  /** There had been a silence long enough to be a break. */
  "lull",
  /** There was talk, but the owner said that a television or radio is on. */
  "tv-on",
  /** Nothing listened. */
  "no-sound",
  /** The sound was lost just then. */
  "sound-unknown",
  /** Whether the other phone was in use is not known. */
  "other-phone-unknown",
  /** The other phone was in use already. */
  "other-phone-in-use",
] as const;
export type MomentReason = (typeof MOMENT_REASONS)[number];
