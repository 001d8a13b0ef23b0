/**
 * What of one's own asks for a look these days: one thing at most, the shortest-lived first. Nothing of the partner's is read.
 *
 * Pure: records and day are passed in.
 */
import {
  addDays,
  type CivilDate,
  type FourWeeksRecord,
  type KnownRecord,
  type PlanRecord,
  type RestRecord,
} from "@undivided/domain";
import { isReviewDue } from "../../kept/plan-review.ts";
import { standOf } from "../../kept/plan-week.ts";

export type DueSoon =
  /** A sentence of one's own holds until that day. */
  | { readonly type: "agreement"; readonly until: CivilDate }
  | { readonly type: "plan" }
  | { readonly type: "four-weeks-over" }
  | { readonly type: "four-weeks" };

/** An ending is named on its last day and the two days before. */
const SOON_DAYS = 2;

export interface OwnKept {
  readonly records: readonly KnownRecord[];
  /** The last day of each sentence of one's own that still holds. */
  readonly untils: readonly CivilDate[];
}

const isPlan = (record: KnownRecord): record is PlanRecord => record.type === "plan";
const isFourWeeks = (record: KnownRecord): record is FourWeeksRecord => record.type === "four-weeks";
const isRest = (record: KnownRecord): record is RestRecord => record.type === "rest";

export const dueSoon = ({ records, untils }: OwnKept, today: CivilDate): DueSoon | null => {
  const [until] = untils.filter((day) => today <= day && day <= addDays(today, SOON_DAYS)).toSorted();
  if (until !== undefined) return { type: "agreement", until };
  if (records.filter(isPlan).some((plan) => isReviewDue(plan, today))) return { type: "plan" };
  const begun = records.filter(isFourWeeks).find(({ ended }) => ended === null);
  if (begun === undefined) return null;
  return { type: standOf(begun, records.filter(isRest), today).type === "over" ? "four-weeks-over" : "four-weeks" };
};
