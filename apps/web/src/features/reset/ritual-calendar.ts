/**
 * A ritual as a calendar file (RFC 5545): it repeats on the clock of its own zone, with an alarm of its owner's own calendar.
 *
 * The definition of the zone is in the file, as the transitions of the next years, so that no reader needs to know its name.
 * Privacy: with a neutral title the file says nothing but the time; no link, no name, no description is in it.
 */
import { parseCivilDate, type CivilDate, type Instant, type RitualRecord } from "@undivided/domain";
import ical, { ICalAlarmType, ICalEventRepeatingFreq, ICalWeekday } from "ical-generator";
import { Temporal } from "temporal-polyfill";

const WEEKDAYS = [
  ICalWeekday.MO,
  ICalWeekday.TU,
  ICalWeekday.WE,
  ICalWeekday.TH,
  ICalWeekday.FR,
  ICalWeekday.SA,
  ICalWeekday.SU,
] as const;

/** Rules of zones are not known much further ahead. */
const ZONE_YEARS = 6;

export interface CalendarWish {
  readonly ritual: Pick<RitualRecord, "id" | "pattern" | "changes" | "reminderMinutes">;
  readonly title: string;
  readonly now: Instant;
}

export const writeRitualCalendar = ({ ritual, title, now }: CalendarWish): string => {
  const { pattern, changes } = ritual;
  const { zone } = pattern;
  const at = (day: CivilDate, minute: number): Temporal.ZonedDateTime =>
    Temporal.PlainDate.from(day).toZonedDateTime({
      timeZone: zone,
      plainTime: Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 }),
    });
  const first = firstDay(pattern);
  const calendar = ical({ prodId: { company: "undivided", product: "rituals", language: "EN" } });
  calendar.timezone({ name: zone, generator: (name) => writeZone(name, first) });
  const event = (start: Temporal.ZonedDateTime, recurrence?: Temporal.ZonedDateTime) => {
    const made = calendar.createEvent({
      id: ritual.id,
      start,
      end: start.add({ minutes: pattern.lengthMinutes }),
      stamp: Temporal.Instant.fromEpochMilliseconds(now),
      timezone: zone,
      summary: title,
    });
    if (recurrence !== undefined) made.recurrenceId(recurrence);
    if (ritual.reminderMinutes !== null) {
      made.createAlarm({ type: ICalAlarmType.display, triggerBefore: ritual.reminderMinutes * 60, description: title });
    }
    return made;
  };
  event(at(first, pattern.minute)).repeating({
    freq: ICalEventRepeatingFreq.WEEKLY,
    byDay: pattern.weekdays.flatMap((day) => WEEKDAYS[day - 1] ?? []),
    ...(pattern.until === null ? {} : { until: at(pattern.until, 1439) }),
    exclude: changes.filter(({ to }) => to === null).map(({ day }) => at(day, pattern.minute)),
  });
  for (const { day, to } of changes) if (to !== null) event(at(to.day, to.minute), at(day, pattern.minute));
  return calendar.toString();
};

/** A repeating event begins on one of its own days: the first of them from `from`. */
const firstDay = ({ from, weekdays }: RitualRecord["pattern"]): CivilDate => {
  const day = Temporal.PlainDate.from(from);
  const days = Array.from({ length: 7 }, (_, offset) => day.add({ days: offset }));
  const first = days.find(({ dayOfWeek }) => weekdays.includes(dayOfWeek)) ?? day;
  const parsed = parseCivilDate(first.toString());
  return parsed.type === "ok" ? parsed.value : from;
};

const offsetText = (nanoseconds: number): string => {
  const minutes = Math.round(nanoseconds / 60e9);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(Math.abs(minutes) / 60))}${two(Math.abs(minutes) % 60)}`;
};

/** One part of the definition: from this wall-clock moment on (in the offset before) the zone keeps the other offset. */
const zonePart = (from: Temporal.PlainDateTime, before: number, after: number): string => {
  const kind = after > before ? "DAYLIGHT" : "STANDARD";
  const start = from.toString({ smallestUnit: "second" }).replaceAll(/[-:]/g, "");
  return [
    `BEGIN:${kind}`,
    `DTSTART:${start}`,
    `TZOFFSETFROM:${offsetText(before)}`,
    `TZOFFSETTO:${offsetText(after)}`,
    `END:${kind}`,
  ].join("\r\n");
};

const writeZone = (zone: string, first: CivilDate): string => {
  const begin = Temporal.PlainDate.from(first).subtract({ years: 1 }).toZonedDateTime(zone);
  const end = begin.add({ years: ZONE_YEARS });
  const parts = [zonePart(begin.toPlainDateTime(), begin.offsetNanoseconds, begin.offsetNanoseconds)];
  let next = begin.getTimeZoneTransition("next");
  while (next !== null && Temporal.ZonedDateTime.compare(next, end) < 0) {
    const before = next.subtract({ nanoseconds: 1 }).offsetNanoseconds;
    const wall = next.toInstant().toZonedDateTimeISO("UTC").toPlainDateTime().add({ nanoseconds: before });
    parts.push(zonePart(wall, before, next.offsetNanoseconds));
    next = next.getTimeZoneTransition("next");
  }
  return ["BEGIN:VTIMEZONE", `TZID:${zone}`, ...parts, "END:VTIMEZONE"].join("\r\n");
};
