import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, describe, expect, test } from "vitest";
import { utf8ToBytes } from "../../crypto/door.ts";
import { spaceIdFrom } from "../../envelope/ids.ts";
import { blobStoreCases } from "../../log/blob-store.contract.ts";
import { blobName } from "../../log/blob-store.ts";
import { openSqliteStores, type SqliteStores } from "./sqlite-stores.ts";

const folders: string[] = [];
const databases: DatabaseSync[] = [];

afterEach(() => {
  for (const database of databases.splice(0)) database.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const newFile = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "undivided-blobs-"));
  folders.push(folder);
  return join(folder, "vault.sqlite");
};

const openFile = (file: string): DatabaseSync => {
  const database = new DatabaseSync(file);
  databases.push(database);
  return database;
};

const openStores = (database: DatabaseSync): SqliteStores => {
  const stores = openSqliteStores(database);
  if (stores.type === "error") throw new Error(stores.error.type);
  return stores.value;
};

const name = blobName("a-blob");

/** The tables as the first version of the app made them. */
const FIRST_VERSION = `
  CREATE TABLE entries (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    space TEXT NOT NULL, device TEXT NOT NULL, counter INTEGER NOT NULL, id TEXT NOT NULL,
    has_body INTEGER NOT NULL, bytes BLOB NOT NULL,
    UNIQUE (space, device, counter)
  ) STRICT;
  CREATE INDEX entries_by_space ON entries (space, sequence);
  CREATE TABLE dropped (
    space TEXT NOT NULL, device TEXT NOT NULL, counter INTEGER NOT NULL,
    PRIMARY KEY (space, device, counter)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE closed (space TEXT PRIMARY KEY, leave BLOB NOT NULL) STRICT, WITHOUT ROWID;
  PRAGMA user_version = 1;
`;

describe("the blobs in SQLite", () => {
  test.each(blobStoreCases)("$title", async ({ run }) => {
    const file = newFile();
    await run(openStores(openFile(file)).blobs, async () => openStores(openFile(file)).blobs);
  });

  test("are added to a file of the version before, which keeps its entries", async () => {
    const database = openFile(newFile());
    database.exec(FIRST_VERSION);
    const [space, device, id] = ["0a".repeat(16), "0b".repeat(16), "0c".repeat(32)];
    const insert = "INSERT INTO entries (space, device, counter, id, has_body, bytes) VALUES (?, ?, 1, ?, 0, ?)";
    database.prepare(insert).run(space, device, id, Uint8Array.of(1, 2, 3));
    const { logs, blobs } = openStores(database);
    expect(await blobs.write(name, Uint8Array.of(7))).toEqual({ type: "ok", value: null });
    expect(await logs.read(spaceIdFrom(new Uint8Array(16).fill(10)), 0, 9)).toMatchObject({
      type: "ok",
      value: [{ id, bytes: Uint8Array.of(1, 2, 3) }],
    });
    expect(database.prepare("PRAGMA user_version").get()).toEqual({ user_version: 2 });
  });

  test("leave no byte of what was replaced or removed in the files", async () => {
    const file = newFile();
    const { blobs } = openStores(openFile(file));
    const onDisk = (): string => [file, `${file}-wal`].map((path) => readFileSync(path, "latin1")).join("");
    await blobs.write(name, utf8ToBytes(`canary-of-the-first ${"x".repeat(9000)}`));
    expect(onDisk()).toContain("canary-of-the-first");
    await blobs.write(name, utf8ToBytes("canary-of-the-second"));
    expect(onDisk()).not.toContain("canary-of-the-first");
    expect(onDisk()).toContain("canary-of-the-second");
    await blobs.remove(name);
    expect(onDisk()).not.toContain("canary-of-the-second");
  });

  test("say so when the disk is full or may only be read, and keep what they had", async () => {
    const database = openFile(newFile());
    const { blobs } = openStores(database);
    await blobs.write(name, utf8ToBytes("kept"));
    database.exec(`PRAGMA max_page_count = ${String(database.prepare("PRAGMA page_count").get()?.["page_count"])}`);
    const large = utf8ToBytes("x".repeat(60_000));
    expect(await blobs.write(name, large)).toEqual({ type: "error", error: { type: "storage-full" } });
    expect(await blobs.read(name)).toEqual({ type: "ok", value: utf8ToBytes("kept") });
    database.exec("PRAGMA query_only = ON");
    expect(await blobs.write(name, utf8ToBytes("new"))).toEqual({ type: "error", error: { type: "read-only" } });
    expect(await blobs.read(name)).toEqual({ type: "ok", value: utf8ToBytes("kept") });
  });
});
