/**
 * Look-back: what its owner said when they looked back on a time together: their own guess before the count was shown, and
 * which open moments they have been asked about.
 *
 * A question is asked once. Whether it was answered stands in the moment itself; that it was asked stands here, so that no
 * device asks again.
 */
import { listOf, object, orNull, wholeNumber, type Codec } from "../encoding/codec.ts";
import { civilDate, recordId } from "../encoding/value-codecs.ts";
import type { RecordId } from "../people/ids.ts";
import type { CivilDate } from "../time/civil-date.ts";
import { defineRecord, headOf, type RecordHead } from "./record-kind.ts";

/** More moments than an evening has. */
const MAX_GUESS = 1000;

export interface LookBackRecord extends RecordHead<"look-back"> {
  readonly day: CivilDate;
  readonly together: RecordId;
  /** How many moments its owner guessed, before they saw the count; null if they did not want to. */
  readonly guess: number | null;
  /** Open moments about which "Were we talking?" was asked. */
  readonly asked: readonly RecordId[];
}

const fields: Codec<LookBackRecord> = object({
  ...headOf("look-back"),
  day: civilDate,
  together: recordId,
  guess: orNull(wholeNumber(0, MAX_GUESS)),
  asked: listOf(recordId),
});

export const lookBackKind = defineRecord<LookBackRecord>({
  version: 1,
  fields,
  dayOf: (record) => record.day,
  sharing: { item: "never", weekly: "never", joined: "never" },
});
