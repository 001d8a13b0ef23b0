/**
 * The guided talk as a row of screens: where two take turns, one screen for each of them.
 *
 * The place in this row is what two phones in step tell each other (`journal.talk`); nothing else of a talk leaves a phone.
 */
import { TALK_STEPS, type TalkStep } from "@undivided/content/talk";

export interface TalkStage {
  readonly step: TalkStep;
  /** Whose turn it is to speak: the far half of one screen, the near half, or both. */
  readonly speaker: "far" | "near" | "both";
  readonly minutes: number | null;
}

const turns = (step: TalkStep): readonly TalkStage[] => {
  const { way, minutes } = TALK_STEPS[step];
  if (way === "alone") return [];
  const speakers = way === "both" ? (["both"] as const) : (["far", "near"] as const);
  return speakers.map((speaker) => ({ step, speaker, minutes }));
};

const together = [
  "own-it",
  "listen",
  "sorry-and-repair",
  "one-small-thing",
  "close",
] as const satisfies readonly TalkStep[];

export const TALK_STAGES: readonly TalkStage[] = together.flatMap(turns);

/** Total: a place outside the row is its nearer end. */
export const stageAt = (place: number): TalkStage => {
  const within = Math.min(Math.max(Math.trunc(place), 0), TALK_STAGES.length - 1);
  const stage = TALK_STAGES[within];
  if (stage === undefined) throw new Error("the row of the talk is not empty");
  return stage;
};

/** How much of the offered time has gone, 0 to 1; null where none is offered. It stays at 1: nobody is pushed on. */
export const timeGone = (minutes: number | null, ms: number): number | null =>
  minutes === null ? null : Math.min(Math.max(ms / (minutes * 60_000), 0), 1);

/** Where both stand, on two phones: the lower of both places. */
export const placeOfBoth = (mine: number, theirs: number | null): number =>
  theirs === null ? mine : Math.min(mine, theirs);
