/** What seals a backup: a passphrase of its own, the device's, or the recovery code. */
import { parseRecoveryCode, type BackupFault, type BackupSecret } from "@undivided/vault";
import { readSecret } from "../secret.ts";
import { wrongCall, type WrongCall } from "../read-options.ts";
import type { DeviceCall } from "../device/device-action.ts";
import { failWith } from "../device/open-vault.ts";
import type { Failed } from "../device/unlock-device.ts";
import type { Io } from "../verbs/verb.ts";

export const BACKUP_SECRET_OPTIONS = { "backup-secret-file": "text" } as const;

type Read = { readonly type: "secret"; readonly text: string } | Failed | WrongCall;

/** The one that is named for the backup alone; without a name, `fallback`; else typed. */
export const readBackupSecret = async (
  io: Io,
  call: DeviceCall,
  fallback: string | null,
  isNew = false,
): Promise<Read> => {
  const isNamed = call.given.flag("backup-secret-file") || (io.env["UNDIVIDED_BACKUP_SECRET"] ?? "") !== "";
  if (!isNamed && fallback !== null) return { type: "secret", text: fallback };
  const read = await readSecret(io, {
    what: "passphrase of the backup",
    option: "backup-secret-file",
    file: call.given.text("backup-secret-file"),
    variable: "UNDIVIDED_BACKUP_SECRET",
    isNew,
  });
  if (read.type === "none") return wrongCall(read.words);
  return read.type === "secret" ? read : { type: "failed", code: await failWith(io, call, read.words) };
};

/** A recovery code has a check of its own: no passphrase is taken for one. */
export const backupSecretOf = (text: string): BackupSecret => {
  const code = parseRecoveryCode(text);
  return code.type === "ok"
    ? { type: "recovery", secret: code.value.secret }
    : { type: "passphrase", passphrase: text };
};

export const describeBackupFault = (fault: BackupFault): string => {
  switch (fault.type) {
    case "not-a-backup":
      return "no backup";
    case "newer-version":
      return "made by a newer version of this program; update this one";
    case "truncated":
      return "cut off: its end is missing";
    case "altered":
      return "damaged: not every byte is what it was";
    case "wrong-secret":
      return "sealed with another secret";
    case "other-secret":
      return fault.wanted === "recovery"
        ? "sealed with the recovery code"
        : "sealed with a passphrase, not with the recovery code";
    case "cannot-stretch":
      return "there was not enough memory to try the passphrase";
  }
};
