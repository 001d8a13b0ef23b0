/**
 * A device that is open: everything that a person can do with keys, as the app and the command line offer it.
 */
import { err, ok, type DeviceId, type PersonId, type Result } from "@undivided/domain";
import type { Bytes } from "../crypto/door.ts";
import type { SpaceId } from "../envelope/ids.ts";
import type { StoreFault } from "../log/log-store.ts";
import type { Invitation } from "../pairing/invitation.ts";
import { isRelayAddress } from "../pairing/relay-address.ts";
import type { DeviceKeys } from "../space/device-keys.ts";
import type { Replica } from "../space/replica.ts";
import { activeDevices } from "../space/roster.ts";
import type { SyncedSpace } from "../sync/space-sync.ts";
import type { DeviceCore, DeviceFault } from "./device-core.ts";
import type { DeviceLock } from "./device-lock.ts";
import { awaitedIn, ownDevices, removeOwnDevice, tend, type OwnDevice } from "./own-devices.ts";
import { withPart } from "../load-part.ts";
import type { DeviceInvitation, DeviceWords, PairDeviceFault } from "./pair-device.ts";
import { changeLeaveMark } from "./leave-mark.ts";
import type { NotProven, Proof } from "./proof.ts";

/** `ended`: by either side; the screen says so in the same neutral words. */
export type Couple =
  { readonly type: "none" } | { readonly type: "paired"; readonly replica: Replica } | { readonly type: "ended" };

export interface OpenDevice {
  readonly person: PersonId;
  readonly mine: Replica;
  /** Null before pairing and after it ended. Ask again after each change. */
  readonly ours: () => Replica | null;
  readonly couple: () => Couple;
  /** This device's keys in a space that is open: for the relay's challenge. */
  readonly keysIn: (space: SpaceId) => DeviceKeys | undefined;
  /** A space that is open, for `createSync`: with whose snapshot this device may begin there, and for whom it puts one. */
  readonly syncedIn: (space: SpaceId) => SyncedSpace | undefined;
  readonly relay: () => string | null;
  readonly setRelay: (address: string) => Promise<Result<null, DeviceFault | { readonly type: "not-an-address" }>>;
  /**
   * From now on this device speaks to no relay. Refused while somebody would be cut off by it: the partner, another own device. What
   * is there stays, sealed, for as long as the relay keeps what nobody opens.
   */
  readonly forgetRelay: () => Promise<Result<null, DeviceFault | { readonly type: "still-needed" }>>;

  readonly lock: DeviceLock;

  /** For the other person. Their own phone admits nobody to anything of this person's own. */
  readonly invitePartner: () => Promise<Result<DeviceInvitation, PairDeviceFault>>;
  readonly acceptPartner: (invitation: Invitation) => Promise<Result<DeviceWords, PairDeviceFault>>;
  /** For another device of the same person. */
  readonly inviteOwnDevice: (proof: Proof) => Promise<Result<DeviceInvitation, PairDeviceFault | NotProven>>;

  /** Who has access to what is this person's own. */
  readonly devices: () => readonly OwnDevice[];
  readonly removeDevice: (device: DeviceId) => Promise<Result<null, DeviceFault>>;
  /** Call after opening, and whenever something came from the relay. */
  readonly tend: () => Promise<Result<null, DeviceFault>>;

  /** Takes over what another tab or process paired or left. For whoever waits while nothing is tended. */
  readonly refresh: () => Promise<Result<null, DeviceFault>>;

  /**
   * Ends the pairing, at once, offline too, and calls off one that waits, here or in another tab or process. What is to be kept is
   * copied to `mine` before.
   */
  readonly leave: () => Promise<Result<null, DeviceFault>>;
  /** The leave entries of all spaces that were left: for every relay, for good. No key is needed to hand them in. */
  readonly leaveEntries: () => Promise<
    Result<readonly { readonly space: SpaceId; readonly entry: Bytes }[], StoreFault>
  >;

  readonly hasRecoveryCode: () => boolean;
  /** Shows a new code, once; the one before is worth nothing from then on. */
  readonly renewRecoveryCode: (
    proof: Proof,
  ) => Promise<Result<string, DeviceFault | NotProven | { readonly type: "unreachable" }>>;
}

