/** From a file to the records in it, whatever its format; or why not. */
import { openBackup, readBackupLock, type Stretch } from "@undivided/vault";
import type { Failed } from "../device/unlock-device.ts";
import type { WrongCall } from "../read-options.ts";
import { formatOf, type BackupFormat } from "./backup-file.ts";
import { backupSecretOf, describeBackupFault } from "./backup-secret.ts";

export interface OpenedFile {
  readonly type: "opened";
  readonly format: BackupFormat;
  /** JSON lines, or a table where the format is csv. */
  readonly text: string;
  /** Milliseconds since 1970; null where the file does not say. */
  readonly madeAt: number | null;
}

export interface BadFile {
  readonly type: "bad";
  readonly format: BackupFormat | null;
  /** In one word, for machines. */
  readonly why: string;
  readonly words: string;
}

export type AskForSecret = (
  kind: "passphrase" | "recovery",
) => Promise<{ readonly type: "secret"; readonly text: string } | Failed | WrongCall>;

const bad = (format: BackupFormat | null, why: string, words: string): BadFile => ({
  type: "bad",
  format,
  why,
  words,
});

/** `ask` is called only where a secret is needed and the file is one of ours. */
export const openBackupFile = async (
  bytes: Uint8Array,
  stretch: Stretch,
  ask: AskForSecret,
): Promise<OpenedFile | BadFile | Failed | WrongCall> => {
  // A sealed copy that a full disk cut to nothing looks the same as an export of no records: it must not pass for whole.
  if (!bytes.some((byte) => byte > 0x20)) return bad(null, "empty", "there is nothing in it");
  const format = formatOf(bytes);
  if (format === undefined) return bad(null, "not-a-backup", "neither a backup nor an export of this program");
  if (format !== "sealed") {
    try {
      const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
      return { type: "opened", format, text, madeAt: null };
    } catch {
      return bad(format, "altered", "no text in UTF-8");
    }
  }
  const lock = await readBackupLock(bytes);
  if (lock.type === "error") return bad(format, lock.error.type, describeBackupFault(lock.error));
  const secret = await ask(lock.value);
  if (secret.type !== "secret") return secret;
  const opened = await openBackup(stretch, backupSecretOf(secret.text), [bytes]);
  if (opened.type === "error") return bad(format, opened.error.type, describeBackupFault(opened.error));
  const { records, madeAt } = opened.value;
  return { type: "opened", format, text: records.map((record) => `${record}\n`).join(""), madeAt };
};
