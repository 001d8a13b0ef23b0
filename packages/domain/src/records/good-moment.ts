/** Good moment: something that went well, and the day. No clock time, since nothing needs one. */
import { object, oneOf, type Codec } from "../encoding/codec.ts";
import { civilDate } from "../encoding/value-codecs.ts";
import { offer } from "../sharing/sharing-row.ts";
import type { CivilDate } from "../time/civil-date.ts";
import { defineRecord, headOf, type RecordHead } from "./record-kind.ts";

export const GOOD_MOMENT_KINDS = [
  "bid-answered",
  "eye-contact",
  "six-second-kiss",
  "ten-minutes-without-phones",
] as const;
export type GoodMomentKind = (typeof GOOD_MOMENT_KINDS)[number];

export interface GoodMomentRecord extends RecordHead<"good-moment"> {
  readonly day: CivilDate;
  readonly kind: GoodMomentKind;
}

const fields: Codec<GoodMomentRecord> = object({
  ...headOf("good-moment"),
  day: civilDate,
  kind: oneOf(GOOD_MOMENT_KINDS),
});

export const goodMomentKind = defineRecord<GoodMomentRecord>({
  version: 1,
  fields,
  dayOf: (record) => record.day,
  sharing: {
    item: offer(["day", "kind"], ({ day, kind }) => ({ day, kind })),
    weekly: offer(["count"], (records) => ({ count: records.length })),
    joined: "never",
  },
});
