/**
 * Plan: an if-then plan in its owner's words ("When I reach for the phone because …, then I …"), and how it went.
 *
 * It comes from one's own self-inquiry and stays with it: like a reflection it never leaves.
 */
import { object, oneOf, orNull, text, type Codec, type UnknownFields } from "../encoding/codec.ts";
import { civilDate, recordId } from "../encoding/value-codecs.ts";
import type { RecordId } from "../people/ids.ts";
import type { CivilDate } from "../time/civil-date.ts";
import { defineRecord, headOf, type RecordHead } from "./record-kind.ts";

export const PLAN_OUTCOMES = ["helped", "helped-a-little", "did-not-help", "did-not-come-up"] as const;
export type PlanOutcome = (typeof PLAN_OUTCOMES)[number];

export interface PlanReview extends UnknownFields {
  readonly day: CivilDate;
  readonly outcome: PlanOutcome;
}

export interface PlanRecord extends RecordHead<"plan"> {
  readonly day: CivilDate;
  /** What follows "When …", as its owner wrote it. */
  readonly when: string;
  /** What follows "then I …", as its owner wrote it. */
  readonly then: string;
  /** The reflection that it came from, or null. */
  readonly about: RecordId | null;
  /** Null until looked back on. */
  readonly review: PlanReview | null;
  /** The day from which it does not hold any more; null while it does. */
  readonly ended: CivilDate | null;
}

const fields: Codec<PlanRecord> = object({
  ...headOf("plan"),
  day: civilDate,
  when: text(400),
  then: text(400),
  about: orNull(recordId),
  review: orNull(object({ day: civilDate, outcome: oneOf(PLAN_OUTCOMES) })),
  ended: orNull(civilDate),
});

export const planKind = defineRecord<PlanRecord>({
  version: 1,
  fields,
  dayOf: (record) => record.day,
  sharing: { item: "never", weekly: "never", joined: "never" },
});
