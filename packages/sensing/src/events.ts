/**
 * What sensing says: one union for the command line, the live page and the tests.
 *
 * All times are on the session's own monotonic clock. An interval is half-open, `[at, until)`.
 */
import type { Millis } from "@undivided/domain";

/** What the phone did, from motion alone. `at` is when it began, not when it was confirmed. */
export interface PhoneEvent {
  readonly type: "resting" | "picked-up" | "put-back" | "still-elsewhere";
  readonly at: Millis;
}

export type Sense = "motion" | "sound" | "page";

/** Why nothing is known for a stretch. The list is closed; `docs/spec/detect.md` explains each. */
export type UnknownReason =
  | "gap" // no sample for longer than the sense allows
  | "null-reading" // the sensor reported events without values
  | "page-hidden" // a hidden page gets no sensor events
  | "before-first-sample"
  | "after-last-sample"
  | "device-ended" // the microphone track ended
  | "interrupted"; // the system took the microphone away for a while

/** A stretch in which a sense knows nothing: never rest, never silence, never filled in. */
export interface UnknownStretch {
  readonly type: "unknown";
  readonly of: Sense;
  readonly at: Millis;
  readonly until: Millis;
  readonly why: UnknownReason;
}

/** Talk in the room, never who talks. `quiet` is a lull: a silence long enough to be a break. */
export interface ConversationStretch {
  readonly type: "talk" | "quiet";
  readonly at: Millis;
  readonly until: Millis;
}

export type MomentKind = "picked-up" | "left-app";

/** Why a moment counts, does not count, or cannot be known. The list is closed; `docs/spec/detect.md` explains each. */
export type MomentReason =
  | "was-resting" // the phone had been lying still
  | "left-page" // the app was left while the phone was in use
  | "talk" // there was talk in the room just before
  | "lull" // there had been a silence long enough to be a break
  | "tv-on" // the owner said that a television or radio is on, so talk cannot be told
  | "no-sound" // nothing listened
  | "sound-unknown" // the sound was lost just then
  | "other-phone-unknown" // whether the other phone was in use is not known
  | "other-phone-in-use"
  | "not-resting"; // the phone had not been lying still before (for instance it was in a hand already)

/** A pick-up or a leaving of the app, with the reasons that made it count (`true`), not count, or stay open (`null`). */
export interface SensedMoment {
  readonly type: "moment";
  readonly at: Millis;
  readonly until: Millis;
  readonly kind: MomentKind;
  readonly counted: boolean | null;
  readonly why: readonly MomentReason[];
}

export type SensingEvent = PhoneEvent | UnknownStretch | ConversationStretch | SensedMoment;

/** One reading of the accelerometer (with gravity) and, where there is one, of the gyroscope. */
export interface MotionSample {
  readonly at: Millis;
  /** Acceleration including gravity, m/s². The sign differs between platforms and is never relied on. */
  readonly acceleration: readonly [x: number, y: number, z: number];
  /** Rotation rate, rad/s; null where there is no gyroscope. */
  readonly rotationRate: readonly [x: number, y: number, z: number] | null;
}

/** A sensor event without values, as browsers send when there is no sensor or it was taken away. */
export interface MotionLost {
  readonly at: Millis;
  readonly acceleration: null;
}

export type MotionReading = MotionSample | MotionLost;

/** Speech probability of one 32 ms frame. `at` is the frame's end. */
export interface SpeechFrame {
  readonly at: Millis;
  readonly speech: number;
}

/** The page was shown or hidden. */
export interface PageChange {
  readonly at: Millis;
  readonly visible: boolean;
}
