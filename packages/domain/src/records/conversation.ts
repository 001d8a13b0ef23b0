/**
 * Conversation: what its owner prepared alone for a guided talk, what they kept for it, and how far the talk came.
 *
 * **Privacy:** never leaves. In the talk itself a person says what they want to say; the program shows the other nothing of
 * this. Feelings and moments that are "kept for the talk" are named here by identifier, not copied.
 */
import { listOf, object, orNull, text, wholeNumber, type Codec } from "../encoding/codec.ts";
import { civilDate, recordId } from "../encoding/value-codecs.ts";
import type { RecordId } from "../people/ids.ts";
import type { CivilDate } from "../time/civil-date.ts";
import { defineRecord, headOf, type RecordHead } from "./record-kind.ts";

/** In UTF-16 units; a page of writing. */
const MAX_NOTE_LENGTH = 4000;

export interface ConversationRecord extends RecordHead<"conversation"> {
  readonly day: CivilDate;
  /** Own moments and feelings to be talked about. */
  readonly kept: readonly RecordId[];
  /** What I noticed in myself. */
  readonly noticed: string | null;
  readonly feel: string | null;
  readonly wish: string | null;
  /** The seven minutes of writing as a neutral well-wisher would see it. */
  readonly reappraisal: string | null;
  /** The step at which it stands, from 0; its meaning belongs to the guide. */
  readonly step: number;
  /** The day on which it was finished or put away; null while it is open. */
  readonly ended: CivilDate | null;
}

const note = orNull(text(MAX_NOTE_LENGTH));

const fields: Codec<ConversationRecord> = object({
  ...headOf("conversation"),
  day: civilDate,
  kept: listOf(recordId),
  noticed: note,
  feel: note,
  wish: note,
  reappraisal: note,
  step: wholeNumber(0, 100),
  ended: orNull(civilDate),
});

export const conversationKind = defineRecord<ConversationRecord>({
  version: 1,
  fields,
  dayOf: (record) => record.day,
  sharing: { item: "never", weekly: "never", joined: "never" },
});
