/**
 * One time out of two: lays the taps of the other phone over one's own.
 *
 * Each phone decides for itself from what it has: its own record, and the other's signals or taps. Nothing is negotiated, so
 * it works whenever the other's come, in any order, also weeks later.
 */
import {
  addToInstant,
  intersectIntervals,
  mergeIntervals,
  subtractIntervals,
  togetherIntervals,
  totalLengthMs,
  type BothPhones,
  type Instant,
  type Interval,
  type RecordId,
  type TogetherRecord,
} from "@undivided/domain";
import type { Heard, SessionDocument } from "../own/documents.ts";
import type { Taps } from "../ours/documents.ts";
import { postedOf, type OursView } from "../ours/ours-view.ts";
import { estimateOffset, type ClockOffset } from "./clock-offset.ts";

/** Less is two who passed each other. A rule of this product. */
export const MIN_JOINED_MS = 60_000;

/** The other's side of some time together that has ended. */
export interface OtherSide {
  readonly signals: RecordId;
  /** Under which its taps stand, or will. */
  readonly taps: RecordId;
  readonly heard: readonly Heard[];
  readonly tapped: Taps;
}

/** Taps that stand alone say more than the signals before them. */
export const otherSides = (ours: OursView): readonly OtherSide[] => {
  const sides = new Map<RecordId, OtherSide>();
  for (const { id, document } of postedOf(ours.theirs, "signals")) {
    sides.set(id, { signals: id, taps: document.taps, heard: document.heard, tapped: document });
  }
  for (const { id, document } of postedOf(ours.theirs, "taps")) {
    sides.set(document.signals, {
      ...{ signals: document.signals, taps: id, heard: document.heard },
      tapped: document.view,
    });
  }
  return [...sides.values()].filter(({ tapped }) => tapped.end !== null && isInOrder(tapped));
};

/** What comes from the other may say anything. */
const isInOrder = ({ start, pauses, end }: Taps): boolean =>
  end !== null && start <= end && pauses.every(({ from, until }) => start <= from && from <= (until ?? end));

/** When the other was in it, on this phone's clock. */
const onMyClock = ({ start, pauses, end }: Taps, { offsetMs }: ClockOffset): readonly Interval<Instant>[] => {
  if (end === null) return [];
  const whole = subtractIntervals(
    [{ from: start, until: end }],
    pauses.map((one) => ({ from: one.from, until: one.until ?? end })),
  );
  return whole.map(({ from, until }) => ({
    from: addToInstant(from, -offsetMs),
    until: addToInstant(until, -offsetMs),
  }));
};

/** Null if nothing of the other's lies over it. The other may have begun twice; the longest names it. */
export const joinTimes = (
  record: TogetherRecord,
  session: SessionDocument,
  sides: readonly OtherSide[],
): BothPhones | null => {
  const own = togetherIntervals(record);
  const joined = sides.flatMap((side) => {
    const offset = estimateOffset({
      ...{ mine: session.heard, theirSignals: side.signals },
      ...{ theirs: side.heard, mySignals: session.signals },
    });
    if (offset === null) return [];
    const overlap = intersectIntervals(own, onMyClock(side.tapped, offset));
    const lengthMs = totalLengthMs(overlap);
    return lengthMs < MIN_JOINED_MS ? [] : [{ side, offset, overlap, lengthMs }];
  });
  const [longest] = joined.toSorted(
    (one, other) => other.lengthMs - one.lengthMs || (one.side.taps < other.side.taps ? -1 : 1),
  );
  if (longest === undefined) return null;
  return {
    type: "both-phones",
    other: longest.side.taps,
    taps: session.taps,
    overlap: mergeIntervals(joined.flatMap((one) => one.overlap)),
    clockOffsetMs: longest.offset.offsetMs,
    clockErrorMs: longest.offset.errorMs,
  };
};
