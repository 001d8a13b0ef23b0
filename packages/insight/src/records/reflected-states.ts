/**
 * What went with one's moments, by one's own reflections: what was there just before, what was felt after.
 *
 * A share of the reflections, several words may hold at once. A description of what its owner wrote down: there is no time without moments to
 * compare with, so nothing here is a cause, and nothing is pointed out as beyond chance.
 */
import {
  type ReflectionRecord,
  STATES_AFTER,
  STATES_BEFORE,
  type StateAfter,
  type StateBefore,
} from "@undivided/domain";
import type { Estimate } from "../estimates/estimate.ts";
import { estimateShare } from "../estimates/share.ts";

export interface NamedShare<Word extends string> {
  readonly word: Word;
  readonly share: Estimate<"beta-jeffreys">;
}

export interface ReflectedStates {
  readonly reflections: number;
  /** Most often named first. */
  readonly before: readonly NamedShare<StateBefore>[];
  readonly after: readonly NamedShare<StateAfter>[];
}

/** Reflections in which nothing was answered are in no share. O(n). */
export const describeReflections = (reflections: readonly ReflectionRecord[]): ReflectedStates => ({
  reflections: reflections.length,
  before: shareOut(
    STATES_BEFORE,
    reflections.map(({ before }) => before),
  ),
  after: shareOut(
    STATES_AFTER,
    reflections.map(({ after }) => after),
  ),
});

const shareOut = <Word extends string>(
  words: readonly Word[],
  answers: readonly (readonly Word[])[],
): readonly NamedShare<Word>[] => {
  const given = answers.filter((answer) => answer.length > 0);
  return words
    .map((word) => ({ word, named: given.filter((answer) => answer.includes(word)).length }))
    .sort((a, b) => b.named - a.named)
    .map(({ word, named }) => ({ word, share: estimateShare(named, given.length) }));
};
