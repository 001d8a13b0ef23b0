/**
 * A sentence that says what was found somewhere carries the ids of its sources; advice and examples carry none.
 *
 * The sources themselves are one list (`sources/sources.ts`), the same for every language.
 */
import type { SourceId } from "./sources/sources.ts";

export interface Sourced {
  readonly text: string;
  readonly sources: readonly SourceId[];
}

/** Plain text makes no claim about the world beyond what anybody can see for themselves. */
export type Passage = string | Sourced;

export const sourced = (text: string, ...sources: readonly [SourceId, ...SourceId[]]): Sourced => ({ text, sources });

export const textOf = (passage: Passage): string => (typeof passage === "string" ? passage : passage.text);

export const sourcesOf = (passage: Passage): readonly SourceId[] =>
  typeof passage === "string" ? [] : passage.sources;
