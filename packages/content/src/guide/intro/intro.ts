/** The first page of the guide: who may want to begin where. No way in asks how a couple is doing, and none is kept. */
import type { Target } from "../../targets.ts";
import type { ChapterId } from "../chapters.ts";

export const WAYS_IN = {
  "short-on-time": { chapters: ["notice", "causes", "impact", "prevent", "reset"], targets: ["tips"] },
  "doing-well": { chapters: ["prevent", "notice"], targets: ["rituals", "practise-bids"] },
  "something-is-off": { chapters: ["impact", "reset", "causes"], targets: ["felt-second", "guided-talk"] },
  alone: { chapters: ["notice", "causes", "prevent"], targets: ["reflect", "if-then-plan"] },
} as const satisfies Readonly<
  Record<string, { readonly chapters: readonly ChapterId[]; readonly targets: readonly Target[] }>
>;
export type WayIn = keyof typeof WAYS_IN;

export interface IntroText {
  readonly title: string;
  readonly lead: string;
  readonly ways: Readonly<Record<WayIn, { readonly title: string; readonly text: string }>>;
  readonly about: string;
}
