/** The day that any record belongs to, as its owner's clock showed it. */
import type { CivilDate } from "../time/civil-date.ts";
import { RECORD_KINDS, type KnownRecord, type RecordByType, type RecordType } from "./kinds.ts";

export const dayOfRecord = (record: KnownRecord): CivilDate => dayOf(record.type, record);

const dayOf = <T extends RecordType>(type: T, record: RecordByType[T]): CivilDate => RECORD_KINDS[type].dayOf(record);
