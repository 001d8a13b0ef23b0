/**
 * What a lock needs: opening it, counting attempts at it, making another one. Fetched when there is a lock, or one is wanted.
 */
import { err, ok, type Result } from "@undivided/domain";
import { ARGON2_COST, randomBytes, type EpochKey } from "../crypto/door.ts";
import type { StoreFault } from "../log/log-store.ts";
import { createAttemptKeeper } from "./attempts.ts";
import type { DeviceCore, DeviceDeps } from "./device-core.ts";
import type { NewLock, SetLockFault } from "./device-lock.ts";
import { tendRecoveryWay } from "./own-devices.ts";
import { normalisePin } from "./pin.ts";
import { PRF_BYTES, SALT_BYTES, type Way } from "./ring-file.ts";
import { keyBehind, type UnlockFault, type Unlocking } from "./unlock.ts";
import { passkeyWay, pinWay } from "./way-keys.ts";

export interface LockPart {
  /** What is left to wait after wrong PINs. */
  readonly waitMs: () => Promise<Result<number, StoreFault>>;
  readonly keyBehind: (ways: readonly Way[], unlocking: Unlocking) => Promise<Result<EpochKey, UnlockFault>>;
  /** In place of the lock that there was, if any: whoever calls has asked for a proof. */
  readonly setLock: (core: DeviceCore, lock: NewLock) => Promise<Result<null, SetLockFault>>;
}

export const createLockPart = ({
  blobs,
  clock,
  stretch,
}: Pick<DeviceDeps, "blobs" | "clock" | "stretch">): LockPart => {
  const attempts = createAttemptKeeper(blobs, clock);
  const makeWays = async ({ pin, passkey }: NewLock, key: EpochKey): Promise<readonly Way[]> => {
    const ways: Way[] = [];
    if (pin !== null) {
      const salt = randomBytes(SALT_BYTES);
      ways.push(await pinWay(await stretch(pin, salt, ARGON2_COST), salt, ARGON2_COST, key));
    }
    const other =
      passkey === null ? undefined : await passkeyWay(passkey.output, passkey.credential, passkey.salt, key);
    return other === undefined ? ways : [...ways, other];
  };
  return {
    waitMs: attempts.waitMs,
    keyBehind: (ways, unlocking) => keyBehind({ attempts, stretch }, ways, unlocking),
    setLock: async (core, lock) => {
      const pin = lock.pin === null ? null : normalisePin(lock.pin);
      if (pin === undefined) return err({ type: "too-short" });
      const isPasskeyGood = lock.passkey === null || lock.passkey.output.length === PRF_BYTES;
      if ((pin === null && lock.passkey === null) || !isPasskeyGood) return err({ type: "no-lock-given" });
      try {
        const relocked = await core.keeper.relock((key) => makeWays({ ...lock, pin }, key));
        if (relocked.type === "error") return relocked;
      } catch {
        return err({ type: "cannot-stretch" });
      }
      const tended = await tendRecoveryWay(core);
      if (tended.type === "error") return tended;
      const reset = await attempts.succeed();
      if (reset.type === "error") return reset;
      return ok(null);
    },
  };
};
