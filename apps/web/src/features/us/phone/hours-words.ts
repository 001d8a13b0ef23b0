/** Hours of the week as its owner said them, in words; and what a form of them still lacks. */
import type { HoursByRule } from "@undivided/domain";
import { m } from "../../../paraglide/messages.js";
import { getRegion } from "../../../platform/region.ts";
import { listWords } from "../us-words.ts";

const DAY_MINUTES = 1440;

/** ISO weekday, 1 is Monday. */
export const weekdayWords = (weekday: number, style: "short" | "long"): string =>
  new Intl.DateTimeFormat(getRegion(), { weekday: style, timeZone: "UTC" }).format(Date.UTC(2026, 0, 4 + weekday));

const clockWords = (minute: number): string =>
  new Intl.DateTimeFormat(getRegion(), {
    hour: "numeric",
    minute: "2-digit",
    timeZone: "UTC",
  }).format((minute % DAY_MINUTES) * 60_000);

export const daysWords = (weekdays: readonly number[]): string => {
  switch (weekdays.join("")) {
    case "1234567":
      return m.phone_rule_every_day();
    case "12345":
      return m.phone_rule_weekdays();
    case "67":
      return m.phone_rule_weekend();
    default:
      return listWords(weekdays.map((day) => weekdayWords(day, "long")));
  }
};

export const ruleWords = ({ weekdays, fromMinute, untilMinute }: HoursByRule): string => {
  const until = clockWords(untilMinute);
  return m.phone_rule_words({
    days: daysWords(weekdays),
    from: clockWords(fromMinute),
    until: untilMinute > DAY_MINUTES ? m.phone_rule_next_day({ until }) : until,
  });
};

export type RuleProblem = "no-days" | "no-time" | "same";

/** `from` and `until` as a field of time gives them, `HH:MM`. An end not later than the start is on the next day. */
export const readRule = (
  weekdays: readonly number[],
  from: string,
  until: string,
  zone: string,
): HoursByRule | RuleProblem => {
  if (weekdays.length === 0) return "no-days";
  const [start, end] = [minuteOf(from), minuteOf(until)];
  if (start === null || end === null) return "no-time";
  if (start === end) return "same";
  return {
    type: "rule",
    weekdays: weekdays.toSorted((one, other) => one - other),
    fromMinute: start,
    untilMinute: end > start ? end : end + DAY_MINUTES,
    zone,
  };
};

const minuteOf = (text: string): number | null => {
  const [, hour, minute] = /^(\d\d):(\d\d)$/.exec(text) ?? [];
  return hour === undefined || minute === undefined ? null : Number(hour) * 60 + Number(minute);
};
