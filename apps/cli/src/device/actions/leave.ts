/** `undivided device leave`: ends the pairing, alone and at once. */
import { wrongCall } from "../../read-options.ts";
import { exitCodes, writeJson, writeLine } from "../../verbs/verb.ts";
import type { DeviceAction } from "../device-action.ts";
import { describeJournalFault } from "../fault-words.ts";
import { failWith } from "../open-vault.ts";
import { withSession } from "../session.ts";

const usage = `undivided device leave --dir DIR

Ends the pairing at once, also without a network; nobody is asked. The keys of what was shared are destroyed on this device,
what the other shared is gone from here, all own sharing ends. Own records stay. The relay's copy and the other's devices
follow as soon as they are reached. What was seen was seen. It cannot be undone; pairing again starts anew.

One line of JSON: {"left":true}; {"left":false} where there was no pairing.`;

const run: DeviceAction["run"] = async (call, io) => {
  const { given } = call;
  if (given.words[0] !== undefined) return wrongCall(`"${given.words[0]}" is one word too many`);
  // Not before: leaving waits for nothing.
  return withSession(call, io, { inStep: "after", alone: true }, async ({ journal }) => {
    const wasPaired = journal.pairing() === "paired";
    if (wasPaired) {
      const left = await journal.leave();
      if (left.type === "error") return failWith(io, call, describeJournalFault(left.error));
    } else {
      await writeLine(io.stderr, "there is no pairing to end");
    }
    await writeJson(io.stdout, { left: wasPaired });
    return exitCodes.done;
  });
};

export const leaveAction: DeviceAction = {
  name: "leave",
  summary: "end the pairing, alone and at once",
  usage,
  options: {},
  run,
};
