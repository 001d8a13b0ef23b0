/** Slips of two people as the guard looks at them: window by window, in hours from each window's start. */
import { type PointData, swapStreams } from "../points/point-data.ts";

export interface GuardWindow {
  /** Hours. */
  readonly length: number;
  /** Hours from the window's start, ascending. */
  readonly times: readonly number[];
  /** Who slipped, 0 or 1, for each time. */
  readonly marks: readonly number[];
}

/**
 * The windows, with the streams in an order that does not depend on which was named first: the guard's answer, to the last
 * random draw, is the same for both. `hoursPerUnit` turns the points' unit into hours.
 */
export const toGuardWindows = (points: PointData, hoursPerUnit: number): readonly GuardWindow[] => {
  const { times, marks, windows, eventsUntil } = isInOrder(points) ? points : swapStreams(points);
  return windows.map(({ start, end }, index) => {
    const from = index === 0 ? 0 : (eventsUntil[index - 1] ?? 0);
    const until = eventsUntil[index] ?? 0;
    return {
      length: (end - start) * hoursPerUnit,
      times: Array.from(times.subarray(from, until), (time) => (time - start) * hoursPerUnit),
      marks: Array.from(marks.subarray(from, until)),
    };
  });
};

/** The stream with the first event that the other does not share is the first. */
const isInOrder = ({ times, marks }: PointData): boolean => {
  for (let i = 0; i < times.length; i += 1) {
    if (times[i] !== times[i + 1]) return marks[i] === 0;
    i += 1;
  }
  return true;
};
