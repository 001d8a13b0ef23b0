/**
 * Bid: a small reach for attention that the owner received, and whether they answered or missed it.
 *
 * Logged by the one who received it, never by the one who made it: that would be a record about somebody else.
 */
import { object, oneOf, type Codec } from "../encoding/codec.ts";
import { civilDate } from "../encoding/value-codecs.ts";
import { offer } from "../sharing/sharing-row.ts";
import type { CivilDate } from "../time/civil-date.ts";
import { defineRecord, headOf, type RecordHead } from "./record-kind.ts";

export const BID_OUTCOMES = ["answered", "missed"] as const;
export type BidOutcome = (typeof BID_OUTCOMES)[number];

export interface BidRecord extends RecordHead<"bid"> {
  readonly day: CivilDate;
  readonly outcome: BidOutcome;
}

const fields: Codec<BidRecord> = object({ ...headOf("bid"), day: civilDate, outcome: oneOf(BID_OUTCOMES) });

export const bidKind = defineRecord<BidRecord>({
  version: 1,
  fields,
  dayOf: (record) => record.day,
  sharing: {
    item: offer(["day", "outcome"], ({ day, outcome }) => ({ day, outcome })),
    weekly: offer(["received", "answered"], (records) => ({
      received: records.length,
      answered: records.filter(({ outcome }) => outcome === "answered").length,
    })),
    joined: "never",
  },
});
