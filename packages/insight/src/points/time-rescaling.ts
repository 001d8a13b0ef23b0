/**
 * Does a fitted intensity describe the data? Time rescaling: the compensator's increments between events of a stream are
 * independent exponentials with mean 1 if the model holds.
 *
 * Source: Brown, Barbieri, Ventura, Kass & Frank, Neural Computation 14 (2002); the test is Kolmogorov's.
 * Limits: parameters fitted to the same data make the p-value too large; a small one still speaks against the model.
 */
import { type ExcitationParams, toFlat } from "./log-likelihood.ts";
import type { PointData } from "./point-data.ts";

/** The compensator's increment up to each event of each stream, from the event before it or the first window's start. Gaps between windows count nothing. */
export const compensatorIncrements = (points: PointData, params: ExcitationParams): readonly (readonly number[])[] => {
  const flat = toFlat(params);
  const beta = Math.LN2 / params.halfLife;
  const since = [0, 0];
  const sums = [0, 0];
  const jumps = [0, 0];
  const increments: number[][] = points.counts.map(() => []);
  let last = points.windows[0]?.start ?? 0;
  const advance = (to: number, isSeen: boolean): void => {
    const decay = Math.exp(-beta * (to - last));
    for (const stream of [0, 1]) {
      const sum = (sums[stream] ?? 0) + (jumps[stream] ?? 0);
      if (isSeen) {
        const followers = sum * -Math.expm1(-beta * (to - last));
        for (const target of [0, 1])
          since[target] = (since[target] ?? 0) + (flat[2 + 2 * target + stream] ?? 0) * followers;
      }
      sums[stream] = sum * decay;
      jumps[stream] = 0;
    }
    if (isSeen) for (const target of [0, 1]) since[target] = (since[target] ?? 0) + (flat[target] ?? 0) * (to - last);
    last = to;
  };
  let event = 0;
  for (const [index, window] of points.windows.entries()) {
    advance(window.start, false);
    for (; event < (points.eventsUntil[index] ?? 0); event += 1) {
      const time = points.times[event] ?? 0;
      const stream = points.marks[event] ?? 0;
      if (time > last) advance(time, true);
      increments[stream]?.push(since[stream] ?? 0);
      since[stream] = 0;
      jumps[stream] = 1;
    }
    advance(window.end, true);
  }
  return increments;
};

export interface RescalingCheck {
  /** Largest distance between the increments' distribution and the exponential, 0 to 1. */
  readonly distance: number;
  /** Chance of so large a distance if the model were true and known beforehand. */
  readonly p: number;
}

/** One check a stream. */
export const checkRescaling = (points: PointData, params: ExcitationParams): readonly RescalingCheck[] =>
  compensatorIncrements(points, params).map((increments) => {
    const sorted = increments.map((one) => -Math.expm1(-one)).sort((a, b) => a - b);
    const count = sorted.length;
    const distance = sorted.reduce((top, one, i) => Math.max(top, (i + 1) / count - one, one - i / count), 0);
    return { distance, p: kolmogorovTail(distance, count) };
  });

/** Upper tail of Kolmogorov's distance, with Stephens' correction for small counts (J. R. Statist. Soc. B 32, 1970). */
const kolmogorovTail = (distance: number, count: number): number => {
  const root = Math.sqrt(count);
  const x = (root + 0.12 + 0.11 / root) * distance;
  if (x < 0.3) return 1;
  let sum = 0;
  for (let k = 1; k <= 100; k += 1) sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * x * x);
  return Math.min(1, Math.max(0, sum));
};
