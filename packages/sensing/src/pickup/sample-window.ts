/**
 * The last stretch of one three-axis sensor, with statistics that a short burst cannot move.
 *
 * Why medians: a knock or a tap lasts up to 0.15 s and reaches 12 m/s², which turns the apparent gravity by 50°. As long as
 * bursts fill less than half of the window, the median does not see them at all.
 */
import { selectMedian } from "./median.ts";
import { distanceBetween, type Vector } from "./vector.ts";

/** More samples than this in a window are not kept; at the sample spacing below it is never reached. */
const CAPACITY = 256;

/** What a stretch of the window looked like. */
export interface WindowSummary {
  /** Axis-wise median. */
  readonly median: Vector;
  /** Median absolute deviation, scaled to a standard deviation (Gaussian), all axes together: blind to knocks too. */
  readonly spread: number;
  /** Mean absolute deviation from the median, scaled likewise: finer where readings are rounded, but sees knocks. */
  readonly meanSpread: number;
}

export interface SampleWindow {
  /** Adds one sample and forgets those older than the window. Times must increase. */
  push(atMs: number, v: Vector): void;
  clear(): void;
  /** Summary of the samples later than `sinceMs`; null if there are fewer than `fewest`. O(n). */
  summarise(sinceMs: number, fewest: number): WindowSummary | null;
  /** Largest distance of a sample later than `sinceMs` from `reference`; 0 if there is none. */
  farthest(sinceMs: number, reference: Vector): number;
}

/** For a Gaussian the median absolute deviation is 0.6745 σ, the mean one σ·√(2/π). */
const MEDIAN_DEVIATION_TO_SIGMA = 1.4826;
const MEAN_DEVIATION_TO_SIGMA = Math.sqrt(Math.PI / 2);

export const createSampleWindow = (lengthMs: number): SampleWindow => {
  const times = new Float64Array(CAPACITY);
  const axes = [new Float64Array(CAPACITY), new Float64Array(CAPACITY), new Float64Array(CAPACITY)] as const;
  const scratch = new Float64Array(CAPACITY);
  let head = 0;
  let size = 0;

  const place = (index: number): number => (head + index) % CAPACITY;

  /** Index of the first kept sample later than `sinceMs`. */
  const firstAfter = (sinceMs: number): number => {
    let index = size;
    while (index > 0 && (times[place(index - 1)] ?? 0) > sinceMs) index -= 1;
    return index;
  };

  const medianOf = (axis: Float64Array, from: number): number => {
    for (let i = from; i < size; i += 1) scratch[i - from] = axis[place(i)] ?? 0;
    return selectMedian(scratch, size - from);
  };

  /** Deviations of one axis from `centre`, left in `scratch`; returns their mean. */
  const takeDeviations = (axis: Float64Array, from: number, centre: number): number => {
    let sum = 0;
    for (let i = from; i < size; i += 1) {
      const deviation = Math.abs((axis[place(i)] ?? 0) - centre);
      scratch[i - from] = deviation;
      sum += deviation;
    }
    return sum / (size - from);
  };

  return {
    push(atMs, v) {
      while (size > 0 && (size === CAPACITY || (times[head] ?? 0) <= atMs - lengthMs)) {
        head = (head + 1) % CAPACITY;
        size -= 1;
      }
      const at = place(size);
      times[at] = atMs;
      axes[0][at] = v[0];
      axes[1][at] = v[1];
      axes[2][at] = v[2];
      size += 1;
    },
    clear() {
      size = 0;
    },
    summarise(sinceMs, fewest) {
      const from = firstAfter(sinceMs);
      if (size - from < fewest) return null;
      const median: [number, number, number] = [0, 0, 0];
      let meanSquares = 0;
      let medianSquares = 0;
      for (const [index, axis] of axes.entries()) {
        const centre = medianOf(axis, from);
        median[index] = centre;
        meanSquares += takeDeviations(axis, from, centre) ** 2;
        medianSquares += selectMedian(scratch, size - from) ** 2;
      }
      return {
        median,
        spread: MEDIAN_DEVIATION_TO_SIGMA * Math.sqrt(medianSquares),
        meanSpread: MEAN_DEVIATION_TO_SIGMA * Math.sqrt(meanSquares),
      };
    },
    farthest(sinceMs, reference) {
      let farthest = 0;
      for (let i = firstAfter(sinceMs); i < size; i += 1) {
        const at = place(i);
        const sample: Vector = [axes[0][at] ?? 0, axes[1][at] ?? 0, axes[2][at] ?? 0];
        farthest = Math.max(farthest, distanceBetween(sample, reference));
      }
      return farthest;
    },
  };
};
