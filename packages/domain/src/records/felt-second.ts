/**
 * Felt second: the owner's own feeling, and the day.
 *
 * No clock time, no cause, no free text and no other person: it is never a record about a partner, and no statistic about
 * two people may read it. It can be shown one at a time by its owner, as a way to say "I felt …"; there is no weekly
 * number, because a number of them would count the other's behaviour (docs/adr/0005).
 */
import { object, oneOf, type Codec } from "../encoding/codec.ts";
import { civilDate } from "../encoding/value-codecs.ts";
import { offer } from "../sharing/sharing-row.ts";
import type { CivilDate } from "../time/civil-date.ts";
import { defineRecord, headOf, type RecordHead } from "./record-kind.ts";

/** Words for what is behind "rude". */
export const FEELINGS = ["rejected", "unimportant", "lonely", "left-out", "sad", "angry"] as const;
export type Feeling = (typeof FEELINGS)[number];

export interface FeltSecondRecord extends RecordHead<"felt-second"> {
  readonly day: CivilDate;
  readonly feeling: Feeling;
}

const fields: Codec<FeltSecondRecord> = object({ ...headOf("felt-second"), day: civilDate, feeling: oneOf(FEELINGS) });

export const feltSecondKind = defineRecord<FeltSecondRecord>({
  version: 1,
  fields,
  dayOf: (record) => record.day,
  sharing: {
    item: offer(["day", "feeling"], ({ day, feeling }) => ({ day, feeling })),
    weekly: "never",
    joined: "never",
  },
});
