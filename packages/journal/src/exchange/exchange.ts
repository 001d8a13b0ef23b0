/**
 * Exchange: makes what stands in `ours` equal to what is wanted there, and reads what the other shows.
 *
 * Identifiers are derived from a secret of `mine`, so own devices that do this apart do the same. A deleted identifier is
 * never used again: the next one of the same row is. What is new is put before what is old is deleted, so that the other
 * phone never sees a gap in between.
 * During a time together and on days of rest nothing new is posted; what ended is deleted all the same.
 */
import { civilDateAt, isRestBetween, type RecordId, type SharedView } from "@undivided/domain";
import type { CheckInPair, FromPartner, SpiralTimes } from "../commands/sharing.ts";
import type { Core } from "../core.ts";
import { derivedId } from "../ids.ts";
import type { Done } from "../journal.ts";
import { oursDocument, type OursDocument } from "../ours/documents.ts";
import { postedOf, type OursView } from "../ours/ours-view.ts";
import { documentsOf } from "../own/own-view.ts";
import { readCheckIn } from "./read-check-in.ts";
import { kindOfSlot, SPIRAL } from "./slots.ts";
import { spiralTimesOf } from "./spiral-times.ts";
import { isValidAt } from "./validity.ts";
import { readView } from "./view-codecs.ts";
import { validSigns, wantedOf, type Wanted } from "./wanted.ts";

export interface Exchange {
  /** Within a turn. */
  readonly settle: () => Done;
  readonly fromPartner: () => FromPartner | null;
  readonly spiral: () => SpiralTimes | null;
}

export const createExchange = (core: Core, isInTogetherTime: () => boolean): Exchange => {
  const { deps, own, now } = core;

  const mayPost = (): boolean => {
    const today = civilDateAt(now(), deps.utcOffset(now()));
    const rests = [...own().records.values()].filter((record) => record.type === "rest");
    return !isInTogetherTime() && !isRestBetween(rests, today, today);
  };
  /** Openings that ended, and shares of records that are gone for good: deleted, so that no clock set back revives them. */
  const expire = (): Done => {
    const at = now();
    const { all } = own();
    const over = [
      ...documentsOf(own(), "opening").filter(({ until }) => until <= at),
      ...documentsOf(own(), "share").filter(({ until, record }) => until <= at || !all.has(record)),
    ];
    return core.deleteOwn(over.map(({ id }) => id));
  };
  /** Where this stands or is to be put; null if it may not be posted now. */
  const placeOf = async (
    wanted: Wanted,
    ours: OursView,
  ): Promise<{ readonly id: RecordId; readonly isThere: boolean }> => {
    const mine = new Map(ours.mine.map((one) => [one.id, one]));
    const text = JSON.stringify(oursDocument.encode(documentFrom(wanted)));
    for (let attempt = 0; ; attempt += 1) {
      const id = await derivedId(wanted.secret, wanted.view === null ? "sign" : "view", wanted.slot, attempt);
      const there = mine.get(id);
      if (there === undefined && !ours.deleted.has(id)) return { id, isThere: false };
      if (there !== undefined && (wanted.isFrozen || there.text === text)) {
        return { id, isThere: true };
      }
    }
  };
  const settle = async (): Done => {
    const expired = await expire();
    const ours = core.ours();
    if (expired.type === "error" || ours === null) return expired;
    const isPosting = mayPost();
    const keep = new Set<RecordId>();
    const { person, utcOffset } = deps;
    const [openings, shares] = [core.openings(), core.shares()];
    for (const wanted of wantedOf({ person, own: own(), openings, shares, ours, now: now(), utcOffset })) {
      const { id, isThere } = await placeOf(wanted, ours);
      keep.add(id);
      if (isThere || !isPosting) continue;
      const posted = await core.post(id, documentFrom(wanted));
      if (posted.type === "error") return posted;
    }
    const unwanted = ours.mine.filter(
      ({ id, document }) => (document.type === "sign" || document.type === "view") && !keep.has(id),
    );
    return core.unpost(unwanted.map(({ id }) => id));
  };

  /** Views of both that count now, in slots in which both stand. */
  const exchanged = () => {
    const ours = core.ours();
    if (ours === null || isInTogetherTime()) return null;
    const at = now();
    const valid = (list: OursView["mine"]) => postedOf(list, "view").filter(({ document }) => isValidAt(document, at));
    const mine = valid(ours.mine);
    const shown = new Set(mine.map(({ document }) => document.slot));
    const signed = validSigns(ours, at);
    const theirs = valid(ours.theirs).filter(({ document }) => shown.has(document.slot) && signed.has(document.slot));
    return { ours, mine, theirs, signed };
  };

  return {
    settle,
    fromPartner: () => {
      const both = exchanged();
      if (both === null) return null;
      const items: SharedView[] = [];
      const weeks = new Map<string, SharedView>();
      const checkIns = new Map<string, CheckInPair>();
      for (const { document } of both.theirs) {
        const { slot } = document;
        const form = kindOfSlot(slot);
        const view = form === null ? null : readView(form.kind, form.form, document.view);
        if (form === null || view === null) continue;
        if (form.kind === "check-in") {
          const mine = both.mine.find((one) => one.document.slot === slot)?.document.view;
          const pair = mine === undefined ? null : readCheckIn(slot, mine, view);
          if (pair !== null) checkIns.set(slot, pair);
        } else if (form.form === "item") items.push(view);
        else if (slot.endsWith(`/${dayIn(view, "week")}`)) weeks.set(slot, view);
      }
      if (items.length + weeks.size + checkIns.size === 0) return null;
      return {
        items: items.toSorted(newestFirst("day")),
        weeks: [...weeks.values()].toSorted(newestFirst("week")),
        checkIns: [...checkIns.values()].toSorted((one, other) => (one.week < other.week ? 1 : -1)),
      };
    },
    spiral: () => {
      const ours = core.ours();
      const at = now();
      if (ours === null || isInTogetherTime() || !validSigns(ours, at).has(SPIRAL)) return null;
      const isMineOpen = postedOf(ours.mine, "sign").some(
        ({ document }) => document.slot === SPIRAL && isValidAt(document, at),
      );
      const isSpiral = (document: { readonly slot: string }): boolean => document.slot.startsWith(`${SPIRAL}/`);
      const mine = postedOf(ours.mine, "view").filter(({ document }) => isSpiral(document));
      const theirs = postedOf(ours.theirs, "view").filter(
        ({ document }) => isSpiral(document) && isValidAt(document, at),
      );
      if (!isMineOpen || mine.length === 0) return null;
      return spiralTimesOf(
        own(),
        theirs.map(({ document }) => document.view),
      );
    },
  };
};

const documentFrom = ({ slot, view, from, until }: Wanted): OursDocument =>
  view === null
    ? { type: "sign", version: 1, slot, from, until }
    : { type: "view", version: 1, slot, from, until, view };

const dayIn = (view: SharedView, name: "day" | "week"): string => {
  const day = view[name];
  return typeof day === "string" ? day : "";
};

const newestFirst =
  (name: "day" | "week") =>
  (one: SharedView, other: SharedView): number =>
    dayIn(one, name) < dayIn(other, name) ? 1 : -1;
