/**
 * The pairs of slips that the label tests look at, and their weights. They depend on the pooled times alone, never on whose
 * slip it was: that is what makes permuting the labels exact.
 */
import type { GuardWindow } from "./guard-windows.ts";
import { commonKernel, createKernelSum, farLag, lagRounding, longestLag, pairKernel } from "./pair-kernel.ts";

/** Pairs within one window, not at the same time, up to an hour apart. Events are numbered through all windows. */
export interface LabelPairs {
  readonly labels: Uint8Array;
  /** Share of the second stream's events. */
  readonly share: number;
  /** For event i, its pairs with earlier events are those from `firstPair[i]` up to `firstPair[i + 1]`, nearest last. */
  readonly firstPair: Int32Array;
  /** Those of them that are far apart come first, and end here. */
  readonly farUntil: Int32Array;
  readonly earlier: Int32Array;
  /** Weight of each pair for taking turns. */
  readonly turnWeights: Float64Array;
  /** Weight of each near pair for coming from one cause outside, 0 for a far pair. */
  readonly commonWeights: Float64Array;
  /** Multiple of the weights for taking turns that comes nearest to these: what taking turns alone would give near pairs. */
  readonly commonShare: number;
  /** The rate that each event's pairs are weighted by: a pair's weight times this is its kernel. */
  readonly rates: Float64Array;
  /** Kernel over later events minus kernel over earlier events, for each event: all pairs, and far pairs. */
  readonly orderWeights: Float64Array;
  readonly farOrderWeights: Float64Array;
}

/** Share of the plain rate, and of the recent past, in the rate that weighs a pair. */
const plainShare = 0.6;
const recentShare = 0.4;

/** The multiple of `by` that comes nearest to `weights`; 0 where there is no pair. */
const shareOf = (weights: readonly number[], by: readonly number[]): number => {
  const below = by.reduce((sum, one) => sum + one * one, 0);
  return below === 0 ? 0 : weights.reduce((sum, one, pair) => sum + one * (by[pair] ?? 0), 0) / below;
};

/** O(pairs). */
export const collectLabelPairs = (windows: readonly GuardWindow[]): LabelPairs => {
  const count = windows.reduce((sum, window) => sum + window.times.length, 0);
  const hours = windows.reduce((sum, window) => sum + window.length, 0);
  const labels = Uint8Array.from(windows.flatMap((window) => window.marks));
  const firstPair = new Int32Array(count + 1);
  const farUntil = new Int32Array(count);
  const orderWeights = new Float64Array(count);
  const farOrderWeights = new Float64Array(count);
  const rates = new Float64Array(count);
  const earlier: number[] = [];
  const turnWeights: number[] = [];
  const commonWeights: number[] = [];
  let offset = 0;
  for (const { times } of windows) {
    const recent = createKernelSum();
    let now = 0;
    let entered = 0;
    let oldest = 0;
    for (const [i, time] of times.entries()) {
      const event = offset + i;
      // Strictly earlier events only, all of the window.
      for (let next = times[entered]; next !== undefined && next < time; next = times[(entered += 1)]) {
        recent.advance(next - now);
        now = next;
        recent.add();
      }
      recent.advance(time - now);
      now = time;
      const rate = plainShare * (count / hours) + recentShare * recent.value();
      rates[event] = rate;
      while (time - (times[oldest] ?? 0) > longestLag + lagRounding) oldest += 1;
      firstPair[event] = earlier.length;
      farUntil[event] = earlier.length;
      for (let j = oldest; j < entered; j += 1) {
        const lag = time - (times[j] ?? 0);
        const kernel = pairKernel(lag);
        earlier.push(offset + j);
        turnWeights.push(kernel / rate);
        const isFar = lag >= farLag - lagRounding;
        commonWeights.push(isFar ? 0 : commonKernel(lag) / rate);
        orderWeights[event] = (orderWeights[event] ?? 0) - kernel;
        orderWeights[offset + j] = (orderWeights[offset + j] ?? 0) + kernel;
        if (isFar) {
          farUntil[event] = earlier.length;
          farOrderWeights[event] = (farOrderWeights[event] ?? 0) - kernel;
          farOrderWeights[offset + j] = (farOrderWeights[offset + j] ?? 0) + kernel;
        }
      }
    }
    offset += times.length;
  }
  firstPair[count] = earlier.length;
  return {
    labels,
    share: labels.reduce((sum, label) => sum + label, 0) / count,
    firstPair,
    farUntil,
    earlier: Int32Array.from(earlier),
    turnWeights: Float64Array.from(turnWeights),
    commonWeights: Float64Array.from(commonWeights),
    commonShare: shareOf(commonWeights, turnWeights),
    rates,
    orderWeights,
    farOrderWeights,
  };
};
