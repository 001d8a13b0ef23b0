/**
 * Hybrid logical clock: stamps that follow the wall clock where it can be trusted, and what was seen where it cannot.
 *
 * Method: Kulkarni et al., "Logical Physical Clocks" (2014), with two changes for phones whose clocks are wrong by years. A
 * stamp from further ahead than `MAX_DRIFT_MS` is kept but never moves the own clock, so that one broken clock does not drag
 * all others along. And whoever changes something that they have seen is stamped after it, however far ahead that is
 * (`stampAfter`), so that a person's edit always shows.
 * Limits: two edits made apart are ordered by wrong clocks wrongly. A modified app may stamp with the highest value there is
 * and keep one shared field for itself; it could as well write that field again each time.
 */
import type { Instant } from "@undivided/domain";

export interface Stamp {
  /** Milliseconds since 1970, 0 to `MAX_STAMP_MS`. */
  readonly ms: number;
  /** Orders stamps of one millisecond, 0 to `MAX_TICK`. */
  readonly tick: number;
}

/** 48 bits: the year 10889. */
export const MAX_STAMP_MS = 2 ** 48 - 1;
export const MAX_TICK = 2 ** 16 - 1;

/** A day: more than any time zone entered by mistake, less than a wrong date. */
export const MAX_DRIFT_MS = 86_400_000;

export const FIRST_STAMP: Stamp = { ms: 0, tick: 0 };

/** Below 0 if `one` is earlier. Stamps of two devices may be equal. */
export const compareStamps = (one: Stamp, other: Stamp): number => one.ms - other.ms || one.tick - other.tick;

/** The stamp of something new: later than `last`, and not before the wall clock. */
export const nextStamp = (last: Stamp, wall: Instant): Stamp =>
  wall > last.ms ? { ms: Math.min(MAX_STAMP_MS, wall), tick: 0 } : successor(last);

/** The stamp of a change to something that was seen with the stamp `seen`: also later than that. */
export const stampAfter = (last: Stamp, wall: Instant, seen: Stamp): Stamp => {
  const next = nextStamp(last, wall);
  return compareStamps(next, seen) > 0 ? next : successor(seen);
};

/** The clock after a stamp from another device has been seen. */
export const observeStamp = (last: Stamp, seen: Stamp, wall: Instant): Stamp =>
  seen.ms > wall + MAX_DRIFT_MS || compareStamps(seen, last) <= 0 ? last : seen;

/** At the very end of time it stays. */
const successor = ({ ms, tick }: Stamp): Stamp => {
  if (tick < MAX_TICK) return { ms, tick: tick + 1 };
  return ms < MAX_STAMP_MS ? { ms: ms + 1, tick: 0 } : { ms, tick };
};
