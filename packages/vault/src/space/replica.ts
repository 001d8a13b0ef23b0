/**
 * Replica: one space on one device. Reads, writes, and keeps in step with the others.
 *
 * Keeping in step needs no order and no memory of who was sent what: each says where its chains end (`summary`), the other
 * gives what lies beyond (`entriesFor`), and `receive` takes any bytes in any order, any number of times. Everything taken or
 * written is in the store before it shows. Two processes or tabs may write through one store: who comes second reads on.
 * Calls are carried out one after the other.
 */
import { err, ok, type DeviceId, type Result } from "@undivided/domain";
import type { Bytes } from "../crypto/door.ts";
import { ENTRY_KINDS } from "../envelope/entry.ts";
import { NO_ENTRY, type EpochId, type SpaceId } from "../envelope/ids.ts";
import { statementEntry } from "../envelope/make-entry.ts";
import type { EntryRef, Head, StoreFault } from "../log/log-store.ts";
import type { SpaceState } from "../merge/merge.ts";
import { deviceCardOf } from "./device-keys.ts";
import { makeMembersStatement } from "./epoch-keys.ts";
import { withPart } from "../load-part.ts";
import { createListeners } from "./listeners.ts";
import { encodeMembersStatement, spaceFoundedBy, type DeviceCard } from "./members-statement.ts";
import { loadLog, openSpace, type OpenSpace, type ReplicaDeps } from "./open-space.ts";
import { receiveBatch, type ReceiveReport } from "./receiving.ts";
import type { Roster } from "./roster.ts";
import { SLOT } from "./slot-table.ts";
import type { Frozen } from "./snapshot-keeper.ts";
import type { AdoptFault, TrustedDevice } from "./trusted.ts";
import { readOn } from "./load-space.ts";
import { createWriteQueue, type WriteQueue } from "./write-queue.ts";
import { activeOrNone, createWriter, type Draft, type WriteFault } from "./writing.ts";

export type { AdoptFault, TrustedDevice } from "./trusted.ts";
export type { ReplicaDeps } from "./open-space.ts";
export type { ReceiveReport } from "./receiving.ts";
export type { Draft, WriteFault } from "./writing.ts";

export interface Summary {
  readonly heads: readonly Head[];
  /** Entries that came without the body that they should have. */
  readonly wanted: readonly EntryRef[];
  /** Epochs under which it has entries and whose key it lacks: made by somebody who had not heard of its admission. */
  readonly missing: readonly EpochId[];
}

export interface ReplicaHealth {
  /** Entries that are known from a snapshot and are still to come: until then this device is no full copy. */
  readonly absent: number;
  /**
   * The first counter at which others have another entry of this very device: its storage was set back to an older copy and was
   * written on. It can still read; it has to be admitted anew to write. Null while all is well.
   */
  readonly forkedAt: number | null;
}

export interface Replica {
  readonly space: SpaceId;
  /** Never changes once given, and is the same one until something changes; costs next to nothing. */
  readonly state: () => SpaceState;
  /** Null until the founding statement has come. */
  readonly roster: () => Roster | null;
  readonly isClosed: () => boolean;
  /** Calls after state, roster or closedness may have changed; gives what ends that. A listener that throws harms nobody else. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly summary: () => Summary;
  readonly health: () => ReplicaHealth;
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
  /** Takes in what another process or tab wrote to the same store. */
  readonly refresh: () => Promise<Result<null, StoreFault>>;
  readonly receive: (batch: readonly Uint8Array[]) => Promise<Result<ReceiveReport, StoreFault>>;
  /** Makes the local snapshot now, as it else is made in the background. False if there was nothing to make it of. */
  readonly keepSnapshot: () => Promise<Result<boolean, StoreFault>>;
  /**
   * All of the space in one piece, sealed and signed, for a new device of the same person. **Privacy:** whoever keeps it in between
   * removes it when a drop, a leave or a members entry of the space comes: it would show what was to be forgotten.
   */
  readonly snapshotFor: () => Promise<Result<Bytes, WriteFault | { readonly type: "unreachable" }>>;
  /** Begins with another own device's snapshot. What it lacks is then asked for by `summary`, what lies before by `backfill`. */
  readonly adoptSnapshot: (bytes: Uint8Array, trusted: TrustedDevice) => Promise<Result<null, AdoptFault>>;
  /**
   * What to ask others for until this device has every entry itself: `entriesFor` this, then `receive`, again and again. Null if
   * nothing is absent beyond the counters in `reached`, where they are given.
   */
  readonly backfill: (reached?: ReadonlyMap<DeviceId, number>) => Summary | null;
}

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
  const opened = await openSpace(deps, space);
  return opened.type === "error" ? opened : ok(createReplica(opened.value));
};

