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
import { oursDocument, type OursDocument, type OursType } from "../ours/documents.ts";
import { postedOf, type OursView } from "../ours/ours-view.ts";
import { expireSharing } from "./expire-sharing.ts";
import { readCheckIn } from "./read-check-in.ts";
import { wantedReports, type WantedReport } from "./report-of-both.ts";
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
  /** Where this stands or is to be put. */
  const placeOf = async (
    { secret, name, document, isFrozen }: ToPost,
    ours: OursView,
  ): Promise<{ readonly id: RecordId; readonly isThere: boolean }> => {
    const mine = new Map(ours.mine.map((one) => [one.id, one]));
    const text = JSON.stringify(oursDocument.encode(document));
    for (let attempt = 0; ; attempt += 1) {
      const id = await derivedId(secret, ...name, attempt);
      const there = mine.get(id);
      if (there === undefined && !ours.deleted.has(id)) return { id, isThere: false };
      if (there !== undefined && (isFrozen || there.text === text)) {
        return { id, isThere: true };
      }
    }
  };
  const settle = async (): Done => {
    const expired = await expireSharing(core);
    const ours = core.ours();
    if (expired.type === "error" || ours === null) return expired;
    const isPosting = mayPost();
    const reports = await wantedReports(core, ours);
    if (reports.type === "error") return reports;
    const keep = new Set<RecordId>();
    const { person, utcOffset } = deps;
    const [openings, shares] = [core.openings(), core.shares()];
    const wanted = wantedOf({ person, own: own(), openings, shares, ours, now: now(), utcOffset });
    for (const one of [...wanted.map(toPost), ...reports.value.map(toPostReport)]) {
      const { id, isThere } = await placeOf(one, ours);
      keep.add(id);
      if (isThere || !isPosting) continue;
      const posted = await core.post(id, one.document);
      if (posted.type === "error") return posted;
    }
    const unwanted = ours.mine.filter(({ id, document }) => SETTLED.includes(document.type) && !keep.has(id));
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

/** What settling puts and takes away. */
const SETTLED: readonly OursType[] = ["sign", "view", "report-yes", "report-figures"];

interface ToPost {
  readonly secret: string;
  /** What its identifier is derived from, beside the secret. */
  readonly name: readonly string[];
  readonly document: OursDocument;
  readonly isFrozen: boolean;
}

const toPost = ({ secret, slot, view, from, until, isFrozen }: Wanted): ToPost => ({
  ...{ secret, isFrozen, name: [view === null ? "sign" : "view", slot] },
  document:
    view === null
      ? { type: "sign", version: 1, slot, from, until }
      : { type: "view", version: 1, slot, from, until, view },
});

const toPostReport = ({ secret, name, document }: WantedReport): ToPost => ({
  ...{ secret, name: [name], document, isFrozen: false },
});

const dayIn = (view: SharedView, name: "day" | "week"): string => {
  const day = view[name];
  return typeof day === "string" ? day : "";
};

const newestFirst =
  (name: "day" | "week") =>
  (one: SharedView, other: SharedView): number =>
    dayIn(one, name) < dayIn(other, name) ? 1 : -1;
