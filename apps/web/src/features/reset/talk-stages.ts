/**
 * The guided talk as a row of screens: where two take turns, one screen for each of them.
 *
 * The place in this row is what two phones in step tell each other (`journal.talk`), and the `step` of one's own conversation
 * record; nothing else of a talk leaves a phone.
 */
import { TALK_STEPS, TURN_STEPS, type TalkStep, type TurnStep } from "@undivided/content/talk";
import { addToInstant, type Instant } from "@undivided/domain";

export type Side = "far" | "near";

/** Who leads begins: to speak, or to ask. On one screen it is a half of it. */
export type TalkStage =
  | { readonly leads: Side; readonly step: TurnStep; readonly minutes: number | null }
  | { readonly leads: "both"; readonly step: TalkStep; readonly minutes: number | null };

const inTurns = TURN_STEPS.flatMap((step): readonly TalkStage[] =>
  (["far", "near"] as const).map((leads) => ({ leads, step, minutes: TALK_STEPS[step].minutes })),
);
const atOnce = (["one-small-thing", "close"] as const).map((step): TalkStage => ({
  leads: "both",
  step,
  minutes: TALK_STEPS[step].minutes,
}));

export const TALK_STAGES: readonly TalkStage[] = [...inTurns, ...atOnce];

/** Total: a place outside the row is its nearer end. */
export const stageAt = (place: number): TalkStage => {
  const within = Math.min(Math.max(Math.trunc(place), 0), TALK_STAGES.length - 1);
  const stage = TALK_STAGES[within];
  if (stage === undefined) throw new Error("the row of the talk is not empty");
  return stage;
};

/** Whether it is for this one to speak, or to listen: who leads by asking listens then. */
export const speaksAt = (step: TurnStep, leads: boolean): boolean =>
  leads === (TALK_STEPS[step].way === "speaker-and-listener");

/** How much of the offered time has gone, 0 to 1; null where none is offered. It stays at 1: nobody is pushed on. */
export const timeGone = (minutes: number | null, ms: number): number | null =>
  minutes === null ? null : Math.min(Math.max(ms / (minutes * 60_000), 0), 1);

/** A good length for a break; it goes on after it for as long as anybody wants. */
const BREAK_MS = 20 * 60_000;
export const breakUntil = (pausedAt: Instant): Instant => addToInstant(pausedAt, BREAK_MS);

export interface Standing {
  readonly place: number;
  /** The owner of the other phone ended it there. */
  readonly hasEnded: boolean;
  /** The other one entered at a place further on, or further back, than the next. */
  readonly other: "ahead" | "behind" | "beside";
}

/**
 * Where a talk on two phones is: at the lower of both places. `shown` is the last place that this phone showed: when the other
 * one ends the talk it stays there, whatever was tapped here for the time when both would have gone on.
 */
export const standingOf = (mine: number, theirs: number | null, shown: number): Standing => {
  if (theirs === null) return { place: Math.min(mine, shown), hasEnded: mine > shown, other: "beside" };
  const other = theirs - mine > 1 ? "ahead" : mine - theirs > 1 ? "behind" : "beside";
  return { place: Math.min(mine, theirs), hasEnded: false, other };
};
