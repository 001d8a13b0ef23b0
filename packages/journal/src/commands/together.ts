/** Time together: start, signals, pauses, end; what was sensed; the look-back; one time out of two. */
import type {
  Instant,
  Interval,
  MomentReason,
  MomentRecord,
  RecordId,
  SensedMomentKind,
  TogetherRecord,
  UnknownSense,
  Verdict,
} from "@undivided/domain";
import type { Done } from "../journal.ts";

export type YesNo = "yes" | "no";

/** Whether the microphone may be switched on now. */
export type SoundState =
  /** Somebody said no. */
  | { readonly type: "off" }
  /** Whose tap is missing: mine, theirs on their phone, or theirs on this screen because their phone is not heard. */
  | { readonly type: "asking"; readonly missing: "mine" | "theirs" | "theirs-here" }
  | { readonly type: "on" };

/** What the other person tapped in this time together; nothing else of their phone is known. */
export interface OtherTaps {
  readonly sound: YesNo | null;
  /** "Back in two minutes", while it lasts. */
  readonly backAt: Instant | null;
  readonly isPaused: boolean;
  readonly hasEnded: boolean;
}

/** A time together that has been started and not ended. */
export interface RunningTogether {
  readonly record: TogetherRecord;
  readonly with: "partner" | "nobody";
  /** Runs on this phone, not on another one of the same person. */
  readonly isHere: boolean;
  readonly isPaused: boolean;
  /** Until when the app is known to have run. */
  readonly aliveUntil: Instant;
  /** The app was stopped meanwhile: `continueAfterStop` or `end`. */
  readonly wasStopped: boolean;
  /** What the app gave to `save`; null as long as it never did, empty where an end was taken back. */
  readonly draft: string | null;
  readonly sound: SoundState;
  /** Null while nothing is heard of the other phone. */
  readonly other: OtherTaps | null;
}

/** What sensing says when the time is over. */
export interface SensedMoment {
  readonly kind: SensedMomentKind;
  readonly at: Instant;
  readonly until: Instant;
  readonly reasons: readonly MomentReason[];
}

export interface LookBackMoment {
  readonly record: MomentRecord;
  readonly verdict: Verdict;
}

export interface LookBack {
  readonly record: TogetherRecord;
  /** The guess comes before the count; null if its owner did not want to guess. Until `guess` was called: `asks-guess`. */
  readonly stage:
    | { readonly type: "asks-guess" }
    | {
        readonly type: "shows";
        readonly guess: number | null;
        /** Those within the time, in its order. */
        readonly moments: readonly LookBackMoment[];
        /** Noticed before or after it, since its owner put the times right: kept, in no count and not asked about. */
        readonly outside: readonly LookBackMoment[];
        readonly counted: number;
        /** Named beside the count, in no count. */
        readonly open: number;
        /** "Were we talking?" about these; null once `markAsked` was called. */
        readonly question: readonly MomentRecord[] | null;
      };
  readonly exposure: Exposure;
  /** It ended a moment ago on this phone and could still go on: see `reopen`. */
  readonly canGoOn: boolean;
}

/** What was together with the other phone, what alone; less the stretches in which this phone could notice no pick-up. */
export interface Exposure {
  readonly joint: readonly Interval<Instant>[];
  readonly alone: readonly Interval<Instant>[];
}

export interface TogetherTime {
  /** On this phone, else on another own one; null if there is none. */
  readonly running: () => RunningTogether | null;
  /** The other has just tapped start on their own phone and not ended; known without having begun oneself, and nothing more is. */
  readonly isPartnerReady: () => boolean;
  readonly start: (how: { readonly with: "partner" | "nobody" }) => Done<RecordId>;
  /** My own answer, on my phone, each time anew. */
  readonly saySound: (answer: YesNo) => Done;
  /** The other person's tap on this screen, where their own phone is not heard. */
  readonly saySoundHere: (answer: YesNo) => Done;
  /** Names it first: the pick-up of now is announced for that time. */
  readonly sayBackIn: (ms: number) => Done;
  readonly pause: () => Done;
  readonly resume: () => Done;
  /** Keeps what is known so far; cheap to call, written at most every `SAVE_MS`, and at once when `urgent` (page hidden). */
  readonly save: (live: LiveSave) => Done;
  /** The app was stopped and runs again: what lies between is unknown. */
  readonly continueAfterStop: () => Done;
  /**
   * If the app was stopped for long, the time ended when it was last known to run. `left`: so it is where only its page was left,
   * and the app went on.
   */
  readonly end: (how?: { readonly left: boolean }) => Done<TogetherRecord>;
  /**
   * It had not ended: the end is taken back, and what lies between is unknown. What was noticed stays. Not once the two phones'
   * times are one, nor after a guess was given: that was about all of it.
   */
  readonly reopen: (together: RecordId) => Done;
  /** Once, after the end; again with the same moments changes nothing. */
  readonly addSensed: (
    together: RecordId,
    sensed: { readonly moments: readonly SensedMoment[]; readonly unknown: readonly UnknownSense[] },
  ) => Done;
  readonly lookBack: (together: RecordId) => LookBack | null;
  readonly guess: (together: RecordId, guess: number | null) => Done;
  /** The question was shown: it is not asked again, whatever the answer. */
  readonly markAsked: (together: RecordId) => Done;
  /** It was not the same time together: it counts alone from now on, on this phone. */
  readonly unjoin: (together: RecordId) => Done;
}

export interface LiveSave {
  /** Whatever the app needs to go on after it was stopped; at most `MAX_DRAFT_LENGTH` UTF-16 units. */
  readonly draft: string | null;
  readonly unknown: readonly UnknownSense[];
  readonly urgent?: boolean;
}
