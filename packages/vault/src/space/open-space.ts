/**
 * One space, open on this device: what is known of it, and how that follows the log.
 *
 * It begins with the local snapshot and the log's tail after it, or with the whole log where there is no snapshot, or none that is
 * to be trusted. Nothing here takes turns: `replica.ts` carries out one call after the other.
 */
import { ok, type Instant, type Result } from "@undivided/domain";
import { destroySecret, verifyingKeyOf, type Bytes } from "../crypto/door.ts";
import { encodeEntry } from "../envelope/entry.ts";
import type { SpaceId } from "../envelope/ids.ts";
import type { EntryWithId } from "../envelope/make-entry.ts";
import type { BlobStore } from "../log/blob-store.ts";
import type { LogStore, StoreFault } from "../log/log-store.ts";
import type { DeviceKeys } from "./device-keys.ts";
import { createReadAgain, dropGone, readOn } from "./load-space.ts";
import { learnEpochKeys } from "./epoch-keys.ts";
import { createMembership } from "./membership.ts";
import { SLOT } from "./slot-table.ts";
import { decodeSnapshot, isSignedBy, openSnapshot, PURPOSES } from "./snapshot-envelope.ts";
import { createSnapshotKeeper, snapshotName, type SnapshotKeeper } from "./snapshot-keeper.ts";
import { createSpaceMemory, type SpaceMemory } from "./space-memory.ts";

export interface ReplicaDeps {
  readonly store: LogStore;
  /** Where the snapshot lies that makes opening fast; without it every opening reads the whole log. */
  readonly blobs?: BlobStore;
  readonly keys: DeviceKeys;
  readonly wall: () => Instant;
  /** After how many new entries a snapshot is made, given how many there are; see `snapshot-keeper.ts`. */
  readonly snapshotAfter?: (entries: number) => number;
}

export interface OpenSpace {
  readonly space: SpaceId;
  readonly deps: ReplicaDeps;
  readonly memory: () => SpaceMemory;
  /** The entry that closed the space; null while it is open. */
  readonly leave: () => Bytes | null;
  readonly keeper: SnapshotKeeper;
  /** Takes in what another process or tab wrote. */
  readonly refresh: () => Promise<Result<null, StoreFault>>;
  /** Begins anew with what is stored; `withoutSnapshot` where that one is not to be trusted. */
  readonly reopen: (withoutSnapshot?: boolean) => Promise<Result<null, StoreFault>>;
  /** After an append: opens and folds what was noted, and removes dropped bodies from the log and from the snapshot. */
  readonly settle: () => Promise<Result<null, StoreFault>>;
  readonly close: (leave: EntryWithId) => Promise<Result<null, StoreFault>>;
  /** Goes on with this memory, which has read the log up to `sequence`. */
  readonly replaceMemory: (memory: SpaceMemory, sequence: number) => void;
  /** Up to where the log was read. */
  readonly sequence: () => number;
  readonly entries: () => number;
}

const entriesIn = ({ slots }: SpaceMemory): number =>
  [...slots.devices()].reduce((sum, device) => sum + slots.lengthOf(device), 0);

interface Loaded {
  readonly memory: SpaceMemory;
  readonly sequence: number;
  /** How many of the entries a local snapshot holds. */
  readonly inSnapshot: number;
  /** The snapshot shows what was dropped since. */
  readonly isSnapshotStale: boolean;
}

export const openSpace = async (deps: ReplicaDeps, space: SpaceId): Promise<Result<OpenSpace, StoreFault>> => {
  const leave = await deps.store.readLeave(space);
  if (leave.type === "error") return leave;
  const loaded = leave.value === null ? await load(deps, space) : ok(emptyMemory(deps, space));
  if (loaded.type === "error") return loaded;
  const opened = createOpenSpace(deps, space, loaded.value, leave.value);
  // A crash may have come between closing, or dropping, and this.
  if (leave.value === null && !loaded.value.isSnapshotStale) return ok(opened);
  const forgotten = await opened.keeper.invalidate();
  return forgotten.type === "error" ? forgotten : ok(opened);
};

const emptyMemory = (deps: ReplicaDeps, space: SpaceId): Loaded => ({
  memory: createSpaceMemory(space, deps.keys),
  sequence: 0,
  inSnapshot: 0,
  isSnapshotStale: false,
});

const load = async (
  deps: ReplicaDeps,
  space: SpaceId,
  withoutSnapshot = false,
): Promise<Result<Loaded, StoreFault>> => {
  const begun = withoutSnapshot ? null : await loadSnapshot(deps, space);
  if (begun !== null) {
    const read = await readOn(deps.store, begun.memory, space, begun.sequence);
    if (read.type === "ok" && !read.value.hasContradiction) {
      return ok({ ...begun, sequence: read.value.sequence, isSnapshotStale: read.value.hasDropped });
    }
  }
  return loadLog(deps, space);
};

