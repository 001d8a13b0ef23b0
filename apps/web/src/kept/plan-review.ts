/** When an if-then plan is looked back on. Pure: the day is passed in. */
import { addDays, type CivilDate, type PlanRecord } from "@undivided/domain";

const A_WEEK = 7;

/** A week after it was written or begun anew, and until it is answered. */
export const isReviewDue = ({ day, review, ended }: Pick<PlanRecord, "day" | "review" | "ended">, today: CivilDate) =>
  ended === null && review === null && addDays(day, A_WEEK) <= today;

/** Begun anew on that day, with other words or the same: the numbers beside it and its look back count from there. */
export const beginAnew = <P extends PlanRecord>(plan: P, today: CivilDate, words: Partial<PlanWords> = {}): P => ({
  ...plan,
  ...words,
  day: today,
  review: null,
});

type PlanWords = Pick<PlanRecord, "when" | "then">;
