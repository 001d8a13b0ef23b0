/**
 * What the parts of one open device share: its ring, its replicas, and how they come and go.
 */
import { err, ok, type Instant, type Millis, type PersonId, type Result } from "@undivided/domain";
import type { Stretch } from "../crypto/door.ts";
import type { BlobStore } from "../log/blob-store.ts";
import type { LogStore } from "../log/log-store.ts";
import type { Field } from "../merge/change.ts";
import type { Rendezvous } from "../pairing/rendezvous.ts";
import { openReplica, type Replica, type WriteFault } from "../space/replica.ts";
import { DEVICE_NOTES, inOrder, readDeviceNotes, type DeviceNotes } from "./device-notes.ts";
import type { SpaceKeys } from "./key-ring.ts";
import type { LeftMeanwhile, RingFault, RingKeeper } from "./ring-keeper.ts";
import { createWaitingPairings, type WaitingPairing, type WaitingPairings } from "./waiting-pairing.ts";

export interface DeviceDeps {
  readonly logs: LogStore;
  readonly blobs: BlobStore;
  readonly wall: () => Instant;
  /** Monotonic; for waiting and for proofs. */
  readonly clock: () => Millis;
  readonly stretch: Stretch;
  /** The meeting place of this relay. */
  readonly rendezvousAt: (relay: string) => Rendezvous;
}

export type DeviceFault = RingFault | WriteFault;

export interface DeviceCore {
  readonly deps: DeviceDeps;
  readonly keeper: RingKeeper;
  readonly mine: Replica;
  readonly person: PersonId;
  /** Null before pairing and after it ended. */
  readonly ours: () => Replica | null;
  readonly notes: () => DeviceNotes;
  readonly note: (fields: readonly Field[]) => Promise<Result<null, WriteFault>>;
  readonly pairings: WaitingPairings;
  /** Keeps a part in the couple's space in the ring, with the relay that it is on, and opens it. */
  readonly gainOurs: (
    pairing: WaitingPairing,
    part: SpaceKeys,
    relay: string | null,
  ) => Promise<Result<Replica, DeviceFault | LeftMeanwhile>>;
  /** Takes a closed space's keys out of the ring, if they are still in it. */
  readonly dropClosedOurs: () => Promise<Result<null, DeviceFault>>;
  /** Takes over what another tab or process paired or left meanwhile. */
  readonly refresh: () => Promise<Result<null, DeviceFault>>;
  readonly changed: () => void;
}

export const openCore = async (
  deps: DeviceDeps,
  keeper: RingKeeper,
  changed: () => void,
): Promise<Result<DeviceCore, DeviceFault>> => {
  const { logs: store, wall } = deps;
  const open = ({ space, keys }: SpaceKeys) => openReplica({ store, blobs: deps.blobs, keys, wall }, space);
  const mine = await open(keeper.ring().mine);
  if (mine.type === "error") return mine;
  let ours: Replica | null = null;
  const kept = keeper.ring().ours;
  if (kept !== null) {
    const opened = await open(kept);
    if (opened.type === "error") return opened;
    ours = opened.value;
  }
  const core: DeviceCore = {
    deps,
    keeper,
    mine: mine.value,
    person: keeper.ring().person,
    ours: () => (ours === null || ours.isClosed() ? null : ours),
    notes: () => readDeviceNotes(mine.value.state()),
    note: async (fields) =>
      fields.length === 0 ? ok(null) : mine.value.write({ type: "set", id: DEVICE_NOTES, fields: inOrder(fields) }),
    pairings: createWaitingPairings(deps.blobs),
    gainOurs: async ({ since }, part, relay) => {
      if (core.ours() !== null) return err({ type: "not-allowed" });
      const dropped = await core.dropClosedOurs();
      if (dropped.type === "error") return dropped;
      // Another tab or process may have paired meanwhile: its space is not this one's to put away.
      const updated = await keeper.updateUnlessLeft(since, (ring) =>
        ring.ours === null ? { ...ring, relay, ours: part } : null,
      );
      if (updated.type === "error") return updated;
      const opened = await open(part);
      if (opened.type === "error") return opened;
      ours = opened.value;
      changed();
      return opened;
    },
    dropClosedOurs: async () => {
      const part = keeper.ring().ours;
      if (part === null || ours === null || !ours.isClosed()) return ok(null);
      const updated = await keeper.update((ring) =>
        ring.ours?.space === part.space ? { ...ring, ours: null, left: leftWith(ring.left, ring.ours) } : ring,
      );
      if (updated.type === "error") return updated;
      ours = null;
      changed();
      return ok(null);
    },
    refresh: async () => {
      const heeded = await core.pairings.heedLeaving();
      if (heeded.type === "error") return heeded;
      const ring = await keeper.refresh();
      if (ring.type === "error") return ring;
      const part = ring.value.ours;
      if (part?.space === ours?.space) return ok(null);
      const opened = part === null ? ok(null) : await open(part);
      if (opened.type === "error") return opened;
      ours = opened.value;
      changed();
      return ok(null);
    },
    changed,
  };
  return ok(core);
};

const leftWith = (left: readonly SpaceKeys["space"][], part: SpaceKeys | null): readonly SpaceKeys["space"][] =>
  part === null || left.includes(part.space) ? left : [...left, part.space];
