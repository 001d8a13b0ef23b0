/**
 * A device: new, locked or open. The one object that the app and the command line hold.
 *
 * At rest there is the sealed log, the sealed ring with the ways to its key, and the count of wrong attempts; nothing else is kept.
 * Every change is kept before it is answered, and the order of writes leaves a usable device wherever it is cut.
 */
import { err, ok, parsePersonId, type PersonId, type Result } from "@undivided/domain";
import { bytesToHex, randomBytes } from "../crypto/door.ts";
import type { BlobStore } from "../log/blob-store.ts";
import type { StoreFault } from "../log/log-store.ts";
import type { Invitation } from "../pairing/invitation.ts";
import { isRelayAddress } from "../pairing/relay-address.ts";
import { createDeviceKeys, createMemberId } from "../space/device-keys.ts";
import { createListeners } from "../space/listeners.ts";
import { foundSpace } from "../space/replica.ts";
import { openCore, type DeviceDeps, type DeviceFault } from "./device-core.ts";
import { createDeviceLock, withLock, type LoadLock } from "./device-lock.ts";
import { forgetAttempts } from "./forget-attempts.ts";
import type { KeyRing } from "./key-ring.ts";
import type { LockPart } from "./lock-part.ts";
import { lockWaysOf, type LockWays } from "./lock-ways.ts";
import { createOpenDevice, type OpenDevice } from "./open-device.ts";
import { withPart } from "../load-part.ts";
import type { DeviceWords, PairDeviceFault } from "./pair-device.ts";
import { createProofs } from "./proof.ts";
import type { RecoverFault, SyncOnce } from "./recover.ts";
import {
  createRing,
  openRingKeeper,
  readRingFile,
  removeRingFile,
  type RingFault,
  type RingKeeper,
} from "./ring-keeper.ts";
import type { UnlockFault, Unlocking } from "./unlock.ts";

export type DeviceState =
  | { readonly type: "new" }
  | { readonly type: "locked"; readonly ways: LockWays }
  | { readonly type: "open"; readonly device: OpenDevice };

/** This device is somebody's already; it has to be erased first. */
export interface NotNew {
  readonly type: "not-new";
}

/** No web address that a relay can have. */
export interface NotAnAddress {
  readonly type: "not-an-address";
}

export interface Device {
  readonly state: () => DeviceState;
  /** Calls after the state, the lock, the pairing or the devices changed. Gives what ends that. */
  readonly subscribe: (listener: () => void) => () => void;
  /** A person who is new: their own space with this device in it. */
  readonly createPerson: (relay: string | null) => Promise<Result<OpenDevice, DeviceFault | NotNew | NotAnAddress>>;
  /** A new device of a person who has one. Open once `confirm` has given `paired`; its records come from the relay. */
  readonly acceptOwnDevice: (invitation: Invitation) => Promise<Result<DeviceWords, PairDeviceFault | NotNew>>;
  readonly recover: (
    sync: SyncOnce,
    address: string,
    code: string,
  ) => Promise<Result<OpenDevice, RecoverFault | NotNew | NotAnAddress>>;
  readonly unlock: (unlocking: Unlocking) => Promise<Result<OpenDevice, UnlockFault | DeviceFault>>;
  /** What is left to wait after wrong PINs. To be asked every few seconds while a screen counts down. */
  readonly waitMs: () => Promise<Result<number, StoreFault | { readonly type: "unreachable" }>>;
  /**
   * Lets go of the keys. Whoever holds replicas lets go of them too; a page is best loaded again.
   * Without a lock there is nothing to lock.
   */
  readonly lock: () => void;
  /**
   * Forgets this device's keys: what is left on the storage cannot be read by anybody, and may be deleted. Other devices and the
   * pairing are not touched; `leave` before, if that is meant.
   */
  readonly erase: () => Promise<Result<null, StoreFault>>;
}

const loadPairing = () => import("./pair-device.ts");
const loadRecovery = () => import("./recover.ts");

const createPersonId = (): PersonId => {
  const person = parsePersonId(bytesToHex(randomBytes(16)));
  if (person.type === "error") throw new Error("16 bytes name a person");
  return person.value;
};

/** See `Device.erase`; also for a device whose ring cannot be read any more. The ring first: without it nothing opens. */
export const eraseDevice = async (deps: { readonly blobs: BlobStore }): Promise<Result<null, StoreFault>> => {
  const removed = await removeRingFile(deps.blobs);
  return removed.type === "error" ? removed : forgetAttempts(deps.blobs);
};

