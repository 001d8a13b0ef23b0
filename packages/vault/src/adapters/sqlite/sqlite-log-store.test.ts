import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, describe, expect, test } from "vitest";
import { createSigningKey, randomBytes, utf8ToBytes } from "../../crypto/door.ts";
import { deviceIdFrom, NO_ENTRY, spaceIdFrom } from "../../envelope/ids.ts";
import { statementEntry, type EntryWithId } from "../../envelope/make-entry.ts";
import { logStoreCases } from "../../log/log-store.contract.ts";
import type { LogStore } from "../../log/log-store.ts";
import { openSqliteLogStore, type SqliteDatabase } from "./sqlite-stores.ts";

const folders: string[] = [];
const databases: DatabaseSync[] = [];

afterEach(() => {
  for (const database of databases.splice(0)) if (database.isOpen) database.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const newFile = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "undivided-log-"));
  folders.push(folder);
  return join(folder, "log.sqlite");
};

const openFile = (file: string): DatabaseSync => {
  const database = new DatabaseSync(file);
  databases.push(database);
  return database;
};

const openStore = (database: SqliteDatabase): LogStore => {
  const store = openSqliteLogStore(database);
  if (store.type === "error") throw new Error(store.error.type);
  return store.value;
};

const space = spaceIdFrom(randomBytes(16));
const author = createSigningKey();

const entry = async (text: string): Promise<EntryWithId> => {
  const place = { space, device: deviceIdFrom(randomBytes(16)), counter: 1, previous: NO_ENTRY };
  const made = await statementEntry(place, 99, author, utf8ToBytes(text));
  if (made.type === "error") throw new Error(made.error.type);
  return made.value;
};

describe("the store in SQLite", () => {
  test.each(logStoreCases)("$title", async ({ run }) => {
    const file = newFile();
    await run(openStore(openFile(file)), async () => openStore(openFile(file)));
  });

  test("commits with full synchronisation, once for all writes of one turn", async () => {
    const database = openFile(newFile());
    const statements: string[] = [];
    const store = openStore({
      exec: (sql) => {
        statements.push(sql);
        database.exec(sql);
      },
      prepare: (sql) => database.prepare(sql),
    });
    expect(database.prepare("PRAGMA synchronous").get()).toEqual({ synchronous: 2 });
    expect(database.prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "wal" });
    statements.length = 0;
    const entries = await Promise.all(Array.from({ length: 50 }, (_, index) => entry(`${index}`)));
    const results = await Promise.all(entries.map((one) => store.append(space, [one])));
    expect(new Set(results.map(({ type }) => type))).toEqual(new Set(["ok"]));
    expect(statements.filter((sql) => sql === "COMMIT")).toHaveLength(1);
  });

  test("acknowledges nothing of a group whose commit fails", async () => {
    const database = openFile(newFile());
    const store = openStore({
      exec: (sql) => {
        if (sql === "COMMIT" && database.prepare("SELECT count(*) AS n FROM entries").get()?.["n"] !== 0) {
          throw Object.assign(new Error("full"), { errcode: 13 });
        }
        database.exec(sql);
      },
      prepare: (sql) => database.prepare(sql),
    });
    const results = await Promise.all(
      [entry("one"), entry("two")].map(async (one) => store.append(space, [await one])),
    );
    expect(results).toEqual(Array(2).fill({ type: "error", error: { type: "storage-full" } }));
    expect(await store.read(space, 0, 9)).toEqual({ type: "ok", value: [] });
  });

  test("says so when the disk is full, and keeps what it had", async () => {
    const database = openFile(newFile());
    const store = openStore(database);
    await store.append(space, [await entry("kept")]);
    const pages = database.prepare("PRAGMA page_count").get()?.["page_count"];
    database.exec(`PRAGMA max_page_count = ${String(pages)}`);
    const full = await store.append(space, [await entry("x".repeat(60_000))]);
    expect(full).toEqual({ type: "error", error: { type: "storage-full" } });
    const kept = await store.read(space, 0, 9);
    expect(kept.type === "ok" && kept.value.length).toBe(1);
  });

  test("says so when the storage may only be read", async () => {
    const file = newFile();
    await openStore(openFile(file)).append(space, [await entry("kept")]);
    const database = openFile(file);
    const store = openStore(database);
    database.exec("PRAGMA query_only = ON");
    expect(await store.append(space, [await entry("new")])).toEqual({ type: "error", error: { type: "read-only" } });
    const kept = await store.read(space, 0, 9);
    expect(kept.type === "ok" && kept.value.length).toBe(1);
  });

  test("leaves no byte of a dropped body, nor of a closed space, in its files", async () => {
    const file = newFile();
    const store = openStore(openFile(file));
    const secret = await entry(`canary-of-a-body ${"x".repeat(9000)}`);
    const other = await entry("canary-of-a-space");
    await store.append(space, [secret, other]);
    const onDisk = (): string => [file, `${file}-wal`].map((path) => readFileSync(path, "latin1")).join("");
    expect(onDisk()).toContain("canary-of-a-body");
    await store.dropBodies(space, [secret.entry]);
    expect(onDisk()).not.toContain("canary-of-a-body");
    expect(onDisk()).toContain("canary-of-a-space");
    await store.close(space, await entry("leave"));
    expect(onDisk()).not.toContain("canary-of-a-space");
  });

  test("refuses a store that a newer app wrote, and a file that is none", () => {
    const file = newFile();
    const database = openFile(file);
    openStore(database);
    database.exec("PRAGMA user_version = 9");
    expect(openSqliteLogStore(openFile(file))).toEqual({ type: "error", error: { type: "newer-store" } });
    const noDatabase = openFile(newFile());
    noDatabase.close();
    expect(openSqliteLogStore(noDatabase)).toEqual({ type: "error", error: { type: "storage-failed" } });
  });
});
