/**
 * Sealed backup: one's own records in a file that only a passphrase or the recovery code opens (docs/spec/backup.md).
 *
 * Records are opaque texts; another room makes and reads them. The file is a head and pieces of one size, each sealed with its place
 * and whether it is the last, so that a piece cannot be changed, moved or left out, and a cut is told from a change. It is written
 * and read piece by piece. Whoever restores gets all of it or nothing.
 * Limits: the size of the file tells how much is in it, to 64 KiB. Against guessing there is Argon2id's cost alone.
 */
import { err, ok, parseEpochMs, type Instant, type Result } from "@undivided/domain";
import {
  ARGON2_COST,
  bytesToUtf8,
  concatBytes,
  open,
  seal,
  SEAL_OVERHEAD,
  utf8ToBytes,
  type Bytes,
  type DerivationKey,
  type Stretch,
} from "../crypto/door.ts";
import { createReader, uint32, uint64, uint8 } from "../envelope/byte-reader.ts";
import type { RecoverySecret } from "../device/recovery-code.ts";
import {
  createBackupSalt,
  decodeHead,
  HEAD_BYTES,
  openHead,
  sealHead,
  type BackupHead,
  type BackupHeadFault,
  type BackupKeys,
} from "./backup-head.ts";

export type BackupSecret =
  | { readonly type: "passphrase"; readonly passphrase: string }
  | { readonly type: "recovery"; readonly secret: RecoverySecret };

export type BackupFault =
  | BackupHeadFault
  | { readonly type: "wrong-secret" }
  /** It was sealed with the other kind of secret. */
  | { readonly type: "other-secret"; readonly wanted: BackupSecret["type"] }
  | { readonly type: "cannot-stretch" };

export interface Backup {
  /** By the clock of the device that made it. */
  readonly madeAt: Instant;
  readonly records: readonly string[];
}

/** A file can be tried for ever, so it asks for more than a lock does. */
export const MIN_PASSPHRASE_LETTERS = 8;

export const isPassphraseLongEnough = (passphrase: string): boolean =>
  Array.from(passphrase.normalize("NFKC").trim()).length >= MIN_PASSPHRASE_LETTERS;

const PIECE_BYTES = 65_536;
const LENGTH_BYTES = 4;
const ROOM = PIECE_BYTES - LENGTH_BYTES;
const SEALED_BYTES = PIECE_BYTES + SEAL_OVERHEAD;
const MAX_RECORD_BYTES = 1_048_576;

const pieceHeader = ({ head }: BackupKeys, index: number, isLast: boolean): Bytes =>
  concatBytes(utf8ToBytes("undivided/1/backup-piece"), head, uint64(index), uint8(isLast ? 1 : 0));

const secretFor = async (
  secret: BackupSecret,
  { lock, salt }: BackupHead,
  stretch: Stretch,
): Promise<DerivationKey> => {
  if (secret.type === "recovery") return secret.secret;
  if (lock.type === "recovery") throw new Error("sealed with another kind of secret");
  return stretch(secret.passphrase.normalize("NFKC").trim(), salt, lock.cost);
};

/**
 * The file's bytes, piece by piece.
 *
 * @throws Error if the passphrase is too short (ask `isPassphraseLongEnough` first), a record is longer than 1 MiB, or Argon2id
 * cannot be had.
 */
