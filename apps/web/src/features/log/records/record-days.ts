/**
 * Everything that its owner keeps, day by day, newest first, as the list shows it.
 *
 * The sentence that was kept with "I felt second" is a record of its own, but one thing to its owner: it stands with the feeling.
 */
import {
  dayOfRecord,
  type CivilDate,
  type KnownRecord,
  type RecordId,
  type RecordType,
  type ReflectionRecord,
} from "@undivided/domain";

export const RECORD_FILTERS = ["all", "moments", "good", "inner"] as const;
export type RecordFilter = (typeof RECORD_FILTERS)[number];

const typesByFilter: Readonly<Record<Exclude<RecordFilter, "all">, readonly RecordType[]>> = {
  moments: ["moment", "together", "look-back"],
  good: ["good-moment", "bid"],
  inner: ["felt-second", "reflection", "plan", "conversation", "check-in"],
};

export interface RecordDay {
  readonly day: CivilDate;
  readonly records: readonly KnownRecord[];
}

/** The sentence that was kept with a feeling. */
export const sentenceOf = (records: readonly KnownRecord[], felt: RecordId): ReflectionRecord | null =>
  records.find((record): record is ReflectionRecord => record.type === "reflection" && record.about === felt) ?? null;

/** `records` as `journal.records.find` gives them: newest day first. O(n). */
export const groupByDay = (records: readonly KnownRecord[], filter: RecordFilter): readonly RecordDay[] => {
  const felt = new Set(records.flatMap(({ type, id }) => (type === "felt-second" ? [id] : [])));
  const days = new Map<CivilDate, KnownRecord[]>();
  for (const record of records) {
    if (filter !== "all" && !typesByFilter[filter].includes(record.type)) continue;
    if (record.type === "reflection" && record.about !== null && felt.has(record.about)) continue;
    const day = dayOfRecord(record);
    const known = days.get(day);
    if (known === undefined) days.set(day, [record]);
    else known.push(record);
  }
  return [...days].map(([day, ofDay]) => ({ day, records: ofDay }));
};
