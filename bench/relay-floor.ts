/**
 * What an acknowledgement after fsync with a checked signature costs at least on this machine: one commit of one row, and one Ed25519
 * signature. No server that does both for each operation, one after the other, is faster than their sum. For `relay.ts`.
 */
import { generateKeyPairSync, randomBytes, sign, verify } from "node:crypto";
import { closeSync, fdatasyncSync, openSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

const COMMITS = 1000;
const SIGNATURES = 1000;
const LOG_BYTES = 16 * 1_048_576;

const medianMs = (count: number, run: () => unknown): number => {
  const took = Array.from({ length: count }, () => {
    const at = performance.now();
    run();
    return performance.now() - at;
  });
  return took.toSorted((one, other) => one - other)[Math.floor(count / 2)] ?? 0;
};

/** `BEGIN IMMEDIATE; INSERT; COMMIT` of one row, with a log that grows or one that is overwritten. */
const commitMs = (file: string, isFilled: boolean): number => {
  const database = new DatabaseSync(file);
  database.exec(`PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    PRAGMA wal_autocheckpoint = 0; CREATE TABLE entries (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT`);
  if (isFilled) {
    const log = openSync(`${file}-wal`, "r+");
    const { size } = statSync(`${file}-wal`);
    writeSync(log, new Uint8Array(LOG_BYTES), 0, LOG_BYTES, size);
    fdatasyncSync(log);
    closeSync(log);
  }
  const [begin, insert, commit] = [
    database.prepare("BEGIN IMMEDIATE"),
    database.prepare("INSERT INTO entries (bytes) VALUES (?)"),
    database.prepare("COMMIT"),
  ];
  const row = randomBytes(475);
  const median = medianMs(COMMITS, () => {
    begin.run();
    insert.run(row);
    commit.run();
  });
  database.close();
  return median;
};

export const measureFloor = (folder: string) => {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const message = randomBytes(143);
  const signature = sign(null, message, privateKey);
  const signatureMs = medianMs(SIGNATURES, () => verify(null, message, publicKey, signature));
  const growing = commitMs(join(folder, "growing.sqlite"), false);
  const filled = commitMs(join(folder, "filled.sqlite"), true);
  const round = (ms: number): number => Number(ms.toFixed(3));
  return {
    commitMs: round(filled),
    commitOfGrowingLogMs: round(growing),
    signatureMs: round(signatureMs),
    closedLoopAtMost: Math.round(1000 / (filled + signatureMs)),
  };
};
