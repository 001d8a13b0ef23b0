/**
 * One person's own records of a stretch of days, sorted by kind, each once.
 *
 * **Privacy:** "felt second" records are not among them: they are a feeling about a day and enter no statistic. A record of somebody else is
 * passed over, whatever it says.
 */
import {
  type BidRecord,
  type CheckInRecord,
  type CivilDate,
  dayOfRecord,
  type GoodMomentRecord,
  type KnownRecord,
  type LookBackRecord,
  type MarkedDayRecord,
  type MomentRecord,
  type PersonId,
  type RecordId,
  type ReflectionRecord,
  type TogetherRecord,
} from "@undivided/domain";

export interface OwnRecords {
  readonly moments: readonly MomentRecord[];
  readonly togethers: readonly TogetherRecord[];
  readonly bids: readonly BidRecord[];
  readonly goodMoments: readonly GoodMomentRecord[];
  readonly reflections: readonly ReflectionRecord[];
  readonly checkIns: readonly CheckInRecord[];
  readonly lookBacks: readonly LookBackRecord[];
  readonly markedDays: readonly MarkedDayRecord[];
}

/** Both days included; null: no limit. A check-in belongs to the Monday of its week. */
export interface Period {
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

/** Of records with one id the last counts. O(n). */
export const takeOwnRecords = (records: readonly KnownRecord[], owner: PersonId, { from, to }: Period): OwnRecords => {
  const byId = new Map<RecordId, KnownRecord>();
  for (const record of records) if (record.owner === owner) byId.set(record.id, record);
  const within = [...byId.values()].filter((record) => {
    const day = dayOfRecord(record);
    return (from === null || day >= from) && (to === null || day <= to);
  });
  return {
    moments: within.filter((record) => record.type === "moment"),
    togethers: within.filter((record) => record.type === "together"),
    bids: within.filter((record) => record.type === "bid"),
    goodMoments: within.filter((record) => record.type === "good-moment"),
    reflections: within.filter((record) => record.type === "reflection"),
    checkIns: within.filter((record) => record.type === "check-in"),
    lookBacks: within.filter((record) => record.type === "look-back"),
    markedDays: within.filter((record) => record.type === "marked-day"),
  };
};
