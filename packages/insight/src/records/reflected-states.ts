/**
 * What went with one's moments, by one's own reflections: what was there just before, what was felt after.
 *
 * A share of the reflections, several words may hold at once. A description of what its owner wrote down: there is no time without moments to
 * compare with, so nothing here is a cause.
 *
 * "Most often" is said of a word only where it is told apart from every other: of the reflections that name one of the two and not both, the
 * exact 90 % interval of its share (Clopper & Pearson, Biometrika 26, 1934; that is the sign test) must lie above a half. That compares each
 * reflection with itself, as several words may hold at once. Jeffreys' interval would not do: of two words named by the toss of a coin, one
 * would be called the most frequent in a fifth of all cases after six reflections.
 */
import betaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import {
  type ReflectionRecord,
  STATES_AFTER,
  STATES_BEFORE,
  type StateAfter,
  type StateBefore,
} from "@undivided/domain";
import { type Estimate, lowTail } from "../estimates/estimate.ts";
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
  /** The word told apart from every other as the one named most often; null where none is. */
  readonly mostOften: { readonly before: StateBefore | null; readonly after: StateAfter | null };
}

/** Reflections in which nothing was answered are in no share. O(n). */
export const describeReflections = (reflections: readonly ReflectionRecord[]): ReflectedStates => {
  const before = shareOut(
    STATES_BEFORE,
    reflections.map((one) => one.before),
  );
  const after = shareOut(
    STATES_AFTER,
    reflections.map((one) => one.after),
  );
  return {
    reflections: reflections.length,
    before: before.shares,
    after: after.shares,
    mostOften: { before: before.mostOften, after: after.mostOften },
  };
};

const shareOut = <Word extends string>(
  words: readonly Word[],
  answers: readonly (readonly Word[])[],
): { readonly shares: readonly NamedShare<Word>[]; readonly mostOften: Word | null } => {
  const given = answers.filter((answer) => answer.length > 0);
  const counted = words
    .map((word) => ({ word, named: given.filter((answer) => answer.includes(word)).length }))
    .sort((a, b) => b.named - a.named);
  const [first, ...others] = counted;
  return {
    shares: counted.map(({ word, named }) => ({ word, share: estimateShare(named, given.length) })),
    mostOften:
      first !== undefined && others.every(({ word }) => isMoreOften(first.word, word, given)) ? first.word : null,
  };
};

const isMoreOften = <Word extends string>(word: Word, other: Word, answers: readonly (readonly Word[])[]): boolean => {
  const apart = answers.filter((answer) => answer.includes(word) !== answer.includes(other));
  const named = apart.filter((answer) => answer.includes(word)).length;
  return named > 0 && betaQuantile(lowTail, named, apart.length - named + 1) > 0.5;
};
