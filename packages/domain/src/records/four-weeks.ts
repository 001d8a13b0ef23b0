/**
 * Four weeks: the plan of four weeks with one focus each, the tasks that its owner chose, and their look back at the end.
 *
 * What the focus of a week is belongs to the guide; tasks are named as there.
 */
import { boolean, listOf, object, orNull, refine, text, wholeNumber, type Codec } from "../encoding/codec.ts";
import type { UnknownFields } from "../encoding/codec.ts";
import { civilDate } from "../encoding/value-codecs.ts";
import type { CivilDate } from "../time/civil-date.ts";
import { defineRecord, headOf, type RecordHead } from "./record-kind.ts";

export interface ChosenTask extends UnknownFields {
  /** 1 to 4. */
  readonly week: number;
  readonly task: string;
  /** The day on which it was done; null: not, or not yet, which is nobody's business. */
  readonly done: CivilDate | null;
}

export interface FourWeeksRecord extends RecordHead<"four-weeks"> {
  /** The first day. */
  readonly start: CivilDate;
  /** For oneself, or together with the other person. */
  readonly alone: boolean;
  readonly tasks: readonly ChosenTask[];
  /** In own words, at the end. */
  readonly lookBack: string | null;
  readonly ended: CivilDate | null;
}

const fields: Codec<FourWeeksRecord> = refine(
  object({
    ...headOf("four-weeks"),
    start: civilDate,
    alone: boolean,
    tasks: listOf(object({ week: wholeNumber(1, 4), task: text(80), done: orNull(civilDate) })),
    lookBack: orNull(text(4000)),
    ended: orNull(civilDate),
  }),
  ({ start, ended }) => (ended !== null && ended < start ? "out-of-order" : null),
);

export const fourWeeksKind = defineRecord<FourWeeksRecord>({
  version: 1,
  fields,
  dayOf: (record) => record.start,
  sharing: { item: "never", weekly: "never", joined: "never" },
});
