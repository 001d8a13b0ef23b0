/** `undivided import`: one's own records out of a file, into a device. */
import { resolve } from "node:path";
import type { ImportFault, ImportReport } from "@undivided/journal";
import { readWhole } from "../backup/backup-file.ts";
import { BACKUP_SECRET_OPTIONS, readBackupSecret } from "../backup/backup-secret.ts";
import { checkRecords } from "../backup/check-records.ts";
import { openBackupFile, type AskForSecret, type OpenedFile } from "../backup/open-backup-file.ts";
import type { DeviceCall, DeviceWorld } from "../device/device-action.ts";
import { DEVICE_WORLD } from "../device/device-world.ts";
import { describeDeviceFault } from "../device/device-words.ts";
import { describeDecodeError, describeJournalFault, placeOf } from "../device/fault-words.ts";
import { failWith, withVault, type Ending } from "../device/open-vault.ts";
import { runCall } from "../device/run-call.ts";
import { withSession } from "../device/session.ts";
import { secretOf } from "../device/unlock-device.ts";
import { wrongCall } from "../read-options.ts";
import { exitCodes, type Io, type Verb, writeJson, writeLine } from "./verb.ts";

const usage = `undivided import FILE --dir DIR [--adopt] [--strict] [--secret-file FILE]

Brings back what "undivided export" wrote, whatever its format. Twice the same file is once; what is newer here stays, what was
deleted here stays deleted. Where DIR holds no device one is made, alone and without a lock.

  --adopt   records with another owner become mine: they are my own, from before a new start. A sealed backup is adopted
            by itself, since only its owner's secret opens it. It is never for somebody else's records
  --strict  a line that is no whole record ends the call before anything is brought in; else it is named and passed over
  --secret-file FILE         the PIN or passphrase of this device; else UNDIVIDED_SECRET, else a prompt
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
  const made = await makeDevice(call, io);
  if (made !== exitCodes.done) return made;
  return withSession(call, io, { inStep: "both" }, async ({ journal: { files }, secret }) => {
    const ask: AskForSecret = async () => {
      const read = await readBackupSecret(io, call, secret ?? "");
      return read.type === "secret" && read.text === "" ? secretOf(io, call, "passphrase of the backup") : read;
    };
    const opened = await openBackupFile(file.bytes, call.world.stretch, ask);
    if (opened.type === "wrong") return opened;
    if (opened.type === "failed") return opened.code;
    if (opened.type === "bad") {
      const hint = opened.why === "wrong-secret" ? ": name it with --backup-secret-file" : "";
      return failWith(io, call, `${name}: ${opened.words}${hint}. Nothing was brought in.`);
    }
    if (given.flag("strict") && !(await isWhole(io, name, opened))) return exitCodes.failed;
    const options = { file: name, adopt: opened.format === "sealed" || given.flag("adopt") };
    const report =
      opened.format === "csv"
        ? await files.importCsv(opened.text, options)
        : await files.importJsonLines(opened.text, options);
    if (report.type === "error") return failWith(io, call, describeJournalFault(report.error));
    return sayReport(io, report.value, options.adopt);
  });
};

/** A restore may begin with nothing. */
const makeDevice = (call: DeviceCall, io: Io): Ending =>
  withVault(call, io, { make: true, alone: true }, async ({ vault }) => {
    if (vault.state().type !== "new") return exitCodes.done;
    const made = await vault.createPerson(null);
    if (made.type === "error") return failWith(io, call, describeDeviceFault(made.error));
    await writeLine(io.stderr, `there was no device in ${call.folder}: one was made, without a lock`);
    return exitCodes.done;
  });

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