/** A ring that is damaged, or of a newer app, is a fault: `eraseDevice` starts anew, and recovery or another device brings all back. */
export const openDevice = async (deps: DeviceDeps): Promise<Result<Device, RingFault | DeviceFault>> => {
  /** One for all that asks: it holds how long is left to wait. */
  let lockPart: LockPart | null = null;
  const loadLock: LoadLock = async () => {
    const { createLockPart } = await import("./lock-part.ts");
    return (lockPart ??= createLockPart(deps));
  };
  const proofs = createProofs(deps.clock);
  const listeners = createListeners();
  let state: DeviceState = { type: "new" };

  const show = (next: DeviceState): void => {
    state = next;
    listeners.notify();
  };
  const openWith = async (keeper: RingKeeper): Promise<Result<OpenDevice, DeviceFault>> => {
    const core = await openCore(deps, keeper, listeners.notify);
    if (core.type === "error") return core;
    const opened = createOpenDevice(core.value, createDeviceLock(core.value, loadLock, proofs));
    show({ type: "open", device: opened });
    return ok(opened);
  };
  const isNew = async (): Promise<Result<null, RingFault | NotNew>> => {
    const file = await readRingFile(deps.blobs);
    if (file.type === "error") return file;
    return file.value === null ? ok(null) : err({ type: "not-new" });
  };
  const keepRing = async (ring: KeyRing): Promise<Result<OpenDevice, DeviceFault | NotNew>> => {
    const fresh = await isNew();
    if (fresh.type === "error") return fresh;
    const keeper = await createRing(deps.blobs, ring);
    return keeper.type === "error" ? keeper : openWith(keeper.value);
  };

  const file = await readRingFile(deps.blobs);
  if (file.type === "error") return file;
  const bare = file.value?.ways.find((way) => way.type === "bare");
  if (file.value !== null) {
    state = { type: "locked", ways: lockWaysOf(file.value.ways) };
    if (bare !== undefined) {
      const keeper = await openRingKeeper(deps.blobs, file.value, bare.key);
      if (keeper.type === "error") return keeper;
      const opened = await openWith(keeper.value);
      if (opened.type === "error") return opened;
    }
  }

  return ok({
    state: () => state,
    subscribe: listeners.subscribe,
    createPerson: async (relay) => {
      if (relay !== null && !isRelayAddress(relay)) return err({ type: "not-an-address" });
      const fresh = await isNew();
      if (fresh.type === "error") return fresh;
      const keys = createDeviceKeys(createMemberId());
      const founded = await foundSpace({ store: deps.logs, keys, wall: deps.wall }, 1);
      if (founded.type === "error") return founded;
      const mine = { space: founded.value.space, keys };
      const opened = await keepRing({ person: createPersonId(), relay, mine, ours: null, left: [] });
      if (opened.type === "error") return opened;
      const noted = await opened.value.tend();
      return noted.type === "error" ? noted : opened;
    },
    acceptOwnDevice: async (invitation) => {
      const fresh = await isNew();
      if (fresh.type === "error") return fresh;
      return withPart(loadPairing, ({ acceptOwnDevice }) =>
        acceptOwnDevice(deps, invitation, async (ring) => {
          const opened = await keepRing(ring);
          if (opened.type === "ok") return ok(null);
          return opened.error.type === "not-new" ? err({ type: "not-allowed" }) : err(opened.error);
        }),
      );
    },
    recover: async (sync, address, code) => {
      const fresh = await isNew();
      if (fresh.type === "error") return fresh;
      if (!isRelayAddress(address)) return err({ type: "not-an-address" });
      const ring = await withPart(loadRecovery, ({ recoverRing }) => recoverRing(deps, sync, address, code));
      return ring.type === "error" ? ring : keepRing(ring.value);
    },
    unlock: async (unlocking) => {
      const sealed = await readRingFile(deps.blobs);
      if (sealed.type === "error") return sealed;
      if (sealed.value === null) return err({ type: "no-such-way" });
      const { ways } = sealed.value;
      const key = await withLock(loadLock, (part) => part.keyBehind(ways, unlocking));
      if (key.type === "error") return key;
      const keeper = await openRingKeeper(deps.blobs, sealed.value, key.value);
      return keeper.type === "error" ? keeper : openWith(keeper.value);
    },
    waitMs: () => withPart(loadLock, (part) => part.waitMs()),
    lock: () => {
      const ways = state.type === "open" ? state.device.lock.ways() : null;
      if (ways !== null) show({ type: "locked", ways });
    },
    erase: async () => {
      const erased = await eraseDevice(deps);
      if (erased.type === "ok") show({ type: "new" });
      return erased;
    },
  });
};
