/**
 * Replica: one space on one device. Reads, writes, and keeps in step with the others.
 *
 * Keeping in step needs no order and no memory of who was sent what: each says where its chains end (`summary`), the other
 * gives what lies beyond (`entriesFor`), and `receive` takes any bytes in any order, any number of times. Everything taken or
 * written is in the store before it shows. Two processes or tabs may write through one store: who comes second loads again.
 * Calls are carried out one after the other.
 */
import { err, ok, type DeviceId, type Instant, type RecordId, type Result } from "@undivided/domain";
import { destroySecret, type Bytes, type EpochKey } from "../crypto/door.ts";
import { decodeEntry, encodeEntry, ENTRY_KINDS, withoutBody, type Entry } from "../envelope/entry.ts";
import { epochOfEntry, NO_ENTRY, type EpochId, type SpaceId } from "../envelope/ids.ts";
import {
  sealEntry,
  statementEntry,
  verifyEntry,
  type EntryPlace,
  type EntryWithId,
  type TooLong,
} from "../envelope/make-entry.ts";
import type { Refusal } from "../log/chain-receiver.ts";
import type { EntryRef, Head, LogStore, StoreFault } from "../log/log-store.ts";
import { encodeChange, type Change, type Field, type Scope } from "../merge/change.ts";
import { compareStamps, FIRST_STAMP, observeStamp, stampAfter, type Stamp } from "../merge/hybrid-clock.ts";
import type { SpaceState } from "../merge/merge.ts";
import { deviceCardOf, type DeviceKeys } from "./device-keys.ts";
import { encodeDropStatement, MAX_DROPS } from "./drop-statement.ts";
import { makeMembersStatement, type StatementPlan } from "./epoch-keys.ts";
import { createListeners } from "./listeners.ts";
import { loadSpace } from "./load-space.ts";
import {
  encodeMembersStatement,
  MAX_DEVICES,
  spaceFoundedBy,
  type DeviceCard,
  type Removal,
} from "./members-statement.ts";
import { activeDevices, counts, currentEpoch, type Roster } from "./roster.ts";
import { createSpaceMemory, type SpaceMemory } from "./space-memory.ts";

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
  | { readonly type: "unwritable-change" };

export interface Summary {
  readonly heads: readonly Head[];
  /** Entries that came without the body that they should have. */
  readonly wanted: readonly EntryRef[];
  /** Epochs under which it has entries and whose key it lacks: made by somebody who had not heard of its admission. */
  readonly missing: readonly EpochId[];
}

export interface ReceiveReport {
  readonly taken: number;
  readonly duplicates: number;
  readonly waiting: number;
  readonly refused: readonly (Refusal | { readonly type: "space-closed" })[];
}

export interface Replica {
  readonly space: SpaceId;
  readonly state: () => SpaceState;
  /** Null until the founding statement has come. */
  readonly roster: () => Roster | null;
  readonly isClosed: () => boolean;
  /** Calls after state, roster or closedness may have changed; gives what ends that. A listener that throws harms nobody else. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly summary: () => Summary;
  readonly write: (draft: Draft) => Promise<Result<null, WriteFault>>;
  readonly admit: (card: DeviceCard) => Promise<Result<null, WriteFault>>;
  /** Removes a device of the same person; what it wrote and this device has not received yet is lost. */
  readonly remove: (device: DeviceId) => Promise<Result<null, WriteFault>>;
  /**
   * Closes the space for good, on this device at once: its entries and all keys, this device's too, are gone when this resolves.
   * What is to be kept is copied before. `entriesFor` gives the leave entry to everybody from then on.
   */
  readonly leave: () => Promise<Result<null, WriteFault>>;
  /** At most `limit` entries for each device, that somebody with this summary lacks. Of a closed space: that it is. */
  readonly entriesFor: (theirs: Summary, limit: number) => Promise<Result<readonly Bytes[], StoreFault>>;
  /** Loads again what another process or tab wrote to the same store. */
  readonly refresh: () => Promise<Result<null, StoreFault>>;
  readonly receive: (batch: readonly Uint8Array[]) => Promise<Result<ReceiveReport, StoreFault>>;
}

export interface ReplicaDeps {
  readonly store: LogStore;
  readonly keys: DeviceKeys;
  readonly wall: () => Instant;
}

/** How often a write is tried again because another process was faster. */
const MAX_TRIES = 16;

