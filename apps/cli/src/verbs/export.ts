/** `undivided export`: one's own records in a file. */
import { resolve } from "node:path";
import { isPassphraseLongEnough, MIN_PASSPHRASE_LETTERS, requireProof, sealBackup } from "@undivided/vault";
import { BACKUP_FORMATS, isBackupFormat, writeWhole } from "../backup/backup-file.ts";
import { BACKUP_SECRET_OPTIONS, backupSecretOf, readBackupSecret } from "../backup/backup-secret.ts";
import type { DeviceCall, DeviceWorld } from "../device/device-action.ts";
import { DEVICE_WORLD } from "../device/device-world.ts";
import { describeProofFault } from "../device/device-words.ts";
import { describeJournalFault } from "../device/fault-words.ts";
import { instantOf } from "../device/local-clock.ts";
import { failWith, type Ending } from "../device/open-vault.ts";
import { runCall } from "../device/run-call.ts";
import { withSession } from "../device/session.ts";
import { proveOwner } from "../device/unlock-device.ts";
import { wrongCall } from "../read-options.ts";
import { exitCodes, type Io, type Verb, writeJson, writeLine } from "./verb.ts";

const usage = `undivided export --dir DIR --out FILE [--format sealed|json|csv] [--secret-file FILE]

Writes my own records, all of them and nothing of the other person's, into a file that only its owner may read. FILE is
replaced as a whole, or stays as it was.

  --format sealed  (default) only a passphrase of at least ${MIN_PASSPHRASE_LETTERS} letters opens it, or the recovery code
  --format json    one record a line, readable by everybody who gets the file
  --format csv     a table for spreadsheets, readable likewise; the last column holds the whole record
  --secret-file FILE         the PIN or passphrase of this device, which is asked for again; else UNDIVIDED_SECRET, else a
                             prompt. Without a lock, what is given becomes one
  --backup-secret-file FILE  what seals the file; else UNDIVIDED_BACKUP_SECRET, else the same as the device's

"undivided import" reads all three back, "undivided verify" says whether a file is whole. docs/spec/device.md has the details.

One line of JSON: {"format":"sealed","records":12,"lockSet":false,"onlyWay":false}; lockSet says that the device had no lock and has
one now; onlyWay that there is no recovery code: who forgets the secret opens neither the device nor a backup sealed with it.
Exit codes: 0 done, 1 it failed, 2 the call was wrong.`;

const ONLY_WAY =
  "the secret of this device is the only way into it, and into a backup that is sealed with it: there is no recovery code. " +
  'Write it down, or make a code with "undivided device code"';

const run = async (call: DeviceCall, io: Io): Ending => {
  const { given } = call;
  if (given.words[0] !== undefined) return wrongCall(`"${given.words[0]}" is one word too many`);
  const out = given.text("out");
  if (out === undefined) return wrongCall("--out is missing: it names the file");
  const format = given.text("format") ?? "sealed";
  if (!isBackupFormat(format)) return wrongCall(`--format is "${format}", and there is ${BACKUP_FORMATS.join(", ")}`);
  if (format !== "sealed" && given.flag("backup-secret-file")) {
    return wrongCall("--backup-secret-file goes with --format sealed: the others are readable by everybody");
  }
  return withSession(call, io, { inStep: "before", alone: true }, async (session) => {
    const owner = await proveOwner(session, io, call);
    if (owner.type === "wrong") return owner;
    if (owner.type === "failed") return owner.code;
    const proven = requireProof(session.device, owner.proof);
    if (proven.type === "error") return failWith(io, call, describeProofFault(proven.error));
    const { files } = session.journal;
    const written = await files.toJsonLines();
    if (written.type === "error") return failWith(io, call, describeJournalFault(written.error));
    const lines = written.value.split("\n").filter((line) => line !== "");
    const path = resolve(io.cwd, out);
    const text = (content: string): readonly Uint8Array[] => [new TextEncoder().encode(content)];
    let words: string | undefined;
    if (format === "sealed") {
      const secret = await readBackupSecret(io, call, isPassphraseLongEnough(owner.secret) ? owner.secret : null, true);
      if (secret.type === "wrong") return secret;
      if (secret.type === "failed") return secret.code;
      if (!isPassphraseLongEnough(secret.text)) {
        return wrongCall(
          `a backup can be tried for ever: its passphrase has at least ${MIN_PASSPHRASE_LETTERS} letters`,
        );
      }
      const sealed = sealBackup(call.world.stretch, backupSecretOf(secret.text), instantOf(io.now), lines);
      words = await writeWhole(path, sealed);
    } else {
      const shown = format === "json" ? written : await files.toCsv();
      if (shown.type === "error") return failWith(io, call, describeJournalFault(shown.error));
      words = await writeWhole(path, text(shown.value));
    }
    if (words !== undefined) return failWith(io, call, `${out}: ${words}.`);
    if (format !== "sealed") await writeLine(io.stderr, `${out} is not sealed: whoever has the file can read it`);
    const onlyWay = !session.device.hasRecoveryCode();
    if (onlyWay) await writeLine(io.stderr, ONLY_WAY);
    await writeJson(io.stdout, { format, records: lines.length, lockSet: owner.isFirstLock, onlyWay });
    return exitCodes.done;
  });
};

export const createExportVerb = (world: DeviceWorld): Verb => ({
  name: "export",
  summary: "my own records in a file, sealed or readable",
  usage,
  run: (args, io) =>
    runCall(
      { name: "export", options: { ...BACKUP_SECRET_OPTIONS, out: "text", format: "text" }, run },
      args,
      io,
      world,
    ),
});

export const exportVerb: Verb = createExportVerb(DEVICE_WORLD);
