/**
 * The truths that the guard is studied under, by name. Two slips an hour each, half-life five minutes, windows of three hours.
 *
 * Nulls have no own habit: that is their worst case, because own habit makes the guard more cautious.
 */
import type { PointTruth } from "./simulate-points.ts";

export interface StudyTruth {
  readonly name: string;
  readonly truth: PointTruth;
  readonly hours: number;
  /** Whether one slip brings slips of the other, so that a verdict of following is right. */
  readonly hasInfluence: boolean;
}

const minutes = (count: number): number => count / 60;

const base: PointTruth = {
  mu: [2, 2],
  n: [
    [0, 0],
    [0, 0],
  ],
  halfLife: minutes(5),
  mood: { type: "none" },
  commonRate: 0,
  commonDelay: minutes(1),
};

const without = (name: string, change: Partial<PointTruth>, hours = 100): StudyTruth => ({
  name,
  truth: { ...base, ...change },
  hours,
  hasInfluence: false,
});

const withInfluence = (
  name: string,
  [ab, ba]: readonly [number, number],
  change: Partial<PointTruth> = {},
  hours = 100,
): StudyTruth => ({
  name,
  truth: {
    ...base,
    n: [
      [0.1, ab],
      [ba, 0.1],
    ],
    ...change,
  },
  hours,
  hasInfluence: true,
});

/** No influence: every verdict of following is false. */
export const nullTruths: readonly StudyTruth[] = [
  without("constant rate", {}),
  without("evening mood, sd 0.5", { mood: { type: "evening", sd: 0.5 } }),
  without("evening mood, sd 0.8", { mood: { type: "evening", sd: 0.8 } }),
  without("bouts of 30 min", { mood: { type: "bouts", length: minutes(30) } }),
  without("bouts of 30 min, 200 h", { mood: { type: "bouts", length: minutes(30) } }, 200),
  without("bouts of 10 min", { mood: { type: "bouts", length: minutes(10) } }),
  without("smooth mood, 20 min", { mood: { type: "smooth", length: minutes(20), sd: 0.8 } }),
  without("smooth mood, 60 min", { mood: { type: "smooth", length: minutes(60), sd: 0.8 } }),
  without("trend, 0.25 to 1.75", { mood: { type: "trend", slope: 1.5 } }),
  without("own habit 0.3", {
    n: [
      [0.3, 0],
      [0, 0.3],
    ],
  }),
  without("doorbell, one in two hours", { commonRate: 0.5 }),
];

/** With influence: a verdict of following is right. */
export const influenceTruths: readonly StudyTruth[] = [
  withInfluence("0.3 both ways", [0.3, 0.3]),
  withInfluence("0.3, bouts of 30 min", [0.3, 0.3], { mood: { type: "bouts", length: minutes(30) } }),
  withInfluence("0.3, bouts of 30 min, 120 h", [0.3, 0.3], { mood: { type: "bouts", length: minutes(30) } }, 120),
  withInfluence("0.3, evening mood, sd 0.8", [0.3, 0.3], { mood: { type: "evening", sd: 0.8 } }),
  withInfluence("0.3, evening mood, sd 0.8, 120 h", [0.3, 0.3], { mood: { type: "evening", sd: 0.8 } }, 120),
  withInfluence("0.3, smooth mood, 20 min", [0.3, 0.3], { mood: { type: "smooth", length: minutes(20), sd: 0.8 } }),
  withInfluence("0.3, 50 h", [0.3, 0.3], {}, 50),
  withInfluence("0.5, 50 h", [0.5, 0.5], {}, 50),
  withInfluence("0.5, bouts of 30 min, 50 h", [0.5, 0.5], { mood: { type: "bouts", length: minutes(30) } }, 50),
  withInfluence("one-sided 0.4", [0, 0.4]),
  withInfluence("one-sided 0.4, bouts of 30 min", [0, 0.4], { mood: { type: "bouts", length: minutes(30) } }),
  withInfluence("0.3, own habit as strong", [0.3, 0.3], {
    n: [
      [0.3, 0.3],
      [0.3, 0.3],
    ],
  }),
];

/** The doorbell, where each person marks a share of the slips that it set off. */
export const markedTruths: readonly StudyTruth[] = [0.25, 0.5, 0.75, 1].map((commonMarked) =>
  without(`doorbell, one in two hours, ${commonMarked * 100} % marked`, { commonRate: 0.5, commonMarked }),
);
