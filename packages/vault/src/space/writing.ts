/** Making a device's own entries: records, drops, statements of members. */
import { err, ok, type DeviceId, type RecordId, type Result } from "@undivided/domain";
import type { EpochKey } from "../crypto/door.ts";
import { ENTRY_KINDS } from "../envelope/entry.ts";
import { epochOfEntry, NO_ENTRY, type EpochId } from "../envelope/ids.ts";
import { sealEntry, statementEntry, type EntryPlace, type EntryWithId, type TooLong } from "../envelope/make-entry.ts";
import type { EntryRef, StoreFault } from "../log/log-store.ts";
import { encodeChange, type Change, type Field, type Scope } from "../merge/change.ts";
import { compareStamps, FIRST_STAMP, observeStamp, stampAfter, type Stamp } from "../merge/hybrid-clock.ts";
import { encodeDropStatement, MAX_DROPS } from "./drop-statement.ts";
import { makeMembersStatement, type StatementPlan } from "./epoch-keys.ts";
import { encodeMembersStatement, MAX_DEVICES, type DeviceCard, type Removal } from "./members-statement.ts";
import type { OpenSpace } from "./open-space.ts";
import { activeDevices, currentEpoch } from "./roster.ts";
import { SLOT } from "./slot-table.ts";

/** A change without its stamp. */
export type Draft =
  | { readonly type: "put"; readonly id: RecordId; readonly text: string }
  | { readonly type: "set"; readonly id: RecordId; readonly fields: readonly Field[] }
  | { readonly type: "delete"; readonly scope: Scope; readonly id: RecordId };

export type WriteFault =
  | StoreFault
  | TooLong
  /** This device does not belong to the space, or not yet, or no longer. */
  | { readonly type: "not-a-member" }
  /** A device is admitted and removed by devices of its own person only; a new person only where there is room. */
  | { readonly type: "not-allowed" }
  | { readonly type: "unusable-key" }
  /** See `encodeChange`. */
  | { readonly type: "unwritable-change" }
  /** This device's storage was set back and written on: others have another chain of it and would refuse what it writes. */
  | { readonly type: "forked" };

export interface Writer {
  /** All in one append, in order: a result for each. A deletion comes alone: it has to find what it deletes. */
  readonly write: (drafts: readonly Draft[]) => Promise<readonly Result<null, WriteFault>[]>;
  readonly admit: (card: DeviceCard) => Promise<Result<null, WriteFault>>;
  readonly remove: (device: DeviceId) => Promise<Result<null, WriteFault>>;
  /** The leave entry for the present end of the own chain; it is not kept here. */
  readonly leaveEntry: () => Promise<Result<EntryWithId, WriteFault>>;
  /** A new epoch for whoever belongs to the space now. */
  readonly beginEpoch: () => Promise<Result<null, WriteFault>>;
  /** After changes of others were taken in. */
  readonly observe: (stamps: readonly Stamp[]) => void;
}

/** How often a write is tried again because another process was faster. */
const MAX_TRIES = 64;

export const activeOrNone = ({ memory }: OpenSpace): readonly DeviceCard[] => {
  const roster = memory().membership.roster();
  return roster === null ? [] : activeDevices(roster);
};

