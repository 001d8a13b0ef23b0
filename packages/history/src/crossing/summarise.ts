/**
 * How many looks, how long, how often never unlocked: the figures of one history by itself.
 *
 * The median is exact and needs no list: one run counts lengths by the second, a second one by the millisecond within the seconds
 * that hold the middle. No look is longer than `MAX_LOOK_MS`.
 */
import type { ScreenSession } from "../phone/screen-session.ts";
import { MAX_LOOK_MS } from "../phone/screen-session.ts";
import { CHECK_UNDER_MS, GLANCE_UNDER_MS } from "../phone/session-class.ts";

export interface HistorySummary {
  readonly sessions: number;
  /** Sessions whose end the source did not see: in `sessions`, but in no figure of length. */
  readonly withoutEnd: number;
  /** Null without a session of known length. */
  readonly medianSeconds: number | null;
  readonly shareUnder15s: number | null;
  readonly shareUnder30s: number | null;
  /** Null as soon as it cannot be known of one session. */
  readonly shareNeverUnlocked: number | null;
}

const SECOND_MS = 1000;

/** `sessions` makes them anew at each call, the same ones in any order; none is kept. O(n), in memory that does not grow. */
export const summariseSessions = (sessions: () => Iterable<ScreenSession>): HistorySummary => {
  const bySecond = new Uint32Array(MAX_LOOK_MS / SECOND_MS + 1);
  let ended = 0;
  let count = 0;
  let neverUnlocked = 0;
  let unknown = 0;
  let under15 = 0;
  let under30 = 0;
  for (const { from, until, unlocked } of sessions()) {
    count++;
    if (unlocked === null) unknown++;
    else if (!unlocked) neverUnlocked++;
    if (until === null) continue;
    ended++;
    addOne(bySecond, secondOf(until - from));
    if (until - from < GLANCE_UNDER_MS) under15++;
    if (until - from < CHECK_UNDER_MS) under30++;
  }
  return {
    sessions: count,
    withoutEnd: count - ended,
    medianSeconds: ended === 0 ? null : medianMs(sessions, bySecond, ended) / 1000,
    shareUnder15s: ended === 0 ? null : under15 / ended,
    shareUnder30s: ended === 0 ? null : under30 / ended,
    shareNeverUnlocked: count === 0 || unknown > 0 ? null : neverUnlocked / count,
  };
};

const secondOf = (ms: number): number => Math.min(Math.floor(ms / SECOND_MS), MAX_LOOK_MS / SECOND_MS);

const addOne = (counts: Uint32Array, at: number): void => {
  counts[at] = (counts[at] ?? 0) + 1;
};

/** Where the one of `rank`, from 0 on, lies in counted values, and its rank there. */
const findRank = (counts: Uint32Array, rank: number): { readonly index: number; readonly rest: number } => {
  let rest = rank;
  let index = 0;
  for (; rest >= (counts[index] ?? Infinity); index++) rest -= counts[index] ?? 0;
  return { index, rest };
};

const medianMs = (sessions: () => Iterable<ScreenSession>, bySecond: Uint32Array, ended: number): number => {
  const low = findRank(bySecond, (ended - 1) >> 1);
  const high = findRank(bySecond, ended >> 1);
  const inLow = new Uint32Array(SECOND_MS);
  const inHigh = new Uint32Array(SECOND_MS);
  for (const { from, until } of sessions()) {
    if (until === null) continue;
    const second = secondOf(until - from);
    const rest = until - from - second * SECOND_MS;
    if (second === low.index) addOne(inLow, rest);
    if (second === high.index) addOne(inHigh, rest);
  }
  const valueOf = ({ index, rest }: typeof low, within: Uint32Array): number =>
    index * SECOND_MS + findRank(within, rest).index;
  return (valueOf(low, inLow) + valueOf(high, inHigh)) / 2;
};
