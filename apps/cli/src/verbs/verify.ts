/** `undivided verify`: whether a backup is whole, without bringing anything in. */
import { resolve } from "node:path";
import type { Stretch } from "@undivided/vault";
import { readWhole } from "../backup/backup-file.ts";
import { checkRecords } from "../backup/check-records.ts";
import { openBackupFile, type BadFile, type OpenedFile } from "../backup/open-backup-file.ts";
import { DEVICE_WORLD } from "../device/device-world.ts";
import { describeDecodeError } from "../device/fault-words.ts";
import { sayWrongCall } from "../device/run-call.ts";
import { readOptions, wrongCall } from "../read-options.ts";
import { readSecret } from "../secret.ts";
import { type ExitCode, exitCodes, type Io, type Verb, writeJson, writeLine } from "./verb.ts";

const usage = `undivided verify FILE [--secret-file FILE]

Says whether a file of "undivided export" is whole: of a sealed one that every byte is what it was, nothing is cut off, moved
or left out, and that the secret opens it; of each, that every line is a record. Nothing is kept of it.

  --secret-file FILE  the passphrase that a sealed file was sealed with, or the recovery code; else UNDIVIDED_SECRET, else a
                      prompt

A readable export (json, csv) has no seal: a changed word and a cut between two lines cannot be seen in it.

One line of JSON: {"whole":true,"format":"sealed","records":12,"madeAt":"…"}, or {"whole":false,"format":…,"why":"truncated"};
why is empty, not-a-backup, newer-version, truncated, altered, wrong-secret, other-secret, cannot-stretch, or bad-lines.
Exit codes: 0 whole, 1 not, 2 the call was wrong.`;

const run = async (args: readonly string[], io: Io, stretch: Stretch): Promise<ExitCode> => {
  const read = readOptions(args, { "secret-file": "text" });
  if (read.type === "wrong") return sayWrongCall(io, "verify", read.words);
  const [name, surplus] = read.given.words;
  if (name === undefined) return sayWrongCall(io, "verify", "the file is missing");
  if (surplus !== undefined) return sayWrongCall(io, "verify", `"${surplus}" is one word too many`);
  const fail = async (words: string): Promise<ExitCode> => {
    await writeLine(io.stderr, `undivided verify: ${words}`);
    return exitCodes.failed;
  };
  const file = await readWhole(resolve(io.cwd, name));
  if (file.type === "unreadable") return fail(`${name}: ${file.words}.`);
  const opened = await openBackupFile(file.bytes, stretch, async (kind) => {
    const secret = await readSecret(io, {
      what: kind === "recovery" ? "recovery code" : "passphrase of the backup",
      option: "secret-file",
      file: read.given.text("secret-file"),
      variable: "UNDIVIDED_SECRET",
    });
    if (secret.type === "none") return wrongCall(secret.words);
    return secret.type === "secret" ? secret : { type: "failed", code: await fail(secret.words) };
  });
  switch (opened.type) {
    case "wrong":
      return sayWrongCall(io, "verify", opened.words);
    case "failed":
      return opened.code;
    case "bad":
      return sayBad(io, name, opened);
    case "opened":
      return sayOpened(io, name, opened);
  }
};

const sayBad = async (io: Io, name: string, { format, why, words }: BadFile): Promise<ExitCode> => {
  await writeLine(io.stderr, `${name}: ${words}`);
  await writeJson(io.stdout, { whole: false, format, why });
  return exitCodes.failed;
};

/** A file of a million bad lines is named a hundred times. */
const MAX_NAMED = 100;

const sayOpened = async (io: Io, name: string, { format, text, madeAt }: OpenedFile): Promise<ExitCode> => {
  const { records, faults, isCut } = checkRecords(text, format);
  for (const { line, error } of faults.slice(0, MAX_NAMED)) {
    await writeLine(io.stderr, `${name}:${line}: ${describeDecodeError(error)}`);
  }
  if (faults.length > MAX_NAMED) await writeLine(io.stderr, `${name}: and ${faults.length - MAX_NAMED} more bad lines`);
  if (isCut)
    return sayBad(io, name, { type: "bad", format, why: "truncated", words: "cut off in the middle of a line" });
  if (faults.length > 0) {
    return sayBad(io, name, {
      type: "bad",
      format,
      why: "bad-lines",
      words: `${faults.length} of its lines are no records`,
    });
  }
  await writeJson(io.stdout, {
    whole: true,
    format,
    records,
    ...(madeAt === null ? {} : { madeAt: new Date(madeAt).toISOString() }),
  });
  return exitCodes.done;
};

export const createVerifyVerb = (stretch: Stretch): Verb => ({
  name: "verify",
  summary: "whether a backup is whole",
  usage,
  run: (args, io) => run(args, io, stretch),
});

export const verifyVerb: Verb = createVerifyVerb(DEVICE_WORLD.stretch);
