/**
 * When a ritual comes round: a weekly pattern on the clock of its own zone, and the days that were skipped or moved.
 *
 * Method: the time zone database through Temporal, disambiguation `compatible` (RFC 5545 §3.3.5 does the same): a time that the
 * clocks skip comes as much later, a time that they show twice comes the first time. So a ritual has one time a day, and half past
 * seven stays half past seven when the clocks change.
 * Limits: a zone that this browser does not know has no times; the page says so.
 */
import {
  addDays,
  mondayOf,
  parseCivilDate,
  parseEpochMs,
  type CivilDate,
  type Instant,
  type RitualRecord,
} from "@undivided/domain";
import { Temporal } from "temporal-polyfill";

export interface RitualTime {
  /** The day of the pattern; a moved one keeps it as its name. */
  readonly day: CivilDate;
  readonly at: Instant;
  readonly isMoved: boolean;
}

type Timed = Pick<RitualRecord, "pattern" | "changes">;

/** Null in an unknown zone. */
export const instantOn = (day: CivilDate, minute: number, zone: string): Instant | null => {
  try {
    const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });
    const at = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time });
    const parsed = parseEpochMs(at.epochMilliseconds);
    return parsed.type === "ok" ? parsed.value : null;
  } catch {
    return null;
  }
};

/** The day that the clock of a zone shows; null in an unknown zone. */
export const dayIn = (at: Instant, zone: string): CivilDate | null => {
  try {
    const parsed = parseCivilDate(
      Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString(),
    );
    return parsed.type === "ok" ? parsed.value : null;
  } catch {
    return null;
  }
};

/** Minutes after midnight of `HH:MM`, as a field of a form gives it; null for anything else. */
export const minuteOf = (text: string): number | null =>
  /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? Number(text.slice(0, 2)) * 60 + Number(text.slice(3)) : null;

/** `HH:MM` of minutes after midnight. */
export const clockField = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":");

/** Day and time of an instant as the fields of a form take them, on the clock of a zone that is known. */
export const timeField = (at: Instant, zone: string): { readonly day: string; readonly time: string } => {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return { day: zoned.toPlainDate().toString(), time: zoned.toPlainTime().toString().slice(0, 5) };
};

/** 1 (Monday) to 7 (Sunday). */
export const weekdayOf = (day: CivilDate): number => {
  const monday = mondayOf(day);
  return [0, 1, 2, 3, 4, 5, 6].findIndex((days) => addDays(monday, days) === day) + 1;
};

export const isDayOf = ({ pattern }: Timed, day: CivilDate): boolean =>
  day >= pattern.from && (pattern.until === null || day <= pattern.until) && pattern.weekdays.includes(weekdayOf(day));

/** Those of the pattern's days within `days` from `first`, in order of time; skipped ones are left out. */
export const ritualTimes = (ritual: Timed, first: CivilDate, days: number): readonly RitualTime[] => {
  const { pattern, changes } = ritual;
  return Array.from({ length: days }, (_, offset) => addDays(first, offset))
    .filter((day) => isDayOf(ritual, day))
    .flatMap((day): readonly RitualTime[] => {
      const change = changes.find((one) => one.day === day);
      if (change !== undefined && change.to === null) return [];
      const at = instantOn(change?.to?.day ?? day, change?.to?.minute ?? pattern.minute, pattern.zone);
      return at === null ? [] : [{ day, at, isMoved: change !== undefined }];
    })
    .sort((a, b) => a.at - b.at);
};

/** How far ahead of its day a moved one may stand. */
export const MOVED_DAYS = 21;

/** The next one that is not over yet, looked for over three weeks before (a moved one) and five after, and a week more for each change. */
export const nextRitualTime = (ritual: Timed, now: Instant): RitualTime | null => {
  const today = dayIn(now, ritual.pattern.zone);
  if (today === null) return null;
  const lengthMs = ritual.pattern.lengthMinutes * 60_000;
  const from = ritual.pattern.from > today ? ritual.pattern.from : addDays(today, -MOVED_DAYS);
  return ritualTimes(ritual, from, 56 + 7 * ritual.changes.length).find(({ at }) => at + lengthMs > now) ?? null;
};

/** Leaves one day out. Nothing counts it, and nothing says so afterwards. */
export const skipDay = <R extends Timed>(ritual: R, day: CivilDate, today: CivilDate): R =>
  changeDay(ritual, day, null, today);

export const moveDay = <R extends Timed>(ritual: R, day: CivilDate, to: MovedTo, today: CivilDate): R =>
  changeDay(ritual, day, to, today);

type MovedTo = NonNullable<RitualRecord["changes"][number]["to"]>;

const LONG_OVER_DAYS = 28;

/** Changes of days that are long over are dropped, so that no list of what was skipped grows; none that is still to come. */
const changeDay = <R extends Timed>(ritual: R, day: CivilDate, to: MovedTo | null, today: CivilDate): R => {
  const since = addDays(today, -LONG_OVER_DAYS);
  const isKept = (one: RitualRecord["changes"][number]): boolean =>
    one.day !== day && (one.day >= since || (one.to !== null && one.to.day >= since));
  return {
    ...ritual,
    changes: [...ritual.changes.filter(isKept), { day, to }].sort((a, b) => (a.day < b.day ? -1 : 1)),
  };
};

/** The latest day that a day of the pattern may move to: later than that, `nextRitualTime` would not look for it. */
export const latestMove = (day: CivilDate): CivilDate => addDays(day, MOVED_DAYS);

export const fitsMove = (day: CivilDate, to: MovedTo, zone: string, now: Instant): "fits" | "passed" | "too-late" => {
  const at = instantOn(to.day, to.minute, zone);
  if (at === null || at <= now) return "passed";
  return to.day > latestMove(day) ? "too-late" : "fits";
};

/** Other days or another hour, from today on. What was skipped or moved stays where its day still belongs to the pattern. */
export const changePattern = <R extends Timed>(
  ritual: R,
  { weekdays, minute }: Pick<RitualRecord["pattern"], "weekdays" | "minute">,
  today: CivilDate,
): R => {
  const { from } = ritual.pattern;
  const pattern = { ...ritual.pattern, weekdays, minute, from: from > today ? from : today };
  return { ...ritual, pattern, changes: ritual.changes.filter(({ day }) => isDayOf({ pattern, changes: [] }, day)) };
};
