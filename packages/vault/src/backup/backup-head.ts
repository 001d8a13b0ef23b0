/**
 * The head of a sealed backup: everything that is needed to ask for the right secret and to know whether it is right
 * (docs/spec/backup.md).
 *
 * Readable by everybody, and says nothing about whose it is, when it was made or how much is in it.
 */
import { err, ok, type Result } from "@undivided/domain";
import {
  concatBytes,
  deriveBytes,
  deriveEpochKey,
  equalInConstantTime,
  randomBytes,
  sha256,
  utf8ToBytes,
  type Argon2Cost,
  type Bytes,
  type DerivationKey,
  type EpochKey,
  type Hash,
} from "../crypto/door.ts";
import { createReader, uint32, uint8 } from "../envelope/byte-reader.ts";
import { readCost } from "../device/ring-file.ts";

export const BACKUP_VERSION = 1;
const MAGIC = utf8ToBytes("UDBACKUP");
const SALT_BYTES = 16;
const CHECK_BYTES = 16;
const SUM_BYTES = 4;

/** What opens a backup. A passphrase is stretched at the cost that stands in the file. */
export type BackupLock = { readonly type: "passphrase"; readonly cost: Argon2Cost } | { readonly type: "recovery" };

export interface BackupHead {
  readonly lock: BackupLock;
  readonly salt: Bytes;
}

export type BackupHeadFault =
  | { readonly type: "not-a-backup" }
  | { readonly type: "newer-version" }
  /** It ends before it should. */
  | { readonly type: "truncated" }
  /** Some byte is not what it was. */
  | { readonly type: "altered" };

const LOCK = { passphrase: 1, recovery: 2 } as const;

/** Everything before the check. */
const encodeHead = ({ lock, salt }: BackupHead): Bytes => {
  const { passes, memoryKiB, lanes } = lock.type === "passphrase" ? lock.cost : { passes: 0, memoryKiB: 0, lanes: 0 };
  const kind = uint8(LOCK[lock.type]);
  return concatBytes(MAGIC, uint8(BACKUP_VERSION), kind, salt, uint32(passes), uint32(memoryKiB), uint8(lanes));
};

const BEFORE_CHECK = MAGIC.length + 2 + SALT_BYTES + 9;
export const HEAD_BYTES = BEFORE_CHECK + CHECK_BYTES + SUM_BYTES;

export const createBackupSalt = (): Bytes => randomBytes(SALT_BYTES);

export interface BackupKeys {
  readonly key: EpochKey;
  /** Hash of the whole head: every piece is bound to it. */
  readonly head: Hash;
}

const checkOf = (secret: DerivationKey, head: BackupHead): Promise<Bytes> =>
  deriveBytes(secret, head.salt, concatBytes(utf8ToBytes("undivided/1/backup-check"), encodeHead(head)), CHECK_BYTES);

const keysOf = async (secret: DerivationKey, head: BackupHead, bytes: Bytes): Promise<BackupKeys> => ({
  key: await deriveEpochKey(secret, head.salt, "backup"),
  head: await sha256(bytes),
});

/** The head with its check and its sum, and the keys of what follows it. */
export const sealHead = async (
  secret: DerivationKey,
  head: BackupHead,
): Promise<BackupKeys & { readonly bytes: Bytes }> => {
  const checked = concatBytes(encodeHead(head), await checkOf(secret, head));
  const bytes = concatBytes(checked, (await sha256(checked)).subarray(0, SUM_BYTES));
  return { ...(await keysOf(secret, head, bytes)), bytes };
};

/** Total: never throws. `bytes` may go on after the head. */
export const decodeHead = async (bytes: Uint8Array): Promise<Result<BackupHead, BackupHeadFault>> => {
  const isOurs = MAGIC.every((byte, at) => at >= bytes.length || bytes[at] === byte);
  if (!isOurs || bytes.length === 0) return err({ type: "not-a-backup" });
  const reader = createReader(bytes.subarray(MAGIC.length));
  const version = reader.uint8();
  if (version !== undefined && version > BACKUP_VERSION) return err({ type: "newer-version" });
  if (bytes.length < HEAD_BYTES) return err({ type: "truncated" });
  const sum = await sha256(bytes.subarray(0, HEAD_BYTES - SUM_BYTES));
  if (!equalInConstantTime(sum.subarray(0, SUM_BYTES), bytes.subarray(HEAD_BYTES - SUM_BYTES, HEAD_BYTES))) {
    return err({ type: "altered" });
  }
  const kind = reader.uint8();
  const salt = reader.take(SALT_BYTES);
  if (version !== BACKUP_VERSION || salt === undefined) return err({ type: "altered" });
  if (kind === LOCK.recovery) return ok({ lock: { type: "recovery" }, salt });
  const cost = readCost(reader);
  if (kind !== LOCK.passphrase) return err({ type: "newer-version" });
  return cost === undefined ? err({ type: "altered" }) : ok({ lock: { type: "passphrase", cost }, salt });
};

/** `undefined` if the secret is not the one that it was sealed with. */
export const openHead = async (
  secret: DerivationKey,
  head: BackupHead,
  bytes: Bytes,
): Promise<BackupKeys | undefined> => {
  const check = await checkOf(secret, head);
  const isRight = equalInConstantTime(check, bytes.subarray(BEFORE_CHECK, BEFORE_CHECK + CHECK_BYTES));
  return isRight ? keysOf(secret, head, bytes.slice(0, HEAD_BYTES)) : undefined;
};
