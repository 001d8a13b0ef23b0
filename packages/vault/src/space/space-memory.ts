/**
 * What a device knows of a space while it is open: roster, keys, records, and a slot for each entry. Built from the log entry by
 * entry, or from a snapshot and what came after it.
 *
 * Two steps: `note` takes in entries that the receiver took, at once and in order; `settle` then opens what can be opened and
 * folds it. The state is a fold over all changes that count and are not dropped, so it does not depend on the order of arrival.
 * Where something that counted no longer does, the records that it touched are read again from the log and folded anew.
 */
import { ok, type DeviceId, type RecordId, type Result } from "@undivided/domain";
import { ENTRY_KINDS, type Entry } from "../envelope/entry.ts";
import type { EpochId, MemberId, SpaceId } from "../envelope/ids.ts";
import { isBodyWhole, openEntry, type EntryWithId } from "../envelope/make-entry.ts";
import type { ChainReceiver } from "../log/chain-receiver.ts";
import type { EntryRef, StoreFault } from "../log/log-store.ts";
import { decodeChange, type Change } from "../merge/change.ts";
import { compareStamps, FIRST_STAMP, type Stamp } from "../merge/hybrid-clock.ts";
import { createLayeredMap } from "../merge/layered-map.ts";
import {
  growState,
  lastStampOf,
  ownKey,
  type AuthoredChange,
  type OwnRecord,
  type SharedRecord,
  type SpaceState,
} from "../merge/merge.ts";
import type { DeviceKeys } from "./device-keys.ts";
import { createDropBook } from "./drop-book.ts";
import { learnEpochKeys, type EpochKeys } from "./epoch-keys.ts";
import { createMembership, type Membership } from "./membership.ts";
import type { SnapshotContent } from "./snapshot-content.ts";
import { createSlotTable, SLOT, type SlotTable } from "./slot-table.ts";

/** Reads entries of the log again. Fewer than asked for where the log lacks some. */
export type ReadAgain = (places: readonly EntryRef[]) => Promise<Result<readonly Entry[], StoreFault>>;

export type SettleFault =
  | StoreFault
  /** Something must be read again that is known from a snapshot alone: only the whole log can help. */
  | { readonly type: "needs-log" };

export interface SpaceMemory {
  readonly receiver: ChainReceiver;
  readonly membership: Membership;
  readonly slots: SlotTable;
  /** Takes in the next entry of a chain. `isStored`: the log has it, so that its body need not be kept here for later. */
  readonly note: (entry: EntryWithId, isStored?: boolean) => void;
  /** Takes in an entry again whose body or whose very entry had been missing. False if nothing was missing. */
  readonly fill: (entry: Entry) => boolean;
  /** Opens what was noted, with the keys that are there now, and folds it. What was noted must be in the log. */
  readonly settle: (readAgain: ReadAgain) => Promise<Result<null, SettleFault>>;
  /** Bodies that a drop took and that the log still has to lose; `confirmGone` once it has. */
  readonly gone: () => readonly EntryRef[];
  readonly confirmGone: (places: readonly EntryRef[]) => void;
  readonly keys: () => EpochKeys;
  /** Never changes once given, and is the same one until something changes. Costs next to nothing. */
  readonly state: () => SpaceState;
  readonly lastStampOf: (member: MemberId, id: RecordId) => Stamp | undefined;
  /** Epochs under which there are entries and whose keys are not known. */
  readonly missingEpochs: () => readonly EpochId[];
  /** The latest stamp of this device's own changes. */
  readonly ownStamp: () => Stamp;
  /** All that a snapshot holds, as it is now; only when settled. */
  readonly freeze: () => Omit<SnapshotContent, "sequence">;
  /** Whether its records are what another own device says, and not yet folded from this device's own log. */
  readonly isAdopted: boolean;
  /** The latest stamp among the changes of others that came since this was asked last. */
  readonly takeSeenStamps: () => readonly Stamp[];
}

const placeKey = ({ device, counter }: EntryRef): string => `${device}/${counter}`;

