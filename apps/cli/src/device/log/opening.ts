/** What a call opens to the other, or closes: one record, one kind's weekly summary, or the spiral. */
import { isRecordType, RECORD_KINDS, RECORD_TYPES, type RecordId, type RecordType } from "@undivided/domain";
import { type GivenOptions, wrongCall, type WrongCall } from "../../read-options.ts";
import { readRecordWord } from "./record-word.ts";

export type Opening =
  | { readonly type: "item"; readonly id: RecordId }
  | { readonly type: "weekly"; readonly kind: RecordType }
  | { readonly type: "spiral" };

export const WEEKLY_TYPES: readonly RecordType[] = RECORD_TYPES.filter(
  (type) => RECORD_KINDS[type].sharing.weekly !== "never",
);

export const readOpening = (given: GivenOptions): Opening | WrongCall => {
  const kind = given.text("weekly");
  const ways = [given.words.length > 0, kind !== undefined, given.flag("spiral")].filter(Boolean);
  if (ways.length !== 1) return wrongCall("it takes one of these: the id of a record, --weekly KIND, --spiral");
  if (given.flag("spiral")) return { type: "spiral" };
  if (kind !== undefined) {
    return isRecordType(kind) && WEEKLY_TYPES.includes(kind)
      ? { type: "weekly", kind }
      : wrongCall(`--weekly is "${kind}", and a weekly summary is there of ${WEEKLY_TYPES.join(", ")}`);
  }
  const record = readRecordWord(given);
  return record.type === "wrong" ? record : { type: "item", id: record.id };
};

/** How an opening stands in a line of JSON. */
export const openingFields = (opening: Opening): object => {
  switch (opening.type) {
    case "item":
      return { id: opening.id };
    case "weekly":
      return { weekly: opening.kind };
    case "spiral":
      return { spiral: true };
  }
};
