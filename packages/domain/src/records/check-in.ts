/**
 * Check-in: how the week felt to its owner, six answers from 1 (not at all) to 5 (very much).
 *
 * An answer may be left out. A check-in with one left out is kept and never shown to the other phone: a gap among six
 * would itself be an answer.
 */
import { object, orNull, wholeNumber, type Codec, type UnknownFields } from "../encoding/codec.ts";
import { monday } from "../encoding/value-codecs.ts";
import { offer } from "../sharing/sharing-row.ts";
import type { CivilDate } from "../time/civil-date.ts";
import { defineRecord, headOf, type RecordHead } from "./record-kind.ts";

/** From 1 to 5, or null if left out. */
export type Answer = number | null;

export interface CheckInAnswers extends UnknownFields {
  readonly feltImportant: Answer;
  readonly feltClose: Answer;
  readonly safeToBeVulnerable: Answer;
  readonly feltRespected: Answer;
  readonly hadFunTogether: Answer;
  readonly ownStress: Answer;
}

export interface CheckInRecord extends RecordHead<"check-in"> {
  /** The Monday of the week. */
  readonly week: CivilDate;
  readonly answers: CheckInAnswers;
}

const answer: Codec<Answer> = orNull(wholeNumber(1, 5));

const answers: Codec<CheckInAnswers> = object({
  feltImportant: answer,
  feltClose: answer,
  safeToBeVulnerable: answer,
  feltRespected: answer,
  hadFunTogether: answer,
  ownStress: answer,
});

const fields: Codec<CheckInRecord> = object({ ...headOf("check-in"), week: monday, answers });

export const checkInKind = defineRecord<CheckInRecord>({
  version: 1,
  fields,
  dayOf: (record) => record.week,
  sharing: {
    item: offer(["week", "answers"], ({ week, answers: given }) => {
      const { feltImportant, feltClose, safeToBeVulnerable, feltRespected, hadFunTogether, ownStress } = given;
      const shown = { feltImportant, feltClose, safeToBeVulnerable, feltRespected, hadFunTogether, ownStress };
      return Object.values(shown).includes(null) ? null : { week, answers: shown };
    }),
    weekly: "never",
    joined: "never",
  },
});
