/**
 * Times together by rule: `mon-fri 19:00-22:00`, on the clock of a zone.
 *
 * Days: `mon` to `sun`, ranges that may run over Sunday, lists with commas, `daily`, `weekdays`, `weekends`. An end that is not later
 * than its start lies on the next day; `24:00` is midnight. When the clocks change, the wall clock counts: the evening is an hour shorter or longer.
 */
import { err, ok, parseEpochMs, type Instant, type Interval, type Result } from "@undivided/domain";
import { Temporal } from "temporal-polyfill";
import type { Zone } from "../clock/zone.ts";

export interface TogetherRule {
  /** ISO weekdays, 1 is Monday. */
  readonly weekdays: readonly number[];
  readonly fromMinute: number;
  /** Up to 2880: minutes beyond 1440 lie on the next day. */
  readonly untilMinute: number;
}

export interface BadRule {
  readonly type: "bad-rule";
  readonly text: string;
}

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const NAMED: Readonly<Record<string, string>> = { daily: "mon-sun", weekdays: "mon-fri", weekends: "sat-sun" };
const RULE = /^\s*([a-z,-]+)\s+(\d{1,2}):(\d\d)\s*[-–]\s*(\d{1,2}):(\d\d)\s*$/i;
const DAY_MINUTES = 1_440;

export const parseRule = (text: string): Result<TogetherRule, BadRule> => {
  const bad = err({ type: "bad-rule", text } as const);
  const [, days, fromHour, fromMinutes, untilHour, untilMinutes] = RULE.exec(text) ?? [];
  const weekdays = parseDays(days?.toLowerCase() ?? "");
  const fromMinute = toMinute(fromHour, fromMinutes);
  const until = toMinute(untilHour, untilMinutes);
  if (weekdays === null || fromMinute === null || until === null) return bad;
  if (fromMinute === until || fromMinute === DAY_MINUTES) return bad;
  return ok({ weekdays, fromMinute, untilMinute: until > fromMinute ? until : until + DAY_MINUTES });
};

const toMinute = (hour: string | undefined, minute: string | undefined): number | null => {
  const sum = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && sum <= DAY_MINUTES ? sum : null;
};

const parseDays = (text: string): readonly number[] | null => {
  const found = new Set<number>();
  for (const part of text.split(",")) {
    const [first = "", last = first, more] = (NAMED[part] ?? part).split("-");
    const from = DAYS.indexOf(first);
    const until = DAYS.indexOf(last);
    if (from < 0 || until < 0 || more !== undefined) return null;
    for (let day = from; ; day = (day + 1) % 7) {
      found.add(day + 1);
      if (day === until) break;
    }
  }
  return [...found].sort((a, b) => a - b);
};

/** The times of a rule that touch `span`, in order. O(days of the span). */
export const expandRule = (rule: TogetherRule, zone: Zone, span: Interval<Instant>): readonly Interval<Instant>[] => {
  const times: Interval<Instant>[] = [];
  const dayOf = (at: Instant): Temporal.PlainDate =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  const last = dayOf(span.until);
  for (
    let day = dayOf(span.from).subtract({ days: 2 });
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    if (!rule.weekdays.includes(day.dayOfWeek)) continue;
    const from = instantOf(day, rule.fromMinute, zone);
    const until = instantOf(day, rule.untilMinute, zone);
    if (
      from.type === "ok" &&
      until.type === "ok" &&
      from.value < until.value &&
      until.value > span.from &&
      from.value < span.until
    ) {
      times.push({ from: from.value, until: until.value });
    }
  }
  return times;
};

/** A time that the clocks skip is taken as the same time later, one shown twice as its first round: as calendars do. */
const instantOf = (day: Temporal.PlainDate, minute: number, zone: Zone) => {
  const local = day.add({ days: Math.floor(minute / DAY_MINUTES) }).toPlainDateTime({
    hour: Math.floor((minute % DAY_MINUTES) / 60),
    minute: minute % 60,
  });
  return parseEpochMs(local.toZonedDateTime(zone).epochMilliseconds);
};
