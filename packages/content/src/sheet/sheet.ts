/**
 * Do and don't: from "you always" to "I feel". The left column is what to leave unsaid, and only stands here to be
 * recognised in oneself; it is the one place where such sentences may be found in this room.
 */
export const SHEET_PAIRS = [
  "always-on-it",
  "never-listen",
  "more-important",
  "so-rude",
  "who-are-you-writing",
  "like-your-mother",
  "whatever-then",
  "you-too",
] as const;
export type SheetPair = (typeof SHEET_PAIRS)[number];

export interface SheetTexts {
  readonly title: string;
  readonly insteadOf: string;
  readonly say: string;
  readonly pairs: Readonly<
    Record<SheetPair, { readonly insteadOf: string; readonly say: string; readonly why: string }>
  >;
}
