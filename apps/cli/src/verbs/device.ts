/** `undivided device`: a device without a screen. docs/spec/device.md is its contract. */
import type { DeviceAction, DeviceWorld } from "../device/device-action.ts";
import { deviceActionLoaders } from "../device/device-actions.ts";
import { DEVICE_WORLD } from "../device/device-world.ts";
import { runCall } from "../device/run-call.ts";
import { type ExitCode, exitCodes, type Io, type Verb, writeLine } from "./verb.ts";

const common = `  --dir DIR           the device's folder; everything that it knows is in there, sealed
  --relay URL         the relay's address; kept from the first call that names it
  --secret-file FILE  the PIN or passphrase of the lock, or what the action asks for; else UNDIVIDED_SECRET, else a prompt.
                      Never an argument
  --offline           do not call the relay

Works without a network: what is done on this device is done, standard error says that the relay was not reached, and the
next call brings both in step. Exit codes: 0 done, 1 it failed, 2 the call was wrong.`;

const usage = `undivided device <action> [options] --dir DIR [--relay URL]

A device without a screen: log, share and read with the rules and the records of the app, in step with one's phone and,
once paired, with the other person's devices.

  init      make a device
  pair      invite the other person, or with --own a second device of my own: prints a link, then four words
  accept    answer an invitation: prints the same four words
  log       log what I did, felt or received
  show      show own records, or what the other shares
  correct   say something about one of my moments afterwards
  delete    delete one of my records, with undo
  undo      bring back what was just deleted
  share     let the other see one record, a weekly summary, or the spiral
  withdraw  end what was shared, at once
  devices   who has access to my records
  remove    remove a device of mine that was lost
  leave     end the pairing, alone and at once
  lock      set, change or take off the lock
  code      make a new recovery code and show it once
  recover   make a device out of the recovery code
  status    what is here, what the relay has, whether both are in step

${common}
"undivided device <action> --help" explains one action.`;

const loadAction = async (name: string | undefined): Promise<DeviceAction | undefined> =>
  name !== undefined && Object.hasOwn(deviceActionLoaders, name) ? deviceActionLoaders[name]?.() : undefined;

const run = async (args: readonly string[], io: Io, world: DeviceWorld): Promise<ExitCode> => {
  const [name, ...rest] = args;
  const action = await loadAction(name);
  if (action === undefined) {
    const known = Object.keys(deviceActionLoaders).join(", ");
    const what = name === undefined ? "an action is missing" : `no action "${name}"`;
    await writeLine(
      io.stderr,
      `undivided device: ${what}; there is ${known}. "undivided device --help" explains them.`,
    );
    return exitCodes.wrongCall;
  }
  return runCall({ ...action, name: `device ${action.name}` }, rest, io, world);
};

/** `world` is a parameter so that a test can have its own. */
export const createDeviceVerb = (world: DeviceWorld): Verb => ({
  name: "device",
  summary: "a device without a screen: pair, log, show, share, leave",
  usage,
  usageOf: async ([name]) => {
    const action = await loadAction(name);
    return action === undefined ? null : `${action.usage}\n\n${common}`;
  },
  run: (args, io) => run(args, io, world),
});

export const deviceVerb: Verb = createDeviceVerb(DEVICE_WORLD);
