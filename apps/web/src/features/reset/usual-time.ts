/** On which day and at what hour a ritual is offered before its owner chooses: by when it fits, as the library says it. */
import type { Occasion, RitualFacts, RitualId } from "@undivided/content/rituals";

export interface UsualTime {
  /** 1 (Monday) to 7 (Sunday). */
  readonly weekday: number;
  /** Minutes after midnight. */
  readonly minute: number;
}

const THURSDAY = 4;
const SATURDAY = 6;
const at = (hour: number, minute = 0): number => hour * 60 + minute;

const byOccasion: Readonly<Record<Occasion, UsualTime>> = {
  reunion: { weekday: THURSDAY, minute: at(18) },
  meal: { weekday: THURSDAY, minute: at(19) },
  evening: { weekday: THURSDAY, minute: at(19, 30) },
  weekend: { weekday: SATURDAY, minute: at(10) },
  apart: { weekday: THURSDAY, minute: at(8) },
};

/** Where the occasion says too little: first thing in the morning, or last at night. */
const byName: Partial<Readonly<Record<RitualId, number>>> = {
  "first-minute-awake": at(7),
  "breakfast-sitting-down": at(7, 30),
  "one-question-in-the-dark": at(22),
  "same-bedtime": at(22),
  "ten-minutes-of-sky": at(21),
  "letter-by-hand": at(20),
  "jar-of-moments": at(20),
  "small-welcome": at(17, 30),
};

/** One of one's own, with no facts, is offered for an evening. */
export const usualTime = (ritual: (Pick<RitualFacts, "occasions"> & { readonly id: RitualId }) | null): UsualTime => {
  const usual = byOccasion[ritual?.occasions[0] ?? "evening"];
  return { ...usual, minute: (ritual === null ? undefined : byName[ritual.id]) ?? usual.minute };
};
