/** `undivided import`: one's own records out of a file, into a device. */
import { resolve } from "node:path";
import type { ImportFault, ImportReport } from "@undivided/journal";
import { parseRecoveryCode } from "@undivided/vault";
import { readWhole } from "../backup/backup-file.ts";
import { BACKUP_SECRET_OPTIONS, readBackupSecret } from "../backup/backup-secret.ts";
import { checkRecords } from "../backup/check-records.ts";
import { openBackupFile, type AskForSecret, type OpenedFile } from "../backup/open-backup-file.ts";
import type { DeviceCall, DeviceWorld } from "../device/device-action.ts";
import { DEVICE_WORLD } from "../device/device-world.ts";
import { describeDeviceFault } from "../device/device-words.ts";
import { describeDecodeError, describeJournalFault, placeOf } from "../device/fault-words.ts";
import { openDeviceFolder } from "../device/folder.ts";
import { failWith, withVault, type Ending } from "../device/open-vault.ts";
import { runCall } from "../device/run-call.ts";
import { withSession } from "../device/session.ts";
import { lockNewDevice, readFirstPin, secretOf } from "../device/unlock-device.ts";
import { wrongCall } from "../read-options.ts";
import { exitCodes, type Io, type Verb, writeJson, writeLine } from "./verb.ts";

const usage = `undivided import FILE --dir DIR [--adopt] [--strict] [--secret-file FILE]

Brings back what "undivided export" wrote, whatever its format. Twice the same file is once; what is newer here stays, what was
deleted here stays deleted. Where DIR holds no device one is made, alone, with the secret of this call as its lock. Without one it has
no lock, and whoever has DIR has the records.

  --adopt   records with another owner become mine: they are my own, from before a new start. A sealed backup is adopted
            by itself, since only its owner's secret opens it. It is never for somebody else's records
  --strict  a line that is no whole record ends the call before anything is brought in; else it is named and passed over
  --secret-file FILE         the PIN or passphrase of this device, of a new one too; else UNDIVIDED_SECRET, else a prompt where the
                             device has a lock
  --backup-secret-file FILE  what sealed the file; else UNDIVIDED_BACKUP_SECRET, else the same as the device's

One line of JSON: {"added":12,"changed":0,"unchanged":0,"keptNewer":0,"deleted":0,"leftOut":0}
Exit codes: 0 done, 1 it failed, 2 the call was wrong.`;

const run = async (call: DeviceCall, io: Io): Ending => {
  const { given } = call;
  const [name, surplus] = given.words;
  if (name === undefined) return wrongCall("the file is missing");
  if (surplus !== undefined) return wrongCall(`"${surplus}" is one word too many`);
  const file = await readWhole(resolve(io.cwd, name));
  if (file.type === "unreadable") return failWith(io, call, `${name}: ${file.words}.`);
  // Where there is no device yet, none is made for a file that cannot be read.
  const first = (await isThereADevice(call)) ? null : await openFile(call, io, name, file.bytes, null);
  if (first !== null && !isOpened(first)) return first;
  if (first !== null && checkRecords(first.text, first.format).records === 0) {
    return failWith(io, call, `${name}: no line of it is a record. Nothing was brought in, and no device was made.`);
  }
  const made = await makeDevice(call, io, first === null);
  if (made !== exitCodes.done) return made;
  return withSession(call, io, { inStep: "both" }, async ({ journal: { files }, secret }) => {
    const opened = first ?? (await openFile(call, io, name, file.bytes, secret));
    if (!isOpened(opened)) return opened;
    const options = { file: name, adopt: opened.format === "sealed" || given.flag("adopt") };
    const report =
      opened.format === "csv"
        ? await files.importCsv(opened.text, options)
        : await files.importJsonLines(opened.text, options);
    if (report.type === "error") return failWith(io, call, describeJournalFault(report.error));
    return sayReport(io, report.value, options.adopt);
  });
};

const isThereADevice = async ({ folder }: DeviceCall): Promise<boolean> => {
  const found = await openDeviceFolder(folder, false);
  if (found.type === "open") found.folder.close();
  return found.type !== "no-device";
};

type OpenedOrEnded = OpenedFile | Awaited<Ending>;

const isOpened = (opened: OpenedOrEnded): opened is OpenedFile =>
  typeof opened !== "number" && opened.type === "opened";

