/**
 * One call on a device: opens the folder, the lock and the journal, brings the device in step with the relay before or after,
 * and lets go of everything.
 *
 * What a call does on this device is done when it is written here, whatever the network does: a relay that is not reached is
 * said on standard error and changes neither result nor exit code.
 */
import type { Journal } from "@undivided/journal";
import type { OpenDevice } from "@undivided/vault";
import { setTimeout as wait } from "node:timers/promises";
import { exitCodes, type Io, writeLine } from "../verbs/verb.ts";
import { wrongCall } from "../read-options.ts";
import type { DeviceCall } from "./device-action.ts";
import { openDeviceJournal } from "./device-journal.ts";
import { describeDeviceFault } from "./device-words.ts";
import { describeJournalFault } from "./fault-words.ts";
import type { DeviceFolder } from "./folder.ts";
import { failWith, withVault, type Ending } from "./open-vault.ts";
import type { Reached, RelayLink, SpaceStep } from "./relay-link.ts";
import { unlockDevice } from "./unlock-device.ts";

export interface Session {
  readonly device: OpenDevice;
  readonly journal: Journal;
  readonly folder: DeviceFolder;
  readonly link: RelayLink;
  /** What opened the lock, to prove it again; null where there is no lock. */
  readonly secret: string | null;
  /** Brings both sides in step now; says on standard error where it could not. Null with `--offline` or without an address. */
  readonly bringInStep: () => Promise<Reached | null>;
}

export type WhenInStep = "before" | "after" | "both" | "never";

export interface HowToRun {
  readonly inStep: WhenInStep;
  /** See `HowToOpen`. */
  readonly alone?: boolean;
}

export const withSession = (
  call: DeviceCall,
  io: Io,
  { inStep, alone = false }: HowToRun,
  use: (session: Session) => Ending,
): Ending =>
  withVault(call, io, { make: false, alone }, async ({ vault, folder, link }) => {
    const unlocked = await unlockDevice(vault, io, call);
    if (unlocked.type === "wrong") return unlocked;
    if (unlocked.type === "failed") return unlocked.code;
    const { device, secret } = unlocked;
    const address = call.given.text("relay");
    if (address !== undefined && address !== device.relay()) {
      const set = await device.setRelay(address);
      if (set.type === "error") {
        if (set.error.type === "not-an-address")
          return wrongCall(`--relay is "${address}", and that is no web address`);
        return failWith(io, call, describeDeviceFault(set.error));
      }
    }
    const journal = await openDeviceJournal(device, io.now);
    const said = new Set<string>();
    const sayOnce = async (words: string): Promise<void> => {
      if (said.has(words)) return;
      said.add(words);
      await writeLine(io.stderr, words);
    };
    const session: Session = {
      device,
      journal,
      folder,
      link,
      secret,
      bringInStep: () => bringInStep(call, sayOnce, device, link),
    };
    if (inStep === "before" || inStep === "both") {
      const words = await settle(session);
      if (words !== null) return failWith(io, call, words);
    }
    await sayNewDevices(io, device);
    const ended = await use(session);
    if (ended !== exitCodes.done) return ended;
    const words = inStep === "after" || inStep === "both" ? await settle(session) : await tend(session);
    return words === null ? ended : failWith(io, call, words);
  });

/** More than a few times over it would be waiting for the other person's phone. */
const MAX_STEPS = 4;

/**
 * In step with the relay, and what is due because of that done and brought there too. A call is short: what a screen would do as
 * things come, is done here before and after it. Words where the storage failed.
 */
const settle = async (session: Session): Promise<string | null> => {
  for (let steps = 0; steps < MAX_STEPS; steps += 1) {
    const due = await tend(session);
    if (due !== null) return due;
    const before = headsOf(session.device);
    const reached = await session.bringInStep();
    const words = await tend(session);
    if (words !== null || reached?.type !== "reached" || headsOf(session.device) === before) return words;
  }
  return null;
};

/** How long a new device waits for the one that admitted it to tell the relay so. */
const ADMISSION_TRIES = 15;
const ADMISSION_WAIT_MS = 300;

/**
 * Fetches everything onto a device that was just made. Whoever admitted it may still be on the way to the relay; who is not there
 * in time comes later, and the next call goes on.
 */
export const bringNewInStep = async (device: OpenDevice, link: RelayLink): Promise<void> => {
  for (let tries = 0; tries < ADMISSION_TRIES; tries += 1) {
    const reached = await link.bringInStep(device);
    const put = await device.tend();
    if (put.type === "error" || reached.type === "not-reached") return;
    const isDone = reached.spaces.length > 0 && reached.spaces.every(({ isInStep }) => isInStep);
    if (isDone && tries > 0) return;
    if (!isDone) await wait(ADMISSION_WAIT_MS);
  }
};

/** Where this device's own knowledge ends: another text once anything came or was written. */
const headsOf = ({ mine, ours }: OpenDevice): string =>
  [mine, ours()]
    .flatMap((replica) => replica?.summary().heads ?? [])
    .map(({ device, counter }) => `${device}:${counter}`)
    .join();

/** Does what is due by itself; words where the storage failed. A storage that can only be read still shows what is in it. */
const tend = async ({ device, journal }: Session): Promise<string | null> => {
  const put = await device.tend();
  if (put.type === "error" && put.error.type !== "read-only") return describeDeviceFault(put.error);
  const done = await journal.tend();
  return done.type === "error" && done.error.type !== "read-only" ? describeJournalFault(done.error) : null;
};

/** A call that brings itself in step before and after says what is wrong once. */
const bringInStep = async (
  call: DeviceCall,
  sayOnce: (words: string) => Promise<void>,
  device: OpenDevice,
  link: RelayLink,
): Promise<Reached | null> => {
  if (call.given.flag("offline") || device.relay() === null) return null;
  const reached = await link.bringInStep(device);
  if (reached.type === "not-reached") {
    await sayOnce(`the relay was not reached (${reached.why}): this device goes on alone; the next call tries again`);
  }
  for (const { standing, space } of reached.spaces) {
    if (standing !== "member") await sayOnce(describeStanding(standing, space));
  }
  if ([device.mine, device.ours()].some((replica) => (replica?.health().forkedAt ?? null) !== null)) {
    await sayOnce(FORKED);
  }
  return reached;
};

const describeStanding = (standing: "waiting" | "removed", space: SpaceStep["space"]): string => {
  const records = space === "mine" ? "my own records" : "what is shared";
  return standing === "removed"
    ? `the relay says that this device was removed from ${records}: nothing new reaches it, and nothing of it reaches others`
    : `the relay does not know this device for ${records} yet: the device that admitted it has to be in step first`;
};

const FORKED =
  "this folder is an older copy of itself: others have what it wrote since, and what is written here reaches nobody. " +
  'Export it, make this device anew ("undivided device recover", or "pair --own" on another), and import there';

/** A device that came is shown on every own device for 30 days. */
const sayNewDevices = async (io: Io, device: OpenDevice): Promise<void> => {
  for (const { type, added, device: name } of device.devices().filter(({ isNew }) => isNew)) {
    const what = type === "recovery" ? "a recovery code was made" : `a device of mine came: ${name}`;
    const when = added === null ? "" : `, ${new Date(added).toISOString().slice(0, 10)}`;
    await writeLine(io.stderr, `${what}${when} ("undivided device devices" lists all)`);
  }
};
