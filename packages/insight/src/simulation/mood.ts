/**
 * Shared moods: how much more often both people slip at a time than on average, the same factor for both.
 *
 * A mood is piecewise constant within a window and has mean 1, so that it changes when slips happen and not how many.
 * They are the confounders that a test for mutual influence must withstand.
 */
import { drawNormal, type Random } from "../chance/random.ts";
import type { TimeWindow } from "../points/point-data.ts";

export type Mood =
  /** Always 1. */
  | { readonly type: "none" }
  /** One log-normal factor a window; `sd` is that of its logarithm. */
  | { readonly type: "evening"; readonly sd: number }
  /** Stretches of `length` hours, a quarter of them bouts in which four fifths of all slips happen. */
  | { readonly type: "bouts"; readonly length: number }
  /** Log-normal and continuous: an Ornstein-Uhlenbeck process with this correlation time in hours. */
  | { readonly type: "smooth"; readonly length: number; readonly sd: number }
  /** Rises (or falls, if below 0) linearly from 1 - slope/2 to 1 + slope/2 over all windows; between -2 and 2. */
  | { readonly type: "trend"; readonly slope: number };

/** A stretch of one window with a constant factor. */
export interface MoodStep extends TimeWindow {
  readonly factor: number;
}

const boutShare = 0.25;
const slipsInBouts = 0.8;
/** A smooth mood is drawn anew every minute, a trend every quarter of an hour. */
const minute = 1 / 60;

/** The mood's course through the windows, in hours, in order and without holes. */
export const drawMood = (mood: Mood, windows: readonly TimeWindow[], random: Random): readonly MoodStep[] => {
  switch (mood.type) {
    case "none":
      return windows.map((window) => ({ ...window, factor: 1 }));
    case "evening":
      return windows.map((window) => ({ ...window, factor: logNormal(mood.sd, drawNormal(random)) }));
    case "bouts":
      return windows.flatMap((window) =>
        cut(window, mood.length, random()).map((cell) => ({
          ...cell,
          factor: random() < boutShare ? slipsInBouts / boutShare : (1 - slipsInBouts) / (1 - boutShare),
        })),
      );
    case "smooth":
      return windows.flatMap((window) => {
        let state = drawNormal(random);
        const kept = Math.exp(-minute / mood.length);
        return cut(window, minute, 0).map((cell) => {
          state = kept * state + Math.sqrt(1 - kept * kept) * drawNormal(random);
          return { ...cell, factor: logNormal(mood.sd, state) };
        });
      });
    case "trend": {
      const from = windows[0]?.start ?? 0;
      const span = (windows.at(-1)?.end ?? 0) - from;
      return windows.flatMap((window) =>
        cut(window, 15 * minute, 0).map((cell) => ({
          ...cell,
          factor: 1 + mood.slope * (((cell.start + cell.end) / 2 - from) / span - 0.5),
        })),
      );
    }
  }
};

const logNormal = (sd: number, normal: number): number => Math.exp(sd * normal - (sd * sd) / 2);

/** Cells of `length`, the first one shortened by the share `phase`. */
const cut = ({ start, end }: TimeWindow, length: number, phase: number): readonly TimeWindow[] => {
  const cells: TimeWindow[] = [];
  let from = start;
  for (let index = 1; from < end; index += 1) {
    const to = Math.min(end, start + (index - phase) * length);
    if (to > from) cells.push({ start: from, end: to });
    from = Math.max(from, to);
  }
  return cells;
};