/** Founds a space with this device as its first; `maxMembers` people will ever belong to it. */
export const foundSpace = async (deps: ReplicaDeps, maxMembers: 1 | 2): Promise<Result<Replica, WriteFault>> => {
  const card = await deviceCardOf(deps.keys);
  const plan = { maxMembers, generation: 1, admits: [card], removes: [], recipients: [card] };
  const { statement } = await makeMembersStatement(plan, new Map());
  const body = encodeMembersStatement(statement);
  const space = await spaceFoundedBy(body);
  const place = { space, device: deps.keys.device, counter: 1, previous: NO_ENTRY };
  const founding = await statementEntry(place, ENTRY_KINDS.members, deps.keys.signing, body);
  if (founding.type === "error") return founding;
  const kept = await deps.store.append(space, [founding.value]);
  return kept.type === "error" ? kept : openReplica(deps, space);
};

/** Opens a space that this device founded, was admitted to, or is about to be. */
export const openReplica = async (deps: ReplicaDeps, space: SpaceId): Promise<Result<Replica, StoreFault>> => {
  const leave = await deps.store.readLeave(space);
  if (leave.type === "error") return leave;
  const memory = await loadSpace(deps.store, space, deps.keys);
  return memory.type === "error" ? memory : ok(createReplica(deps, space, memory.value, leave.value));
};

