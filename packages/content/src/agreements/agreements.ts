/**
 * Agreements: ready ends for a sentence that begins "I will", and what is no subject for one.
 *
 * Each is about its author's own doing and small enough for a bad day. There is no sentence here, and no way to put one
 * together, that says what the other person does.
 */
import type { Language } from "../language.ts";

export const AGREEMENT_STARTERS = [
  "shelf-when-coming-in",
  "hall-during-supper",
  "say-why-first",
  "look-up-first",
  "ten-minutes-in-the-evening",
  "later-with-a-time",
  "kitchen-at-night",
  "back-after-a-break",
] as const;
export type AgreementStarter = (typeof AGREEMENT_STARTERS)[number];

export const NO_SUBJECTS = ["passwords", "places", "looking-into-a-phone", "messages", "what-the-other-does"] as const;
export type NoSubject = (typeof NO_SUBJECTS)[number];

/** How every sentence begins, with the place {text}: a sentence stays in the language that its author wrote it in. */
export const SENTENCES: Readonly<Record<Language, string>> = { en: "I will {text}", es: "Yo voy a {text}" };

export interface AgreementTexts {
  /** Each completes a sentence, as the agreement record keeps it. */
  readonly starters: Readonly<Record<AgreementStarter, string>>;
  readonly noSubjectsTitle: string;
  readonly noSubjects: Readonly<Record<NoSubject, string>>;
  /** Said in the place of a button where a sentence touches one of these: what it is, why, and what to do. */
  readonly noSubjectHere: string;
  readonly noSubjectReason: string;
  readonly ends: string;
}