/** From the whole log, whatever any snapshot says. */
export const loadLog = async (deps: ReplicaDeps, space: SpaceId): Promise<Result<Loaded, StoreFault>> => {
  const { memory } = emptyMemory(deps, space);
  const read = await readOn(deps.store, memory, space, 0);
  if (read.type === "ok") return ok({ memory, sequence: read.value.sequence, inSnapshot: 0, isSnapshotStale: false });
  return read.error.type === "needs-log"
    ? { type: "error", error: { type: "storage-failed" } }
    : { type: "error", error: read.error };
};

/** Null if there is none that this very device made of this log. */
const loadSnapshot = async (deps: ReplicaDeps, space: SpaceId): Promise<Loaded | null> => {
  const { blobs, store, keys: own } = deps;
  const bytes = await blobs?.read(snapshotName(space));
  if (bytes?.type !== "ok" || bytes.value === null) return null;
  const decoded = await decodeSnapshot(bytes.value);
  if (decoded.type === "error") return null;
  const snapshot = decoded.value;
  const { purpose, device, statements } = snapshot;
  if (purpose !== PURPOSES.local || snapshot.space !== space || device !== own.device) return null;
  if (!(await isSignedBy(snapshot, await verifyingKeyOf(own.signing)))) return null;
  const keys = await learnEpochKeys(own, createMembership(space, statements).statements(), new Map());
  const key = keys.get(snapshot.epoch);
  const content = key === undefined ? undefined : await openSnapshot(snapshot, key);
  if (content === undefined) return null;
  const memory = createSpaceMemory(space, own, { content, statements, keys });
  return (await fitsLog(store, space, memory))
    ? { memory, sequence: content.sequence, inSnapshot: entriesIn(memory), isSnapshotStale: false }
    : null;
};

/** Whether the log has what the snapshot says; what a chain lost at its end counts as absent and is asked for again. */
const fitsLog = async (store: LogStore, space: SpaceId, memory: SpaceMemory): Promise<boolean> => {
  const heads = await store.heads(space);
  if (heads.type === "error") return false;
  const headByDevice = new Map(heads.value.map((head) => [head.device, head]));
  for (const { device, counter } of memory.receiver.heads()) {
    const stored = headByDevice.get(device);
    if (stored !== undefined && stored.counter <= counter && memory.receiver.nameAt(stored) !== stored.id) return false;
    for (let lost = (stored?.counter ?? 0) + 1; lost <= counter; lost += 1) {
      const place = { device, counter: lost };
      memory.slots.setBits(place, (memory.slots.bitsAt(place) ?? 0) | SLOT.absent);
    }
  }
  return true;
};

const createOpenSpace = (deps: ReplicaDeps, space: SpaceId, loaded: Loaded, closedBy: Bytes | null): OpenSpace => {
  const { store, keys: own } = deps;
  let { memory, sequence } = loaded;
  let leave = closedBy;
  const keeper = createSnapshotKeeper(deps, space);
  const readAgain = createReadAgain(store, space);
  keeper.countFrom(loaded.inSnapshot);

  const reopen = async (withoutSnapshot = false): Promise<Result<null, StoreFault>> => {
    if (withoutSnapshot) {
      const removed = await keeper.invalidate();
      if (removed.type === "error") return removed;
    }
    const again = await load(deps, space, withoutSnapshot);
    if (again.type === "error") return again;
    ({ memory, sequence } = again.value);
    keeper.countFrom(again.value.inSnapshot);
    return again.value.isSnapshotStale ? keeper.invalidate() : ok(null);
  };
  const opened: OpenSpace = {
    space,
    deps,
    keeper,
    memory: () => memory,
    leave: () => leave,
    sequence: () => sequence,
    entries: () => entriesIn(memory),
    reopen,
    refresh: async () => {
      const closed = await store.readLeave(space);
      if (closed.type === "error") return closed;
      if (closed.value !== null) {
        leave = closed.value;
        memory = createSpaceMemory(space, own);
        return keeper.invalidate();
      }
      const read = await readOn(store, memory, space, sequence);
      if (read.type === "error" || read.value.hasContradiction) return reopen(true);
      ({ sequence } = read.value);
      return read.value.hasDropped ? keeper.invalidate() : ok(null);
    },
    settle: async () => {
      const settled = await memory.settle(readAgain);
      if (settled.type === "error")
        return settled.error.type === "needs-log" ? reopen(true) : { type: "error", error: settled.error };
      if (memory.gone().length === 0) return ok(null);
      const dropped = await dropGone(store, memory, space);
      const forgotten = await keeper.invalidate();
      return dropped.type === "error" ? dropped : forgotten;
    },
    close: async (entry) => {
      const closed = await store.close(space, entry);
      const forgotten = await keeper.invalidate();
      // Also if the storage fails: nothing more is read or written here, and asking again closes it.
      for (const key of [...memory.keys().values(), own.signing, own.unwrapping]) destroySecret(key);
      leave = encodeEntry(entry.entry);
      memory = createSpaceMemory(space, own);
      return closed.type === "error" ? closed : forgotten;
    },
    replaceMemory: (next, until) => {
      memory = next;
      sequence = until;
    },
  };
  return opened;
};
