/**
 * Draws slips of two people from a known truth, in hours.
 *
 * Method: immigrants are Poisson with rate mu_i times the shared mood; each event of stream j has Poisson(n_ij) direct
 * followers in stream i after exponential delays (Hawkes & Oakes, J. Appl. Prob. 11, 1974). A follower that would fall outside
 * the windows does not happen, so the points follow `logLikelihood`'s model exactly where the mood is constant.
 * `commonRate` adds a doorbell: a cause outside that makes both slip once, each after its own short delay. Of these slips each person
 * marks a share as set off from outside; a marked one happens, and may bring others, but stands in no stream.
 */
import { drawExponential, drawPoisson, type Random } from "../chance/random.ts";
import type { ExcitationParams } from "../points/log-likelihood.ts";
import type { TimeWindow } from "../points/point-data.ts";
import { drawMood, type Mood } from "./mood.ts";

export interface PointTruth extends ExcitationParams {
  readonly mood: Mood;
  /** Common causes an hour, and how long after one each slips on average, in hours. */
  readonly commonRate: number;
  readonly commonDelay: number;
  /** Share of the slips of common causes that their owner marks, each on their own; none if not given. */
  readonly commonMarked?: number;
}

/** Windows and streams as a file or `createPointData` takes them, in hours. */
export interface SimulatedPoints {
  readonly windows: readonly TimeWindow[];
  readonly streams: readonly (readonly number[])[];
}

/** One window a day until `hours` are reached; the last one may be shorter. */
export const dailyWindows = (hours: number, windowHours: number): readonly TimeWindow[] =>
  Array.from({ length: Math.ceil(hours / windowHours - 1e-9) }, (_, day) => ({
    start: day * 24,
    end: day * 24 + Math.min(windowHours, hours - day * windowHours),
  }));

/** As many streams as `truth.mu` has rates. Each is sorted, and may be empty. */
export const simulatePoints = (truth: PointTruth, windows: readonly TimeWindow[], random: Random): SimulatedPoints => {
  const streams: number[][] = truth.mu.map(() => []);
  const waiting: { readonly time: number; readonly stream: number; readonly isMarked?: boolean }[] = [];
  const marked = truth.commonMarked ?? 0;
  for (const { start, end, factor } of drawMood(truth.mood, windows, random)) {
    truth.mu.forEach((mu, stream) => {
      for (let time = start; (time += drawExponential(random) / (mu * factor)) < end;) waiting.push({ time, stream });
    });
  }
  for (const { start, end } of windows) {
    for (let time = start; (time += drawExponential(random) / truth.commonRate) < end;) {
      const common = time;
      truth.mu.forEach((_, stream) => {
        const delayed = common + truth.commonDelay * drawExponential(random);
        waiting.push({ time: delayed, stream, isMarked: marked > 0 && random() < marked });
      });
    }
  }
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { time, stream: source, isMarked } = next;
    if (!isInside(windows, time)) continue;
    if (isMarked !== true) streams[source]?.push(time);
    streams.forEach((_, stream) => {
      const followers = drawPoisson(random, truth.n[stream]?.[source] ?? 0);
      for (let i = 0; i < followers; i += 1) {
        waiting.push({ time: time + (drawExponential(random) * truth.halfLife) / Math.LN2, stream });
      }
    });
  }
  return { windows, streams: streams.map((times) => times.sort((a, b) => a - b)) };
};

const isInside = (windows: readonly TimeWindow[], time: number): boolean => {
  let low = 0;
  let high = windows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((windows[middle]?.end ?? Infinity) < time) low = middle + 1;
    else high = middle;
  }
  return time >= (windows[low]?.start ?? Infinity);
};
