/** The weekly check-in: what was answered each week, and how each answer changes from week to week. */
import type { Answer, CheckInAnswers, CheckInRecord, CivilDate } from "@undivided/domain";
import type { Estimate } from "../estimates/estimate.ts";
import { estimateSlope } from "../estimates/slope.ts";
import { dayNumber } from "./sessions.ts";

export const CHECK_IN_QUESTIONS = [
  "feltImportant",
  "feltClose",
  "safeToBeVulnerable",
  "feltRespected",
  "hadFunTogether",
  "ownStress",
] as const satisfies readonly (keyof CheckInAnswers)[];
export type CheckInQuestion = (typeof CHECK_IN_QUESTIONS)[number];

export interface CheckInTrend {
  readonly question: CheckInQuestion;
  readonly answers: readonly { readonly week: CivilDate; readonly answer: number }[];
  /** Points a week. */
  readonly slope: Estimate<"least-squares">;
}

/** Of two check-ins of one week the later in the list holds. O(weeks). */
export const describeCheckIns = (checkIns: readonly CheckInRecord[]): readonly CheckInTrend[] => {
  const byWeek = new Map(checkIns.map((record) => [record.week, record.answers]));
  const weeks = [...byWeek.keys()].sort();
  return CHECK_IN_QUESTIONS.map((question) => {
    const answers = weeks.flatMap((week) => {
      const answer: Answer = byWeek.get(week)?.[question] ?? null;
      return answer === null ? [] : [{ week, answer }];
    });
    const slope = estimateSlope(answers.map(({ week, answer }) => ({ week: dayNumber(week) / 7, answer })));
    return { question, answers, slope };
  });
};
