/**
 * Reflection: the minute of self-inquiry after a moment.
 *
 * Every answer may be left out. It never leaves its owner's devices in any form: it is honest only as long as nobody can
 * ask to see it (docs/adr/0005).
 */
import { listOf, object, oneOf, orNull, text, type Codec } from "../encoding/codec.ts";
import { civilDate, recordId } from "../encoding/value-codecs.ts";
import type { RecordId } from "../people/ids.ts";
import type { CivilDate } from "../time/civil-date.ts";
import { defineRecord, headOf, type RecordHead } from "./record-kind.ts";

/** What was felt, or was there, just before. */
export const STATES_BEFORE = [
  "overwhelmed",
  "bored",
  "wanting-out-of-this-talk",
  "triggered",
  "rejected",
  "habit",
  "notification",
  "worry-about-missing-out",
] as const;
export type StateBefore = (typeof STATES_BEFORE)[number];

export const STATES_AFTER = ["relief", "stress", "comfort", "reward", "nothing"] as const;
export type StateAfter = (typeof STATES_AFTER)[number];

/** In UTF-16 units; a page of writing, more than a minute allows. */
const MAX_ANSWER_LENGTH = 4000;

export interface ReflectionRecord extends RecordHead<"reflection"> {
  readonly day: CivilDate;
  /** The moment it looks back on; null if on none in particular. */
  readonly about: RecordId | null;
  readonly doing: string | null;
  readonly before: readonly StateBefore[];
  readonly after: readonly StateAfter[];
  readonly gaveMe: string | null;
  readonly elseCouldGive: string | null;
}

const answer = orNull(text(MAX_ANSWER_LENGTH));

const fields: Codec<ReflectionRecord> = object({
  ...headOf("reflection"),
  day: civilDate,
  about: orNull(recordId),
  doing: answer,
  before: listOf(oneOf(STATES_BEFORE)),
  after: listOf(oneOf(STATES_AFTER)),
  gaveMe: answer,
  elseCouldGive: answer,
});

export const reflectionKind = defineRecord<ReflectionRecord>({
  version: 1,
  fields,
  dayOf: (record) => record.day,
  sharing: { item: "never", weekly: "never", joined: "never" },
});
