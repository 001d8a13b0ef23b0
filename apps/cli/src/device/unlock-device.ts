/** Opening the lock with the secret of the call, and proving that its owner is there. */
import type { Device, DeviceLock, LockWays, OpenDevice, Proof, Unlocking } from "@undivided/vault";
import { normalisePin, parseRecoveryCode } from "@undivided/vault";
import { setTimeout as wait } from "node:timers/promises";
import { readSecret } from "../secret.ts";
import { wrongCall, type WrongCall } from "../read-options.ts";
import { type ExitCode, type Io, writeLine } from "../verbs/verb.ts";
import type { DeviceCall } from "./device-action.ts";
import { describeFolderFault, describeLockFault, describeUnlockFault } from "./device-words.ts";
import { failWith } from "./open-vault.ts";

/** A device that is open, and what opened it; null where there is no lock. */
export interface Unlocked {
  readonly type: "unlocked";
  readonly device: OpenDevice;
  readonly secret: string | null;
}

export type Failed = { readonly type: "failed"; readonly code: ExitCode };

export const LOCK_SECRET = "PIN or passphrase of this device";

/** What stands in the call, the environment, or is typed. */
export const secretOf = async (
  io: Io,
  call: DeviceCall,
  what: string,
  isNew = false,
): Promise<{ readonly type: "secret"; readonly text: string } | Failed | WrongCall> => {
  const read = await readSecret(io, {
    what,
    option: "secret-file",
    file: call.given.text("secret-file"),
    variable: "UNDIVIDED_SECRET",
    isNew,
  });
  if (read.type === "none") return wrongCall(read.words);
  return read.type === "secret" ? read : { type: "failed", code: await failWith(io, call, read.words) };
};

/** A recovery code opens the lock too, and no PIN looks like one: it has a check of its own. */
export const unlockingOf = (ways: LockWays, text: string): Unlocking =>
  ways.recovery && parseRecoveryCode(text).type === "ok"
    ? { type: "recovery", code: text }
    : { type: "pin", pin: text };

export const unlockDevice = async (vault: Device, io: Io, call: DeviceCall): Promise<Unlocked | Failed | WrongCall> => {
  const state = vault.state();
  switch (state.type) {
    case "new":
      return {
        type: "failed",
        code: await failWith(io, call, describeFolderFault({ type: "no-device" }, call.folder)),
      };
    case "open":
      return { type: "unlocked", device: state.device, secret: null };
    case "locked": {
      const secret = await secretOf(io, call, LOCK_SECRET);
      if (secret.type !== "secret") return secret;
      await waitForTurn(vault, io);
      const opened = await vault.unlock(unlockingOf(state.ways, secret.text));
      if (opened.type === "ok") return { type: "unlocked", device: opened.value, secret: secret.text };
      return { type: "failed", code: await failWith(io, call, describeUnlockFault(opened.error)) };
    }
  }
};

/** The wait after wrong attempts runs down only while a program waits: this one does, unless it is told to end. */
const waitForTurn = async (vault: Device, io: Io): Promise<void> => {
  const first = await vault.waitMs();
  if (first.type === "error" || first.value === 0) return;
  await writeLine(
    io.stderr,
    `after wrong attempts the lock waits: ${Math.ceil(first.value / 1000)} s; stay here or come back`,
  );
  while (!io.signal.aborted) {
    const left = await vault.waitMs();
    if (left.type === "error" || left.value === 0) return;
    await wait(Math.min(1000, left.value), undefined, { signal: io.signal }).catch(() => undefined);
  }
};

export interface Proven {
  readonly type: "proof";
  readonly proof: Proof;
  /** What proved it. */
  readonly secret: string;
  /** There was no lock: that secret is one from now on. */
  readonly isFirstLock: boolean;
}

/**
 * What adding a device, a new recovery code, an export and changing the lock ask for. Without a lock there is nothing that could
 * tell the owner from somebody who found this folder: the first of these sets one, to the secret of this call.
 */
export const proveOwner = async (
  { device, secret }: { readonly device: OpenDevice; readonly secret: string | null },
  io: Io,
  call: DeviceCall,
): Promise<Proven | Failed | WrongCall> => {
  const { lock } = device;
  const ways = lock.ways();
  if (ways === null) return setFirstLock(lock, io, call);
  if (secret === null)
    return { type: "failed", code: await failWith(io, call, describeUnlockFault({ type: "wrong" })) };
  const proof = await lock.prove(unlockingOf(ways, secret));
  if (proof.type === "ok") return { type: "proof", proof: proof.value, secret, isFirstLock: false };
  return { type: "failed", code: await failWith(io, call, describeUnlockFault(proof.error)) };
};

const setFirstLock = async (lock: DeviceLock, io: Io, call: DeviceCall): Promise<Proven | Failed | WrongCall> => {
  const secret = await secretOf(io, call, `new ${LOCK_SECRET}, which has no lock yet: this sets one`, true);
  if (secret.type !== "secret") return secret;
  const set = await lock.set({ pin: secret.text, passkey: null }, null);
  if (set.type === "error") return { type: "failed", code: await failWith(io, call, describeLockFault(set.error)) };
  await writeLine(io.stderr, "this device had no lock: what was given is its PIN or passphrase from now on");
  return { type: "proof", proof: set.value, secret: secret.text, isFirstLock: true };
};

/** What a new device is to be locked with: what the call or the environment names, never a prompt. Read before it is made. */
export const readFirstPin = async (
  io: Io,
  call: DeviceCall,
): Promise<{ readonly type: "pin"; readonly pin: string | null } | Failed | WrongCall> => {
  const isNamed = call.given.flag("secret-file") || (io.env["UNDIVIDED_SECRET"] ?? "") !== "";
  if (!isNamed) return { type: "pin", pin: null };
  const secret = await secretOf(io, call, LOCK_SECRET);
  if (secret.type !== "secret") return secret;
  return normalisePin(secret.text) === undefined
    ? wrongCall(describeLockFault({ type: "too-short" }).replace(/\.$/, ""))
    : { type: "pin", pin: secret.text };
};

/** Words where it failed. */
export const lockNewDevice = async (device: OpenDevice, pin: string | null): Promise<string | null> => {
  if (pin === null) return null;
  const set = await device.lock.set({ pin, passkey: null }, null);
  return set.type === "ok" ? null : describeLockFault(set.error);
};
