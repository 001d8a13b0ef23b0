/** Own records in a file that only its owner's words open, and back: the vault's sealed backup around the journal's lines. */
import { err, ok, type Instant, type Result } from "@undivided/domain";
import {
  openBackup,
  parseRecoveryCode,
  readBackupLock,
  sealBackup,
  type BackupFault,
  type BackupSecret,
  type RecoveryCodeFault,
  type Stretch,
} from "@undivided/vault";

/** `lines` as the journal writes them. @throws Error when the passphrase is too short: ask `isPassphraseLongEnough` first. */
export const sealCopy = async (
  lines: string,
  passphrase: string,
  now: Instant,
  stretch: Stretch,
): Promise<readonly Uint8Array<ArrayBuffer>[]> => {
  const records = lines.split("\n").filter((line) => line !== "");
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of sealBackup(stretch, { type: "passphrase", passphrase }, now, records)) pieces.push(piece);
  return pieces;
};

/** What opens the file; null if it is no sealed copy. */
export const sealedWith = async (bytes: Uint8Array): Promise<BackupSecret["type"] | null> => {
  const lock = await readBackupLock(bytes);
  if (lock.type === "ok") return lock.value;
  return lock.error.type === "not-a-backup" ? null : "passphrase"; // damaged or newer: said when it is opened
};

/** The records as lines, as the journal reads them. */
export const openCopy = async (
  bytes: Uint8Array,
  kind: BackupSecret["type"],
  typed: string,
  stretch: Stretch,
): Promise<Result<string, BackupFault | RecoveryCodeFault>> => {
  let secret: BackupSecret;
  if (kind === "recovery") {
    const code = parseRecoveryCode(typed);
    if (code.type === "error") return code;
    secret = { type: "recovery", secret: code.value.secret };
  } else secret = { type: "passphrase", passphrase: typed };
  const opened = await openBackup(stretch, secret, [bytes]);
  return opened.type === "error" ? err(opened.error) : ok(opened.value.records.map((line) => `${line}\n`).join(""));
};
