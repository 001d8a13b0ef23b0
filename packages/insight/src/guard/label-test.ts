/**
 * Steps 2 and 3: given when the two slipped, whose slip was it each time?
 *
 * If a shared mood, whatever its course, lifts both in the same proportion, the labels are independent coin tosses given the
 * pooled times, so all orders of the labels are equally likely and a permutation test is exact (docs/statistics.md).
 * Q sums minus the product of two centred labels over pairs, weighted: high when labels alternate. D sums whether the later slip of
 * a pair is the first person's: far from 0 when one tends to come after the other. B is Q with a weight for lags of a minute or so, less
 * what Q itself leads one to expect of it: high when one cause outside sets both off, not when slips bring each other over minutes.
 *
 * **Privacy:** which of the two comes after the other never leaves this file: step 3 answers only yes or no.
 */
import { type Random, shuffle } from "../chance/random.ts";
import type { LabelPairs } from "./label-pairs.ts";

export const labelDraws = 999;

export interface LabelTests {
  /** p of Q, and of Q over pairs at least three minutes apart; one-sided. */
  readonly turns: number;
  readonly turnsFar: number;
  /** p of near pairs alternating more than taking turns would make them, by what all pairs say: slips of common causes. */
  readonly common: number;
  /** Whether the order of the two is beyond chance, at the given threshold for all pairs and the fixed one for far pairs. */
  readonly hasOrder: (threshold: number) => boolean;
}

/** A far pair must not speak against the rest; this is what it may look like. */
const farOrderThreshold = 0.2;
/** Permutations that give the same sum in another order of adding must count as equal. */
const rounding = 1e-10;

/** O(draws * pairs). */
export const testLabels = (pairs: LabelPairs, random: Random): LabelTests => {
  const labels = pairs.labels.slice();
  const observed = new Float64Array(5);
  computeStatistics(pairs, labels, observed);
  const [turns = 0, turnsFar = 0, order = 0, orderFar = 0, common = 0] = observed;
  const scale = pairs.turnWeights.reduce((sum, one) => sum + one, 0) * rounding;
  const commonScale = pairs.commonWeights.reduce((sum, one) => sum + one, scale / rounding) * rounding;
  const orderScale = pairs.orderWeights.reduce((sum, one) => sum + Math.abs(one), 0) * rounding;
  let turnsAtLeast = 1;
  let turnsFarAtLeast = 1;
  let orderAtLeast = 1;
  let orderFarAtLeast = 1;
  let commonAtLeast = 1;
  const drawn = new Float64Array(5);
  for (let draw = 0; draw < labelDraws; draw += 1) {
    shuffle(labels, random);
    computeStatistics(pairs, labels, drawn);
    if ((drawn[0] ?? 0) >= turns - scale) turnsAtLeast += 1;
    if ((drawn[1] ?? 0) >= turnsFar - scale) turnsFarAtLeast += 1;
    if (Math.abs(drawn[2] ?? 0) >= Math.abs(order) - orderScale) orderAtLeast += 1;
    if (Math.abs(drawn[3] ?? 0) >= Math.abs(orderFar) - orderScale) orderFarAtLeast += 1;
    if ((drawn[4] ?? 0) >= common - commonScale) commonAtLeast += 1;
  }
  const p = (atLeast: number): number => atLeast / (labelDraws + 1);
  return {
    turns: p(turnsAtLeast),
    turnsFar: p(turnsFarAtLeast),
    common: p(commonAtLeast),
    hasOrder: (threshold) =>
      p(orderAtLeast) <= threshold &&
      p(orderFarAtLeast) <= farOrderThreshold &&
      Math.sign(order) === Math.sign(orderFar),
  };
};

/** Q, Q far, D, D far, B for these labels. */
const computeStatistics = (pairs: LabelPairs, labels: Uint8Array, into: Float64Array): void => {
  const { share, firstPair, farUntil, earlier, turnWeights, commonWeights, commonShare } = pairs;
  const { orderWeights, farOrderWeights } = pairs;
  let turns = 0;
  let turnsFar = 0;
  let order = 0;
  let orderFar = 0;
  let common = 0;
  for (let event = 0; event < labels.length; event += 1) {
    const label = labels[event] ?? 0;
    const from = firstPair[event] ?? 0;
    const far = farUntil[event] ?? 0;
    const until = firstPair[event + 1] ?? 0;
    let farSum = 0;
    for (let pair = from; pair < far; pair += 1)
      farSum += (turnWeights[pair] ?? 0) * ((labels[earlier[pair] ?? 0] ?? 0) - share);
    let sum = farSum;
    let commonSum = 0;
    for (let pair = far; pair < until; pair += 1) {
      const centred = (labels[earlier[pair] ?? 0] ?? 0) - share;
      sum += (turnWeights[pair] ?? 0) * centred;
      commonSum += (commonWeights[pair] ?? 0) * centred;
    }
    turnsFar -= (label - share) * farSum;
    turns -= (label - share) * sum;
    common -= (label - share) * commonSum;
    if (label === 0) {
      order += orderWeights[event] ?? 0;
      orderFar += farOrderWeights[event] ?? 0;
    }
  }
  into[0] = turns;
  into[1] = turnsFar;
  into[2] = order;
  into[3] = orderFar;
  into[4] = common - commonShare * turns;
};
