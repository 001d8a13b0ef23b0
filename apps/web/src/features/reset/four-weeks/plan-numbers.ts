/**
 * The numbers beside a plan of four weeks: one's own moments an hour of time together, week by week, and since it began against
 * the time before it, each with its interval.
 *
 * Method: `estimateRateOfPart` and `estimateRateRatio` of the statistics; a week is a week of the plan, so days of rest belong
 * to the week in which they fell. The seed is fixed: the same records give the same ends of intervals.
 * Limits: says what went together with the plan, not what the plan did; four weeks are short, and often too short to tell.
 */
import type { CivilDate, KnownRecord, PersonId, RestRecord } from "@undivided/domain";
import {
  collectSessions,
  createOrders,
  createRandom,
  estimateRateOfPart,
  estimateRateRatio,
  estimateShare,
  takeOwnRecords,
  type Estimate,
} from "@undivided/insight";
import { PLAN_WEEKS, standOf, type Begun, type PlanWeek } from "../../../kept/plan-week.ts";

export interface NumbersRequest {
  readonly records: readonly KnownRecord[];
  readonly owner: PersonId;
  readonly plan: Begun;
  readonly today: CivilDate;
}

export interface PlanNumbers {
  /** Those that have begun. */
  readonly weeks: readonly WeekNumbers[];
  /** Of the time before the plan; too little where there was none. */
  readonly before: Estimate<"gamma-poisson-dispersed">;
  readonly since: Estimate<"gamma-poisson-dispersed">;
  /** Since against before, as a factor. */
  readonly change: Estimate<"permuted-stretches">;
  /** Share of the bids that were answered, since. */
  readonly bids: Estimate<"beta-jeffreys">;
  readonly goodMoments: number;
}

export interface WeekNumbers {
  readonly week: PlanWeek;
  readonly hours: number;
  readonly count: number;
  readonly rate: Estimate<"gamma-poisson-dispersed">;
}

export type NumbersReply = { readonly type: "done"; readonly numbers: PlanNumbers } | { readonly type: "failed" };

/** As for *Us*. */
const SEED = 1;

export const toPlanNumbers = ({ records, owner, plan, today }: NumbersRequest): PlanNumbers => {
  const own = takeOwnRecords(records, owner, { from: null, to: today });
  const rests = records.filter((one): one is RestRecord => one.type === "rest");
  const seen = collectSessions(own.togethers, own.moments).sessions.filter(({ hours }) => hours > 0);
  const stretches = seen.map(({ day, hours, count }) => ({ day, hours, count }));
  const before = stretches.filter(({ day }) => day < plan.start);
  const since = stretches.filter(({ day }) => day >= plan.start);
  const weekOf = (day: CivilDate): PlanWeek | null => {
    const stand = standOf(plan, rests, day);
    return stand.type === "week" ? stand.week : null;
  };
  const now = weekOf(today) ?? PLAN_WEEKS.length;
  const bids = own.bids.filter(({ day }) => day >= plan.start);
  return {
    weeks: PLAN_WEEKS.filter((week) => week <= now).map((week) => {
      const part = since.filter(({ day }) => weekOf(day) === week);
      return {
        week,
        hours: part.reduce((sum, { hours }) => sum + hours, 0),
        count: part.reduce((sum, { count }) => sum + count, 0),
        rate: estimateRateOfPart(part, stretches),
      };
    }),
    before: estimateRateOfPart(before, stretches),
    since: estimateRateOfPart(since, stretches),
    change: estimateRateRatio(before, since, createOrders(createRandom(SEED))),
    bids: estimateShare(bids.filter(({ outcome }) => outcome === "answered").length, bids.length),
    goodMoments: own.goodMoments.filter(({ day }) => day >= plan.start).length,
  };
};
