/**
 * What can be said of one's own records at once: counts, the rate, and the weeks with their intervals. Nothing in it permutes, so that a page
 * can show it before anything else. An entry point of its own, so that it brings nothing else along.
 */
import {
  addDays,
  type BidRecord,
  type CivilDate,
  type GoodMomentRecord,
  type KnownRecord,
  type PersonId,
} from "@undivided/domain";
import type { CountedStretch, Estimate } from "../estimates/estimate.ts";
import { estimateRate, rateOfParts } from "../estimates/rate.ts";
import { carryFalseAlarms, estimateFalseAlarms, type FalseAlarms } from "./false-alarms.ts";
import { type OwnRecords, type Period, takeOwnRecords } from "./own-records.ts";
import { collectSessions, type SeenMoments, type Session } from "./sessions.ts";

export interface FirstSummary {
  /** First and last day with a record in it, within what was asked; null without any. */
  readonly days: { readonly from: CivilDate; readonly to: CivilDate } | null;
  readonly together: {
    readonly sessions: number;
    readonly hours: number;
    readonly unseenHours: number;
    readonly unfinished: number;
  };
  readonly moments: {
    readonly counted: number;
    /** Of them, noticed by the phone. */
    readonly sensed: number;
    readonly open: number;
    readonly notCounted: number;
    readonly outside: number;
  };
  readonly falseAlarms: FalseAlarms;
  /** Moments an hour of time together. The lower end knows what false alarms may hide. */
  readonly rate: Estimate<"gamma-poisson-dispersed">;
  readonly sessions: readonly SessionFigure[];
  readonly weeks: readonly WeekFigure[];
}

export interface SessionFigure extends CountedStretch {
  readonly day: CivilDate;
  readonly open: number;
}

export interface WeekFigure {
  /** Its Monday. */
  readonly week: CivilDate;
  readonly hours: number;
  readonly count: number;
  readonly rate: Estimate<"gamma-poisson-dispersed">;
}

/** Own records with the times together that they make. */
export interface SeenRecords extends SeenMoments {
  readonly own: OwnRecords;
  /** Those in which something could be seen. */
  readonly seen: readonly Session[];
}

export interface OwnPeriod extends Period {
  readonly owner: PersonId;
}

export const collectSeen = (records: readonly KnownRecord[], period: OwnPeriod): SeenRecords => {
  const own = takeOwnRecords(records, period.owner, period);
  const moments = collectSessions(own.togethers, own.moments);
  return { ...moments, own, seen: moments.sessions.filter(({ hours }) => hours > 0) };
};

/** Does not depend on the order of the records, ids of equal records apart. */
export const summarizeFirst = (records: readonly KnownRecord[], period: OwnPeriod): FirstSummary =>
  describeFirst(collectSeen(records, period));

export const describeFirst = ({ own, sessions, seen, unfinished, outside }: SeenRecords): FirstSummary => {
  const falseAlarms = estimateFalseAlarms(sessions, own.moments, own.lookBacks);
  const total = (pick: (session: Session) => number): number => sessions.reduce((sum, one) => sum + pick(one), 0);
  return {
    days: spanOf(sessions, own.bids, own.goodMoments),
    together: {
      sessions: sessions.length,
      hours: total((one) => one.hours),
      unseenHours: total((one) => one.unseenHours),
      unfinished,
    },
    moments: {
      counted: total((one) => one.count),
      sensed: total((one) => one.counted.filter(({ isSensed }) => isSensed).length),
      open: total((one) => one.open),
      notCounted: total((one) => one.notCounted),
      outside,
    },
    falseAlarms,
    rate: carryFalseAlarms(estimateRate(seen), falseAlarms),
    sessions: sessions.map(({ day, hours, count, open }) => ({ day, hours, count, open })),
    weeks: weekFigures(seen),
  };
};

/** Every week from the first to the last, also those without a time together. */
const weekFigures = (seen: readonly Session[]): readonly WeekFigure[] => {
  const byWeek = Map.groupBy(seen, ({ week }) => week);
  const weeks = [...byWeek.keys()].sort();
  const [first] = weeks;
  const last = weeks.at(-1);
  if (first === undefined || last === undefined) return [];
  const estimatePart = rateOfParts(seen);
  const figures: WeekFigure[] = [];
  for (let week = first; week <= last; week = addDays(week, 7)) {
    const part = byWeek.get(week) ?? [];
    figures.push({
      week,
      hours: part.reduce((sum, { hours }) => sum + hours, 0),
      count: part.reduce((sum, { count }) => sum + count, 0),
      rate: estimatePart(part),
    });
  }
  return figures;
};

const spanOf = (
  sessions: readonly Session[],
  bids: readonly BidRecord[],
  goodMoments: readonly GoodMomentRecord[],
): FirstSummary["days"] => {
  const days = [...sessions, ...bids, ...goodMoments].map(({ day }) => day).sort();
  const [from] = days;
  const to = days.at(-1);
  return from === undefined || to === undefined ? null : { from, to };
};
