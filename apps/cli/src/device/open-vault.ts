/** A folder, the device in it, and its way to the relay: opened together, let go of together. */
import { millis } from "@undivided/domain";
import { openDevice, type Device } from "@undivided/vault";
import type { WrongCall } from "../read-options.ts";
import { exitCodes, type ExitCode, type Io, writeLine } from "../verbs/verb.ts";
import type { DeviceCall } from "./device-action.ts";
import { describeDeviceFault, describeFolderFault } from "./device-words.ts";
import { openDeviceFolder, type DeviceFolder } from "./folder.ts";
import { instantOf } from "./local-clock.ts";
import type { RelayLink } from "./relay-link.ts";

export interface OpenVault {
  readonly vault: Device;
  readonly folder: DeviceFolder;
  readonly link: RelayLink;
}

export interface HowToOpen {
  /** Makes what is not there yet. */
  readonly make: boolean;
  /** Replaces keys as a whole: nothing else in this folder may do so at the same time. */
  readonly alone: boolean;
}

export type Ending = Promise<ExitCode | WrongCall>;

/** Words of an action that failed, with its name before them. */
export const failWith = async (io: Io, call: DeviceCall, words: string): Promise<ExitCode> => {
  await writeLine(io.stderr, `undivided ${call.name}: ${words}`);
  return exitCodes.failed;
};

export const withVault = async (
  call: DeviceCall,
  io: Io,
  { make, alone }: HowToOpen,
  use: (opened: OpenVault) => Ending,
): Ending => {
  const opened = await openDeviceFolder(call.folder, make);
  if (opened.type !== "open") return failWith(io, call, describeFolderFault(opened, call.folder));
  const { folder } = opened;
  const link = call.world.connect(io, folder);
  // Whoever waits for the other person, or for the network, waits no longer.
  io.signal.addEventListener("abort", link.close, { once: true });
  const turn = alone ? folder.takeTurn() : undefined;
  try {
    if (turn === null) return await failWith(io, call, describeFolderFault({ type: "busy" }, call.folder));
    const vault = await openDevice({
      logs: folder.logs,
      blobs: folder.blobs,
      wall: () => instantOf(io.now),
      clock: () => millis(performance.now()),
      stretch: call.world.stretch,
      rendezvousAt: link.rendezvousAt,
    });
    if (vault.type === "error") return await failWith(io, call, describeDeviceFault(vault.error));
    return await use({ vault: vault.value, folder, link });
  } finally {
    turn?.end();
    link.close();
    folder.close();
  }
};
