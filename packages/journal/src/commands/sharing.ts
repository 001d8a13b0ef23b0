/** Sharing: what the other may see, for how long; what is seen of them. See docs/spec/journal.md, "Exchange". */
import type { CheckInAnswers, CivilDate, Instant, RecordId, RecordType, SharedView } from "@undivided/domain";
import type { Done } from "../journal.ts";

/** The person's own sharing, for "who has access". Says nothing about what the other opened. */
export interface OwnSharing {
  readonly items: readonly { readonly record: RecordId; readonly until: Instant }[];
  readonly weekly: readonly { readonly kind: RecordType; readonly until: Instant }[];
  readonly spiral: { readonly until: Instant } | null;
}

export interface CheckInPair {
  readonly week: CivilDate;
  readonly mine: CheckInAnswers;
  readonly theirs: CheckInAnswers;
}

/** What the other shows now. There is no way to learn why something is not in it. */
export interface FromPartner {
  /** One record each: day and kind. Newest day first. */
  readonly items: readonly SharedView[];
  /** One kind and one week each. Newest week first. */
  readonly weeks: readonly SharedView[];
  readonly checkIns: readonly CheckInPair[];
}

/** Times of both inside times together that both joined, in ms from the start of the first window, on this phone's clock. */
export interface SpiralTimes {
  readonly windows: readonly (readonly [number, number])[];
  readonly mine: readonly number[];
  readonly theirs: readonly number[];
}

export interface Sharing {
  readonly own: () => OwnSharing;
  /** Null whatever the reason: never shared, ended, withdrawn, declined, unanswered, paused, nothing there, too little. */
  readonly fromPartner: () => FromPartner | null;
  /** What the other would see of this record, to be shown before it is shared; null if nothing. */
  readonly preview: (record: RecordId) => SharedView | null;
  /** One record, for whole days. It shows to the other while they show at least one of that kind too. */
  readonly shareItem: (record: RecordId, days?: number) => Done;
  /** `not-found` if there is no such own record; one that is not shared is done. */
  readonly withdrawItem: (record: RecordId) => Done;
  /** One small summary of each week that is over, from the week of today on. */
  readonly openWeekly: (kind: RecordType, days?: number) => Done;
  readonly closeWeekly: (kind: RecordType) => Done;
  /** The one exception to "no times finer than the day": times inside times together, if both opened it. */
  readonly openSpiral: (days?: number) => Done;
  readonly closeSpiral: () => Done;
  /** Null whatever the reason. */
  readonly spiral: () => SpiralTimes | null;
}
