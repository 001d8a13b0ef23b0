/**
 * A sentence that says what was found somewhere carries the ids of its sources; advice and examples carry none.
 *
 * The sources themselves are one list (`sources/sources.ts`), the same for every language.
 */
import type { SourceId } from "./sources/sources.ts";

export interface Sourced {
  readonly text: string;
  readonly sources: readonly SourceId[];
  /** It sends to the page on help. */
  readonly sendsToHelp?: true;
}

/** Plain text makes no claim about the world beyond what anybody can see for themselves. */
export type Passage = string | Sourced;

export const sourced = (text: string, ...sources: readonly [SourceId, ...SourceId[]]): Sourced => ({ text, sources });

/** Advice that sends to the page on help goes with the way there. */
export const withHelp = (text: string): Sourced => ({ text, sources: [], sendsToHelp: true });

export const textOf = (passage: Passage): string => (typeof passage === "string" ? passage : passage.text);

export const sourcesOf = (passage: Passage): readonly SourceId[] =>
  typeof passage === "string" ? [] : passage.sources;

export const sendsToHelp = (passage: Passage): boolean => typeof passage !== "string" && passage.sendsToHelp === true;
