/**
 * Looks and their minutes stretch by stretch, together and apart: what the statistics need in order to know how looks cluster.
 *
 * A stretch is a time together, or the time apart between two of them, cut at midnight of UTC so that none is longer than a day. Where
 * there are very many, neighbours are put together.
 */
import { intersectIntervals, parseEpochMs, subtractIntervals, type Instant, type Interval } from "@undivided/domain";
import type { ScreenSession } from "../phone/screen-session.ts";
import { createTrack } from "./cross.ts";

export interface LookStretch {
  readonly count: number;
  /** Minutes of use that lie in it, of the sessions whose end is known. */
  readonly useMinutes: number;
  /** Above 0. */
  readonly hours: number;
}

export interface LookStretches {
  readonly together: readonly LookStretch[];
  readonly apart: readonly LookStretch[];
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** A year of evenings: beyond it more stretches cost time and add nothing that could be seen. */
const MAX_STRETCHES = 400;

/** `sessions` in time order. Looks that begin where nothing is known are in no stretch. */
export const toLookStretches = (
  sessions: Iterable<ScreenSession>,
  observed: readonly Interval<Instant>[],
  together: readonly Interval<Instant>[],
): LookStretches => {
  const pieces = [
    ...intersectIntervals(observed, together).map((piece) => ({ piece, isTogether: true })),
    ...subtractIntervals(observed, together)
      .flatMap(cutAtMidnight)
      .map((piece) => ({ piece, isTogether: false })),
  ].sort((a, b) => a.piece.from - b.piece.from);
  const counts = new Float64Array(pieces.length);
  const useMs = new Float64Array(pieces.length);
  const track = createTrack(pieces.map(({ piece }) => piece));
  let index = 0;
  for (const { from, until } of sessions) {
    if (until !== null) {
      for (const use of track.pieces(from, until)) useMs[use.index] = (useMs[use.index] ?? 0) + use.until - use.from;
    }
    while ((pieces[index]?.piece.until ?? Infinity) <= from) {
      // The last event of a history belongs to it, though intervals are half-open.
      const isLast = pieces[index]?.piece.until === from && (pieces[index + 1]?.piece.from ?? Infinity) > from;
      if (isLast) break;
      index++;
    }
    if ((pieces[index]?.piece.from ?? Infinity) <= from) counts[index] = (counts[index] ?? 0) + 1;
  }
  const sideOf = (isTogether: boolean): readonly LookStretch[] =>
    joinNeighbours(
      pieces.flatMap((one, at) =>
        one.isTogether === isTogether
          ? [
              {
                count: counts[at] ?? 0,
                useMinutes: (useMs[at] ?? 0) / MINUTE_MS,
                hours: (one.piece.until - one.piece.from) / HOUR_MS,
              },
            ]
          : [],
      ),
    );
  return { together: sideOf(true), apart: sideOf(false) };
};

const cutAtMidnight = ({ from, until }: Interval<Instant>): readonly Interval<Instant>[] => {
  const pieces: Interval<Instant>[] = [];
  let start = from;
  while (start < until) {
    const midnight = parseEpochMs((Math.floor(start / DAY_MS) + 1) * DAY_MS);
    const end = midnight.type === "ok" && midnight.value < until ? midnight.value : until;
    pieces.push({ from: start, until: end });
    start = end;
  }
  return pieces;
};

const joinNeighbours = (stretches: readonly LookStretch[]): readonly LookStretch[] => {
  const size = Math.ceil(stretches.length / MAX_STRETCHES);
  if (size <= 1) return stretches;
  const joined: LookStretch[] = [];
  for (let start = 0; start < stretches.length; start += size) {
    const group = stretches.slice(start, start + size);
    joined.push({
      count: group.reduce((sum, one) => sum + one.count, 0),
      useMinutes: group.reduce((sum, one) => sum + one.useMinutes, 0),
      hours: group.reduce((sum, one) => sum + one.hours, 0),
    });
  }
  return joined;
};
