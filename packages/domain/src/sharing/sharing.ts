/**
 * Sharing: what one person's records may show on the other's phone, and for how long.
 *
 * The rules, each in one place:
 * - *Only I log me.* A record has one owner, and only that person can share it (`sharer`).
 * - *Private first.* Nothing is open until its owner opens a kind in a form, and that ends by itself. Each sees at most
 *   what both opened (`exchangedForms`).
 * - *Nothing sensed is live.* During a time together nothing is shown; a week is shown only once it is over.
 * - *Silence is ambiguous.* Whatever the reason, there is one answer for "nothing to show": null.
 * - *No verdicts.* What leaves is an allow-list of fields per kind (its row of the table): days, never clock times; counts
 *   of one's own, never a comparison.
 *
 * Limits: these functions say what may leave. That a phone that has seen something forgets it again, no rule can promise.
 */
import { err, ok, type Result } from "../result.ts";
import type { PersonId } from "../people/ids.ts";
import { RECORD_KINDS, RECORD_TYPES, type KnownRecord, type RecordByType, type RecordType } from "../records/kinds.ts";
import { dayOfRecord } from "../records/day-of-record.ts";
import type { RecordKind } from "../records/record-kind.ts";
import { addDays, mondayOf, type CivilDate } from "../time/civil-date.ts";
import { addToInstant, type Instant } from "../time/instant.ts";
import type { SharedView } from "./sharing-row.ts";

/** One record at a time, or one number a week. */
export type SharingForm = "item" | "weekly";

const FORMS: readonly SharingForm[] = ["item", "weekly"];

/** How long an opening lasts unless its owner chooses otherwise. A rule of the product. */
export const SHARING_DAYS = 28;

const DAY_MS = 86_400_000;

/** Its owner opened one kind in one form, from `from` (included) until `until` (not included). */
export interface Opening {
  readonly kind: RecordType;
  readonly form: SharingForm;
  readonly from: Instant;
  readonly until: Instant;
}

export type OpeningError =
  /** The table keeps this kind in this form with its owner. */
  { readonly type: "never-shared" } | { readonly type: "not-a-length" };

/** Opens a kind in a form for whole days, at least one. */
export const openSharing = (
  kind: RecordType,
  form: SharingForm,
  from: Instant,
  days: number = SHARING_DAYS,
): Result<Opening, OpeningError> => {
  if (RECORD_KINDS[kind].sharing[form] === "never") return err({ type: "never-shared" });
  if (!Number.isSafeInteger(days) || days < 1) return err({ type: "not-a-length" });
  return ok({ kind, form, from, until: addToInstant(from, days * DAY_MS) });
};

export interface OpenForm {
  readonly kind: RecordType;
  readonly form: SharingForm;
}

/** What both have open at `now`: the most that either may see of the other. The same from both sides. */
export const exchangedForms = (one: readonly Opening[], other: readonly Opening[], now: Instant): readonly OpenForm[] =>
  RECORD_TYPES.flatMap((kind) => FORMS.map((form) => ({ kind, form }))).filter(
    (open) => isOpen(one, open, now) && isOpen(other, open, now),
  );

/** A form that the table keeps is never open, whatever an opening from outside says. */
const isOpen = (openings: readonly Opening[], { kind, form }: OpenForm, now: Instant): boolean =>
  RECORD_KINDS[kind].sharing[form] !== "never" &&
  openings.some((one) => one.kind === kind && one.form === form && one.from <= now && now < one.until);

/** What decides, beside the record itself. */
export interface SharingSituation {
  /** The person on whose phone this runs. */
  readonly sharer: PersonId;
  /** Whether a time together is going on on this phone. */
  readonly inTogetherTime: boolean;
  /** What both opened, from `exchangedForms`. */
  readonly exchanged: readonly OpenForm[];
}

/** What the other phone may see of one record that its owner tapped to share, or null. */
export const sharedItem = (record: KnownRecord, situation: SharingSituation): SharedView | null =>
  mayShow(situation, record.type, "item") && record.owner === situation.sharer ? viewItem(record.type, record) : null;

/**
 * What the other phone may see of the week that begins on `week`, or null. A week is shown from the Monday after it on,
 * and only if there is something of this kind in it. Records of other kinds, weeks and owners are passed over.
 */
export const sharedWeek = (
  type: RecordType,
  records: readonly KnownRecord[],
  week: CivilDate,
  today: CivilDate,
  situation: SharingSituation,
): SharedView | null => {
  if (!mayShow(situation, type, "weekly") || today < addDays(week, 7)) return null;
  const own = records.filter(
    (record) => record.type === type && record.owner === situation.sharer && mondayOf(dayOfRecord(record)) === week,
  );
  return own.length === 0 ? null : viewWeek(type, week, own);
};

/**
 * What both phones keep of a time that both joined: its taps, or null. Needs no opening, since each of them tapped in
 * front of the other.
 */
export const joinedTaps = (record: KnownRecord, sharer: PersonId): SharedView | null =>
  record.owner === sharer ? viewJoined(record.type, record) : null;

const mayShow = ({ inTogetherTime, exchanged }: SharingSituation, kind: RecordType, form: SharingForm): boolean =>
  !inTogetherTime && exchanged.some((open) => open.kind === kind && open.form === form);

const viewItem = <T extends RecordType>(type: T, record: RecordByType[T]): SharedView | null => {
  const { item }: RecordKind<RecordByType[T]>["sharing"] = RECORD_KINDS[type].sharing;
  const view = item === "never" ? null : item.view(record);
  return view === null ? null : { type, ...view };
};

const viewJoined = <T extends RecordType>(type: T, record: RecordByType[T]): SharedView | null => {
  const { joined }: RecordKind<RecordByType[T]>["sharing"] = RECORD_KINDS[type].sharing;
  const view = joined === "never" ? null : joined.view(record);
  return view === null ? null : { type, ...view };
};

const viewWeek = <T extends RecordType>(
  type: T,
  week: CivilDate,
  records: readonly RecordByType[T][],
): SharedView | null => {
  const { weekly }: RecordKind<RecordByType[T]>["sharing"] = RECORD_KINDS[type].sharing;
  const view = weekly === "never" ? null : weekly.view(records);
  return view === null ? null : { type, week, ...view };
};
