/**
 * What `undivided insight` reads: a plain export, a sealed backup, or the folder of a device, with what opens them.
 *
 * **Privacy:** what a backup holds is opened in memory and written nowhere but into what the call asked for.
 */
import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { openBackup, readBackupLock, type Stretch } from "@undivided/vault";
import { backupSecretOf, describeBackupFault } from "../backup/backup-secret.ts";
import { wrongCall, type WrongCall } from "../read-options.ts";
import { readSecret } from "../secret.ts";
import type { Io } from "../verbs/verb.ts";
import { readDeviceRecords } from "./device-records.ts";

export type OpenedRecords =
  | { readonly type: "opened"; readonly text: string }
  /** A sentence that names the file. */
  | { readonly type: "failed"; readonly words: string }
  | WrongCall;

/** `name` resolves against the caller's folder; `secretFile` is what `--secret-file` names. */
export const openRecords = async (
  io: Io,
  name: string,
  secretFile: string | undefined,
  stretch: Stretch,
): Promise<OpenedRecords> => {
  const failed = (words: string): OpenedRecords => ({ type: "failed", words: `${name}: ${words}` });
  const path = resolve(io.cwd, name);
  let bytes: Uint8Array;
  try {
    if ((await stat(path)).isDirectory()) return await readDeviceRecords(io, { path, name }, secretFile, stretch);
    bytes = await readFile(path);
  } catch (error) {
    return failed(describeReadError(error));
  }
  const lock = await readBackupLock(bytes);
  if (lock.type === "error") {
    if (lock.error.type !== "not-a-backup") return failed(describeBackupFault(lock.error));
    try {
      return { type: "opened", text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
    } catch {
      return failed("it is neither a backup nor text in UTF-8");
    }
  }
  const secret = await readSecret(io, {
    what: lock.value === "recovery" ? "recovery code" : "passphrase of the backup",
    option: "secret-file",
    file: secretFile,
    variable: "UNDIVIDED_SECRET",
  });
  if (secret.type === "none") return wrongCall(`${name} is sealed and ${secret.words}`);
  if (secret.type === "unreadable") return { type: "failed", words: secret.words };
  const opened = await openBackup(stretch, backupSecretOf(secret.text), [bytes]);
  if (opened.type === "error") return failed(describeBackupFault(opened.error));
  return { type: "opened", text: opened.value.records.join("\n") };
};

const describeReadError = (error: unknown): string => {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return "there is no such file";
  if (code === "EACCES") return "this user may not read it";
  return error instanceof Error ? error.message : String(error);
};