export async function* sealBackup(
  stretch: Stretch,
  secret: BackupSecret,
  madeAt: Instant,
  records: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<Bytes, void, undefined> {
  if (secret.type === "passphrase" && !isPassphraseLongEnough(secret.passphrase)) throw new Error("too short");
  const head: BackupHead = {
    lock: secret.type === "recovery" ? { type: "recovery" } : { type: "passphrase", cost: ARGON2_COST },
    salt: createBackupSalt(),
  };
  const sealed = await sealHead(await secretFor(secret, head, stretch), head);
  yield sealed.bytes;
  let index = 0;
  const sealPiece = (content: Uint8Array, isLast: boolean): Promise<Bytes> => {
    const padded = concatBytes(uint32(content.length), content, new Uint8Array(ROOM - content.length));
    return seal(sealed.key, pieceHeader(sealed, index++, isLast), padded);
  };
  // A clock before 1970 is a wrong one.
  let waiting: Uint8Array = uint64(Math.max(0, madeAt));
  for await (const record of records) {
    const text = utf8ToBytes(record);
    if (text.length > MAX_RECORD_BYTES) throw new Error("a record is too long");
    waiting = concatBytes(waiting, uint32(text.length), text);
    // The last piece is sealed as such below: one full piece always stays back.
    for (; waiting.length > ROOM; waiting = waiting.subarray(ROOM)) yield sealPiece(waiting.subarray(0, ROOM), false);
  }
  yield sealPiece(waiting, true);
}

/** What a file says without any secret: which one to ask for. */
export const readBackupLock = async (start: Uint8Array): Promise<Result<BackupSecret["type"], BackupHeadFault>> => {
  const head = await decodeHead(start.subarray(0, HEAD_BYTES));
  return head.type === "error" ? head : ok(head.value.lock.type);
};

type Visit = (record: string) => void;

/** All of it, or why not. */
export const openBackup = async (
  stretch: Stretch,
  secret: BackupSecret,
  file: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<Result<Backup, BackupFault>> => {
  const records: string[] = [];
  const read = await readBackup(stretch, secret, file, (record) => void records.push(record));
  return read.type === "error" ? read : ok({ madeAt: read.value.madeAt, records });
};

/** Reads all of it and keeps nothing. */
export const verifyBackup = async (
  stretch: Stretch,
  secret: BackupSecret,
  file: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<Result<{ readonly madeAt: Instant; readonly records: number }, BackupFault>> =>
  readBackup(stretch, secret, file, () => undefined);

const readBackup = async (
  stretch: Stretch,
  secret: BackupSecret,
  file: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  visit: Visit,
): Promise<Result<{ readonly madeAt: Instant; readonly records: number }, BackupFault>> => {
  let keys: BackupKeys | null = null;
  let index = 0;
  let held: Bytes = new Uint8Array(0);
  const content = createContentReader(visit);
  const takeHead = async (): Promise<Result<BackupKeys, BackupFault>> => {
    const head = await decodeHead(held.subarray(0, HEAD_BYTES));
    if (head.type === "error") return head;
    if (head.value.lock.type !== secret.type) return err({ type: "other-secret", wanted: head.value.lock.type });
    let stretched: DerivationKey;
    try {
      stretched = await secretFor(secret, head.value, stretch);
    } catch {
      return err({ type: "cannot-stretch" });
    }
    const found = await openHead(stretched, head.value, held.slice(0, HEAD_BYTES));
    return found === undefined ? err({ type: "wrong-secret" }) : ok(found);
  };
  const openPiece = async (by: BackupKeys, piece: Uint8Array, isLast: boolean): Promise<Bytes | undefined> => {
    const plain = await open(by.key, pieceHeader(by, index, isLast), piece);
    const reader = createReader(plain.type === "ok" ? plain.value : new Uint8Array(0));
    const length = reader.uint32();
    return length === undefined || length > ROOM ? undefined : reader.take(length);
  };
  for await (const bytes of file) {
    held = concatBytes(held, bytes);
    if (keys === null) {
      if (held.length < HEAD_BYTES) continue;
      const head = await takeHead();
      if (head.type === "error") return head;
      keys = head.value;
      held = held.slice(HEAD_BYTES);
    }
    // What may be the last piece waits for the end.
    while (held.length > SEALED_BYTES) {
      const piece = await openPiece(keys, held.subarray(0, SEALED_BYTES), false);
      if (piece === undefined || !content.take(piece)) return err({ type: "altered" });
      index += 1;
      held = held.slice(SEALED_BYTES);
    }
  }
  if (keys === null) {
    const head = await takeHead();
    return head.type === "error" ? head : err({ type: "truncated" });
  }
  if (held.length < SEALED_BYTES) return err({ type: "truncated" });
  const last = await openPiece(keys, held, true);
  if (last === undefined) {
    return err({ type: (await openPiece(keys, held, false)) === undefined ? "altered" : "truncated" });
  }
  const whole = content.take(last) ? content.finish() : undefined;
  return whole === undefined ? err({ type: "altered" }) : ok(whole);
};

/** From the pieces' content to records: time (8), then for each its length (4) and its text. */
const createContentReader = (visit: Visit) => {
  let rest: Bytes = new Uint8Array(0);
  let madeAt: Instant | null = null;
  let records = 0;
  return {
    /** False if it is nothing that `sealBackup` would have written. */
    take: (piece: Uint8Array): boolean => {
      rest = concatBytes(rest, piece);
      if (madeAt === null) {
        const time = parseEpochMs(createReader(rest.subarray(0, 8)).uint64() ?? NaN);
        if (time.type === "error") return false;
        madeAt = time.value;
        rest = rest.slice(8);
      }
      let at = 0;
      for (;;) {
        const length = createReader(rest.subarray(at, at + LENGTH_BYTES)).uint32();
        if (length === undefined || at + LENGTH_BYTES + length > rest.length) break;
        const text = bytesToUtf8(rest.subarray(at + LENGTH_BYTES, at + LENGTH_BYTES + length));
        if (text === undefined) return false;
        visit(text);
        records += 1;
        at += LENGTH_BYTES + length;
      }
      rest = rest.slice(at);
      return rest.length <= MAX_RECORD_BYTES + LENGTH_BYTES;
    },
    finish: (): { readonly madeAt: Instant; readonly records: number } | undefined =>
      madeAt === null || rest.length > 0 ? undefined : { madeAt, records },
  };
};
