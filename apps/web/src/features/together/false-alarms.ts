/**
 * How often what was noticed was wrong by its owner's own word, lately and before.
 *
 * A false alarm is a sensed moment that its owner called "not me" or "wrong". Estimated as a share with its interval, and only from
 * ten moments on (rule of this product: an interval over fewer says nothing). Limits: misses cannot be counted.
 */
import { correctionsInEffect, type MomentRecord } from "@undivided/domain";
import { wilsonShare } from "@undivided/insight/wilson";

/** Fewer say nothing worth reading. */
const FEWEST = 10;

/** How many moments count as lately. */
const LATELY = 30;

export interface Share {
  readonly hits: number;
  readonly trials: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export type FalseAlarms =
  | { readonly type: "too-little"; readonly have: number }
  | { readonly type: "known"; readonly lately: Share; readonly before: Share | null };

const isFalseAlarm = ({ corrections }: MomentRecord): boolean => {
  const said = correctionsInEffect(corrections);
  return said.has("wrong") || said.has("not-me");
};

const shareOf = (moments: readonly MomentRecord[]): Share | null => {
  const hits = moments.filter(isFalseAlarm).length;
  const estimate = wilsonShare(hits, moments.length, FEWEST);
  if (estimate.type !== "estimate") return null;
  const { value, low, high } = estimate;
  return { hits, trials: moments.length, value, low, high };
};

/** `moments`: all of this person, in any order. */
export const falseAlarms = (moments: readonly MomentRecord[]): FalseAlarms => {
  const sensed = moments
    .filter(({ source }) => source.type === "sensed" && source.kind === "picked-up")
    .toSorted((one, other) => other.at - one.at);
  const lately = shareOf(sensed.slice(0, LATELY));
  if (lately === null) return { type: "too-little", have: sensed.length };
  return { type: "known", lately, before: shareOf(sensed.slice(LATELY)) };
};
