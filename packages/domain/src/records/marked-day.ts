/** Marked day: a day on which its owner changed something, to be looked at before and after. The note is for themselves. */
import { object, orNull, text, type Codec } from "../encoding/codec.ts";
import { civilDate } from "../encoding/value-codecs.ts";
import type { CivilDate } from "../time/civil-date.ts";
import { defineRecord, headOf, type RecordHead } from "./record-kind.ts";

export interface MarkedDayRecord extends RecordHead<"marked-day"> {
  readonly day: CivilDate;
  readonly note: string | null;
}

const fields: Codec<MarkedDayRecord> = object({
  ...headOf("marked-day"),
  day: civilDate,
  note: orNull(text(400)),
});

export const markedDayKind = defineRecord<MarkedDayRecord>({
  version: 1,
  fields,
  dayOf: (record) => record.day,
  sharing: { item: "never", weekly: "never", joined: "never" },
});
