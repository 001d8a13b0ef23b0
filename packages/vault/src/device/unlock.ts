/** Opening the lock: from what a person types, or a passkey gives, to the key of the ring. */
import { err, ok, type Result } from "@undivided/domain";
import type { EpochKey, Stretch } from "../crypto/door.ts";
import type { StoreFault } from "../log/log-store.ts";
import { createMemberId } from "../space/device-keys.ts";
import type { AttemptKeeper, MustWait } from "./attempts.ts";
import { normalisePin } from "./pin.ts";
import { parseRecoveryCode, recoveryKeysOf, type RecoveryCodeFault } from "./recovery-code.ts";
import type { Way } from "./ring-file.ts";
import { openPasskeyWay, openPinWay, openRecoveryWay } from "./way-keys.ts";

/** What can open the lock. */
export type Unlocking =
  | { readonly type: "pin"; readonly pin: string }
  /** The 32 bytes that WebAuthn's PRF extension gave for the salt in `LockWays`. */
  | { readonly type: "passkey"; readonly output: Uint8Array }
  | { readonly type: "recovery"; readonly code: string };

export type UnlockFault =
  | MustWait
  | { readonly type: "wrong" }
  /** There is no lock of this kind. */
  | { readonly type: "no-such-way" }
  /** What opens a lock, or Argon2id, could not be fetched, or there was no memory: nothing was counted as wrong by it. */
  | { readonly type: "cannot-stretch" }
  | RecoveryCodeFault
  | StoreFault;

export interface UnlockDeps {
  readonly attempts: AttemptKeeper;
  readonly stretch: Stretch;
}

/** A PIN is counted before it is tried; passkey and recovery code are too long to be guessed and need no counting. */
export const keyBehind = async (
  { attempts, stretch }: UnlockDeps,
  ways: readonly Way[],
  unlocking: Unlocking,
): Promise<Result<EpochKey, UnlockFault>> => {
  switch (unlocking.type) {
    case "pin": {
      const way = ways.find((one) => one.type === "pin");
      if (way === undefined) return err({ type: "no-such-way" });
      // Too short to be any PIN: nothing to try, nothing to count.
      const pin = normalisePin(unlocking.pin);
      if (pin === undefined) return err({ type: "wrong" });
      const begun = await attempts.begin();
      if (begun.type === "error") return begun;
      let stretched;
      try {
        stretched = await stretch(pin, way.salt, way.cost);
      } catch {
        return err({ type: "cannot-stretch" });
      }
      return opened(attempts, await openPinWay(way, stretched));
    }
    case "passkey": {
      const way = ways.find((one) => one.type === "passkey");
      if (way === undefined) return err({ type: "no-such-way" });
      return opened(attempts, await openPasskeyWay(way, unlocking.output));
    }
    case "recovery": {
      const way = ways.find((one) => one.type === "recovery");
      if (way === undefined) return err({ type: "no-such-way" });
      const code = parseRecoveryCode(unlocking.code);
      if (code.type === "error") return code;
      const { unwrapping } = await recoveryKeysOf(code.value.secret, createMemberId());
      return opened(attempts, await openRecoveryWay(way, unwrapping));
    }
  }
};

const opened = async (attempts: AttemptKeeper, key: EpochKey | undefined): Promise<Result<EpochKey, UnlockFault>> => {
  if (key === undefined) return err({ type: "wrong" });
  const reset = await attempts.succeed();
  return reset.type === "error" ? reset : ok(key);
};
