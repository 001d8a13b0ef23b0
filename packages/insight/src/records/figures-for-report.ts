/**
 * One's own part of a report about both: exact figures of some whole weeks, then made coarse by the sharing table.
 *
 * Only of times that both joined, where the taps of both overlap: nothing of time alone, and nothing finer than the weeks.
 */
import {
  addDays,
  coarsenFigures,
  type CivilDate,
  type FigureRange,
  type FiguresForBoth,
  type KnownRecord,
  type PersonId,
  type TogetherRecord,
  totalLengthMs,
} from "@undivided/domain";
import { createOrders } from "../chance/orders.ts";
import type { Random } from "../chance/random.ts";
import type { Estimate } from "../estimates/estimate.ts";
import { estimateRate } from "../estimates/rate.ts";
import { estimateRateRatio } from "../estimates/rate-ratio.ts";
import { type CheckInQuestion, describeCheckIns } from "./check-in-trends.ts";
import { carryFalseAlarms, estimateFalseAlarms } from "./false-alarms.ts";
import { takeOwnRecords } from "./own-records.ts";
import { collectSessions, dayNumber } from "./sessions.ts";

const HOUR_MS = 3_600_000;

export interface ReportOptions {
  readonly owner: PersonId;
  /** A Monday. */
  readonly from: CivilDate;
  /** A Sunday, still in it. */
  readonly until: CivilDate;
  readonly random: Random;
}

/** The same records and seed give the same figures. */
export const figuresForReport = (
  records: readonly KnownRecord[],
  { owner, from, until, random }: ReportOptions,
): FiguresForBoth => {
  const own = takeOwnRecords(records, owner, { from, to: until });
  const joined = own.togethers.flatMap(asJoined);
  const { sessions } = collectSessions(joined, own.moments);
  const seen = sessions.filter(({ hours }) => hours > 0);
  const weeks = (dayNumber(until) + 1 - dayNumber(from)) / 7;
  const second = addDays(from, 7 * Math.ceil(weeks / 2));
  const hours = Array.from({ length: weeks }, () => 0);
  const lengths = new Map(joined.map((one) => [one.id, hoursOf(one)]));
  for (const { id, day } of sessions) {
    const week = Math.floor((dayNumber(day) - dayNumber(from)) / 7);
    hours[week] = (hours[week] ?? 0) + (lengths.get(id) ?? 0);
  }
  const trends = describeCheckIns(own.checkIns);
  const slopeOf = (asked: CheckInQuestion): FigureRange | null => {
    const trend = trends.find(({ question }) => question === asked);
    return trend === undefined ? null : rangeOf(trend.slope);
  };
  return coarsenFigures({
    hours,
    rate: rangeOf(carryFalseAlarms(estimateRate(seen), estimateFalseAlarms(sessions, own.moments, own.lookBacks))),
    change: rangeOf(
      estimateRateRatio(
        seen.filter(({ day }) => day < second),
        seen.filter(({ day }) => day >= second),
        createOrders(random),
      ),
    ),
    towards: own.goodMoments.length + own.bids.filter(({ outcome }) => outcome === "answered").length,
    close: slopeOf("feltClose"),
    fun: slopeOf("hadFunTogether"),
  });
};

const rangeOf = (estimate: Estimate<string>): FigureRange | null =>
  estimate.type === "estimate" ? { low: estimate.low, high: estimate.high } : null;

/** As far as the other joined; nothing of the rest. */
const asJoined = (record: TogetherRecord): readonly TogetherRecord[] => {
  const { participation } = record;
  if (participation.type !== "both-phones") return [];
  const [first] = participation.overlap;
  const last = participation.overlap.at(-1);
  if (first === undefined || last === undefined) return [];
  const pauses = participation.overlap
    .slice(1)
    .map((next, index) => ({ from: participation.overlap[index]?.until ?? next.from, until: next.from }));
  return [{ ...record, start: first.from, end: last.until, pauses }];
};

const hoursOf = ({ participation }: TogetherRecord): number =>
  participation.type === "both-phones" ? totalLengthMs(participation.overlap) / HOUR_MS : 0;
