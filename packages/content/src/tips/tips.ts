/** Ten tips, for the screen and for a card to print. */
import type { Target } from "../targets.ts";

/** In the order of the card, each with the place in the app where it can be tried. */
export const TIPS = {
  "a-place-outside": "phone-settings",
  "hello-first": "rituals",
  "say-why": "start-together",
  "one-screen-two-heads": "causes",
  "answer-small": "practise-bids",
  "a-later-with-a-time": "log-bid",
  "own-first": "log-moment",
  "softer-word": "felt-second",
  "good-on-a-tuesday": "rituals",
  "notice-the-good": "log-good-moment",
} as const satisfies Readonly<Record<string, Target>>;
export type TipId = keyof typeof TIPS;

export interface TipTexts {
  readonly title: string;
  readonly tips: Readonly<Record<TipId, { readonly title: string; readonly text: string }>>;
}
