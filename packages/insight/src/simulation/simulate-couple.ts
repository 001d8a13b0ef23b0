/**
 * An example couple over weeks: ordinary weeks, then weeks in which slips follow each other, some bad evenings, and a reset that
 * works or does not. For tests, examples and planning a study; not a claim about real couples.
 */
import { drawNormal, type Random } from "../chance/random.ts";
import type { TimeWindow } from "../points/point-data.ts";
import { simulatePoints, type SimulatedPoints } from "./simulate-points.ts";

export interface CoupleCourse {
  /** At least 1. The first third is ordinary, the second a spiral, the last follows the reset. */
  readonly weeks: number;
  /** Whether the last third is ordinary again with a third fewer slips, or the spiral goes on. */
  readonly resetWorks: boolean;
}

/** What is true in a stretch of weeks, in the words of the simulation; hours are counted from the first evening's midnight. */
export interface CouplePhase {
  readonly name: "ordinary" | "spiral" | "after-reset";
  readonly fromHour: number;
  readonly untilHour: number;
  /** Immigrant slips an hour of each, and followers of one slip in the same person and in the other. */
  readonly mu: number;
  readonly self: number;
  readonly cross: number;
}

export interface SimulatedCouple extends SimulatedPoints {
  readonly phases: readonly CouplePhase[];
}

const ordinary = { mu: 1.5, self: 0.1, cross: 0.05 };
const spiral = { mu: 1.5, self: 0.1, cross: 0.4 };
const calmer = { mu: 1, self: 0.1, cross: 0.05 };
const eveningsAWeek = [0, 1, 3, 5, 6];
/** Evenings differ by this sd of the logarithm; that is a shared mood. */
const moodSd = 0.5;

/** Five evenings a week of about two hours, from seven o'clock on. Both streams may be empty only in very short courses. */
export const simulateCouple = ({ weeks, resetWorks }: CoupleCourse, random: Random): SimulatedCouple => {
  const hoursAt = (week: number): number => week * 7 * 24;
  const spiralFrom = Math.floor(weeks / 3);
  const resetAt = Math.max(spiralFrom, Math.floor((2 * weeks) / 3));
  const phases: readonly CouplePhase[] = [
    { name: "ordinary", fromHour: 0, untilHour: hoursAt(spiralFrom), ...ordinary },
    { name: "spiral", fromHour: hoursAt(spiralFrom), untilHour: hoursAt(resetAt), ...spiral },
    { name: "after-reset", fromHour: hoursAt(resetAt), untilHour: hoursAt(weeks), ...(resetWorks ? calmer : spiral) },
  ];
  const kept = phases.filter((phase) => phase.untilHour > phase.fromHour);
  const parts = kept.map(({ fromHour, untilHour, mu, self, cross }) =>
    simulatePoints(
      {
        mu: [mu, mu],
        n: [
          [self, cross],
          [cross, self],
        ],
        halfLife: 5 / 60,
        mood: { type: "evening", sd: moodSd },
        commonRate: 0,
        commonDelay: 1,
      },
      evenings(fromHour, untilHour, random),
      random,
    ),
  );
  return {
    windows: parts.flatMap((part) => part.windows),
    streams: [0, 1].map((stream) => parts.flatMap((part) => part.streams[stream] ?? [])),
    phases: kept,
  };
};

const evenings = (fromHour: number, untilHour: number, random: Random): readonly TimeWindow[] => {
  const windows: TimeWindow[] = [];
  for (let day = Math.round(fromHour / 24); day * 24 < untilHour; day += 1) {
    if (!eveningsAWeek.includes(day % 7)) continue;
    const start = day * 24 + 19 + 0.5 * random();
    windows.push({ start, end: start + Math.min(4, Math.max(0.5, 2 + 0.5 * drawNormal(random))) });
  }
  return windows;
};
