/** docs/spec/backup.md */
import { argon2Sync } from "node:crypto";
import { join, Malformed, take, toText, uint, unpad } from "./bytes.mjs";
import { hkdf, openSealed, sha256 } from "./crypto.mjs";

const HEAD = 55;
const PIECE = 65_564;
const PADDED = 65_536;

/** What Argon2id makes of a passphrase. */
const stretch = (passphrase, salt, { passes, memory, lanes }) =>
  argon2Sync("argon2id", {
    message: Buffer.from(passphrase.normalize("NFKC").trim(), "utf8"),
    nonce: salt,
    parallelism: lanes,
    tagLength: 32,
    memory,
    passes,
  });

/** `secrets`: what the caller has, a passphrase or the 16 bytes of a recovery code. Gives the texts, or throws. */
export const readBackup = (file, { passphrase, recovery }) => {
  if (file.length < HEAD) throw new Malformed("truncated");
  const head = file.subarray(0, HEAD);
  const reader = take(head);
  if (toText(reader.bytes(8)) !== "UDBACKUP") throw new Malformed("not-a-backup");
  if (reader.number(1) !== 1) throw new Malformed("newer-version");
  const kind = reader.number(1);
  const salt = reader.bytes(16);
  const cost = { passes: reader.number(4), memory: reader.number(4), lanes: reader.number(1) };
  const check = reader.bytes(16);
  if (
    !sha256(head.subarray(0, 51))
      .subarray(0, 4)
      .equals(Buffer.from(reader.bytes(4)))
  )
    throw new Malformed("altered");
  const given = kind === 1 ? passphrase : recovery;
  if (given === undefined) throw new Malformed("other-secret");
  const secret = kind === 1 ? stretch(given, salt, cost) : given;
  const wanted = hkdf(secret, salt, join("undivided/1/backup-check", head.subarray(0, 35)), 16);
  if (!wanted.equals(Buffer.from(check))) throw new Malformed("wrong-secret");

  const key = hkdf(secret, salt, "undivided/1/backup", 32);
  const contents = [];
  const pieces = (file.length - HEAD) / PIECE;
  if (!Number.isInteger(pieces) || pieces < 1) throw new Malformed("truncated or altered");
  for (let number = 0; number < pieces; number += 1) {
    const sealed = file.subarray(HEAD + number * PIECE, HEAD + (number + 1) * PIECE);
    const isLast = number === pieces - 1 ? 1 : 0;
    const bound = join("undivided/1/backup-piece", sha256(head), uint(8, number), uint(1, isLast));
    const padded = openSealed(key, sealed, bound);
    if (padded === undefined) throw new Malformed("altered or truncated");
    contents.push(unpad(padded, () => PADDED));
  }
  const content = take(join(...contents));
  const madeAt = content.number(8);
  const records = [];
  while (!content.isAtEnd()) records.push(toText(content.counted()));
  return { madeAt, records };
};
