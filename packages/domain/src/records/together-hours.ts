/**
 * Together hours: what its owner calls together when looks of their phone's history are crossed, by rule or from a calendar.
 *
 * A rule stays on the wall clock of a named zone; of a calendar only the times are kept, never a title, a place or a guest. Neither is a
 * time together that was started here: no moment, and no figure of moments, knows of them.
 * **Privacy:** never shared in any form.
 */
import {
  listOf,
  object,
  oneOf,
  refine,
  text,
  variants,
  wholeNumber,
  type Codec,
  type UnknownFields,
} from "../encoding/codec.ts";
import { civilDate, instant, recordId } from "../encoding/value-codecs.ts";
import type { RecordId } from "../people/ids.ts";
import type { CivilDate } from "../time/civil-date.ts";
import type { Instant } from "../time/instant.ts";
import { defineRecord, headOf, type RecordHead } from "./record-kind.ts";

/** So that a record fits in one entry of the vault; a longer calendar is several records. */
export const MAX_CALENDAR_TIMES = 600;
const DAY_MINUTES = 1440;

export interface HoursByRule extends UnknownFields {
  readonly type: "rule";
  /** ISO weekdays, 1 is Monday, ascending. */
  readonly weekdays: readonly number[];
  /** Minutes after midnight on the clock of `zone`. */
  readonly fromMinute: number;
  /** Later than `fromMinute`; beyond 1440 it lies on the next day. */
  readonly untilMinute: number;
  /** As the zone database names it. */
  readonly zone: string;
}

export interface CalendarTime {
  readonly from: Instant;
  readonly until: Instant;
}

export interface HoursFromCalendar extends UnknownFields {
  readonly type: "calendar";
  /** The same in all records of one calendar, which is removed whole. */
  readonly calendar: RecordId;
  readonly times: readonly CalendarTime[];
}

export interface TogetherHoursRecord extends RecordHead<"together-hours"> {
  /** When its owner said so. */
  readonly day: CivilDate;
  readonly hours: HoursByRule | HoursFromCalendar;
}

const rule: Codec<HoursByRule> = refine(
  object({
    type: oneOf(["rule"]),
    weekdays: listOf(wholeNumber(1, 7)),
    fromMinute: wholeNumber(0, DAY_MINUTES - 1),
    untilMinute: wholeNumber(1, 2 * DAY_MINUTES),
    zone: text(64),
  }),
  ({ weekdays, fromMinute, untilMinute }) =>
    weekdays.every((day, index) => index === 0 || day > (weekdays[index - 1] ?? 0)) && fromMinute < untilMinute
      ? null
      : "out-of-order",
);

const calendar: Codec<HoursFromCalendar> = refine(
  object({
    type: oneOf(["calendar"]),
    calendar: recordId,
    times: listOf(object({ from: instant, until: instant })),
  }),
  ({ times }) => (times.length <= MAX_CALENDAR_TIMES ? null : "out-of-range"),
);

export const togetherHoursKind = defineRecord<TogetherHoursRecord>({
  version: 1,
  fields: object({ ...headOf("together-hours"), day: civilDate, hours: variants({ rule, calendar }) }),
  dayOf: (record) => record.day,
  sharing: { item: "never", weekly: "never", joined: "never" },
});
