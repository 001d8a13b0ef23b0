/**
 * One person's own records as estimates: everything that a page of "my weeks" or a report says.
 *
 * Nothing in it compares two people, and nothing of another person's records enters it.
 */
import {
  addDays,
  type BidRecord,
  type CivilDate,
  GOOD_MOMENT_KINDS,
  type GoodMomentKind,
  type GoodMomentRecord,
  type KnownRecord,
  type LookBackRecord,
  type PersonId,
} from "@undivided/domain";
import type { Random } from "../chance/random.ts";
import type { CountedStretch, Estimate } from "../estimates/estimate.ts";
import { falseDiscoveryRate } from "../estimates/false-discovery.ts";
import { estimateMeanDifference } from "../estimates/mean-difference.ts";
import { estimateRate, estimateRateOfPart } from "../estimates/rate.ts";
import { estimateRateRatio } from "../estimates/rate-ratio.ts";
import { estimateRateTrend } from "../estimates/rate-trend.ts";
import { estimateShare } from "../estimates/share.ts";
import { type CheckInTrend, describeCheckIns } from "./check-in-trends.ts";
import { carryFalseAlarms, estimateFalseAlarms, type FalseAlarms } from "./false-alarms.ts";
import { type Period, takeOwnRecords } from "./own-records.ts";
import { findPatterns, type Pattern } from "./patterns.ts";
import { describeReflections, type ReflectedStates } from "./reflected-states.ts";
import { collectSessions, dayNumber, type Session } from "./sessions.ts";

export interface OwnSummary {
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
  /** The same if every open moment counted: the truth lies between. Null without open ones. */
  readonly rateWithOpen: Estimate<"gamma-poisson-dispersed"> | null;
  readonly sessions: readonly SessionFigure[];
  readonly weeks: readonly WeekFigure[];
  /** Factor from one week to the next. */
  readonly trend: Estimate<"quasi-poisson-trend">;
  readonly change: { readonly day: CivilDate; readonly ratio: Estimate<"permuted-stretches"> } | null;
  /** My guess less my count, a time together. */
  readonly guess: Estimate<"paired-differences">;
  /** Share of the bids I received that I answered. */
  readonly bids: Estimate<"beta-jeffreys">;
  readonly goodMoments: {
    readonly count: number;
    readonly kinds: readonly { readonly kind: GoodMomentKind; readonly count: number }[];
  };
  readonly checkIns: readonly CheckInTrend[];
  readonly reflections: ReflectedStates;
  readonly patterns: readonly Pattern[];
  readonly falseDiscoveryRate: number;
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

export interface SummaryOptions extends Period {
  readonly owner: PersonId;
  /** The first day of what is compared with the time before it; null: the last day that its owner marked. */
  readonly changeDay: CivilDate | null;
  /** For permutations: the same seed gives the same ends of intervals. */
  readonly random: Random;
}

/** Does not depend on the order of the records, ids of equal records apart. Well under a second for ten years. */
export const summarizeOwnRecords = (records: readonly KnownRecord[], options: SummaryOptions): OwnSummary => {
  const { owner, random } = options;
  const own = takeOwnRecords(records, owner, options);
  const changeDay =
    options.changeDay ??
    own.markedDays
      .map(({ day }) => day)
      .sort()
      .at(-1) ??
    null;
  const { sessions, unfinished, outside } = collectSessions(own.togethers, own.moments);
  const seen = sessions.filter(({ hours }) => hours > 0);
  const falseAlarms = estimateFalseAlarms(sessions, own.moments, own.lookBacks);
  const total = (pick: (session: Session) => number): number => sessions.reduce((sum, one) => sum + pick(one), 0);
  const open = total((one) => one.open);
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
      open,
      notCounted: total((one) => one.notCounted),
      outside,
    },
    falseAlarms,
    rate: carryFalseAlarms(estimateRate(seen), falseAlarms),
    rateWithOpen:
      open === 0 ? null : estimateRate(seen.map((one) => ({ hours: one.hours, count: one.count + one.open }))),
    sessions: sessions.map(({ day, hours, count, open: left }) => ({ day, hours, count, open: left })),
    weeks: weekFigures(seen),
    trend: estimateRateTrend(seen.map(({ day, count, hours }) => ({ week: dayNumber(day) / 7, count, hours }))),
    change:
      changeDay === null
        ? null
        : {
            day: changeDay,
            ratio: estimateRateRatio(
              seen.filter(({ day }) => day < changeDay),
              seen.filter(({ day }) => day >= changeDay),
              random,
            ),
          },
    guess: estimateMeanDifference(guessDifferences(sessions, own.lookBacks)),
    bids: estimateShare(own.bids.filter(({ outcome }) => outcome === "answered").length, own.bids.length),
    goodMoments: {
      count: own.goodMoments.length,
      kinds: GOOD_MOMENT_KINDS.map((kind) => ({
        kind,
        count: own.goodMoments.filter((one) => one.kind === kind).length,
      })),
    },
    checkIns: describeCheckIns(own.checkIns),
    reflections: describeReflections(own.reflections),
    patterns: findPatterns(seen, own.checkIns, random),
    falseDiscoveryRate,
  };
};

/** Every week from the first to the last, also those without a time together. */
const weekFigures = (seen: readonly Session[]): readonly WeekFigure[] => {
  const byWeek = Map.groupBy(seen, ({ week }) => week);
  const weeks = [...byWeek.keys()].sort();
  const [first] = weeks;
  const last = weeks.at(-1);
  if (first === undefined || last === undefined) return [];
  const figures: WeekFigure[] = [];
  for (let week = first; week <= last; week = addDays(week, 7)) {
    const part = byWeek.get(week) ?? [];
    figures.push({
      week,
      hours: part.reduce((sum, { hours }) => sum + hours, 0),
      count: part.reduce((sum, { count }) => sum + count, 0),
      rate: estimateRateOfPart(part, seen),
    });
  }
  return figures;
};

const guessDifferences = (sessions: readonly Session[], lookBacks: readonly LookBackRecord[]): readonly number[] => {
  const guessed = new Map(lookBacks.map(({ together, guess }) => [together, guess]));
  return sessions.flatMap(({ id, hours, count }) => {
    const guess = guessed.get(id) ?? null;
    return guess === null || hours === 0 ? [] : [guess - count];
  });
};

const spanOf = (
  sessions: readonly Session[],
  bids: readonly BidRecord[],
  goodMoments: readonly GoodMomentRecord[],
): OwnSummary["days"] => {
  const days = [...sessions, ...bids, ...goodMoments].map(({ day }) => day).sort();
  const [from] = days;
  const to = days.at(-1);
  return from === undefined || to === undefined ? null : { from, to };
};
