/**
 * The lock of an open device: setting, changing and removing it, and proving that one can open it.
 *
 * Without a lock no proof can be had, so the first thing that asks for one makes its owner set a lock.
 */
import { err, ok, type Result } from "@undivided/domain";
import { ARGON2_COST, randomBytes, type Bytes, type EpochKey } from "../crypto/door.ts";
import type { AttemptKeeper } from "./attempts.ts";
import type { DeviceCore, DeviceFault } from "./device-core.ts";
import { tendRecoveryWay } from "./own-devices.ts";
import { normalisePin } from "./pin.ts";
import type { Proof, ProofNeeded, Proofs } from "./proof.ts";
import { passkeyWay, pinWay, PRF_BYTES, SALT_BYTES, type Way } from "./ring-file.ts";
import { keyBehind, lockWaysOf, type LockWays, type UnlockFault, type Unlocking } from "./unlock.ts";

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

export const createPrfSalt = (): Bytes => randomBytes(PRF_BYTES);

export interface DeviceLock {
  /** Null without a lock. */
  readonly ways: () => LockWays | null;
  readonly prove: (unlocking: Unlocking) => Promise<Result<Proof, UnlockFault>>;
  readonly isGood: (proof: Proof) => boolean;
  /** In place of the lock there was, if any; to change one takes a proof. Gives a proof, since it has just been typed. */
  readonly set: (lock: NewLock, proof: Proof | null) => Promise<Result<Proof, SetLockFault>>;
  readonly remove: (proof: Proof) => Promise<Result<null, ProofNeeded | DeviceFault>>;
}

export const createDeviceLock = (core: DeviceCore, attempts: AttemptKeeper, proofs: Proofs): DeviceLock => {
  const { keeper, deps } = core;
  const hasLock = (): boolean => !keeper.ways().some(({ type }) => type === "bare");
  const makeWays = async ({ pin, passkey }: NewLock, key: EpochKey): Promise<readonly Way[]> => {
    const ways: Way[] = [];
    if (pin !== null) {
      const salt = randomBytes(SALT_BYTES);
      ways.push(await pinWay(await deps.stretch(pin, salt, ARGON2_COST), salt, ARGON2_COST, key));
    }
    const other =
      passkey === null ? undefined : await passkeyWay(passkey.output, passkey.credential, passkey.salt, key);
    return other === undefined ? ways : [...ways, other];
  };
  return {
    ways: () => (hasLock() ? lockWaysOf(keeper.ways()) : null),
    prove: async (unlocking) => {
      const key = await keyBehind({ attempts, stretch: deps.stretch }, keeper.ways(), unlocking);
      return key.type === "error" ? key : ok(proofs.issue());
    },
    isGood: proofs.isGood,
    set: async (lock, proof) => {
      if (hasLock() && (proof === null || !proofs.isGood(proof))) return err({ type: "proof-needed" });
      const pin = lock.pin === null ? null : normalisePin(lock.pin);
      if (pin === undefined) return err({ type: "too-short" });
      const isPasskeyGood = lock.passkey === null || lock.passkey.output.length === PRF_BYTES;
      if ((pin === null && lock.passkey === null) || !isPasskeyGood) return err({ type: "no-lock-given" });
      try {
        const relocked = await keeper.relock((key) => makeWays({ ...lock, pin }, key));
        if (relocked.type === "error") return relocked;
      } catch {
        return err({ type: "cannot-stretch" });
      }
      const tended = await tendRecoveryWay(core);
      if (tended.type === "error") return tended;
      const reset = await attempts.succeed();
      if (reset.type === "error") return reset;
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
