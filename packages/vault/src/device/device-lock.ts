/**
 * The lock of an open device: setting, changing and removing it, and proving that one can open it.
 *
 * Without a lock no proof can be had, so the first thing that asks for one makes its owner set a lock.
 */
import { err, ok, parseEpochMs, type Instant, type Result } from "@undivided/domain";
import { randomBytes, type Bytes } from "../crypto/door.ts";
import { withPart } from "../load-part.ts";
import type { DeviceCore, DeviceFault } from "./device-core.ts";
import { lockedNote } from "./device-notes.ts";
import type { LockPart } from "./lock-part.ts";
import { ownDevices } from "./own-devices.ts";
import { lockWaysOf, type LockWays } from "./lock-ways.ts";
import type { Proof, ProofNeeded, Proofs } from "./proof.ts";
import { PRF_BYTES } from "./ring-file.ts";
import type { UnlockFault, Unlocking } from "./unlock.ts";

/** What will open the device: a PIN or passphrase, a passkey, or either of the two. */
export interface NewLock {
  readonly pin: string | null;
  /** As WebAuthn gave them: the credential's id, the salt that was asked with (`createPrfSalt`), the PRF's output of 32 bytes. */
  readonly passkey: { readonly credential: Bytes; readonly salt: Bytes; readonly output: Uint8Array } | null;
}

export type SetLockFault =
  | ProofNeeded
  /** A PIN has at least four letters. */
  | { readonly type: "too-short" }
  /** Neither a PIN nor a passkey, or not 32 bytes from the PRF. */
  | { readonly type: "no-lock-given" }
  | { readonly type: "cannot-stretch" }
  | DeviceFault;

/**
 * How long a lock that came onto a device in use proves nothing that lasts: somebody who holds an open phone for an evening may
 * have set it, and its owner finds out within a day. A lock from the day on which the device became its owner's is not held up.
 */
export const NEW_LOCK_MS = 86_400_000;

export const createPrfSalt = (): Bytes => randomBytes(PRF_BYTES);

export interface DeviceLock {
  /** Null without a lock. */
  readonly ways: () => LockWays | null;
  readonly prove: (unlocking: Unlocking) => Promise<Result<Proof, UnlockFault>>;
  readonly isGood: (proof: Proof) => boolean;
  /** Until when this lock lets nobody add a device, have a recovery code, or export (`requireProof`); null if it does, or would. */
  readonly newUntil: () => Instant | null;
  /** The same of a lock that would be set now. */
  readonly waitsWhenSet: () => boolean;
  /** In place of the lock there was, if any; to change one takes a proof. Gives a proof, since it has just been typed. */
  readonly set: (lock: NewLock, proof: Proof | null) => Promise<Result<Proof, SetLockFault>>;
  readonly remove: (proof: Proof) => Promise<Result<null, ProofNeeded | DeviceFault>>;
}

/** @throws Error if it could not be fetched. */
export type LoadLock = () => Promise<LockPart>;

export const createDeviceLock = (core: DeviceCore, load: LoadLock, proofs: Proofs): DeviceLock => {
  const { keeper } = core;
  const hasLock = (): boolean => !keeper.ways().some(({ type }) => type === "bare");
  const self = keeper.ring().mine.keys.device;
  const settlesAt = (locked: Instant): Instant | null => {
    const added = core.notes().addedByDevice.get(self);
    if (added !== undefined && locked - added < NEW_LOCK_MS) return null;
    const at = parseEpochMs(locked + NEW_LOCK_MS);
    return at.type === "ok" && core.deps.wall() < at.value ? at.value : null;
  };
  return {
    ways: () => (hasLock() ? lockWaysOf(keeper.ways()) : null),
    prove: async (unlocking) => {
      const key = await withLock(load, (part) => part.keyBehind(keeper.ways(), unlocking));
      return key.type === "error" ? key : ok(proofs.issue());
    },
    isGood: proofs.isGood,
    newUntil: () => {
      const locked = core.notes().lockedByDevice.get(self);
      return !hasLock() || locked === undefined ? null : settlesAt(locked);
    },
    waitsWhenSet: () => !hasLock() && settlesAt(core.deps.wall()) !== null,
    set: async (lock, proof) => {
      if (hasLock() && (proof === null || !proofs.isGood(proof))) return err({ type: "proof-needed" });
      // Before the lock, so that none is ever without it.
      const isNoted = !hasLock() && ownDevices(core).some(({ isThis }) => isThis);
      const noted = isNoted ? await core.note([lockedNote(self, core.deps.wall())]) : ok(null);
      if (noted.type === "error") return noted;
      const set = await withLock(load, (part) => part.setLock(core, lock));
      if (set.type === "error") return set;
      core.changed();
      return ok(proofs.issue());
    },
    remove: async (proof) => {
      if (!proofs.isGood(proof)) return err({ type: "proof-needed" });
      const relocked = await keeper.relock(async (key) => [{ type: "bare", key }]);
      core.changed();
      return relocked;
    },
  };
};

export const withLock = async <T, E>(
  load: LoadLock,
  use: (part: LockPart) => Promise<Result<T, E>>,
): Promise<Result<T, E | { readonly type: "cannot-stretch" }>> => {
  const done = await withPart(load, async (part) => ok(await use(part)));
  return done.type === "error" ? err({ type: "cannot-stretch" }) : done.value;
};
