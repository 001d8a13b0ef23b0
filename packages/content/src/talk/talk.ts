/**
 * The guided talk: its steps in order, and the words for each.
 *
 * Nothing here counts down to force anybody on: minutes are an offer, every step can be stopped, paused or left for another
 * day. What is prepared alone stays on its owner's phone; what is said is said by people, not shown by the program.
 * Method: owning one's part, listening with saying back, a sorry that is exact, one small agreement; the writing follows
 * Finkel et al. 2013.
 */
import type { SourceId } from "../sources/sources.ts";

/**
 * Alone on one's own phone; one leads and the other answers to it, then they change over; both at once. Who leads speaks, or
 * asks and then listens to the other.
 */
export const TALK_WAYS = ["alone", "speaker-and-listener", "asker-and-speaker", "both"] as const;
export type TalkWay = (typeof TALK_WAYS)[number];

export interface TalkStepFacts {
  readonly way: TalkWay;
  /** An offer, for each speaker where they take turns; null where there is none. */
  readonly minutes: number | null;
}

export const TALK_STEPS = {
  prepare: { way: "alone", minutes: 5 },
  "own-it": { way: "speaker-and-listener", minutes: 2 },
  listen: { way: "asker-and-speaker", minutes: 3 },
  "sorry-and-repair": { way: "speaker-and-listener", minutes: 2 },
  "one-small-thing": { way: "both", minutes: 5 },
  close: { way: "both", minutes: null },
} as const satisfies Readonly<Record<string, TalkStepFacts>>;
export type TalkStep = keyof typeof TALK_STEPS;

/** Where they take turns. */
export const TURN_STEPS = ["own-it", "listen", "sorry-and-repair"] as const satisfies readonly TalkStep[];
export type TurnStep = (typeof TURN_STEPS)[number];

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

/** What one of the two reads in a turn: the whole of their part, without looking at the other's. */
export interface TurnText {
  /** Whether one speaks or listens. */
  readonly role: string;
  readonly task: string;
  /** How a sentence may begin, or a whole one; the first is the first to be said. */
  readonly words: readonly [string, ...string[]];
}

export interface TalkTexts {
  readonly before: string;
  readonly steps: Readonly<Record<TalkStep, TalkStepText>>;
  readonly turns: Readonly<Record<TurnStep, { readonly leads: TurnText; readonly follows: TurnText }>>;
  readonly preparations: Readonly<Record<Preparation, { readonly question: string; readonly starter: string }>>;
  /** What was written alone, covered until its owner asks for it. */
  readonly notes: { readonly covered: string; readonly show: string };
  /** The two halves of one screen, heard by who does not see them. */
  readonly halves: { readonly far: string; readonly near: string };
  readonly time: { readonly offered: string; readonly over: string };
  readonly goOn: {
    readonly stands: string;
    readonly oneScreen: string;
    readonly twoPhones: string;
    readonly anew: string;
  };
  /** What the other phone's owner tapped. */
  readonly other: {
    readonly ended: string;
    readonly stopToo: string;
    readonly isAhead: string;
    readonly join: string;
    readonly isBehind: string;
  };
  readonly smallThing: { readonly sentence: string; readonly hint: string; readonly keep: string };
  readonly pause: {
    readonly title: string;
    readonly text: string;
    readonly breathe: string;
    readonly comeBack: string;
    readonly over: string;
    readonly longer: string;
    readonly notToday: string;
    /** Says nothing that one would have to explain to who looks on. */
    readonly help: string;
  };
  readonly writing: {
    readonly title: string;
    readonly invite: string;
    readonly show: string;
    readonly delete: string;
    readonly deleted: string;
    readonly bringBack: string;
    readonly questions: Readonly<Record<WritingQuestion, string>>;
  };
  readonly stoppedTitle: string;
  readonly stopped: string;
  readonly done: string;
}