/** For what another room does (an export): whether this proof is good now, and of a lock that proves something. */
export const requireProof = (device: Pick<OpenDevice, "lock">, proof: Proof): Result<null, NotProven> => {
  if (!device.lock.isGood(proof)) return err({ type: "proof-needed" });
  const until = device.lock.newUntil();
  return until === null ? ok(null) : err({ type: "lock-too-new", until });
};

const loadPairing = () => import("./pair-device.ts");

export const createOpenDevice = (core: DeviceCore, lock: DeviceLock): OpenDevice => {
  const { keeper, deps } = core;
  let turn: Promise<unknown> = Promise.resolve();
  /** Two that put the same thing right at once would both make a spare. */
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const result = turn.then(run);
    turn = result.catch(() => undefined);
    return result;
  };
  const withProof = async <T, E>(proof: Proof, run: () => Promise<Result<T, E>>): Promise<Result<T, E | NotProven>> => {
    const proven = requireProof({ lock }, proof);
    return proven.type === "ok" ? run() : proven;
  };
  return {
    person: core.person,
    mine: core.mine,
    ours: core.ours,
    couple: () => {
      const replica = core.ours();
      if (replica !== null) return { type: "paired", replica };
      const { ours, left } = keeper.ring();
      return ours === null && left.length === 0 ? { type: "none" } : { type: "ended" };
    },
    keysIn: (space) => {
      const { mine, ours } = keeper.ring();
      if (mine.space === space) return mine.keys;
      return ours?.space === space && core.ours() !== null ? ours.keys : undefined;
    },
    syncedIn: (space) => {
      const { mine, ours } = keeper.ring();
      const [part, replica] = space === mine.space ? [mine, core.mine] : [ours, core.ours()];
      if (part?.space !== space || replica === null) return undefined;
      const { keys, pairedBy } = part;
      return { replica, keys, awaited: () => awaitedIn(core, space), ...(pairedBy === undefined ? {} : { pairedBy }) };
    },
    relay: () => keeper.ring().relay,
    setRelay: async (address) => {
      if (!isRelayAddress(address)) return err({ type: "not-an-address" });
      const updated = await keeper.update((ring) => ({ ...ring, relay: address }));
      if (updated.type === "error") return updated;
      core.changed();
      return ok(null);
    },
    forgetRelay: async () => {
      const isNeeded =
        core.ours() !== null || ownDevices(core).some(({ isThis, type }) => !isThis && type === "device");
      if (isNeeded) return err({ type: "still-needed" });
      const updated = await keeper.update((ring) => ({ ...ring, relay: null }));
      if (updated.type === "error") return updated;
      core.changed();
      return ok(null);
    },
    lock,
    invitePartner: () => withPart(loadPairing, ({ inviteDevice }) => inviteDevice(core, "partner")),
    acceptPartner: (invitation) => withPart(loadPairing, ({ acceptPartner }) => acceptPartner(core, invitation)),
    inviteOwnDevice: (proof) =>
      withProof(proof, () => withPart(loadPairing, ({ inviteDevice }) => inviteDevice(core, "own-device"))),
    devices: () => ownDevices(core),
    removeDevice: (device) => inTurn(() => removeOwnDevice(core, device)),
    tend: () => inTurn(() => tend(core)),
    refresh: core.refresh,
    leave: async () => {
      // First what waits to pair, then what was paired until then. Whatever fails, the rest is done.
      const marked = await changeLeaveMark(deps.blobs);
      const refreshed = await core.refresh();
      const left = await core.ours()?.leave();
      if (left?.type === "error") return left;
      const dropped = await core.dropClosedOurs();
      if (dropped.type === "error") return dropped;
      return marked.type === "error" ? marked : refreshed;
    },
    leaveEntries: async () => {
      const { left, ours } = keeper.ring();
      const found: { readonly space: SpaceId; readonly entry: Bytes }[] = [];
      for (const space of ours === null ? left : [...left, ours.space]) {
        const entry = await deps.logs.readLeave(space);
        if (entry.type === "error") return entry;
        if (entry.value !== null) found.push({ space, entry: entry.value });
      }
      return ok(found);
    },
    hasRecoveryCode: () => {
      const roster = core.mine.roster();
      const { recovery } = core.notes();
      return roster !== null && activeDevices(roster).some(({ device }) => device === recovery);
    },
    renewRecoveryCode: (proof) =>
      withProof(proof, () =>
        withPart(
          () => import("./renew-recovery-code.ts"),
          ({ renewRecoveryCode }) => inTurn(() => renewRecoveryCode(core)),
        ),
      ),
  };
};
