/**
 * Clock offset: how far the other phone's clock is ahead of this one, from when each heard what the other wrote.
 *
 * Method: what was written at `sentAt` of one clock cannot have been here before it was written, so every message gives one
 * bound, and messages both ways give an interval (Cristian 1989; the minimum filter of NTP, RFC 5905, section 10). The
 * tightest bound of each direction is kept. Answers ride on taps that happen anyway: no message is sent for this.
 * Error: half the interval, at most half of the shortest way there and back; nothing is assumed about the ways being alike.
 * Where the interval holds zero, zero is taken: phones set their clocks by the network, and a wide interval of two offline
 * phones says nothing against that. The error is then the farther end of the interval.
 * Limits: a clock that was set during the time together gives an empty interval; then nothing is laid over each other.
 */
import type { RecordId } from "@undivided/domain";
import type { Heard } from "../own/documents.ts";

export interface ClockOffset {
  /** Added to an own time it gives the other's. */
  readonly offsetMs: number;
  readonly errorMs: number;
}

/** Beyond it two evenings could not be told apart. A rule of this product. */
export const MAX_OFFSET_ERROR_MS = 120_000;

/** Rounding, and a clock that is corrected by the network in between. */
const SLACK_MS = 2_000;

/** What is said where nothing was heard at all: a year, the most that a record can say. */
const UNKNOWN_ERROR_MS = 366 * 86_400_000;

interface Sides {
  /** What I heard, and the name of the other's signals. */
  readonly mine: readonly Heard[];
  readonly theirSignals: RecordId;
  /** What the other heard, and the name of my signals. */
  readonly theirs: readonly Heard[];
  readonly mySignals: RecordId;
}

/** Null if the two cannot be laid over each other. */
export const estimateOffset = ({ mine, theirSignals, theirs, mySignals }: Sides): ClockOffset | null => {
  const lower = mine.filter(({ of }) => of === theirSignals).map(({ sentAt, at }) => sentAt - at);
  const upper = theirs.filter(({ of }) => of === mySignals).map(({ sentAt, at }) => at - sentAt);
  const low = Math.max(-Infinity, ...lower);
  const high = Math.min(Infinity, ...upper);
  if (low > high + SLACK_MS) return null;
  if (low <= 0 && high >= 0) {
    const errorMs = Math.max(-low, high);
    return { offsetMs: 0, errorMs: Math.min(UNKNOWN_ERROR_MS, errorMs) };
  }
  const errorMs = Math.ceil(Math.abs(high - low) / 2);
  return errorMs <= MAX_OFFSET_ERROR_MS ? { offsetMs: Math.round((low + high) / 2), errorMs } : null;
};
