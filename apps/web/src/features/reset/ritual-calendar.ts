/**
 * A ritual as a calendar file (RFC 5545): it repeats on the clock of its own zone, with an alarm of its owner's own calendar.
 *
 * The definition of the zone is in the file, as the transitions of the next years, so that no reader needs to know its name.
 * Privacy: with a neutral title the file says nothing but the time; no link, no name, no description is in it.
 */
import { parseCivilDate, type CivilDate, type Instant, type RitualRecord } from "@undivided/domain";
import ical, { ICalAlarmRelatesTo, ICalAlarmType, ICalEventRepeatingFreq, ICalWeekday } from "ical-generator";
import { Temporal } from "temporal-polyfill";
import { reminderOffset, type QuietHours } from "../../reminders/quiet-hours.ts";

const WEEKDAYS = [
  ICalWeekday.MO,
  ICalWeekday.TU,
  ICalWeekday.WE,
  ICalWeekday.TH,
  ICalWeekday.FR,
  ICalWeekday.SA,
  ICalWeekday.SU,
] as const;

const MINUTE_MS = 60_000;

/** Rules of zones are not known much further ahead. */
const ZONE_YEARS = 6;

export interface CalendarWish {
  readonly ritual: Pick<RitualRecord, "id" | "pattern" | "changes" | "reminderMinutes">;
  readonly title: string;
  readonly now: Instant;
  /** Of this phone, on the clock of `zone`; null: an alarm may ring at any time. */
  readonly quiet: { readonly hours: QuietHours; readonly zone: string } | null;
}

export const writeRitualCalendar = ({ ritual, title, now, quiet }: CalendarWish): string => {
  const { pattern, changes } = ritual;
  const { zone } = pattern;
  // "UTC" as the name of a zone makes the library write times that belong to none.
  const zoneName = zone === "UTC" ? "Etc/UTC" : zone;
  const at = (day: CivilDate, minute: number): Temporal.ZonedDateTime =>
    Temporal.PlainDate.from(day).toZonedDateTime({
      timeZone: zone,
      plainTime: Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 }),
    });
  const first = firstDay(pattern);
  const calendar = ical({ prodId: { company: "undivided", product: "rituals", language: "EN" } });
  calendar.timezone({ name: zoneName, generator: (name) => writeZone(name, first) });
  const event = (start: Temporal.ZonedDateTime, recurrence?: Temporal.ZonedDateTime) => {
    const made = calendar.createEvent({
      id: ritual.id,
      start,
      end: start.add({ minutes: pattern.lengthMinutes }),
      stamp: Temporal.Instant.fromEpochMilliseconds(now),
      // A file that is taken in anew stands in the place of the one before.
      sequence: Math.floor(now / MINUTE_MS),
      timezone: zoneName,
      summary: title,
    });
    if (recurrence !== undefined) made.recurrenceId(recurrence);
    if (ritual.reminderMinutes !== null) {
      const local = quiet === null ? start : start.withTimeZone(quiet.zone);
      const offset = reminderOffset(local.hour * 60 + local.minute, ritual.reminderMinutes, quiet?.hours ?? null);
      const trigger = offset > 0 ? { triggerAfter: offset * 60 } : { triggerBefore: -offset * 60 };
      const alarm = made.createAlarm({ type: ICalAlarmType.display, description: title, ...trigger });
      // Of itself the library counts what comes after from the end.
      alarm.relatesTo(ICalAlarmRelatesTo.start);
    }
    return made;
  };
  const skipped = changes.filter(({ to }) => to === null);
  event(at(first, pattern.minute)).repeating({
    freq: ICalEventRepeatingFreq.WEEKLY,
    byDay: pattern.weekdays.flatMap((day) => WEEKDAYS[day - 1] ?? []),
    ...(pattern.until === null ? {} : { until: at(pattern.until, 1439) }),
    // An empty list of exceptions would be no iCalendar.
    ...(skipped.length === 0 ? {} : { exclude: skipped.map(({ day }) => at(day, pattern.minute)) }),
  });
  for (const { day, to } of changes) if (to !== null) event(at(to.day, to.minute), at(day, pattern.minute));
  // RFC 5545 §3.8.7.2 wants the stamp in UTC; the library writes it on the clock of the calendar.
  const stamp = Temporal.Instant.fromEpochMilliseconds(now)
    .toString({ smallestUnit: "second" })
    .replaceAll(/[-:]/g, "");
  return propertiesFirst(calendar.toString()).replaceAll(/^DTSTAMP:.*$/gm, () => `DTSTAMP:${stamp}`);
};

/** RFC 5545 §3.6 wants the properties of a calendar before its components; the library writes those of the zone after its definition. */
const propertiesFirst = (file: string): string => {
  const late = /^(?:TIMEZONE-ID|X-WR-TIMEZONE):.*\r\n/gm;
  const properties = (file.match(late) ?? []).join("");
  return file.replaceAll(late, "").replace(/^BEGIN:VTIMEZONE/m, (begin) => properties + begin);
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
