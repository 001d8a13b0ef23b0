/** `undivided device lock`: sets, changes or takes off the lock of this device. */
import { readSecret } from "../../secret.ts";
import { wrongCall, type WrongCall } from "../../read-options.ts";
import { exitCodes, type Io, writeJson } from "../../verbs/verb.ts";
import type { DeviceAction, DeviceCall } from "../device-action.ts";
import { describeLockFault } from "../device-words.ts";
import { failWith } from "../open-vault.ts";
import { withSession } from "../session.ts";
import { LOCK_SECRET, proveOwner, secretOf, type Failed } from "../unlock-device.ts";

const usage = `undivided device lock --dir DIR
undivided device lock --new-secret-file FILE --dir DIR
undivided device lock --off --dir DIR

Sets a PIN or passphrase of at least four letters; every later call asks for it. Where there is a lock already, it is asked
for first, then the new one. The recovery code opens the lock too. After wrong attempts the lock waits, longer each time.
Who copies DIR can try PINs as fast as they can compute: docs/threat-model.md says how long four and six digits resist.

  --secret-file FILE      the PIN that is to be set, or where there is a lock, the one that opens it
  --new-secret-file FILE  the PIN that is to replace it; else UNDIVIDED_NEW_SECRET, else a prompt
  --off                   takes the lock off: then whoever has DIR has everything in it

One line of JSON: {"locked":true}, or {"locked":false}.`;

const run: DeviceAction["run"] = async (call, io) => {
  const { given } = call;
  if (given.words[0] !== undefined) return wrongCall(`"${given.words[0]}" is one word too many`);
  const isOff = given.flag("off");
  if (isOff && given.flag("new-secret-file")) return wrongCall("--new-secret-file does not go with --off");
  return withSession(call, io, { inStep: "never", alone: true }, async (session) => {
    const { lock } = session.device;
    const isLocked = lock.ways() !== null;
    if (!isLocked && isOff) return failWith(io, call, "there is no lock.");
    const owner = isLocked ? await proveOwner(session, io, call) : null;
    if (owner?.type === "wrong") return owner;
    if (owner?.type === "failed") return owner.code;
    if (owner !== null && isOff) {
      const removed = await lock.remove(owner.proof);
      if (removed.type === "error") return failWith(io, call, describeLockFault(removed.error));
      await writeJson(io.stdout, { locked: false });
      return exitCodes.done;
    }
    const pin = owner === null ? await firstPin(io, call) : await nextPin(io, call);
    if (pin.type === "wrong") return pin;
    if (pin.type === "failed") return pin.code;
    const set = await lock.set({ pin: pin.text, passkey: null }, owner?.proof ?? null);
    if (set.type === "error") return failWith(io, call, describeLockFault(set.error));
    await writeJson(io.stdout, { locked: true });
    return exitCodes.done;
  });
};

type Pin = { readonly type: "secret"; readonly text: string } | Failed | WrongCall;

const firstPin = (io: Io, call: DeviceCall): Promise<Pin> =>
  call.given.flag("new-secret-file") ? nextPin(io, call) : secretOf(io, call, `new ${LOCK_SECRET}`, true);

const nextPin = async (io: Io, call: DeviceCall): Promise<Pin> => {
  const read = await readSecret(io, {
    what: `new ${LOCK_SECRET}`,
    option: "new-secret-file",
    file: call.given.text("new-secret-file"),
    variable: "UNDIVIDED_NEW_SECRET",
    isNew: true,
  });
  if (read.type === "none") return wrongCall(read.words);
  return read.type === "secret" ? read : { type: "failed", code: await failWith(io, call, read.words) };
};

export const lockAction: DeviceAction = {
  name: "lock",
  summary: "set, change or take off the lock",
  usage,
  options: { "new-secret-file": "text", off: "flag" },
  run,
};
