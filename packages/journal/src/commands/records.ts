/** Own records: write, correct, change, delete with undo, find. */
import type {
  BidOutcome,
  CheckInAnswers,
  CivilDate,
  Correction,
  Feeling,
  GoodMomentKind,
  Instant,
  KnownRecord,
  LoggedMomentKind,
  RecordByType,
  RecordId,
  RecordType,
  StateAfter,
  StateBefore,
} from "@undivided/domain";
import type { Done } from "../journal.ts";

/** A record without what the journal adds: its identifier and its owner. */
export type NewRecord = { [T in RecordType]: Omit<RecordByType[T], "id" | "owner" | "unknownFields"> }[RecordType];

export interface RecordQuery {
  /** All kinds if left out. */
  readonly types?: readonly RecordType[];
  /** Both included. */
  readonly from?: CivilDate;
  readonly until?: CivilDate;
}

/** Deleted records that can still be brought back. */
export interface Removal {
  readonly id: RecordId;
  readonly records: readonly RecordId[];
  /** From then on it is final. */
  readonly until: Instant;
}

export interface ReflectionAnswers {
  readonly about: RecordId | null;
  readonly doing: string | null;
  readonly before: readonly StateBefore[];
  readonly after: readonly StateAfter[];
  readonly gaveMe: string | null;
  readonly elseCouldGive: string | null;
}

export interface Records {
  /** Newest day first; within a day, moments by time. Without what is being deleted and what a newer app wrote. */
  readonly find: (query?: RecordQuery) => readonly KnownRecord[];
  readonly get: (id: RecordId) => KnownRecord | null;
  /** Records by a newer app: kept, passed on, shown nowhere. */
  readonly newerCount: () => number;
  /** Today, as the owner's clock shows it. */
  readonly today: () => CivilDate;

  /** The two-tap log: now, unless another time was chosen. */
  readonly logMoment: (kind: LoggedMomentKind, at?: Instant) => Done<RecordId>;
  readonly logFeltSecond: (feeling: Feeling, day?: CivilDate) => Done<RecordId>;
  readonly logGoodMoment: (kind: GoodMomentKind, day?: CivilDate) => Done<RecordId>;
  /** By the one who received it. */
  readonly logBid: (outcome: BidOutcome, day?: CivilDate) => Done<RecordId>;
  readonly reflect: (answers: ReflectionAnswers) => Done<RecordId>;
  /** One for each week: answering again changes it. What was exchanged stays as it was exchanged. */
  readonly checkIn: (week: CivilDate, answers: CheckInAnswers) => Done<RecordId>;
  /** Any other kind: rituals, plans, conversations, cards, marked days, four weeks. */
  readonly add: (record: NewRecord) => Done<RecordId>;
  /** Puts a changed record in the place of the one with its identifier. Corrections are kept as they are: see `correct`. */
  readonly change: (record: KnownRecord) => Done;

  /** One tap about one's own moment. `announcedMs` belongs to "said-why-first". */
  readonly correct: (moment: RecordId, correction: Correction, announcedMs?: number) => Done;
  readonly takeBack: (moment: RecordId, correction: Correction) => Done;

  /**
   * Hides the record at once, ends its sharing at once, and makes the deletion final when `UNDO_MS` are over, also if the app
   * was stopped in between. A time together takes its sensed moments and its look-back with it.
   */
  readonly remove: (id: RecordId) => Done<Removal>;
  readonly undo: (removal: RecordId) => Done;
  /** The newest first. */
  readonly removals: () => readonly Removal[];
}
