/**
 * Wanted: what of this person should stand in the exchange now, from their records, their openings and the other's signs.
 *
 * In each slot a sign comes first; the view follows only where the other's sign stands too. Signs answer each other, so it
 * does not matter who was first, nor if both were at the same moment. Everything passes the sharing table.
 */
import {
  addDays,
  civilDateAt,
  exchangedForms,
  isRestBetween,
  mondayOf,
  sharedItem,
  sharedWeek,
  type CivilDate,
  type Instant,
  type KnownRecord,
  type OpenForm,
  type Opening as DomainOpening,
  type PersonId,
  type RecordId,
  type SharedView,
  type UtcOffset,
} from "@undivided/domain";
import { postedOf, type OursView } from "../ours/ours-view.ts";
import type { OwnView, WithId } from "../own/own-view.ts";
import type { Opening, Share } from "../own/documents.ts";
import { liesOutside } from "../together/outside.ts";
import { kindOfSlot, slotName, SPIRAL, type Slot } from "./slots.ts";
import { spiralViews } from "./spiral-times.ts";
import { isValidAt, toleratedFrom, type Span } from "./validity.ts";

export interface Wanted extends Span {
  /** From a random identifier in `mine`, with the slot: its identifiers in `ours` are derived from it. */
  readonly secret: RecordId;
  readonly slot: string;
  /** Null for a sign. */
  readonly view: SharedView | null;
  /** What was exchanged stays as it was exchanged. */
  readonly isFrozen: boolean;
}

export interface Situation {
  readonly person: PersonId;
  readonly own: OwnView;
  readonly openings: readonly WithId<Opening>[];
  readonly shares: readonly WithId<Share>[];
  readonly ours: OursView;
  readonly now: Instant;
  readonly utcOffset: (at: Instant) => UtcOffset;
}

/** More weeks than any opening of a year. */
const MAX_WEEKS = 60;

/** One thing to show in a slot, before it is known whether the other shows theirs. */
interface Offered extends Span {
  readonly secret: RecordId;
  readonly slot: Slot;
  readonly make: (exchanged: readonly OpenForm[]) => SharedView | null;
}

export const wantedOf = (situation: Situation): readonly Wanted[] => {
  const { ours, now } = situation;
  const offered = [...offeredItems(situation), ...offeredWeeks(situation)].filter((one) => isValidAt(one, now));
  const signed = validSigns(ours, now);
  const wanted: Wanted[] = [];
  for (const [slot, offers] of Map.groupBy(offered, (one) => slotName(one.slot))) {
    const form = kindOfSlot(slot);
    if (form === null) continue;
    // What there would be to show if both had it open; a sign with nothing behind it would be a question.
    const worth = offers.filter((one) => one.make([form]) !== null);
    const [first] = worth.toSorted((one, other) => (one.secret < other.secret ? -1 : 1));
    if (first === undefined) continue;
    const until = worth.reduce((latest, one) => (one.until > latest ? one.until : latest), first.until);
    wanted.push({ secret: first.secret, slot, view: null, from: first.from, until, isFrozen: false });
    const theirs = signed.get(slot);
    if (theirs === undefined) continue;
    const exchanged = exchangedForms(
      worth.map((one) => openingOf(form, one)),
      [openingOf(form, theirs)],
      now,
    );
    for (const one of worth) {
      const view = one.make(exchanged);
      const isFrozen = one.slot.type === "check-in";
      if (view !== null) wanted.push({ secret: one.secret, slot, view, from: one.from, until: one.until, isFrozen });
    }
  }
  return [...wanted, ...wantedSpiral(situation, signed.has(SPIRAL))];
};

/** The other's signs that count now, the longest of each slot. */
export const validSigns = (ours: OursView, now: Instant): ReadonlyMap<string, Span> => {
  const signed = new Map<string, Span>();
  for (const { document } of postedOf(ours.theirs, "sign")) {
    const known = signed.get(document.slot);
    const isLonger = known === undefined || known.until < document.until;
    if (isValidAt(document, now) && isLonger) signed.set(document.slot, document);
  }
  return signed;
};

const openingOf = ({ kind, form }: OpenForm, { from, until }: Span): DomainOpening => ({
  kind,
  form,
  from: toleratedFrom(from),
  until,
});

const offeredItems = ({ person, own, shares }: Situation): readonly Offered[] =>
  shares.flatMap(({ id, record: recordId, from, until }) => {
    const record = own.records.get(recordId);
    if (record === undefined || liesOutside(own, record)) return [];
    const slot: Slot =
      record.type === "check-in" ? { type: "check-in", week: record.week } : { type: "item", kind: record.type };
    return [{ secret: id, slot, from, until, make: (exchanged) => itemView(record, person, exchanged) }];
  });

/**
 * `inTogetherTime` is false here: during a time together nothing is posted at all (`exchange.ts`), and what the other has seen
 * is not taken away because of it.
 */
const itemView = (record: KnownRecord, sharer: PersonId, exchanged: readonly OpenForm[]): SharedView | null =>
  sharedItem(record, { sharer, inTogetherTime: false, exchanged });

const offeredWeeks = (situation: Situation): readonly Offered[] => {
  const { person, own, openings, now, utcOffset } = situation;
  const records = [...own.records.values()];
  const rests = records.filter((record) => record.type === "rest");
  const today = civilDateAt(now, utcOffset(now));
  return openings.flatMap(({ id, form, kind, from, until }) => {
    if (form !== "weekly" || kind === null) return [];
    const ofKind = records.filter((record) => record.type === kind && !liesOutside(own, record));
    return weeksOver(civilDateAt(from, utcOffset(from)), today)
      .filter((week) => !isRestBetween(rests, week, addDays(week, 6)))
      .map((week): Offered => {
        const ofWeek = ofKind.filter(({ id: record }) => isInWeek(own.all.get(record)?.day, week));
        const make = (exchanged: readonly OpenForm[]): SharedView | null =>
          sharedWeek(kind, ofWeek, week, today, { sharer: person, inTogetherTime: false, exchanged });
        return { secret: id, slot: { type: "week", kind, week }, from, until, make };
      });
  });
};

const isInWeek = (day: CivilDate | undefined, week: CivilDate): boolean =>
  day !== undefined && week <= day && day < addDays(week, 7);

/** Weeks from the one of `first` on that are over: a week before the opening was never meant. */
const weeksOver = (first: CivilDate, today: CivilDate): readonly CivilDate[] => {
  const weeks: CivilDate[] = [];
  for (let week = mondayOf(first); addDays(week, 7) <= today && weeks.length < MAX_WEEKS; week = addDays(week, 7)) {
    weeks.push(week);
  }
  return weeks;
};

const wantedSpiral = (situation: Situation, isSigned: boolean): readonly Wanted[] => {
  const { openings, now } = situation;
  const opening = openings.find((one) => one.form === "spiral" && isValidAt(one, now));
  if (opening === undefined) return [];
  const { id: secret, from, until } = opening;
  const sign: Wanted = { secret, slot: SPIRAL, view: null, from, until, isFrozen: false };
  if (!isSigned) return [sign];
  const views = spiralViews(situation).map(({ month, view }): Wanted => ({
    ...{ secret, slot: `${SPIRAL}/${month}`, from, until, isFrozen: false },
    view,
  }));
  return [sign, ...views];
};
