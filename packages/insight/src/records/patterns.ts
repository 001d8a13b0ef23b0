/**
 * Whether moments come more often at some times than at others: part of the day, day of the week, weeks of calm or of stress.
 *
 * Each level is partially pooled (`levels.ts`). What may be pointed out is decided over all levels of all families at once, so that looking at
 * twelve things does not make one of them stand out (`false-discovery.ts`). Places are in no record, and so in no pattern.
 */
import type { CheckInRecord } from "@undivided/domain";
import type { Orders } from "../chance/orders.ts";
import { findDiscoveries } from "../estimates/false-discovery.ts";
import { compareLevels, type LevelRatio, type LevelStretch } from "../estimates/levels.ts";
import type { Session } from "./sessions.ts";

export const PARTS_OF_DAY = ["morning", "afternoon", "evening", "night"] as const;
export type PartOfDay = (typeof PARTS_OF_DAY)[number];
export const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type Weekday = (typeof WEEKDAYS)[number];
/** By one's own answer in the check-in of that week: 4 or 5 is stress. */
export const STRESS_LEVELS = ["calmer-week", "stressed-week"] as const;
export type StressLevel = (typeof STRESS_LEVELS)[number];

export type PatternLevel = PartOfDay | Weekday | StressLevel;

export interface PatternEntry extends LevelRatio<PatternLevel> {
  /** Whether it may be pointed out: of all that are, on average at most a tenth are chance. */
  readonly standsOut: boolean;
}

export interface Pattern {
  readonly by: "part-of-day" | "weekday" | "own-stress";
  readonly levels: readonly PatternEntry[];
}

const stressedFrom = 4;

/** Sessions without seen hours are passed over. O(999 * sessions). */
export const findPatterns = (
  sessions: readonly Session[],
  checkIns: readonly CheckInRecord[],
  orders: Orders,
): readonly Pattern[] => {
  const seen = sessions.filter(({ hours }) => hours > 0);
  const stress = new Map(checkIns.map(({ week, answers }) => [week, answers.ownStress]));
  const families = [
    compare("part-of-day", PARTS_OF_DAY, seen, ({ hourOfDay }) => partOfDay(hourOfDay), orders),
    compare("weekday", WEEKDAYS, seen, ({ weekday }) => WEEKDAYS[weekday] ?? null, orders),
    compare("own-stress", STRESS_LEVELS, seen, ({ week }) => stressLevel(stress.get(week) ?? null), orders),
  ];
  const tested = families.flatMap(({ levels }) => levels.filter(({ p }) => p !== null));
  const discovered = findDiscoveries(tested.map(({ p }) => p ?? 1));
  const outstanding = new Set(tested.filter((_, index) => discovered[index] === true));
  return families.map(({ by, levels }) => ({
    by,
    levels: levels.map((level) => ({ ...level, standsOut: outstanding.has(level) })),
  }));
};

const compare = <Level extends PatternLevel>(
  by: Pattern["by"],
  levels: readonly Level[],
  sessions: readonly Session[],
  levelOf: (session: Session) => Level | null,
  orders: Orders,
): { readonly by: Pattern["by"]; readonly levels: readonly LevelRatio<Level>[] } => {
  const stretches = sessions.flatMap((session): LevelStretch<Level>[] => {
    const level = levelOf(session);
    return level === null ? [] : [{ level, count: session.count, hours: session.hours }];
  });
  return { by, levels: compareLevels(levels, stretches, orders) };
};

const partOfDay = (hour: number): PartOfDay =>
  hour >= 5 && hour < 12
    ? "morning"
    : hour >= 12 && hour < 17
      ? "afternoon"
      : hour >= 17 && hour < 22
        ? "evening"
        : "night";

const stressLevel = (answer: number | null): StressLevel | null =>
  answer === null ? null : answer >= stressedFrom ? "stressed-week" : "calmer-week";
