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
  const isWithin = (record: KnownRecord): boolean => {
    // The day of a record is not read off it for nothing.
    if (from === null && to === null) return true;
    const day = dayOfRecord(record);
    return (from === null || day >= from) && (to === null || day <= to);
  };
  const moments: MomentRecord[] = [];
  const togethers: TogetherRecord[] = [];
  const bids: BidRecord[] = [];
  const goodMoments: GoodMomentRecord[] = [];
  const reflections: ReflectionRecord[] = [];
  const checkIns: CheckInRecord[] = [];
  const lookBacks: LookBackRecord[] = [];
  const markedDays: MarkedDayRecord[] = [];
  for (const record of byId.values()) {
    if (!isWithin(record)) continue;
    if (record.type === "moment") moments.push(record);
    else if (record.type === "together") togethers.push(record);
    else if (record.type === "bid") bids.push(record);
    else if (record.type === "good-moment") goodMoments.push(record);
    else if (record.type === "reflection") reflections.push(record);
    else if (record.type === "check-in") checkIns.push(record);
    else if (record.type === "look-back") lookBacks.push(record);
    else if (record.type === "marked-day") markedDays.push(record);
  }
  return { moments, togethers, bids, goodMoments, reflections, checkIns, lookBacks, markedDays };
};
