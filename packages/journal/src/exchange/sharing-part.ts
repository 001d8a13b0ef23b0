/** Sharing: see `commands/sharing.ts`. */
import {
  addToInstant,
  err,
  ok,
  openSharing,
  RECORD_KINDS,
  sharedItem,
  SHARING_DAYS,
  verdictOf,
  type RecordId,
  type RecordType,
} from "@undivided/domain";
import type { Sharing } from "../commands/sharing.ts";
import type { Core } from "../core.ts";
import type { Done } from "../journal.ts";
import type { Opening } from "../own/documents.ts";
import type { WithId } from "../own/own-view.ts";
import { liesOutside } from "../together/outside.ts";
import type { Exchange } from "./exchange.ts";
import { isValidAt } from "./validity.ts";

const DAY_MS = 86_400_000;

export const createSharing = (core: Core, exchange: Exchange): Sharing => {
  const { deps, own, now } = core;

  const spaceNow = (): string | null => (core.ours() === null ? null : (deps.ours()?.replica.space ?? null));
  const openings = (form: Opening["form"], kind: RecordType | null): readonly WithId<Opening>[] =>
    core.openings().filter((one) => one.form === form && one.kind === kind);
  const sharesOf = (record: string) => core.shares().filter((one) => one.record === record);

  /** Puts the new one first: sharing for longer leaves no gap. */
  const replace = async (put: () => Done, old: readonly WithId<unknown>[]): Done => {
    const done = await put();
    if (done.type === "error") return done;
    const gone = await core.deleteOwn(old.map(({ id }) => id));
    return gone.type === "error" ? gone : exchange.settle();
  };
  const end = (old: readonly WithId<unknown>[]): Done => replace(async () => ok(null), old);
  const open = (form: Opening["form"], kind: RecordType | null, days: number): Done =>
    core.inTurn(async () => {
      const space = spaceNow();
      if (space === null) return err({ type: "not-paired" });
      if (!Number.isSafeInteger(days) || days < 1) return err({ type: "not-a-length" });
      const from = now();
      const until = addToInstant(from, days * DAY_MS);
      const opening: Opening = { type: "opening", version: 1, space, form, kind, from, until };
      return replace(() => core.putOwn(deps.randomId(), opening), openings(form, kind));
    });

  /** A moment that does not count, or lies outside its time, is shown to nobody while that is so. */
  const isHeldBack = (id: RecordId): boolean => {
    const record = own().records.get(id);
    if (record?.type !== "moment") return record === undefined;
    return liesOutside(own(), record) || verdictOf(record).type !== "counted";
  };

  return {
    own: () => {
      const at = now();
      const live = core.openings().filter((one) => isValidAt(one, at));
      const spiral = live.find((one) => one.form === "spiral");
      return {
        items: core
          .shares()
          .filter((one) => isValidAt(one, at) && !isHeldBack(one.record))
          .map(({ record, until }) => ({ record, until })),
        weekly: live.flatMap(({ form, kind, until }) => (form === "weekly" && kind !== null ? [{ kind, until }] : [])),
        spiral: spiral === undefined ? null : { until: spiral.until },
      };
    },
    fromPartner: exchange.fromPartner,
    spiral: exchange.spiral,
    preview: (id) => {
      const record = own().records.get(id);
      if (record === undefined || liesOutside(own(), record)) return null;
      const exchanged = [{ kind: record.type, form: "item" as const }];
      return sharedItem(record, { sharer: deps.person, inTogetherTime: false, exchanged });
    },
    shareItem: (id, days = SHARING_DAYS) =>
      core.inTurn(async () => {
        const record = own().records.get(id);
        if (record === undefined) return err({ type: "not-found" });
        const space = spaceNow();
        if (space === null) return err({ type: "not-paired" });
        const opening = openSharing(record.type, "item", now(), days);
        if (opening.type === "error") return opening;
        const { from, until } = opening.value;
        const share = { type: "share", version: 1, space, record: id, from, until } as const;
        return replace(() => core.putOwn(deps.randomId(), share), sharesOf(id));
      }),
    withdrawItem: (id) =>
      core.inTurn(async () => {
        const old = sharesOf(id);
        // Twice the same is done; what was never there is a mistake that must not look like it.
        return old.length === 0 && !own().records.has(id) ? err({ type: "not-found" }) : end(old);
      }),
    openWeekly: (kind, days = SHARING_DAYS) =>
      RECORD_KINDS[kind].sharing.weekly === "never"
        ? Promise.resolve(err({ type: "never-shared" }))
        : open("weekly", kind, days),
    closeWeekly: (kind) => core.inTurn(() => end(openings("weekly", kind))),
    openSpiral: (days = SHARING_DAYS) => open("spiral", null, days),
    closeSpiral: () => core.inTurn(() => end(openings("spiral", null))),
  };
};