interface Sealed {
  readonly place: EntryRef;
  /** Null if only the entry will tell. */
  readonly epoch: EpochId | null;
  /** Null if it is to be read again from the log. */
  readonly entry: Entry | null;
}

interface Opened {
  readonly place: EntryRef;
  readonly change: Change;
}

export const createSpaceMemory = (
  space: SpaceId,
  own: DeviceKeys,
  start?: { readonly content: SnapshotContent; readonly statements: readonly EntryWithId[]; readonly keys: EpochKeys },
): SpaceMemory => {
  const slots = createSlotTable();
  const drops = createDropBook();
  const membership = createMembership(space, start?.statements ?? []);
  const { receiver } = membership;
  const records = {
    own: createLayeredMap<string, OwnRecord>(start?.content.own),
    shared: createLayeredMap<RecordId, SharedRecord>(start?.content.shared),
  };
  let keys: EpochKeys = start?.keys ?? new Map();
  let ownStamp = start?.content.ownStamp ?? FIRST_STAMP;
  let toOpen: Sealed[] = [];
  const sealed = new Map<string, Sealed>();
  const gone = new Map<string, EntryRef>();
  /** Records of which something that was folded was dropped, or began or ceased to count. */
  const stale = new Map<RecordId, "dropped" | "counts-anew">();
  let seen: Stamp[] = [];
  let shown: SpaceState | null = null;
  let statementsLearned = membership.statements().length;
  if (start !== undefined) restoreInto(start.content);

  function restoreInto(content: SnapshotContent): void {
    for (const { device, names, bits, records: ids } of content.chains) {
      receiver.restore(device, names);
      slots.restore(device, bits, ids);
    }
    for (const { place, epoch } of content.sealed) sealed.set(placeKey(place), { place, epoch, entry: null });
    // Perhaps this app understands what the one that made the snapshot did not.
    for (const place of slots.find(SLOT.unread | SLOT.absent, SLOT.unread)) {
      toOpen.push({ place, epoch: null, entry: null });
    }
    for (const { place, by } of content.pendingDrops) drops.wait(place, by);
  }

  /** Whether the drop takes effect now. */
  const drop = (place: EntryRef, by: EntryRef): boolean => {
    const bits = slots.bitsAt(place);
    if (bits === undefined || !membership.mayDrop(by, place)) return false;
    if ((bits & SLOT.record) === 0 || (bits & SLOT.dropped) !== 0) return true;
    const id = slots.recordAt(place);
    if (id !== undefined && !stale.has(id)) stale.set(id, "dropped");
    if ((bits & SLOT.body) !== 0) gone.set(placeKey(place), place);
    slots.setBits(place, SLOT.record | SLOT.dropped | (bits & (SLOT.absent | SLOT.put | SLOT.set)));
    sealed.delete(placeKey(place));
    return true;
  };
  const noteDrops = (entry: Entry): void => {
    for (const place of drops.placesOf(entry)) if (!drop(place, entry)) drops.wait(place, entry);
  };

  const openOne = async ({
    place,
    epoch,
    entry,
  }: Sealed): Promise<Opened | "sealed" | "unread" | "gone" | "damaged"> => {
    const key = epoch === null ? undefined : keys.get(epoch);
    if (((slots.bitsAt(place) ?? 0) & SLOT.body) === 0 || entry === null) return "gone";
    if (key === undefined) return "sealed";
    const content = await openEntry(entry, key);
    if (content.type === "error" && !(await isBodyWhole(entry))) return "damaged";
    const change = content.type === "ok" ? decodeChange(content.value) : content;
    return change.type === "ok" ? { place, change: change.value } : "unread";
  };
  /** Opens them all at once and notes in the slots what became of each. */
  const openAll = async (all: readonly Sealed[]): Promise<readonly Opened[]> => {
    const results = await Promise.all(all.map(openOne));
    const opened: Opened[] = [];
    for (const [index, one] of all.entries()) {
      const result = results[index] ?? "gone";
      const bits = slots.bitsAt(one.place) ?? 0;
      if (result === "gone" || (bits & SLOT.body) === 0) continue;
      const rest = bits & ~(SLOT.sealed | SLOT.unread | SLOT.put | SLOT.set);
      if (result === "sealed") {
        sealed.set(placeKey(one.place), one);
        slots.setBits(one.place, rest | SLOT.sealed);
        continue;
      }
      sealed.delete(placeKey(one.place));
      if (result === "damaged") {
        // In the storage: as if it had never come, so that it is asked for again.
        slots.setBits(one.place, rest & ~SLOT.body);
        continue;
      }
      slots.setBits(one.place, result === "unread" ? rest | SLOT.unread : rest | bitOf(result.change));
      if (result === "unread") continue;
      slots.setRecord(one.place, result.change.id);
      opened.push(result);
    }
    return opened;
  };
  /** The same with the entries that were not kept here, as far as the log has them. */
  const fetchEntries = async (
    all: readonly Sealed[],
    readAgain: ReadAgain,
  ): Promise<Result<readonly Sealed[], StoreFault>> => {
    const missing = all.filter(({ entry }) => entry === null).map(({ place }) => place);
    if (missing.length === 0) return ok(all);
    const read = await readAgain(missing);
    if (read.type === "error") return read;
    const found = new Map(read.value.map((entry) => [placeKey(entry), entry]));
    return ok(
      all.flatMap((one) => {
        const entry = one.entry ?? found.get(placeKey(one.place));
        return entry === undefined ? [] : [{ ...one, epoch: entry.epoch, entry }];
      }),
    );
  };
  const authored = ({ place, change }: Opened): readonly AuthoredChange[] => {
    const member = membership.memberOf(place.device);
    return member === undefined || !membership.counts(place) ? [] : [{ change, device: place.device, member }];
  };
  const grow = (opened: readonly Opened[]): void => {
    for (const change of opened.flatMap(authored)) growState(records, change);
    if (opened.length > 0) shown = null;
  };
  const isDeleted = (id: RecordId): boolean => {
    const all = [records.shared.get(id), ...membership.members().map((member) => records.own.get(ownKey(member, id)))];
    return all.every((record) => record === undefined || record.type === "deleted");
  };
  const foldAnew = async (readAgain: ReadAgain): Promise<Result<null, SettleFault>> => {
    // A deleted record stays what it is, whatever else of it is dropped.
    const touched = [...stale].filter(([id, why]) => why === "counts-anew" || !isDeleted(id)).map(([id]) => id);
    stale.clear();
    if (touched.length === 0) return ok(null);
    const places = touched.flatMap((id) => slots.ofRecord(id));
    if (places.some((place) => ((slots.bitsAt(place) ?? 0) & SLOT.absent) !== 0))
      return { type: "error", error: { type: "needs-log" } };
    const again = await fetchEntries(
      places.map((place) => ({ place, epoch: null, entry: null })),
      readAgain,
    );
    if (again.type === "error") return again;
    records.own.remove(touched.flatMap((id) => membership.members().map((member) => ownKey(member, id))));
    records.shared.remove(touched);
    shown = null;
    grow(await openAll(again.value));
    return ok(null);
  };

  return {
    receiver,
    membership,
    slots,
    note: (taken, isStored = false) => {
      const { entry } = taken;
      const place = { device: entry.device, counter: entry.counter };
      const isRecord = entry.kind === ENTRY_KINDS.record;
      const hasBody = isRecord && entry.body !== null;
      slots.push(entry.device, isRecord ? SLOT.record | (hasBody ? SLOT.body | SLOT.sealed : 0) : 0);
      // Until the founding statement has come the gate lets nothing else in.
      if (!isStored && membership.founding() === null) membership.found(taken);
      if (entry.kind === ENTRY_KINDS.members && membership.take(taken)) {
        for (const id of membership.takeAffected().flatMap(affectedRecords)) stale.set(id, "counts-anew");
        drops.retry(drop);
      }
      if (entry.kind === ENTRY_KINDS.drop) noteDrops(entry);
      if (isRecord) drops.retryAt(place, drop);
      if (hasBody) toOpen.push({ place, epoch: entry.epoch, entry: isStored && !keys.has(entry.epoch) ? null : entry });
    },
    fill: (entry) => {
      const place = { device: entry.device, counter: entry.counter };
      const bits = slots.bitsAt(place) ?? 0;
      const isMissing = (bits & SLOT.record) !== 0 && (bits & (SLOT.body | SLOT.dropped)) === 0 && entry.body !== null;
      const isAbsent = (bits & SLOT.absent) !== 0;
      // A statement without its body says nothing: it is as absent as before.
      const isEmpty = (bits & SLOT.record) === 0 && entry.body === null;
      if ((!isMissing && !isAbsent) || isEmpty) return false;
      const isHere = (bits & SLOT.record) !== 0 && (bits & SLOT.dropped) === 0 && entry.body !== null;
      slots.setBits(
        place,
        (bits & ~(SLOT.absent | SLOT.body)) | (isHere ? SLOT.body | (isMissing ? SLOT.sealed : 0) : 0),
      );
      const isToOpen = isMissing || (bits & (SLOT.sealed | SLOT.unread)) !== 0;
      if (isHere && isToOpen) toOpen.push({ place, epoch: entry.epoch, entry });
      return true;
    },
    settle: async (readAgain) => {
      const wasLearned = statementsLearned;
      statementsLearned = membership.statements().length;
      // Some were dropped since they were noted.
      const fresh = toOpen.filter(({ place }) => ((slots.bitsAt(place) ?? 0) & SLOT.body) !== 0);
      let again: readonly Sealed[] = fresh.filter(({ epoch }) => epoch === null || keys.has(epoch));
      for (const one of fresh) if (one.epoch !== null && !keys.has(one.epoch)) sealed.set(placeKey(one.place), one);
      toOpen = [];
      if (statementsLearned !== wasLearned) {
        keys = await learnEpochKeys(own, membership.statements(), keys);
        again = [...again, ...[...sealed.values()].filter(({ epoch }) => epoch !== null && keys.has(epoch))];
      }
      const fetched = await fetchEntries(again, readAgain);
      if (fetched.type === "error") return fetched;
      const opened = await openAll(fetched.value);
      for (const { place, change } of opened) {
        if (place.device !== own.device) seen.push(change.stamp);
        else if (compareStamps(change.stamp, ownStamp) > 0) ownStamp = change.stamp;
      }
      grow(opened);
      return stale.size === 0 ? ok(null) : foldAnew(readAgain);
    },
    gone: () => [...gone.values()],
    confirmGone: (places) => {
      for (const place of places) gone.delete(placeKey(place));
    },
    keys: () => keys,
    state: () => (shown ??= { own: records.own.view(), shared: records.shared.view() }),
    lastStampOf: (member, id) => lastStampOf(records, member, id),
    missingEpochs: () => [...new Set([...sealed.values()].flatMap(({ epoch }) => epoch ?? []))],
    ownStamp: () => ownStamp,
    isAdopted: start?.content.isAdopted ?? false,
    freeze: () => ({
      isAdopted: start?.content.isAdopted ?? false,
      ownStamp,
      chains: [...slots.devices()].map((device) => {
        const { bits, records: ids } = slots.chainOf(device);
        return { device, names: receiver.namesOf(device), bits, records: ids };
      }),
      sealed: [...sealed.values()].flatMap(({ place, epoch }) => (epoch === null ? [] : [{ place, epoch }])),
      pendingDrops: drops.waiting(),
      own: records.own.view(),
      shared: records.shared.view(),
    }),
    takeSeenStamps: () => {
      const stamps = seen;
      seen = [];
      return stamps;
    },
  };

  function affectedRecords({
    device,
    after,
    until,
  }: {
    readonly device: DeviceId;
    readonly after: number;
    readonly until: number;
  }): readonly RecordId[] {
    const ids: RecordId[] = [];
    for (let counter = after + 1; counter <= Math.min(until, slots.lengthOf(device)); counter += 1) {
      const id = slots.recordAt({ device, counter });
      if (id !== undefined) ids.push(id);
    }
    return ids;
  }
};

const bitOf = (change: Change): number => (change.type === "put" ? SLOT.put : change.type === "set" ? SLOT.set : 0);
