/**
 * Crossing: looks and minutes with their exposure, in time together and apart.
 *
 * A look counts where it begins; its minutes count where they lie. Exposure is the time in which the sources looked: stretches of
 * which nothing is known belong to neither side. A look is never a moment: only its owner may say so.
 * Limits: counts alone; how sure a difference is, is for the statistics to say.
 */
import {
  intersectIntervals,
  mergeIntervals,
  subtractIntervals,
  totalLengthMs,
  type Instant,
  type Interval,
} from "@undivided/domain";
import type { ScreenSession } from "../phone/screen-session.ts";

export interface Side {
  readonly looks: number;
  /** Of use, of the sessions whose end is known. */
  readonly useMs: number;
  readonly exposureMs: number;
}

export interface Crossing {
  readonly together: Side;
  readonly apart: Side;
  /** Looks that begin where nothing is known: on neither side. */
  readonly outside: number;
}

/** `sessions` in time order, as a history gives them. O(sessions + intervals). */
export const crossHistory = (
  sessions: Iterable<ScreenSession>,
  observed: readonly Interval<Instant>[],
  together: readonly Interval<Instant>[],
): Crossing => {
  const known = mergeIntervals(observed);
  const togetherKnown = intersectIntervals(known, together);
  const apartKnown = subtractIntervals(known, together);
  const placeLook = createPlacer(observed, together);
  const togetherUse = createTrack(togetherKnown);
  const apartUse = createTrack(apartKnown);
  const count = { together: 0, apart: 0, outside: 0 };
  const useMs = { together: 0, apart: 0 };
  for (const { from, until } of sessions) {
    count[placeLook(from)]++;
    if (until === null) continue;
    useMs.together += togetherUse.overlapMs(from, until);
    useMs.apart += apartUse.overlapMs(from, until);
  }
  return {
    together: { looks: count.together, useMs: useMs.together, exposureMs: totalLengthMs(togetherKnown) },
    apart: { looks: count.apart, useMs: useMs.apart, exposureMs: totalLengthMs(apartKnown) },
    outside: count.outside,
  };
};

export type Place = "together" | "apart" | "outside";

/** Says where looks begin; asked in time order. */
export const createPlacer = (
  observed: readonly Interval<Instant>[],
  together: readonly Interval<Instant>[],
): ((at: Instant) => Place) => {
  const inKnown = createTrack(mergeIntervals(observed));
  const inTogether = createTrack(mergeIntervals(together));
  return (at) => {
    if (!inKnown.holds(at)) return "outside";
    return inTogether.isWithin(at) ? "together" : "apart";
  };
};

interface TrackPiece extends Interval<Instant> {
  readonly index: number;
}

/** Asks a set of intervals for times that never run backwards. */
export const createTrack = (set: readonly Interval<Instant>[]) => {
  let index = 0;
  const moveTo = (at: Instant): Interval<Instant> | undefined => {
    for (let one = set[index]; one !== undefined && one.until < at; one = set[++index]);
    return set[index];
  };
  const pieces = (from: Instant, until: Instant): readonly TrackPiece[] => {
    moveTo(from);
    const found: TrackPiece[] = [];
    for (let next = index; next < set.length; next++) {
      const one = set[next];
      if (one === undefined || one.from >= until) break;
      const piece = { from: one.from > from ? one.from : from, until: one.until < until ? one.until : until };
      if (piece.from < piece.until) found.push({ ...piece, index: next });
    }
    return found;
  };
  const overlapMs = (from: Instant, until: Instant): number =>
    pieces(from, until).reduce((sum, piece) => sum + piece.until - piece.from, 0);
  return {
    /** With the end: a history is known up to and with its last event. */
    holds: (at: Instant): boolean => (moveTo(at)?.from ?? Infinity) <= at,
    isWithin: (at: Instant): boolean => {
      moveTo(at);
      const ended = set[index];
      const here = ended !== undefined && ended.until === at ? set[index + 1] : ended;
      return here !== undefined && here.from <= at && at < here.until;
    },
    overlapMs,
    /** What lies of from…until within the set, piece by piece, with the place in the set. */
    pieces,
  };
};
