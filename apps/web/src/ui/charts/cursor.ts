/**
 * Walking a timeline by keyboard: a small step, a step to the next change, or an end.
 *
 * Arrows walk a hundredth of what is shown (with Shift a tenth of that), Page keys jump to the next `stop` (a change
 * or a moment), Home and End go to the ends of the recording.
 */
import { clampTo, lengthOf, type TimeWindow } from "./window.ts";

export interface CursorKey {
  readonly key: string;
  readonly shift: boolean;
}

/** Two stops closer than this are one: landing on a stop must not find the same stop again. */
const sameStopMs = 1;

export const nextStop = (stops: readonly number[], at: number): number | undefined =>
  stops.find((stop) => stop > at + sameStopMs);

export const previousStop = (stops: readonly number[], at: number): number | undefined =>
  stops.findLast((stop) => stop < at - sameStopMs);

/** Where `key` leads from `at`; `null` where the key is none of ours. `stops` ascend. */
export const walk = (
  whole: TimeWindow,
  view: TimeWindow,
  stops: readonly number[],
  at: number,
  { key, shift }: CursorKey,
): number | null => {
  const step = lengthOf(view) / (shift ? 1000 : 100);
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return clampTo(whole, at + step);
    case "ArrowLeft":
    case "ArrowDown":
      return clampTo(whole, at - step);
    case "PageDown":
      return nextStop(stops, at) ?? whole.until;
    case "PageUp":
      return previousStop(stops, at) ?? whole.from;
    case "Home":
      return whole.from;
    case "End":
      return whole.until;
    default:
      return null;
  }
};
