/**
 * The I-statement under the dial: which pieces were chosen, and what of it is kept where.
 *
 * The record of the feeling has no words of one's own (docs/adr/0005): they would soon be about the other. The sentence is kept
 * beside it, in a record that never leaves: for oneself as a reflection on the feeling, for the talk in what is prepared for it.
 */
import { buildStatement, type FeelingTexts, type Need, type Occurrence, type Wish } from "@undivided/content/feelings";
import type { CivilDate, ConversationRecord, Feeling, KnownRecord, RecordId } from "@undivided/domain";
import type { NewRecord, ReflectionAnswers } from "@undivided/journal";

/** A ready piece, own words, or nothing. */
export type Piece<Ready extends string> =
  | { readonly type: "ready"; readonly id: Ready }
  | { readonly type: "own"; readonly text: string }
  | { readonly type: "none" };

export interface Pieces {
  readonly when: Piece<Occurrence>;
  readonly need: Piece<Need>;
  readonly wish: Piece<Wish>;
}

export const noPieces: Pieces = { when: { type: "none" }, need: { type: "none" }, wish: { type: "none" } };

export const hasPieces = ({ when, need, wish }: Pieces): boolean =>
  [when, need, wish].some(({ type }) => type !== "none");

const wordsOf = <Ready extends string>(piece: Piece<Ready>, ready: Readonly<Record<Ready, string>>): string =>
  piece.type === "ready" ? ready[piece.id] : piece.type === "own" ? piece.text.trim() : "";

export interface StatementWords {
  readonly felt: string;
  readonly when: string;
  readonly need: string;
  readonly wish: string;
}

export const statementWords = (texts: FeelingTexts, feeling: Feeling, pieces: Pieces): StatementWords => ({
  felt: texts.feelings[feeling].iFelt,
  when: wordsOf(pieces.when, texts.occurrences),
  need: wordsOf(pieces.need, texts.needs),
  wish: wordsOf(pieces.wish, texts.wishes),
});

/** The whole sentence. What was left out leaves no gap before a full stop. */
export const wholeStatement = (texts: FeelingTexts, words: StatementWords): string =>
  buildStatement(texts, words)
    .replace(/\s+([.,;])/g, "$1")
    .trim();

/** Kept for oneself: about the feeling, shown to nobody in any form. */
export const keptForMe = (about: RecordId, statement: string): ReflectionAnswers => ({
  about,
  doing: statement,
  before: [],
  after: [],
  gaveMe: null,
  elseCouldGive: null,
});

/** What is open and being prepared for the next talk, if anything is. */
export const openTalk = (records: readonly KnownRecord[]): ConversationRecord | null =>
  records.find((record): record is ConversationRecord => record.type === "conversation" && record.ended === null) ??
  null;

const below = (before: string | null, added: string): string | null =>
  added === "" ? before : before === null || before === "" ? added : `${before}\n${added}`;

/** Kept for the talk: the feeling by its name, the sentence in the parts in which one prepares. */
export const keptForTalk = <Talk extends Pick<ConversationRecord, "kept" | "feel" | "wish">>(
  talk: Talk,
  about: RecordId,
  texts: FeelingTexts,
  words: StatementWords,
): Talk => ({
  ...talk,
  kept: [...talk.kept, about],
  feel: below(talk.feel, wholeStatement(texts, { ...words, wish: "" })),
  wish: below(talk.wish, words.wish),
});

/** Without what `below` added, wherever it stands now; what was rewritten since is left. */
const without = (now: string | null, added: string): string | null => {
  if (now === null || added === "") return now;
  const [text, block] = [`\n${now}\n`, `\n${added}\n`];
  const at = text.lastIndexOf(block);
  return at < 0 ? now : `${text.slice(0, at)}\n${text.slice(at + block.length)}`.slice(1, -1) || null;
};

/** Undo of `keptForTalk`: takes out what it added and leaves everything that was prepared before or since. */
export const takenOutOfTalk = <Talk extends Pick<ConversationRecord, "kept" | "feel" | "wish">>(
  talk: Talk,
  about: RecordId,
  texts: FeelingTexts,
  words: StatementWords,
): Talk => ({
  ...talk,
  kept: talk.kept.filter((id) => id !== about),
  feel: without(talk.feel, wholeStatement(texts, { ...words, wish: "" })),
  wish: without(talk.wish, words.wish),
});

/** Nothing was prepared and nothing begun: a talk that is only a date. */
export const isBlank = ({ kept, noticed, feel, wish, reappraisal, step }: ConversationRecord): boolean =>
  kept.length === 0 && step === 0 && [noticed, feel, wish, reappraisal].every((text) => text === null);

export const newTalk = (day: CivilDate): Extract<NewRecord, { type: "conversation" }> => ({
  type: "conversation",
  day,
  kept: [],
  noticed: null,
  feel: null,
  wish: null,
  reappraisal: null,
  step: 0,
  ended: null,
});
