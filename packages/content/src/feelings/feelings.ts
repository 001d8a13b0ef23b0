/**
 * The wheel behind "rude": from what is said first to the feeling under it, and the pieces of a sentence that begins
 * with "I". What is said with it is about oneself: no piece names the other person's character or intention.
 */
import type { Feeling } from "@undivided/domain";
import { fillTemplate } from "../template.ts";

/** What people say first, before the feeling has its word. */
export const FIRST_WORDS = ["rude", "something-is-off", "whatever", "never-mind", "ignored", "annoyed"] as const;
export type FirstWord = (typeof FIRST_WORDS)[number];

/** The feelings that may be under it, the likelier first. A way in, not a finding about anybody. */
export const FEELINGS_BEHIND: Readonly<Record<FirstWord, readonly [Feeling, ...Feeling[]]>> = {
  rude: ["unimportant", "rejected", "angry"],
  "something-is-off": ["lonely", "sad", "left-out"],
  whatever: ["rejected", "sad", "angry"],
  "never-mind": ["unimportant", "lonely", "rejected"],
  ignored: ["left-out", "unimportant", "lonely"],
  annoyed: ["angry", "unimportant", "left-out"],
};

/** What happened, told without saying who did it. */
export const OCCURRENCES = [
  "mid-sentence",
  "arriving",
  "at-the-table",
  "side-by-side",
  "something-important",
  "in-bed",
] as const;
export type Occurrence = (typeof OCCURRENCES)[number];

export const NEEDS = ["to-matter", "to-be-heard", "closeness", "to-be-two", "rest-together", "a-word-first"] as const;
export type Need = (typeof NEEDS)[number];

export const WISHES = [
  "ten-minutes",
  "phones-away-at-meals",
  "say-why-first",
  "look-when-arriving",
  "tell-me-when",
  "just-hear-me",
] as const;
export type Wish = (typeof WISHES)[number];

export interface FeelingText {
  /** One sentence by which somebody recognises it. */
  readonly feelsLike: string;
  /** Complete and ready to begin a sentence, so that no language has to inflect anything. */
  readonly iFelt: string;
}

export interface FeelingTexts {
  readonly firstWords: Readonly<Record<FirstWord, string>>;
  readonly feelings: Readonly<Record<Feeling, FeelingText>>;
  readonly occurrences: Readonly<Record<Occurrence, string>>;
  readonly needs: Readonly<Record<Need, string>>;
  readonly wishes: Readonly<Record<Wish, string>>;
  /** With the places {felt}, {when}, {need} and {wish}. */
  readonly statement: string;
}

/** Each part is a piece of the lists above in the same language, or the owner's own words. */
export interface StatementParts {
  readonly felt: string;
  readonly when: string;
  readonly need: string;
  readonly wish: string;
}

/** A sentence to say or to keep for the talk. Own words go in as they are. */
export const buildStatement = (texts: Pick<FeelingTexts, "statement">, parts: StatementParts): string =>
  fillTemplate(texts.statement, { ...parts });
