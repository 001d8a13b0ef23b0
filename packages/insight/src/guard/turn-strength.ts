/**
 * How strongly slips take turns: delta, the followers that a slip brings of the other minus those it brings of the same person,
 * on average over slips; with own followers of at least 0 it is a cautious figure for the other's.
 *
 * delta = sum x y / sum x², with y the centred label and x = - (sum of kernel times y over the pairs with earlier slips) divided by the
 * intensity that the pooled past foretells. Given the past and that there is a slip, the expected y is delta x whatever the shared mood
 * (proof in docs/statistics.md), so the x (y - delta x) are uncorrelated. The interval takes the wider of two standard errors: one
 * from that, and one that keeps windows together (four hours at most a piece, ten pieces or more), should moods not be shared after all.
 * Limits: a common cause that makes both slip once, or an own pause after a slip, count as taking turns.
 */
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import type { PointData } from "../points/point-data.ts";
import { type GuardWindow, toGuardWindows } from "./guard-windows.ts";
import { collectLabelPairs, type LabelPairs } from "./label-pairs.ts";
import { estimatePooledIntensity } from "./pooled-intensity.ts";

/** 90 %, equal-tailed. All null where no two slips stand in one window within an hour. */
export type TurnStrength =
  | { readonly value: number; readonly low: number; readonly high: number }
  | { readonly value: null; readonly low: null; readonly high: null };

const pieceHours = 4;
const fewestPieces = 10;
const upperTail = 0.95;

const none: TurnStrength = { value: null, low: null, high: null };

/** O(pairs + 100 * slips). */
export const estimateTurnStrength = (windows: readonly GuardWindow[], pairs: LabelPairs): TurnStrength => {
  const { expected, centred } = expectLabels(windows, pairs);
  const informative = expected.reduce((sum, x) => sum + (x === 0 ? 0 : 1), 0);
  const below = expected.reduce((sum, x) => sum + x * x, 0);
  if (!(below > 0)) return none;
  const value = expected.reduce((sum, x, event) => sum + x * (centred[event] ?? 0), 0) / below;
  // With one or two pairs the residuals say nothing; then anything that the labels allow is within the interval.
  const scores = expected.map((x, event) => x * ((centred[event] ?? 0) - value * x));
  const byEvent = Math.sqrt(scores.reduce((sum, one) => sum + one * one, 0));
  const byChance = Math.sqrt(below * pairs.share * (1 - pairs.share));
  const degrees = Math.max(1, informative - 1);
  const eventHalf =
    (tQuantile(upperTail, degrees) * Math.max(byEvent, informative < fewestPieces ? byChance : 0)) / below;
  const half = Math.max(eventHalf, windowHalf(windows, scores) / below);
  return { value, low: value - half, high: value + half };
};

/** The same from points alone, for a study of it; `hoursPerUnit` turns the points' unit into hours. */
export const measureTurnStrength = (points: PointData, hoursPerUnit: number): TurnStrength => {
  const windows = toGuardWindows(points, hoursPerUnit);
  return estimateTurnStrength(windows, collectLabelPairs(windows));
};

/** Half an interval's width, times sum x², from the scatter of the pieces; 0 with too few of them. */
const windowHalf = (windows: readonly GuardWindow[], scores: Float64Array): number => {
  const sums: number[] = [];
  let offset = 0;
  for (const { length, times } of windows) {
    const parts = Math.max(1, Math.ceil(length / pieceHours));
    const own = Array.from({ length: parts }, () => 0);
    times.forEach((time, i) => {
      const part = length > 0 ? Math.min(parts - 1, Math.floor((time / length) * parts)) : 0;
      own[part] = (own[part] ?? 0) + (scores[offset + i] ?? 0);
    });
    offset += times.length;
    sums.push(...own.filter((sum) => sum !== 0));
  }
  if (sums.length < fewestPieces) return 0;
  const squares = sums.reduce((sum, one) => sum + one * one, 0);
  return tQuantile(upperTail, sums.length - 1) * Math.sqrt((squares * sums.length) / (sums.length - 1));
};

/** For each slip x, what its past makes of its label for delta 1, and y, its label less the share. */
const expectLabels = (
  windows: readonly GuardWindow[],
  { labels, share, firstPair, earlier, turnWeights, rates }: LabelPairs,
): { readonly expected: Float64Array; readonly centred: Float64Array } => {
  const intensity = estimatePooledIntensity(windows);
  const expected = new Float64Array(labels.length);
  const centred = Float64Array.from(labels, (label) => label - share);
  for (let event = 0; event < labels.length; event += 1) {
    let sum = 0;
    for (let pair = firstPair[event] ?? 0; pair < (firstPair[event + 1] ?? 0); pair += 1)
      sum += (turnWeights[pair] ?? 0) * (centred[earlier[pair] ?? 0] ?? 0);
    expected[event] = (-sum * (rates[event] ?? 0)) / (intensity[event] ?? 1);
  }
  return { expected, centred };
};
