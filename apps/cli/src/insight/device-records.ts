/**
 * The own records of a device's folder, as lines of the plain export. Nothing is written but what the lock counts of wrong attempts, and no
 * relay is spoken to.
 *
 * **Privacy:** only the space of this person's own devices is read; what the other shared is in another, which is not asked.
 */
import { err, millis, type RecordId, parseRecordId } from "@undivided/domain";
import { createJournal } from "@undivided/journal";
import {
  bytesToHex,
  type Device,
  type LockWays,
  openDevice,
  type OpenDevice,
  parseRecoveryCode,
  randomBytes,
  type Rendezvous,
  type Stretch,
  type Unlocking,
} from "@undivided/vault";
import { type FolderFault, openDeviceFolder } from "../device/folder.ts";
import { instantOf, localOffset } from "../device/local-clock.ts";
import { wrongCall } from "../read-options.ts";
import { readSecret } from "../secret.ts";
import type { Io } from "../verbs/verb.ts";
import type { OpenedRecords } from "./open-records.ts";

const noRelay: Rendezvous = { meet: async () => err({ type: "unreachable" }) };

/** `path` is absolute, `name` as the caller wrote it. */
export const readDeviceRecords = async (
  io: Io,
  { path, name }: { readonly path: string; readonly name: string },
  secretFile: string | undefined,
  stretch: Stretch,
): Promise<OpenedRecords> => {
  const failed = (words: string): OpenedRecords => ({ type: "failed", words: `${name}: ${words}` });
  const opened = await openDeviceFolder(path, false);
  if (opened.type !== "open") return failed(describeFolderFault(opened));
  const { folder } = opened;
  try {
    const device = await openDevice({
      logs: folder.logs,
      blobs: folder.blobs,
      wall: () => instantOf(io.now),
      clock: () => millis(performance.now()),
      stretch,
      rendezvousAt: () => noRelay,
    });
    if (device.type === "error") return failed(`its device cannot be read (${device.error.type})`);
    const state = device.value.state();
    if (state.type === "new") return failed("there is no device in this folder");
    if (state.type === "open") return { type: "opened", text: exportLines(state.device, io) };
    const secret = await readSecret(io, {
      what: "PIN or passphrase of this device",
      option: "secret-file",
      file: secretFile,
      variable: "UNDIVIDED_SECRET",
    });
    if (secret.type === "none") return wrongCall(`${name} is locked and ${secret.words}`);
    if (secret.type === "unreadable") return { type: "failed", words: secret.words };
    return await unlock(device.value, unlockingOf(state.ways, secret.text), io, failed);
  } finally {
    folder.close();
  }
};

const unlock = async (
  device: Device,
  unlocking: Unlocking,
  io: Io,
  failed: (words: string) => OpenedRecords,
): Promise<OpenedRecords> => {
  const unlocked = await device.unlock(unlocking);
  return unlocked.type === "ok"
    ? { type: "opened", text: exportLines(unlocked.value, io) }
    : failed(describeUnlockFault(unlocked.error.type));
};

/** A recovery code opens the lock too, and no PIN looks like one: it has a check of its own. */
const unlockingOf = (ways: LockWays, text: string): Unlocking =>
  ways.recovery && parseRecoveryCode(text).type === "ok"
    ? { type: "recovery", code: text }
    : { type: "pin", pin: text };

const exportLines = (device: OpenDevice, io: Io): string => {
  const own = device.keysIn(device.mine.space);
  if (own === undefined) throw new Error("an open device has keys of its own");
  return createJournal({
    mine: device.mine,
    ours: () => null,
    person: device.person,
    device: own.device,
    wall: () => instantOf(io.now),
    utcOffset: localOffset,
    randomId,
    leave: async () => err({ type: "not-allowed" }),
  }).files.toJsonLines();
};

const randomId = (): RecordId => {
  const id = parseRecordId(bytesToHex(randomBytes(16)));
  if (id.type === "error") throw new Error("16 bytes name a record");
  return id.value;
};

const describeFolderFault = ({ type }: FolderFault): string => {
  switch (type) {
    case "no-device":
      return "there is no device in this folder";
    case "not-a-folder":
      return "it is no folder";
    case "newer-store":
      return "it was made by a newer version of this program";
    case "unwritable":
      return "this user may not write there, and reading needs it";
    case "unreadable":
      return "what lies there is damaged, or no device";
    case "full":
      return "the disk is full";
  }
};

const describeUnlockFault = (type: string): string => {
  switch (type) {
    case "wrong":
      return "that does not open it";
    case "must-wait":
      return "after wrong attempts it has to wait; try again later";
    case "cannot-stretch":
      return "there was not enough memory to try it";
    default:
      return `it could not be opened (${type})`;
  }
};