const createReplica = (deps: ReplicaDeps, space: SpaceId, loaded: SpaceMemory, closedBy: Bytes | null): Replica => {
  const { store, keys: own, wall } = deps;
  let memory = loaded;
  let leaveBytes = closedBy;
  let clock: Stamp = FIRST_STAMP;
  let turn: Promise<unknown> = Promise.resolve();
  /** Epochs whose keys this replica has passed on: nobody can make it repeat that. */
  const passedOn = new Set<EpochId>();

  const listeners = createListeners();

  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const result = turn.then(run);
    turn = result.catch(() => undefined);
    return result;
  };
  const reload = async (): Promise<Result<null, StoreFault>> => {
    const leave = await store.readLeave(space);
    if (leave.type === "error") return leave;
    leaveBytes = leave.value;
    const again = await loadSpace(store, space, own);
    if (again.type === "error") return again;
    memory = again.value;
    listeners.notify();
    return ok(null);
  };
  const activeOrNone = (): readonly DeviceCard[] => {
    const roster = memory.roster();
    return roster === null ? [] : activeDevices(roster);
  };
  const nextPlace = (after: EntryWithId | undefined): EntryPlace => {
    const head = memory.receiver.headOf(own.device);
    const counter = (after?.entry.counter ?? head?.counter ?? 0) + 1;
    return { space, device: own.device, counter, previous: after?.id ?? head?.id ?? NO_ENTRY };
  };

  /** Keeps own entries, then shows them. A conflict leaves everything as it was. */
  const keep = async (entries: readonly EntryWithId[]): Promise<Result<null, StoreFault>> => {
    const kept = await store.append(space, entries);
    if (kept.type === "error") return kept;
    for (const entry of entries) {
      memory.receiver.follow({ device: own.device, counter: entry.entry.counter, id: entry.id });
      await memory.take(entry);
    }
    const gone = await memory.settle();
    listeners.notify();
    return gone.length === 0 ? ok(null) : store.dropBodies(space, gone);
  };
  /** Makes entries for the present end of the own chain; again, if another process wrote there meanwhile. */
  const writeEntries = async (
    make: () => Promise<Result<readonly EntryWithId[], WriteFault>>,
  ): Promise<Result<null, WriteFault>> => {
    for (let tries = 1; ; tries += 1) {
      if (leaveBytes !== null) return err({ type: "space-closed" });
      if (!activeOrNone().some(({ device }) => device === own.device)) return err({ type: "not-a-member" });
      const made = await make();
      if (made.type === "error") return made;
      const kept = await keep(made.value);
      if (kept.type === "ok") return kept;
      const again = await reload();
      if (again.type === "error") return again;
      if (kept.error.type !== "conflict" || tries === MAX_TRIES) return kept;
    }
  };
  const membersEntry = async (plan: Omit<StatementPlan, "maxMembers" | "generation">) => {
    const maxMembers = memory.founding()?.statement.maxMembers ?? 1;
    const generation = memory.generation() + 1;
    try {
      const made = await makeMembersStatement({ ...plan, maxMembers, generation }, memory.keys());
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
    const roster = memory.roster();
    const epoch = roster === null ? undefined : currentEpoch(roster);
    const key = epoch === undefined ? undefined : memory.keys().get(epoch.id);
    if (epoch !== undefined && key !== undefined) return ok({ id: epoch.id, key, first: [] });
    const made = await membersEntry({ admits: [], removes: [], recipients: activeOrNone() });
    if (made.type === "error") return made;
    return ok({ id: epochOfEntry(made.value.entry.id), key: made.value.key, first: [made.value.entry] });
  };
  /**
   * Passes keys on that somebody in the space lacks, by a new epoch whose history holds them. It reaches those who belong to the
   * space and nobody else, whoever asked.
   */
  const passOn = async (missing: readonly EpochId[]): Promise<Result<null, WriteFault>> => {
    const held = missing.filter((id) => memory.keys().has(id) && !passedOn.has(id));
    if (held.length === 0) return ok(null);
    for (const id of memory.keys().keys()) passedOn.add(id);
    const written = await changeMembers([], []);
    // Without a part in the space there is nobody to pass on to.
    return written.type === "error" && written.error.type === "not-a-member" ? ok(null) : written;
  };
  const stampFor = (id: RecordId): Stamp => {
    const seen = memory.lastStampOf(own.member, id) ?? FIRST_STAMP;
    const last = compareStamps(memory.ownStamp(), clock) > 0 ? memory.ownStamp() : clock;
    return stampAfter(last, wall(), seen);
  };
  /** Where the own person's bodies of this record lie. */
  const bodiesOf = (id: RecordId, scope: Scope): readonly EntryRef[] =>
    memory.slots().flatMap(({ device, counter, change }) => {
      const isScope = change?.type === (scope === "own" ? "put" : "set");
      const isOwn = memory.roster()?.devices.get(device)?.member === own.member;
      return isScope && isOwn && change.id === id ? [{ device, counter }] : [];
    });
  const draftEntries = async (draft: Draft): Promise<Result<readonly EntryWithId[], WriteFault>> => {
    const change: Change = { ...draft, stamp: stampFor(draft.id) };
    const content = encodeChange(change);
    if (content === undefined) return err({ type: "unwritable-change" });
    const epoch = await epochToWriteIn();
    if (epoch.type === "error") return epoch;
    const entries = [...epoch.value.first];
    const sealed = await sealEntry(nextPlace(entries.at(-1)), epoch.value, own.signing, content);
    if (sealed.type === "error") return sealed;
    entries.push(sealed.value);
    const places = draft.type === "delete" ? bodiesOf(draft.id, draft.scope) : [];
    for (let at = 0; at < places.length; at += MAX_DROPS) {
      const body = encodeDropStatement(places.slice(at, at + MAX_DROPS));
      const drop = await statementEntry(nextPlace(entries.at(-1)), ENTRY_KINDS.drop, own.signing, body);
      if (drop.type === "error") return drop;
      entries.push(drop.value);
    }
    return ok(entries);
  };
  const changeMembers = (admits: readonly DeviceCard[], removes: readonly Removal[]) =>
    writeEntries(async () => {
      const gone = new Set(removes.map(({ device }) => device));
      const recipients = [...activeOrNone().filter(({ device }) => !gone.has(device)), ...admits];
      if (recipients.length > MAX_DEVICES) return err({ type: "not-allowed" });
      const made = await membersEntry({ admits, removes, recipients });
      return made.type === "error" ? made : ok([made.value.entry]);
    });
  const mayAdmit = (card: DeviceCard): boolean => {
    const devices = [...(memory.roster()?.devices.values() ?? [])];
    const members = new Set(devices.map(({ member }) => member));
    const hasRoom = !members.has(card.member) && members.size < (memory.founding()?.statement.maxMembers ?? 1);
    return !devices.some(({ device }) => device === card.device) && (card.member === own.member || hasRoom);
  };

  const closeBy = async (leave: EntryWithId): Promise<Result<null, StoreFault>> => {
    const closed = await store.close(space, leave);
    // Also if the storage fails: nothing more is read or written here, and asking again closes it.
    for (const key of [...memory.keys().values(), own.signing, own.unwrapping]) destroySecret(key);
    leaveBytes = encodeEntry(leave.entry);
    memory = createSpaceMemory(space, own);
    listeners.notify();
    return closed;
  };
  /** A leave entry counts wherever it stands in its chain: nothing else of the space matters after it. */
  const verifiedLeave = async (entry: Entry): Promise<EntryWithId | undefined> => {
    const roster = memory.roster();
    const card = roster?.devices.get(entry.device);
    if (entry.kind !== ENTRY_KINDS.leave || entry.space !== space || roster === null || card === undefined)
      return undefined;
    if (!counts(roster, entry.device, entry.counter)) return undefined;
    const verified = await verifyEntry(entry, card.verifyingKey);
    return verified.type === "ok" ? verified.value : undefined;
  };

  const receiveBatch = async (batch: readonly Uint8Array[]): Promise<Result<ReceiveReport, StoreFault>> => {
    if (leaveBytes !== null) {
      return ok({ taken: 0, duplicates: 0, waiting: 0, refused: batch.map(() => ({ type: "space-closed" })) });
    }
    const taken: EntryWithId[] = [];
    const filled: EntryWithId[] = [];
    const refused: Refusal[] = [];
    let duplicates = 0;
    let waiting = 0;
    for (const bytes of batch) {
      const decoded = decodeEntry(bytes);
      const leave = decoded.type === "ok" ? await verifiedLeave(decoded.value) : undefined;
      if (leave !== undefined) {
        const closed = await closeBy(leave);
        return closed.type === "error" ? closed : ok({ taken: 1, duplicates, waiting, refused });
      }
      const result = await memory.receiver.receive(bytes);
      if (result.type === "error") refused.push(result.error);
      else if (result.value.type === "waiting") waiting += 1;
      else if (result.value.type === "duplicate") {
        duplicates += 1;
        const slot = memory.slotAt(result.value.entry.entry);
        if (slot === undefined || slot.hasBody || slot.isDropped || result.value.entry.entry.body === null) continue;
        await memory.fill(result.value.entry.entry);
        filled.push(result.value.entry);
      } else {
        for (let next: EntryWithId | undefined = result.value.entry; next; next = memory.receiver.nextWaiting()) {
          taken.push(next);
          await memory.take(next);
        }
      }
    }
    const gone = await memory.settle();
    const kept = [...taken, ...filled].map((one) =>
      memory.slotAt(one.entry)?.isDropped === true ? { ...one, entry: withoutBody(one.entry) } : one,
    );
    const appended = kept.length === 0 ? ok(null) : await store.append(space, kept);
    const dropped = appended.type === "ok" && gone.length > 0 ? await store.dropBodies(space, gone) : appended;
    if (dropped.type === "error") {
      // What was not kept is not shown; it will be sent again.
      const again = await reload();
      return again.type === "error" ? again : dropped;
    }
    for (const { entry } of taken) {
      const change = memory.slotAt(entry)?.change;
      if (change) clock = observeStamp(clock, change.stamp, wall());
    }
    if (taken.length + filled.length > 0) listeners.notify();
    return ok({ taken: taken.length, duplicates, waiting, refused });
  };

  return {
    space,
    state: () => memory.state(),
    roster: () => memory.roster(),
    isClosed: () => leaveBytes !== null,
    subscribe: listeners.subscribe,
    summary: () => {
      const slots = memory.slots().filter(({ isDropped }) => !isDropped);
      return {
        heads: memory.receiver.heads(),
        wanted: slots.filter(({ hasBody }) => !hasBody).map(({ device, counter }) => ({ device, counter })),
        missing: [...new Set(slots.filter(({ sealed }) => sealed !== null).map(({ epoch }) => epoch))],
      };
    },
    write: (draft) => inTurn(() => writeEntries(() => draftEntries(draft))),
    admit: (card) => inTurn(async () => (mayAdmit(card) ? changeMembers([card], []) : err({ type: "not-allowed" }))),
    remove: (device) =>
      inTurn(async () => {
        if (memory.roster()?.devices.get(device)?.member !== own.member) return err({ type: "not-allowed" });
        return changeMembers([], [{ device, last: memory.receiver.headOf(device)?.counter ?? 0 }]);
      }),
    leave: () =>
      inTurn(async () => {
        if (leaveBytes !== null) return ok(null);
        const made = await statementEntry(nextPlace(undefined), ENTRY_KINDS.leave, own.signing, Uint8Array.of(1));
        return made.type === "error" ? made : closeBy(made.value);
      }),
    entriesFor: (theirs, limit) =>
      inTurn(async () => {
        if (leaveBytes !== null) return ok([leaveBytes]);
        const passed = await passOn(theirs.missing);
        if (passed.type === "error" && passed.error.type === "storage-failed") return err(passed.error);
        const found: Bytes[] = [];
        const counterByDevice = new Map(theirs.heads.map(({ device, counter }) => [device, counter]));
        for (const { device, counter } of memory.receiver.heads()) {
          const known = counterByDevice.get(device) ?? 0;
          if (known >= counter) continue;
          const beyond = await store.readChain(space, device, known, limit);
          if (beyond.type === "error") return beyond;
          found.push(...beyond.value.map(({ bytes }) => bytes));
        }
        for (const { device, counter } of theirs.wanted.slice(0, limit)) {
          const wanted = await store.readChain(space, device, counter - 1, 1);
          if (wanted.type === "error") return wanted;
          found.push(...wanted.value.filter((entry) => entry.counter === counter).map(({ bytes }) => bytes));
        }
        return ok(found);
      }),
    refresh: () => inTurn(reload),
    receive: (batch) => inTurn(() => receiveBatch(batch)),
  };
};
