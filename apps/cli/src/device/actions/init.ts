/** `undivided device init`: a device of a person who has none. */
import { isRelayAddress } from "@undivided/vault";
import { wrongCall } from "../../read-options.ts";
import { exitCodes, writeJson } from "../../verbs/verb.ts";
import type { DeviceAction } from "../device-action.ts";
import { describeDeviceFault } from "../device-words.ts";
import { failWith, withVault } from "../open-vault.ts";
import { lockNewDevice, readFirstPin } from "../unlock-device.ts";

const usage = `undivided device init --dir DIR [--relay URL]

Makes a device in DIR, for a person who has none yet. It is private and works alone, without a relay and without anybody
else. DIR is made, readable by its owner alone.

  --relay URL         kept for later calls; may be named later too
  --secret-file FILE  or UNDIVIDED_SECRET: a PIN or passphrase of at least four letters, the device's lock from the start.
                      Without one there is no lock, and "undivided device lock" sets one later

A second device of the same person is made by "undivided device accept" with a link of "undivided device pair --own", or by
"undivided device recover". "undivided device code" makes the recovery code: without one, or a backup, or a second device,
nothing brings the records back when DIR is lost.

One line of JSON: {"person":"…","device":"…","relay":"…","lock":false}`;

const run: DeviceAction["run"] = async (call, io) => {
  const { given } = call;
  if (given.words[0] !== undefined) return wrongCall(`"${given.words[0]}" is one word too many`);
  const relay = given.text("relay") ?? null;
  if (relay !== null && !isRelayAddress(relay)) return wrongCall(`--relay is "${relay}", and that is no web address`);
  const first = await readFirstPin(io, call);
  if (first.type === "wrong") return first;
  if (first.type === "failed") return first.code;
  return withVault(call, io, { make: true, alone: true }, async ({ vault }) => {
    const made = await vault.createPerson(relay);
    if (made.type === "error") {
      if (made.error.type === "not-new") return failWith(io, call, `there is a device in ${call.folder} already.`);
      return failWith(io, call, describeDeviceFault(made.error));
    }
    const device = made.value;
    const words = await lockNewDevice(device, first.pin);
    if (words !== null) return failWith(io, call, words);
    await writeJson(io.stdout, {
      person: device.person,
      device: device.keysIn(device.mine.space)?.device,
      relay,
      lock: first.pin !== null,
    });
    return exitCodes.done;
  });
};

export const initAction: DeviceAction = { name: "init", summary: "make a device", usage, options: {}, run };
