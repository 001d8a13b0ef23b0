/** What a device forgets is gone from SQLite's files: the database and the log file beside it. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, expect, test } from "vitest";
import { utf8ToBytes, type Bytes } from "../../crypto/door.ts";
import { blobName } from "../../log/blob-store.ts";
import { createDeviceKeys, createMemberId } from "../../space/device-keys.ts";
import { foundSpace } from "../../space/replica.ts";
import { snapshotName } from "../../space/snapshot-keeper.ts";
import { must, newId, wall } from "../../space/two-devices.contract.ts";
import { openSqliteStores } from "./sqlite-stores.ts";

const databases: DatabaseSync[] = [];
const folders: string[] = [];

afterEach(() => {
  for (const database of databases.splice(0)) database.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const openFile = (file: string): DatabaseSync => {
  const database = new DatabaseSync(file);
  databases.push(database);
  return database;
};
const newFile = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "undivided-forgetting-"));
  folders.push(folder);
  return join(folder, "vault.sqlite");
};

/** Whether any of these pieces lies in one of the two files. */
const holds = (file: string, pieces: readonly Uint8Array[]): boolean =>
  [file, `${file}-wal`]
    .filter((path) => existsSync(path))
    .some((path) => pieces.some((piece) => readFileSync(path).includes(piece)));

/** From all over the sealed parts, which SQLite lays in many pages; the head and the statements are in the log as well. */
const piecesOf = (bytes: Bytes): readonly Uint8Array[] =>
  Array.from({ length: 20 }, (_, index) =>
    Math.floor(bytes.length / 4 + (index * (bytes.length * 0.75 - 40)) / 19),
  ).map((at) => bytes.subarray(at, at + 40));

test("a snapshot is gone from the files when a record in it is deleted, and when the space is left", async () => {
  const file = newFile();
  const { logs: store, blobs } = must(openSqliteStores(openFile(file)));
  const keys = createDeviceKeys(createMemberId());
  const replica = must(await foundSpace({ store, blobs, keys, wall, snapshotAfter: () => Infinity }, 1));
  const ids = Array.from({ length: 300 }, newId);
  for (const written of ids.map((id) => replica.write({ type: "put", id, text: "x".repeat(300) }))) must(await written);
  const keep = async (): Promise<readonly Uint8Array[]> => {
    must(await replica.keepSnapshot());
    const pieces = piecesOf(must(await blobs.read(snapshotName(replica.space))) ?? new Uint8Array(0));
    expect(holds(file, pieces)).toBe(true);
    return pieces;
  };
  const [first] = ids;
  const before = await keep();
  if (first !== undefined) must(await replica.write({ type: "delete", scope: "own", id: first }));
  expect(must(await blobs.read(snapshotName(replica.space)))).toBeNull();
  expect(holds(file, before)).toBe(false);
  const again = await keep();
  must(await replica.leave());
  expect(holds(file, again)).toBe(false);
});

test("what is removed while another process reads is overwritten by the next write after that", async () => {
  const file = newFile();
  const database = openFile(file);
  const { logs: store, blobs } = must(openSqliteStores(database));
  database.exec("PRAGMA busy_timeout = 0");
  const name = blobName("a-blob");
  const canary = utf8ToBytes("kanarienvogel");
  must(await blobs.write(name, utf8ToBytes("kanarienvogel".repeat(2000))));
  const reader = openFile(file);
  reader.exec("BEGIN");
  reader.prepare("SELECT count(*) FROM blobs").get();
  must(await blobs.remove(name));
  expect(must(await blobs.read(name))).toBeNull();
  expect(holds(file, [canary])).toBe(true);
  reader.exec("COMMIT");
  must(await foundSpace({ store, keys: createDeviceKeys(createMemberId()), wall }, 1));
  expect(holds(file, [canary])).toBe(false);
});
