/** Agreements as words: whole sentences, each in the language that its author wrote it in, and what stops one. */
import { fillTemplate } from "@undivided/content";
import { noSubjectOf, SENTENCES, type NoSubject } from "@undivided/content/agreements";
import { LANGUAGES, type Language } from "@undivided/content";
import type { Agreement, Sentence } from "@undivided/journal";

export interface WholeSentence {
  readonly text: string;
  /** For the voice that reads it; undefined where it is not known. */
  readonly lang: Language | undefined;
}

/** A sentence that says no language begins as its reader's do. */
export const wholeSentence = ({ text, language }: Sentence, reader: Language): WholeSentence => {
  const lang = LANGUAGES.find((one) => one === language);
  return { text: fillTemplate(SENTENCES[lang ?? reader], { text }), lang };
};

/** As many of each side: a list of all would be a page of letters. */
const MAX_EARLIER = 3;

/** Earlier wordings that say something else, each once, the newest first. */
export const earlierWords = (list: readonly Sentence[]): readonly Sentence[] => {
  const seen = new Set<string>();
  const last = list.at(-1);
  if (last !== undefined) seen.add(last.text);
  const other: Sentence[] = [];
  for (const one of list.toReversed()) {
    if (seen.has(one.text)) continue;
    seen.add(one.text);
    other.push(one);
  }
  return other.slice(0, MAX_EARLIER);
};

/** What of it is no subject for an agreement, whatever app it was written with; null if both may stand. */
export const refusedIn = ({ mine, theirs }: Agreement): NoSubject | null =>
  [...mine.slice(-1), ...theirs.slice(-1)].map(({ text }) => noSubjectOf(text)).find((found) => found !== null) ?? null;
