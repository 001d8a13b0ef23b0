/**
 * Rest: days on which the owner wants nothing of this program: a pause, a holiday, an illness.
 *
 * **Privacy:** it never leaves in any form. The other phone cannot tell a rest from anything else that shows nothing.
 */
import { object, oneOf, orNull, refine, type Codec } from "../encoding/codec.ts";
import { civilDate } from "../encoding/value-codecs.ts";
import type { CivilDate } from "../time/civil-date.ts";
import { defineRecord, headOf, type RecordHead } from "./record-kind.ts";

export const REST_REASONS = ["pause", "holiday", "illness"] as const;
export type RestReason = (typeof REST_REASONS)[number];

export interface RestRecord extends RecordHead<"rest"> {
  readonly from: CivilDate;
  /** The last day that belongs to it; null until its owner ends it. */
  readonly until: CivilDate | null;
  readonly why: RestReason;
}

const fields: Codec<RestRecord> = refine(
  object({ ...headOf("rest"), from: civilDate, until: orNull(civilDate), why: oneOf(REST_REASONS) }),
  ({ from, until }) => (until !== null && until < from ? "out-of-order" : null),
);

export const restKind = defineRecord<RestRecord>({
  version: 1,
  fields,
  dayOf: (record) => record.from,
  sharing: { item: "never", weekly: "never", joined: "never" },
});

/** Whether any of these days of rest touches the days from `first` to `last`, both included. */
export const isRestBetween = (rests: readonly RestRecord[], first: CivilDate, last: CivilDate): boolean =>
  rests.some(({ from, until }) => from <= last && (until === null || first <= until));
