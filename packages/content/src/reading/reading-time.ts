/**
 * How long a text takes to read, from its number of words.
 *
 * The pace is unhurried on purpose, so that "4 minutes" is rather too much than too little.
 * Limits: one pace for every reader and language.
 */

/** A choice of ours, on the slow side for adults who read silently. */
export const WORDS_PER_MINUTE = 180;

/** Words as they are separated by spaces; a dash alone is none. */
export const countWords = (text: string): number =>
  text.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;

/** Whole minutes, at least one. */
export const readingMinutes = (texts: readonly string[]): number =>
  Math.max(1, Math.ceil(texts.reduce((sum, text) => sum + countWords(text), 0) / WORDS_PER_MINUTE));
