/** What can be said at once, before anything is estimated: plain counts, and how much time they come from. */
import { togetherIntervals, totalLengthMs, verdictOf, type KnownRecord } from "@undivided/domain";

export interface FirstCounts {
  readonly times: number;
  /** Between the taps, less pauses. */
  readonly hours: number;
  /** Counted, sensed or logged. */
  readonly moments: number;
  readonly goodMoments: number;
  readonly bids: number;
  readonly checkIns: number;
}

const HOUR_MS = 3_600_000;

/** O(records). */
export const countFirst = (records: readonly KnownRecord[]): FirstCounts => {
  const counts = { times: 0, hours: 0, moments: 0, goodMoments: 0, bids: 0, checkIns: 0 };
  for (const record of records) {
    if (record.type === "together" && record.end !== null) {
      counts.times += 1;
      counts.hours += totalLengthMs(togetherIntervals(record)) / HOUR_MS;
    } else if (record.type === "moment" && verdictOf(record).type === "counted") counts.moments += 1;
    else if (record.type === "good-moment") counts.goodMoments += 1;
    else if (record.type === "bid") counts.bids += 1;
    else if (record.type === "check-in") counts.checkIns += 1;
  }
  return counts;
};
