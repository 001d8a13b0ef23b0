/**
 * Agreement: its owner's own sentence of an agreement, as they keep it for themselves.
 *
 * `text` is what follows "I will" and nothing else, so that the sentence begins so in every language. What both see and sign
 * is exchanged apart from this (docs/spec/journal.md); this copy stays with its owner, also after the pairing ended.
 */
import { object, orNull, refine, text, wholeNumber, type Codec } from "../encoding/codec.ts";
import { civilDate, recordId } from "../encoding/value-codecs.ts";
import type { RecordId } from "../people/ids.ts";
import type { CivilDate } from "../time/civil-date.ts";
import { defineRecord, headOf, type RecordHead } from "./record-kind.ts";

export interface AgreementRecord extends RecordHead<"agreement"> {
  readonly day: CivilDate;
  /** The agreement that both know it by. One's own promise to oneself has one too. */
  readonly agreement: RecordId;
  /** From 1; each new wording or length is a revision. */
  readonly revision: number;
  /** What follows "I will". */
  readonly text: string;
  /** The last day on which it holds. */
  readonly until: CivilDate;
  /** The day on which its owner ended it; null until then. */
  readonly ended: CivilDate | null;
}

const MAX_SENTENCE_LENGTH = 400;

export const sentenceText: Codec<string> = refine(text(MAX_SENTENCE_LENGTH), (sentence) =>
  sentence.trim() === "" ? "missing" : null,
);

const fields: Codec<AgreementRecord> = refine(
  object({
    ...headOf("agreement"),
    day: civilDate,
    agreement: recordId,
    revision: wholeNumber(1, 1000),
    text: sentenceText,
    until: civilDate,
    ended: orNull(civilDate),
  }),
  ({ day, until }) => (until < day ? "out-of-order" : null),
);

export const agreementKind = defineRecord<AgreementRecord>({
  version: 1,
  fields,
  dayOf: (record) => record.day,
  sharing: { item: "never", weekly: "never", joined: "never" },
});
