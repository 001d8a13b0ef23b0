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
  type GoodMomentRecord,
  type KnownRecord,
  type MomentRecord,
  type PersonId,
  RECORD_KINDS,
  type RecordByType,
  type RecordId,
  type RecordType,
  type ReflectionRecord,
  type TogetherRecord,
} from "@undivided/domain";

/** How many moments its owner thought there were, asked before they saw. */
export interface OwnGuess {
  readonly together: RecordId;
  readonly count: number;
}

export interface OwnRecords {
  readonly moments: readonly MomentRecord[];
  readonly togethers: readonly TogetherRecord[];
  readonly bids: readonly BidRecord[];
  readonly goodMoments: readonly GoodMomentRecord[];
  readonly reflections: readonly ReflectionRecord[];
  readonly checkIns: readonly CheckInRecord[];
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
    const day = dayOf(record.type, record);
    return (from === null || day >= from) && (to === null || day <= to);
  });
  return {
    moments: within.filter((record) => record.type === "moment"),
    togethers: within.filter((record) => record.type === "together"),
    bids: within.filter((record) => record.type === "bid"),
    goodMoments: within.filter((record) => record.type === "good-moment"),
    reflections: within.filter((record) => record.type === "reflection"),
    checkIns: within.filter((record) => record.type === "check-in"),
  };
};

const dayOf = <T extends RecordType>(type: T, record: RecordByType[T]): CivilDate => RECORD_KINDS[type].dayOf(record);
