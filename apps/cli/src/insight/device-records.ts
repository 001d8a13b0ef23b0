/**
 * The own records of a device's folder, as lines of the plain export. Nothing is written but what the lock counts of wrong attempts, and no
 * relay is spoken to: `withSession` would bring the device in step and put right what is due.
 *
 * **Privacy:** only the space of this person's own devices is read; what the other shared is in another, which is not asked.
 */
import { err, millis } from "@undivided/domain";
import {
  type Device,
  openDevice,
  type OpenDevice,
  type Rendezvous,
  type Stretch,
  type Unlocking,
} from "@undivided/vault";
import { openDeviceJournal } from "../device/device-journal.ts";
import { describeJournalFault } from "../device/fault-words.ts";
import { type FolderFault, openDeviceFolder } from "../device/folder.ts";
import { instantOf } from "../device/local-clock.ts";
import { unlockingOf } from "../device/unlock-device.ts";
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
    if (state.type === "open") return await exportLines(state.device, io, failed);
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
    ? exportLines(unlocked.value, io, failed)
    : failed(describeUnlockFault(unlocked.error.type));
};

const exportLines = async (
  device: OpenDevice,
  io: Io,
  failed: (words: string) => OpenedRecords,
): Promise<OpenedRecords> => {
  const lines = await (await openDeviceJournal(device, io.now)).files.toJsonLines();
  return lines.type === "ok" ? { type: "opened", text: lines.value } : failed(describeJournalFault(lines.error));
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
