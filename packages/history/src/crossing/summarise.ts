/** How many looks, how long, how often never unlocked: the figures of one history by itself. */
import type { ScreenSession } from "../phone/screen-session.ts";
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

/** O(n log n); eight bytes a session. */
export const summariseSessions = (sessions: Iterable<ScreenSession>): HistorySummary => {
  let durations = new Float64Array(1024);
  let ended = 0;
  let count = 0;
  let neverUnlocked = 0;
  let unknown = 0;
  let under15 = 0;
  let under30 = 0;
  for (const { from, until, unlocked } of sessions) {
    count++;
    if (unlocked === null) unknown++;
    else if (!unlocked) neverUnlocked++;
    if (until === null) continue;
    if (ended === durations.length) {
      const more = new Float64Array(ended * 2);
      more.set(durations);
      durations = more;
    }
    durations[ended++] = until - from;
    if (until - from < GLANCE_UNDER_MS) under15++;
    if (until - from < CHECK_UNDER_MS) under30++;
  }
  const sorted = durations.subarray(0, ended).sort();
  const median = ((sorted[(ended - 1) >> 1] ?? NaN) + (sorted[ended >> 1] ?? NaN)) / 2 / 1000;
  return {
    sessions: count,
    withoutEnd: count - ended,
    medianSeconds: ended === 0 ? null : median,
    shareUnder15s: ended === 0 ? null : under15 / ended,
    shareUnder30s: ended === 0 ? null : under30 / ended,
    shareNeverUnlocked: count === 0 || unknown > 0 ? null : neverUnlocked / count,
  };
};
