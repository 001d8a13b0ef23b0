/**
 * The stretch of time that a chart shows, in milliseconds, half-open; and how zooming and walking change it.
 */
export interface TimeWindow {
  readonly from: number;
  readonly until: number;
}

/** Closer than this a recording shows nothing more: speech comes every 32 ms, motion at most a hundred times a second. */
const narrowestMs = 1000;

export const lengthOf = ({ from, until }: TimeWindow): number => until - from;

export const clampTo = ({ from, until }: TimeWindow, at: number): number => Math.min(Math.max(at, from), until);

/** `view` moved, not stretched, so that it lies inside `whole`. */
export const keepInside = (whole: TimeWindow, view: TimeWindow): TimeWindow => {
  const length = Math.min(lengthOf(view), lengthOf(whole));
  const from = Math.min(Math.max(view.from, whole.from), whole.until - length);
  return { from, until: from + length };
};

/** `factor` below 1 comes closer. `at` keeps its place on the screen. */
export const zoomAround = (whole: TimeWindow, view: TimeWindow, at: number, factor: number): TimeWindow => {
  const narrowest = Math.min(narrowestMs, lengthOf(whole));
  const length = Math.min(Math.max(lengthOf(view) * factor, narrowest), lengthOf(whole));
  const share = lengthOf(view) > 0 ? (clampTo(view, at) - view.from) / lengthOf(view) : 0;
  return keepInside(whole, { from: at - share * length, until: at + (1 - share) * length });
};

/** Moves `view` just so far that `at` is in it, with a tenth of the view to spare. */
export const panTo = (whole: TimeWindow, view: TimeWindow, at: number): TimeWindow => {
  if (at >= view.from && at <= view.until) return view;
  const spare = lengthOf(view) / 10;
  const shift = at < view.from ? at - spare - view.from : at + spare - view.until;
  return keepInside(whole, { from: view.from + shift, until: view.until + shift });
};