const createReplica = (opened: OpenSpace): Replica => {
  const { space, deps, memory, keeper } = opened;
  const { store } = deps;
  const listeners = createListeners();
  let forkedAt: number | null = null;
  /** Other devices that wrote two entries for one place; they are told when they ask. */
  const forked = new Set<DeviceId>();
  let turn: Promise<unknown> = Promise.resolve();
  /** Epochs whose keys this replica has passed on, and to whom: nobody can make it repeat that. */
  const passedOn = new Map<EpochId, string>();
  const writer = createWriter(opened, () => forkedAt !== null);

  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const result = turn.then(run);
    turn = result.catch(() => undefined);
    return result;
  };
  /** The same, and tells who listens if anything that shows is another one afterwards. */
  const changing = <T>(run: () => Promise<T>, isWrite = false): Promise<T> => {
    if (!isWrite) queue.closeGroup();
    return inTurn(async () => {
      const before = shown();
      try {
        return await run();
      } finally {
        const now = shown();
        if (now.some((one, index) => one !== before[index])) listeners.notify();
        tend();
      }
    });
  };
  const shown = () => [memory().state().own, memory().state().shared, memory().membership.roster(), opened.leave()];

  /** Background work, after the call that made it due: nobody waits for it, and if it fails it is due again. */
  const tend = (): void => {
    if (opened.leave() !== null) return;
    if (memory().isAdopted && !isAuditing && [...memory().slots.devices()].every((one) => firstAbsent(one) === null))
      inBackground(audit());
    else if (keeper.isDue(opened.entries())) inBackground(keepSnapshot());
  };
  const inBackground = (work: Promise<unknown>): void => {
    // Leaving destroys the keys under whatever is going on.
    void work.catch((error: unknown) => {
      if (opened.leave() === null) throw error;
    });
  };
  const keepSnapshot = async (): Promise<Result<boolean, StoreFault>> => {
    keeper.countFrom(opened.entries());
    return keeper.make(({ freeze }) =>
      inTurn(async () => {
        const fresh = await opened.refresh();
        return fresh.type === "error" ? null : freeze(opened, opened.sequence());
      }),
    );
  };
  let isAuditing = false;
  /** Once every entry is here: folds all of them from the log, whatever the snapshot had said, and goes on with that. */
  const audit = async (): Promise<void> => {
    isAuditing = true;
    const loaded = await loadLog(deps, space);
    await changing(async () => {
      if (loaded.type === "error" || opened.leave() !== null) return;
      const read = await readOn(store, loaded.value.memory, space, loaded.value.sequence);
      if (read.type === "error") return;
      opened.replaceMemory(loaded.value.memory, read.value.sequence);
      await keeper.invalidate();
    });
    isAuditing = false;
  };
  const firstAbsent = (device: DeviceId, after = 0): EntryRef | null =>
    memory().slots.first(SLOT.absent, SLOT.absent, { device, counter: after + 1 });

  /**
   * Passes keys on that somebody in the space lacks, by a new epoch whose history holds them. It reaches those who belong to the
   * space and nobody else, whoever asked.
   */
  const passOn = async (missing: readonly EpochId[]): Promise<Result<null, WriteFault>> => {
    const reached = activeOrNone(opened)
      .map(({ device }) => device)
      .toSorted()
      .join();
    const held = missing.filter((id) => memory().keys().has(id) && passedOn.get(id) !== reached);
    if (held.length === 0) return ok(null);
    const known = [...memory().keys().keys()];
    const written = await writer.beginEpoch();
    if (written.type === "ok") for (const id of known) passedOn.set(id, reached);
    // Without a part in the space there is nobody to pass on to.
    const isNobody =
      written.type === "error" && (written.error.type === "not-a-member" || written.error.type === "forked");
    return isNobody ? ok(null) : written;
  };
  /** Where their chain of a device is another one than ours: the entry that shows it, which its device will recognise as its own. */
  const proofsFor = (theirs: Summary): readonly EntryRef[] =>
    theirs.heads.flatMap(({ device, counter, id }) => {
      const head = memory().receiver.headOf(device);
      const known = memory().receiver.nameAt({ device, counter });
      if (head !== undefined && known === undefined) return forked.has(device) ? [head] : [];
      return known === undefined || known === id ? [] : [{ device, counter }];
    });
  const entriesFor = async (theirs: Summary, limit: number): Promise<Result<readonly Bytes[], StoreFault>> => {
    const passed = await passOn(theirs.missing);
    const leave = opened.leave();
    if (leave !== null) return ok([leave]);
    if (passed.type === "error" && passed.error.type === "storage-failed") return err(passed.error);
    const found: Bytes[] = [];
    const counterByDevice = new Map(theirs.heads.map(({ device, counter }) => [device, counter]));
    for (const { device, counter } of memory().receiver.heads()) {
      const known = counterByDevice.get(device) ?? 0;
      if (known >= counter) continue;
      const beyond = await store.readChain(space, device, known, limit);
      if (beyond.type === "error") return beyond;
      found.push(...beyond.value.map(({ bytes }) => bytes));
    }
    for (const { device, counter } of [...proofsFor(theirs), ...theirs.wanted.slice(0, limit)]) {
      const wanted = await store.readChain(space, device, counter - 1, 1);
      if (wanted.type === "error") return wanted;
      found.push(...wanted.value.filter((entry) => entry.counter === counter).map(({ bytes }) => bytes));
    }
    return ok(found);
  };

  const queue: WriteQueue = createWriteQueue(
    (run) => changing(run, true),
    (drafts) => writer.write(drafts),
  );

  tend();
  return {
    space,
    state: () => memory().state(),
    roster: () => memory().membership.roster(),
    isClosed: () => opened.leave() !== null,
    subscribe: listeners.subscribe,
    summary: () => ({
      heads: memory().receiver.heads(),
      wanted: memory().slots.find(SLOT.record | SLOT.body | SLOT.dropped | SLOT.absent, SLOT.record),
      missing: memory().missingEpochs(),
    }),
    health: () => ({ absent: memory().slots.find(SLOT.absent, SLOT.absent).length, forkedAt }),
    write: queue.write,
    admit: (card) => changing(() => writer.admit(card)),
    remove: (device) => changing(() => writer.remove(device)),
    leave: () =>
      changing(async () => {
        if (opened.leave() !== null) return ok(null);
        const made = await writer.leaveEntry();
        return made.type === "error" ? made : opened.close(made.value);
      }),
    entriesFor: (theirs, limit) => changing(() => entriesFor(theirs, limit)),
    refresh: () => changing(() => opened.refresh()),
    receive: (batch) =>
      changing(async () => {
        const received = await receiveBatch(opened, batch);
        if (received.type === "error") return received;
        const { report, forks } = received.value;
        for (const { device, counter } of forks) {
          if (device === deps.keys.device) forkedAt = Math.min(forkedAt ?? Infinity, counter);
          else forked.add(device);
        }
        writer.observe(memory().takeSeenStamps());
        return ok(report);
      }),
    keepSnapshot,
    snapshotFor: () =>
      withPart(
        () => import("./snapshot-making.ts"),
        async ({ freezeForOthers, sealForOthers }): Promise<Result<Bytes, WriteFault>> => {
          const frozen = await changing(async (): Promise<Result<Frozen | null, WriteFault>> => {
            const ready = freezeForOthers(opened);
            if (ready !== null) return ok(ready);
            const begun = await writer.beginEpoch();
            return begun.type === "error" ? begun : ok(freezeForOthers(opened));
          });
          if (frozen.type === "error") return frozen;
          const sealed = frozen.value === null ? undefined : await sealForOthers(opened, frozen.value);
          return sealed === undefined ? err({ type: "not-a-member" }) : ok(sealed);
        },
      ),
    adoptSnapshot: (bytes, trusted) =>
      withPart(
        () => import("./adopting.ts"),
        async ({ adopt }): Promise<Result<null, AdoptFault>> => {
          const adopted = await changing(() => adopt(opened, bytes, trusted));
          if (adopted.type === "error") return adopted;
          const kept = await keepSnapshot();
          return kept.type === "error" ? kept : ok(null);
        },
      ),
    backfill: (reached = new Map()) => {
      const first = new Map(
        memory()
          .receiver.heads()
          .flatMap(({ device }) => {
            const place = firstAbsent(device, reached.get(device));
            return place === null ? [] : [[device, place.counter]];
          }),
      );
      if (first.size === 0) return null;
      const heads = memory()
        .receiver.heads()
        .flatMap((head) => {
          const counter = (first.get(head.device) ?? head.counter + 1) - 1;
          const id = memory().receiver.nameAt({ device: head.device, counter });
          return id === undefined ? [] : [{ device: head.device, counter, id }];
        });
      return { heads, wanted: [], missing: [] };
    },
  };
};