/** `isForked` says whether others have another chain of this device. */
export const createWriter = (opened: OpenSpace, isForked: () => boolean): Writer => {
  const { space, memory } = opened;
  const { store, keys: own, wall } = opened.deps;
  let clock: Stamp = FIRST_STAMP;

  const nextPlace = (after: EntryWithId | undefined): EntryPlace => {
    const head = memory().receiver.headOf(own.device);
    const counter = (after?.entry.counter ?? head?.counter ?? 0) + 1;
    return { space, device: own.device, counter, previous: after?.id ?? head?.id ?? NO_ENTRY };
  };
  /** Keeps own entries, then shows them. A fault of the log leaves everything as it was. */
  const keep = async (entries: readonly EntryWithId[]): Promise<Result<null, StoreFault>> => {
    const kept = entries.length === 0 ? ok(null) : await store.append(space, entries);
    if (kept.type === "error") return kept;
    for (const entry of entries) {
      memory().receiver.follow({ device: own.device, counter: entry.entry.counter, id: entry.id });
      memory().note(entry);
    }
    return opened.settle();
  };
  /** Makes entries for the present end of the own chain; again, if another process wrote there meanwhile. */
  const writeEntries = async (
    make: () => Promise<Result<readonly EntryWithId[], WriteFault>>,
  ): Promise<Result<null, WriteFault>> => {
    for (let tries = 1; ; tries += 1) {
      if (opened.leave() !== null) return err({ type: "space-closed" });
      if (isForked()) return err({ type: "forked" });
      if (!activeOrNone(opened).some(({ device }) => device === own.device)) return err({ type: "not-a-member" });
      const made = await make();
      if (made.type === "error") return made;
      const kept = await keep(made.value);
      const isBehind = kept.type === "error" && (kept.error.type === "conflict" || kept.error.type === "space-closed");
      if (!isBehind) return kept;
      const again = await opened.refresh();
      if (again.type === "error") return again;
      if (tries === MAX_TRIES) return kept;
    }
  };
  const membersEntry = async (plan: Omit<StatementPlan, "maxMembers" | "generation">) => {
    const maxMembers = memory().membership.founding()?.statement.maxMembers ?? 1;
    const generation = memory().membership.generation() + 1;
    try {
      const made = await makeMembersStatement({ ...plan, maxMembers, generation }, memory().keys());
      const body = encodeMembersStatement(made.statement);
      const entry = await statementEntry(nextPlace(undefined), ENTRY_KINDS.members, own.signing, body);
      return entry.type === "error" ? entry : ok({ entry: entry.value, key: made.key });
    } catch {
      return err({ type: "unusable-key" } as const);
    }
  };
  /** The epoch to write in; with a members entry in front where no epoch reaches exactly those who belong to the space. */
  const epochToWriteIn = async (): Promise<
    Result<{ readonly id: EpochId; readonly key: EpochKey; readonly first: readonly EntryWithId[] }, WriteFault>
  > => {
    const roster = memory().membership.roster();
    const epoch = roster === null ? undefined : currentEpoch(roster);
    const key = epoch === undefined ? undefined : memory().keys().get(epoch.id);
    if (epoch !== undefined && key !== undefined) return ok({ id: epoch.id, key, first: [] });
    const made = await membersEntry({ admits: [], removes: [], recipients: activeOrNone(opened) });
    if (made.type === "error") return made;
    return ok({ id: epochOfEntry(made.value.entry.id), key: made.value.key, first: [made.value.entry] });
  };
  const stampFor = (id: RecordId, before: Stamp): Stamp => {
    const seen = memory().lastStampOf(own.member, id) ?? FIRST_STAMP;
    const last = [memory().ownStamp(), clock, before].toSorted(compareStamps).at(-1) ?? before;
    return stampAfter(last, wall(), seen);
  };
  /** Where the own person's bodies of this record lie. */
  const bodiesOf = (id: RecordId, scope: Scope): readonly EntryRef[] =>
    memory()
      .slots.ofRecord(id)
      .filter((place) => {
        const isScope = ((memory().slots.bitsAt(place) ?? 0) & (scope === "own" ? SLOT.put : SLOT.set)) !== 0;
        return isScope && memory().membership.memberOf(place.device) === own.member;
      });
  const dropEntries = async (
    places: readonly EntryRef[],
    after: EntryWithId | undefined,
  ): Promise<Result<readonly EntryWithId[], WriteFault>> => {
    const entries: EntryWithId[] = [];
    for (let at = 0; at < places.length; at += MAX_DROPS) {
      const body = encodeDropStatement(places.slice(at, at + MAX_DROPS));
      const drop = await statementEntry(nextPlace(entries.at(-1) ?? after), ENTRY_KINDS.drop, own.signing, body);
      if (drop.type === "error") return drop;
      entries.push(drop.value);
    }
    return ok(entries);
  };
  /** Entries for all that can be written; what cannot be goes into `faults`, by its index. */
  const draftEntries = async (
    drafts: readonly Draft[],
    faults: Map<number, WriteFault>,
  ): Promise<Result<readonly EntryWithId[], WriteFault>> => {
    faults.clear();
    const epoch = await epochToWriteIn();
    if (epoch.type === "error") return epoch;
    const entries = [...epoch.value.first];
    let stamp = FIRST_STAMP;
    for (const [index, draft] of drafts.entries()) {
      const change: Change = { ...draft, stamp: stampFor(draft.id, stamp) };
      const content = encodeChange(change);
      const sealed =
        content === undefined
          ? err({ type: "unwritable-change" } as const)
          : await sealEntry(nextPlace(entries.at(-1)), epoch.value, own.signing, content);
      if (sealed.type === "error") {
        faults.set(index, sealed.error);
        continue;
      }
      ({ stamp } = change);
      entries.push(sealed.value);
      const places = draft.type === "delete" ? bodiesOf(draft.id, draft.scope) : [];
      const drops = await dropEntries(places, sealed.value);
      if (drops.type === "error") return drops;
      entries.push(...drops.value);
    }
    return ok(faults.size === drafts.length ? [] : entries);
  };
  const changeMembers = (admits: readonly DeviceCard[], removes: readonly Removal[]) =>
    writeEntries(async () => {
      const gone = new Set(removes.map(({ device }) => device));
      const recipients = [...activeOrNone(opened).filter(({ device }) => !gone.has(device)), ...admits];
      if (recipients.length > MAX_DEVICES) return err({ type: "not-allowed" });
      const made = await membersEntry({ admits, removes, recipients });
      return made.type === "error" ? made : ok([made.value.entry]);
    });
  const mayAdmit = (card: DeviceCard): boolean => {
    const devices = [...(memory().membership.roster()?.devices.values() ?? [])];
    const members = new Set(devices.map(({ member }) => member));
    const maxMembers = memory().membership.founding()?.statement.maxMembers ?? 1;
    const hasRoom = !members.has(card.member) && members.size < maxMembers;
    return !devices.some(({ device }) => device === card.device) && (card.member === own.member || hasRoom);
  };

  return {
    write: async (drafts) => {
      const faults = new Map<number, WriteFault>();
      const written = await writeEntries(() => draftEntries(drafts, faults));
      return drafts.map((_, index) => {
        const fault = faults.get(index);
        return fault === undefined ? written : err(fault);
      });
    },
    admit: async (card) => (mayAdmit(card) ? changeMembers([card], []) : err({ type: "not-allowed" })),
    remove: async (device) => {
      if (memory().membership.memberOf(device) !== own.member) return err({ type: "not-allowed" });
      return changeMembers([], [{ device, last: memory().receiver.headOf(device)?.counter ?? 0 }]);
    },
    leaveEntry: () => statementEntry(nextPlace(undefined), ENTRY_KINDS.leave, own.signing, Uint8Array.of(1)),
    beginEpoch: () => changeMembers([], []),
    observe: (stamps) => {
      for (const stamp of stamps) clock = observeStamp(clock, stamp, wall());
    },
  };
};
