/**
 * Where a plan of four weeks stands on a day.
 *
 * A week has seven days from the first one on, whatever was done in it. Days of rest are not counted, so a pause takes nothing
 * away and leaves nothing behind. Pure: the day is passed in.
 */
import { addDays, isRestBetween, type CivilDate, type FourWeeksRecord, type RestRecord } from "@undivided/domain";

export const PLAN_WEEKS = [1, 2, 3, 4] as const;
export type PlanWeek = (typeof PLAN_WEEKS)[number];

export type PlanStand =
  | { readonly type: "week"; readonly week: PlanWeek }
  /** All four weeks have passed; only the look back is left. */
  | { readonly type: "over" };

const DAYS_OF_WEEK = 7;
/** Who comes back after longer than this is asked nothing about it. */
const LONGEST_DAYS = 3700;

/** Something that began on a day. */
export type Begun = Pick<FourWeeksRecord, "start">;

/** A day before the first one, by a clock that was set back, is in the first week. O(days x rests). */
export const standOf = ({ start }: Begun, rests: readonly RestRecord[], day: CivilDate): PlanStand => {
  let passed = 0;
  for (let ahead = 0; ahead < LONGEST_DAYS; ahead += 1) {
    const one = addDays(start, ahead);
    if (one >= day || passed >= DAYS_OF_WEEK * PLAN_WEEKS.length) break;
    if (!isRestBetween(rests, one, one)) passed += 1;
  }
  const week = PLAN_WEEKS.find((candidate) => passed < candidate * DAYS_OF_WEEK);
  return week === undefined ? { type: "over" } : { type: "week", week };
};

/** Chooses a task, or takes it back; what was done in it goes with it. */
export const toggleTask = (plan: FourWeeksRecord, week: PlanWeek, task: string): FourWeeksRecord =>
  plan.tasks.some((one) => one.task === task)
    ? { ...plan, tasks: plan.tasks.filter((one) => one.task !== task) }
    : { ...plan, tasks: [...plan.tasks, { week, task, done: null }] };

/** A tap on "done", or a second one that takes it back. */
export const toggleDone = (plan: FourWeeksRecord, task: string, today: CivilDate): FourWeeksRecord => ({
  ...plan,
  tasks: plan.tasks.map((one) => (one.task === task ? { ...one, done: one.done === null ? today : null } : one)),
});
