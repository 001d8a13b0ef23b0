/** `undivided device code`: a new recovery code, shown once. */
import { wrongCall } from "../../read-options.ts";
import { exitCodes, writeJson, writeLine } from "../../verbs/verb.ts";
import type { DeviceAction } from "../device-action.ts";
import { describeDeviceFault, describeProofFault } from "../device-words.ts";
import { failWith } from "../open-vault.ts";
import { withSession } from "../session.ts";
import { proveOwner } from "../unlock-device.ts";

const usage = `undivided device code --dir DIR

Makes a recovery code and shows it once. With it, and with nothing else, my own records come back from the relay when all my
devices are lost, and a forgotten lock opens. Write it on paper. A code that was made before is worth nothing from then on.
Whoever has it can read everything of mine. Asks for the lock again; without a lock, the secret
that is given becomes one.

One line of JSON: {"code":"XXXX-XXXX-…"}`;

const run: DeviceAction["run"] = async (call, io) => {
  const { given } = call;
  if (given.words[0] !== undefined) return wrongCall(`"${given.words[0]}" is one word too many`);
  return withSession(call, io, { inStep: "both", alone: true }, async (session) => {
    const { device } = session;
    const owner = await proveOwner(session, io, call);
    if (owner.type === "wrong") return owner;
    if (owner.type === "failed") return owner.code;
    const code = await device.renewRecoveryCode(owner.proof);
    if (code.type === "error") {
      return failWith(
        io,
        call,
        code.error.type === "proof-needed" || code.error.type === "lock-too-new"
          ? describeProofFault(code.error)
          : describeDeviceFault(code.error),
      );
    }
    await writeJson(io.stdout, { code: code.value });
    await writeLine(
      io.stderr,
      "this is shown once: write it down now, on paper, and keep it where only its owner looks",
    );
    return exitCodes.done;
  });
};

export const codeAction: DeviceAction = {
  name: "code",
  summary: "make a new recovery code and show it once",
  usage,
  options: {},
  run,
};
