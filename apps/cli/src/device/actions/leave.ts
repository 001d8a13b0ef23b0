/** `undivided device leave`: ends the pairing, alone and at once. */
import type { Journal } from "@undivided/journal";
import type { OpenDevice } from "@undivided/vault";
import { wrongCall } from "../../read-options.ts";
import { exitCodes, writeJson, writeLine } from "../../verbs/verb.ts";
import type { DeviceAction } from "../device-action.ts";
import { describeDeviceFault } from "../device-words.ts";
import { describeJournalFault } from "../fault-words.ts";
import { failWith } from "../open-vault.ts";
import { withSession } from "../session.ts";

const usage = `undivided device leave --dir DIR

Ends the pairing at once, also without a network; nobody is asked. The keys of what was shared are destroyed on this device,
what the other shared is gone from here, all own sharing ends. Own records stay. The relay's copy and the other's devices
follow as soon as they are reached. What was seen was seen. It cannot be undone; pairing again starts anew.

It waits for no other call in this folder: a "pair" or "accept" with the other person that still waits there ends, and pairs
nobody.

One line of JSON: {"left":true}; {"left":false} where there was no pairing.`;

const run: DeviceAction["run"] = async (call, io) => {
  const { given } = call;
  if (given.words[0] !== undefined) return wrongCall(`"${given.words[0]}" is one word too many`);
  // Not before: leaving waits for nothing, and takes no turn.
  return withSession(call, io, { inStep: "after" }, async ({ device, journal }) => {
    const before = journal.pairing();
    const words = before === "paired" ? await leaveJournal(journal) : await leaveDevice(device);
    if (words !== null) return failWith(io, call, words);
    // Another call may have paired since this one opened the folder: that has ended too.
    const wasPaired = before === "paired" || before !== journal.pairing();
    if (!wasPaired) await writeLine(io.stderr, "there is no pairing to end; one that waits in another call ends");
    await writeJson(io.stdout, { left: wasPaired });
    return exitCodes.done;
  });
};

const leaveJournal = async (journal: Journal): Promise<string | null> => {
  const left = await journal.leave();
  return left.type === "error" ? describeJournalFault(left.error) : null;
};

/** Not paired, as far as this call knows: whatever waits elsewhere to become so ends. */
const leaveDevice = async (device: OpenDevice): Promise<string | null> => {
  const left = await device.leave();
  return left.type === "error" ? describeDeviceFault(left.error) : null;
};

export const leaveAction: DeviceAction = {
  name: "leave",
  summary: "end the pairing, alone and at once",
  usage,
  options: {},
  run,
};