/** With the device's own secret, unless another is named for the file. */
const openFile = async (
  call: DeviceCall,
  io: Io,
  name: string,
  bytes: Uint8Array,
  secret: string | null,
): Promise<OpenedOrEnded> => {
  const ask: AskForSecret = async () => {
    const read = await readBackupSecret(io, call, secret ?? "");
    return read.type === "secret" && read.text === "" ? secretOf(io, call, "passphrase of the backup") : read;
  };
  const opened = await openBackupFile(bytes, call.world.stretch, ask);
  if (opened.type === "wrong") return opened;
  if (opened.type === "failed") return opened.code;
  if (opened.type === "bad") {
    const hint = opened.why === "wrong-secret" ? ": name it with --backup-secret-file" : "";
    return failWith(io, call, `${name}: ${opened.words}${hint}. Nothing was brought in.`);
  }
  return call.given.flag("strict") && !(await isWhole(io, name, opened)) ? exitCodes.failed : opened;
};

/**
 * A restore may begin with nothing. What is to be the lock is read before a folder is made; where there is one, only if no device
 * is in it after all. A recovery code is no lock: it belongs on a paper that is not carried about.
 */
const makeDevice = async (call: DeviceCall, io: Io, isFolder: boolean): Ending => {
  const early = isFolder ? null : await readFirstPin(io, call);
  if (early !== null && early.type !== "pin") return early.type === "wrong" ? early : early.code;
  return withVault(call, io, { make: true, alone: true }, async ({ vault }) => {
    if (vault.state().type !== "new") return exitCodes.done;
    const named = early ?? (await readFirstPin(io, call));
    if (named.type !== "pin") return named.type === "wrong" ? named : named.code;
    const pin = named.pin !== null && parseRecoveryCode(named.pin).type === "ok" ? null : named.pin;
    const made = await vault.createPerson(null);
    if (made.type === "error") return failWith(io, call, describeDeviceFault(made.error));
    const words = await lockNewDevice(made.value, pin);
    if (words !== null) return failWith(io, call, words);
    const how = pin === null ? `without a lock. ${UNLOCKED}` : "and the secret of this call is its lock";
    await writeLine(io.stderr, `there was no device in ${call.folder}: one was made, ${how}`);
    return exitCodes.done;
  });
};

const UNLOCKED =
  "Whoever can read this folder can read everything that is brought in: what seals the file does not protect it here. " +
  '"undivided device lock --new-secret-file FILE" sets a lock';

/** Names every bad line. */
const isWhole = async (io: Io, name: string, { text, format }: OpenedFile): Promise<boolean> => {
  const { faults, isCut } = checkRecords(text, format);
  for (const { line, error } of faults) await writeLine(io.stderr, `${name}:${line}: ${describeDecodeError(error)}`);
  if (isCut) await writeLine(io.stderr, `${name}: cut off in the middle of a line`);
  return faults.length === 0 && !isCut;
};

/** A file of a million bad lines is named a hundred times. */
const MAX_NAMED = 100;

const sayReport = async (io: Io, { faults, ...counts }: ImportReport, isAdopted: boolean) => {
  for (const fault of faults.slice(0, MAX_NAMED)) await writeLine(io.stderr, describeFault(fault));
  if (faults.length > MAX_NAMED) await writeLine(io.stderr, `and ${faults.length - MAX_NAMED} more lines left out`);
  if (!isAdopted && faults.some(({ reason }) => reason === "another-person")) {
    await writeLine(
      io.stderr,
      "records with another owner were left out; --adopt takes them in if they are your own, from before a new start",
    );
  }
  await writeJson(io.stdout, { ...counts, leftOut: faults.length });
  return exitCodes.done;
};

const describeFault = ({ file, line, reason, path }: ImportFault): string => {
  const words = reason === "another-person" ? "a record of another owner" : `${reason}${placeOf(path)}`;
  return `${file}:${line}: ${words}`;
};

export const createImportVerb = (world: DeviceWorld): Verb => ({
  name: "import",
  summary: "bring an export back into a device",
  usage,
  run: (args, io) =>
    runCall(
      { name: "import", options: { ...BACKUP_SECRET_OPTIONS, adopt: "flag", strict: "flag" }, run },
      args,
      io,
      world,
    ),
});

export const importVerb: Verb = createImportVerb(DEVICE_WORLD);
