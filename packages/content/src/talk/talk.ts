/**
 * The guided talk: its steps in order, and the words for each.
 *
 * Nothing here counts down to force anybody on: minutes are an offer, every step can be stopped, paused or left for another
 * day. What is prepared alone stays on its owner's phone; what is said is said by people, not shown by the program.
 * Method: owning one's part, listening with saying back, a sorry that is exact, one small agreement; the writing follows
 * Finkel et al. 2013.
 */
import type { SourceId } from "../sources/sources.ts";

/** Alone on one's own phone; one speaks and the other listens, then they change over; both at once. */
export const TALK_WAYS = ["alone", "speaker-and-listener", "both"] as const;
export type TalkWay = (typeof TALK_WAYS)[number];

export interface TalkStepFacts {
  readonly way: TalkWay;
  /** An offer, for each speaker where they take turns; null where there is none. */
  readonly minutes: number | null;
}

export const TALK_STEPS = {
  prepare: { way: "alone", minutes: 5 },
  "own-it": { way: "speaker-and-listener", minutes: 2 },
  listen: { way: "speaker-and-listener", minutes: 3 },
  "sorry-and-repair": { way: "speaker-and-listener", minutes: 2 },
  "one-small-thing": { way: "both", minutes: 5 },
  close: { way: "both", minutes: null },
} as const satisfies Readonly<Record<string, TalkStepFacts>>;
export type TalkStep = keyof typeof TALK_STEPS;

/** The conversation record's `step` is the place in this order; a step is only ever added at the end. */
export const TALK_ORDER = [
  "prepare",
  "own-it",
  "listen",
  "sorry-and-repair",
  "one-small-thing",
  "close",
] as const satisfies readonly TalkStep[];

/** What each prepares alone, as the conversation record names it. */
export const PREPARATIONS = ["noticed", "feel", "wish"] as const;
export type Preparation = (typeof PREPARATIONS)[number];

/** The writing from outside, before a talk or after it. */
export const WRITING = { minutes: 7, sources: ["finkel-2013"] } as const satisfies {
  readonly minutes: number;
  readonly sources: readonly SourceId[];
};

export const WRITING_QUESTIONS = ["what-they-would-see", "what-they-would-wish", "what-gets-in-the-way"] as const;
export type WritingQuestion = (typeof WRITING_QUESTIONS)[number];

export interface TalkStepText {
  readonly title: string;
  /** What is done in it, in one or two sentences. */
  readonly invite: string;
  /** How a sentence may begin. */
  readonly starters: readonly [string, ...string[]];
}

export interface TalkTexts {
  readonly before: string;
  readonly steps: Readonly<Record<TalkStep, TalkStepText>>;
  readonly preparations: Readonly<Record<Preparation, { readonly question: string; readonly starter: string }>>;
  readonly roles: { readonly speaker: string; readonly listener: string; readonly changeOver: string };
  readonly pause: {
    readonly title: string;
    readonly text: string;
    readonly breathe: string;
    readonly comeBack: string;
    readonly notToday: string;
  };
  readonly writing: {
    readonly title: string;
    readonly invite: string;
    readonly questions: Readonly<Record<WritingQuestion, string>>;
  };
  readonly stopped: string;
  readonly done: string;
}
