/** `undivided device recover`: a device out of the recovery code. */
import { isRelayAddress, parseRecoveryCode } from "@undivided/vault";
import { wrongCall } from "../../read-options.ts";
import { exitCodes, writeJson } from "../../verbs/verb.ts";
import type { DeviceAction } from "../device-action.ts";
import { describeRecoverFault } from "../device-words.ts";
import { failWith, withVault } from "../open-vault.ts";
import { bringNewInStep } from "../session.ts";
import { secretOf } from "../unlock-device.ts";

const usage = `undivided device recover --dir DIR --relay URL [--secret-file FILE]

Makes a device in DIR, which must hold none yet, out of the recovery code, and fetches everything of its owner from the
relay; the pairing comes back too, if it lasts. The lost devices can then be removed with "undivided device remove".

  --secret-file FILE  holds the recovery code; else UNDIVIDED_SECRET, else a prompt

One line of JSON: {"person":"…","device":"…","relay":"…"}`;

const run: DeviceAction["run"] = async (call, io) => {
  const { given } = call;
  if (given.words[0] !== undefined)
    return wrongCall(`"${given.words[0]}" is one word too many; the code is never an argument`);
  const relay = given.text("relay");
  if (relay === undefined) return wrongCall("--relay is missing: the sealed records are there");
  if (!isRelayAddress(relay)) return wrongCall(`--relay is "${relay}", and that is no web address`);
  if (given.flag("offline")) return wrongCall("recovery needs the relay: --offline does not go with it");
  const code = await secretOf(io, call, "recovery code");
  if (code.type === "wrong") return code;
  if (code.type === "failed") return code.code;
  // Before anything is made.
  const parsed = parseRecoveryCode(code.text);
  if (parsed.type === "error") return failWith(io, call, describeRecoverFault(parsed.error, call.folder));
  return withVault(call, io, { make: true, alone: true }, async ({ vault, link }) => {
    const recovered = await vault.recover(link.recoveryAt(relay), relay, code.text);
    if (recovered.type === "error") return failWith(io, call, describeRecoverFault(recovered.error, call.folder));
    const device = recovered.value;
    await bringNewInStep(device, link);
    await writeJson(io.stdout, { person: device.person, device: device.keysIn(device.mine.space)?.device, relay });
    return exitCodes.done;
  });
};

export const recoverAction: DeviceAction = {
  name: "recover",
  summary: "make a device out of the recovery code",
  usage,
  options: {},
  run,
};
