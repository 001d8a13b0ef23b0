/** Self-inquiry: five questions after a moment, one a screen, each may be skipped. For its owner's eyes only. */
import type { ReflectionRecord, StateBefore } from "@undivided/domain";

/** The fields of the reflection record that are asked for, in their order. */
export const INQUIRY_STEPS = ["doing", "before", "after", "gaveMe", "elseCouldGive"] as const;
export type InquiryStep = (typeof INQUIRY_STEPS)[number] & keyof ReflectionRecord;

/** Starters for the answers in own words; a tap puts one in, and it can be changed. */
export const DOINGS = ["telling", "listening", "eating", "arriving", "resting", "arguing", "waiting"] as const;
export type Doing = (typeof DOINGS)[number];

export const GAINS = ["a-break", "distraction", "an-answer", "company", "a-laugh", "done-something"] as const;
export type Gain = (typeof GAINS)[number];

export const ELSEWHERE = ["three-breaths", "say-it", "a-drink", "step-out", "ask-for-five", "note-on-paper"] as const;
export type Elsewhere = (typeof ELSEWHERE)[number];

export interface InquiryTexts {
  readonly questions: Readonly<Record<InquiryStep, { readonly question: string; readonly hint: string }>>;
  readonly doing: Readonly<Record<Doing, string>>;
  readonly gave: Readonly<Record<Gain, string>>;
  readonly elsewhere: Readonly<Record<Elsewhere, string>>;
  /** A plan as it is shown, with the places {when} and {then}: the two fields of the plan record. */
  readonly plan: string;
  /** A ready `when`, with the place {because}. */
  readonly when: string;
  /** What completes "because …". */
  readonly because: Readonly<Record<StateBefore, string>>;
  /** A ready `then`. */
  readonly act: Readonly<Record<Elsewhere, string>>;
  readonly closing: string;
}
