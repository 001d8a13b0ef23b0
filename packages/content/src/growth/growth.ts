/**
 * The picture of how it grows, as data for a diagram: five steps, and from each a way back.
 *
 * It is a story that people tell, not a course that was measured: no couple is placed on it, nothing is asked in order to
 * place one, and no step leads on of itself.
 */
import type { Target } from "../targets.ts";

export const GROWTH_STEPS = {
  busy: "rituals",
  habit: "reflect",
  "feeling-unimportant": "felt-second",
  "taken-for-granted": "log-good-moment",
  both: "guided-talk",
} as const satisfies Readonly<Record<string, Target>>;
export type GrowthStep = keyof typeof GROWTH_STEPS;

/** In this order; each may lead to the next. */
export const GROWTH_ORDER = [
  "busy",
  "habit",
  "feeling-unimportant",
  "taken-for-granted",
  "both",
] as const satisfies readonly GrowthStep[];

export interface GrowthTexts {
  readonly title: string;
  readonly note: string;
  readonly steps: Readonly<
    Record<GrowthStep, { readonly title: string; readonly text: string; readonly wayBack: string }>
  >;
}
