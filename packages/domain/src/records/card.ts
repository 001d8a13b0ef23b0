/**
 * Card: something of the library that its owner marked as a favourite, has been shown, or has done.
 *
 * Keeps prompts from repeating and favourites together. `card` is the name that the library gives it.
 */
import { object, oneOf, text, type Codec } from "../encoding/codec.ts";
import { civilDate } from "../encoding/value-codecs.ts";
import type { CivilDate } from "../time/civil-date.ts";
import { defineRecord, headOf, type RecordHead } from "./record-kind.ts";

export const CARD_MARKS = ["favourite", "shown", "done"] as const;
export type CardMark = (typeof CARD_MARKS)[number];

export interface CardRecord extends RecordHead<"card"> {
  readonly day: CivilDate;
  readonly card: string;
  readonly mark: CardMark;
}

const fields: Codec<CardRecord> = object({
  ...headOf("card"),
  day: civilDate,
  card: text(80),
  mark: oneOf(CARD_MARKS),
});

export const cardKind = defineRecord<CardRecord>({
  version: 1,
  fields,
  dayOf: (record) => record.day,
  sharing: { item: "never", weekly: "never", joined: "never" },
});
