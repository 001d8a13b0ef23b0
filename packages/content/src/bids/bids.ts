/** Bids: what small reaches for attention look like, and small answers that count. */
export const BID_LOOKS = [
  "a-remark",
  "a-question",
  "a-touch",
  "a-look",
  "a-sigh",
  "a-joke",
  "something-shown",
  "an-offer",
  "standing-near",
  "a-complaint",
] as const;
export type BidLook = (typeof BID_LOOKS)[number];

export const SMALL_ANSWERS = [
  "yes-with-eyes",
  "put-it-down",
  "one-question",
  "touch-back",
  "say-when",
  "thank",
  "say-no-warmly",
  "come-back-later",
] as const;
export type SmallAnswer = (typeof SMALL_ANSWERS)[number];

export interface BidTexts {
  /** What the word means, for somebody who never heard it. */
  readonly meaning: string;
  readonly looks: Readonly<Record<BidLook, string>>;
  readonly answers: Readonly<Record<SmallAnswer, string>>;
  /** Beside the noticing log: who logs what, and why nobody is owed an answer. */
  readonly noticing: string;
}
