/**
 * What sensing says: one union for the command line, the live page and the tests.
 *
 * All times are on the session's own monotonic clock. An interval is half-open, `[at, until)`.
 */
import type { Millis, MomentReason, Sense, SensedMomentKind } from "@undivided/domain";

// The closed lists live in the domain, since records carry them; they keep their names here.
export type { MomentReason, Sense, SensedMomentKind as MomentKind } from "@undivided/domain";

/** What the phone did, from motion alone. `at` is when it began, not when it was confirmed. */
export interface PhoneEvent {
  readonly type: "resting" | "picked-up" | "put-back" | "still-elsewhere";
  readonly at: Millis;
}

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

/** A pick-up or a leaving of the app, with the reasons that made it count (`true`), not count, or stay open (`null`). */
export interface SensedMoment {
  readonly type: "moment";
  readonly at: Millis;
  readonly until: Millis;
  readonly kind: SensedMomentKind;
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
