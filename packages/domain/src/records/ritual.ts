/**
 * Ritual: a ritual of connection that its owner put into their week, with their own reminder or none.
 *
 * A weekly pattern in a named zone, so that "Tuesdays at seven" stays at seven across daylight saving; working out instants
 * from it needs the zone database and is not done here. A ritual of two people is one record on each side: both accepted the
 * same proposal, and each chose their own reminder. To skip or to move a day changes this record and nothing else.
 * Limits: one clock time for all its days; two rituals do for more.
 */
import {
  listOf,
  object,
  oneOf,
  orNull,
  refine,
  text,
  variants,
  wholeNumber,
  type Codec,
  type UnknownFields,
} from "../encoding/codec.ts";
import { civilDate, recordId } from "../encoding/value-codecs.ts";
import type { RecordId } from "../people/ids.ts";
import type { CivilDate } from "../time/civil-date.ts";
import { defineRecord, headOf, type RecordHead } from "./record-kind.ts";

/** From the library, by its name there, or in own words. */
export type RitualWhat = LibraryRitual | OwnRitual;

export interface LibraryRitual extends UnknownFields {
  readonly type: "library";
  readonly name: string;
}

export interface OwnRitual extends UnknownFields {
  readonly type: "own";
  readonly text: string;
}

/** When it comes round. Two people who agreed on a ritual agreed on this. */
export interface RitualPattern extends UnknownFields {
  /** 1 (Monday) to 7 (Sunday), ascending, at least one. */
  readonly weekdays: readonly number[];
  /** Minutes after midnight on the clock of `zone`. */
  readonly minute: number;
  /** As the zone database names it, for instance `Europe/Berlin`. */
  readonly zone: string;
  readonly lengthMinutes: number;
  readonly from: CivilDate;
  /** The last day that belongs to it, or null. */
  readonly until: CivilDate | null;
}

/** One day on which it does not happen, or happens at another time of another day. */
export interface RitualChange extends UnknownFields {
  readonly day: CivilDate;
  readonly to: MovedTo | null;
}

export interface MovedTo extends UnknownFields {
  readonly day: CivilDate;
  readonly minute: number;
}

export interface RitualRecord extends RecordHead<"ritual"> {
  readonly what: RitualWhat;
  readonly pattern: RitualPattern;
  readonly changes: readonly RitualChange[];
  /** Minutes before it begins; null: no reminder. */
  readonly reminderMinutes: number | null;
  /** The proposal that both accepted; null for a ritual of one's own. */
  readonly proposal: RecordId | null;
}

const minuteOfDay = wholeNumber(0, 1439);

export const ritualWhat: Codec<RitualWhat> = variants({
  library: object({ type: oneOf(["library"]), name: text(80) }),
  own: object({ type: oneOf(["own"]), text: text(400) }),
});

export const ritualPattern: Codec<RitualPattern> = refine(
  object({
    weekdays: listOf(wholeNumber(1, 7)),
    minute: minuteOfDay,
    zone: text(64),
    lengthMinutes: wholeNumber(1, 1440),
    from: civilDate,
    until: orNull(civilDate),
  }),
  ({ weekdays, from, until }) => {
    if (weekdays.length === 0) return "missing";
    const isAscending = weekdays.every((day, index) => index === 0 || (weekdays[index - 1] ?? 8) < day);
    return isAscending && (until === null || from <= until) ? null : "out-of-order";
  },
);

const fields: Codec<RitualRecord> = object({
  ...headOf("ritual"),
  what: ritualWhat,
  pattern: ritualPattern,
  changes: listOf(object({ day: civilDate, to: orNull(object({ day: civilDate, minute: minuteOfDay })) })),
  reminderMinutes: orNull(wholeNumber(0, 1440)),
  proposal: orNull(recordId),
});

export const ritualKind = defineRecord<RitualRecord>({
  version: 1,
  fields,
  dayOf: (record) => record.pattern.from,
  sharing: { item: "never", weekly: "never", joined: "never" },
});
