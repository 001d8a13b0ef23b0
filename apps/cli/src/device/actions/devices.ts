/** `undivided device devices` and `remove`: who has access to what is mine. */
import { formatInstant, parseDeviceId } from "@undivided/domain";
import { wrongCall } from "../../read-options.ts";
import { exitCodes, writeJson } from "../../verbs/verb.ts";
import type { DeviceAction } from "../device-action.ts";
import { describeDeviceFault } from "../device-words.ts";
import { failWith } from "../open-vault.ts";
import { withSession } from "../session.ts";

const devicesUsage = `undivided device devices --dir DIR

Who has access to my records: my devices, and the recovery code if there is one. The other person's devices are nobody's
business but theirs.

One line of JSON each: {"device":"…","type":"device","this":true,"added":"…","new":false}; type is "device" or "recovery",
"new" is true for 30 days on every device but itself.`;

const runDevices: DeviceAction["run"] = async (call, io) => {
  const { given } = call;
  if (given.words[0] !== undefined) return wrongCall(`"${given.words[0]}" is one word too many`);
  return withSession(call, io, { inStep: "before" }, async ({ device }) => {
    for (const { device: id, type, isThis, added, isNew } of device.devices()) {
      await writeJson(io.stdout, {
        device: id,
        type,
        this: isThis,
        added: added === null ? null : formatInstant(added),
        new: isNew,
      });
    }
    return exitCodes.done;
  });
};

const removeUsage = `undivided device remove DEVICE --dir DIR

Removes a device of mine that was lost; "undivided device devices" lists them. What it has read it has read; it gets nothing
new, and nothing that it writes from now on counts.

One line of JSON: {"removed":"…"}`;

const runRemove: DeviceAction["run"] = async (call, io) => {
  const [text, surplus] = call.given.words;
  if (text === undefined) return wrongCall('the device is missing; "undivided device devices" lists them');
  if (surplus !== undefined) return wrongCall(`"${surplus}" is one word too many`);
  const id = parseDeviceId(text);
  if (id.type === "error") return wrongCall(`"${text}" is no id of a device: 32 digits from 0 to 9 and a to f`);
  return withSession(call, io, { inStep: "both", alone: true }, async ({ device }) => {
    const found = device.devices().find((one) => one.device === id.value);
    if (found === undefined) return failWith(io, call, "there is no such device of mine.");
    if (found.isThis)
      return failWith(io, call, "this is this device: remove it from another one, or delete its folder.");
    const removed = await device.removeDevice(id.value);
    if (removed.type === "error") return failWith(io, call, describeDeviceFault(removed.error));
    await writeJson(io.stdout, { removed: id.value });
    return exitCodes.done;
  });
};

export const devicesAction: DeviceAction = {
  name: "devices",
  summary: "who has access to my records",
  usage: devicesUsage,
  options: {},
  run: runDevices,
};

export const removeAction: DeviceAction = {
  name: "remove",
  summary: "remove a device of mine that was lost",
  usage: removeUsage,
  options: {},
  run: runRemove,
};
