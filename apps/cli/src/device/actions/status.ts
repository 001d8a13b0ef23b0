/** `undivided device status`: what is here, what the relay has, whether both are in step. */
import { wrongCall } from "../../read-options.ts";
import { exitCodes, writeJson } from "../../verbs/verb.ts";
import type { DeviceAction } from "../device-action.ts";
import type { SpaceStep } from "../relay-link.ts";
import { withSession } from "../session.ts";

const usage = `undivided device status --dir DIR

Brings this device in step with the relay and says how it stands:

  {"person":"…","device":"…","relay":"…","lock":false,"code":false,"pairing":"alone","relayReached":true,"inStep":true,
   "mine":{"written":12,"acknowledged":12,"inStep":true},"ours":null}

pairing is "alone", "paired" or "ended". For each space: what this device has written, how much of it the relay has
acknowledged as durable, and whether both have everything that the other has. Without the relay "acknowledged" and "inStep"
are null: nobody knows. Nothing is said about the other person's devices.`;

const run: DeviceAction["run"] = async (call, io) => {
  const { given } = call;
  if (given.words[0] !== undefined) return wrongCall(`"${given.words[0]}" is one word too many`);
  return withSession(call, io, { inStep: "before" }, async ({ device, journal, bringInStep }) => {
    const reached = await bringInStep();
    const stepOf = (space: SpaceStep["space"]) => reached?.spaces.find((one) => one.space === space);
    const written = (space: "mine" | "ours"): number | null => {
      const replica = space === "mine" ? device.mine : device.ours();
      if (replica === null) return null;
      const own = device.keysIn(replica.space)?.device;
      return replica.summary().heads.find(({ device: name }) => name === own)?.counter ?? 0;
    };
    const stand = (space: "mine" | "ours") => {
      const count = written(space);
      const step = stepOf(space);
      return count === null
        ? null
        : { written: count, acknowledged: step?.acknowledged ?? null, inStep: step?.isInStep ?? null };
    };
    const isReached = reached?.type === "reached";
    const spaces = reached?.spaces ?? [];
    await writeJson(io.stdout, {
      person: device.person,
      device: device.keysIn(device.mine.space)?.device,
      relay: device.relay(),
      lock: device.lock.ways() !== null,
      code: device.hasRecoveryCode(),
      pairing: journal.pairing(),
      relayReached: isReached,
      inStep: isReached ? spaces.every(({ isInStep }) => isInStep) : null,
      mine: stand("mine"),
      ours: stand("ours"),
    });
    return exitCodes.done;
  });
};

export const statusAction: DeviceAction = {
  name: "status",
  summary: "what is here, what the relay has, whether both are in step",
  usage,
  options: {},
  run,
};
