import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import {
  bytesToHex,
  createDeviceKeys,
  createMemberId,
  createMemoryLogStore,
  foundSpace,
  type LogStore,
} from "@undivided/vault";
import { decodeEntry, entryIdOf, randomBytes, type EntryWithId } from "@undivided/vault/relay";
import { logStoreCases } from "@undivided/vault/log-store.contract";
import { parseEpochMs, parseRecordId } from "@undivided/domain";
import { describe, expect, test } from "vitest";
import { setUpTables } from "../../apps/relay/src/store/mailbox-tables.ts";
import { createSqliteMailboxStore } from "../../apps/relay/src/store/sqlite-mailbox-store.ts";

describe("the mailbox store over SQLite, as a LogStore", () => {
  test.each(logStoreCases)("$title", async ({ run }) => {
    const folder = mkdtempSync(join(tmpdir(), "undivided-mailboxes-"));
    const database = new DatabaseSync(join(folder, "mailboxes.sqlite"));
    try {
      setUpTables(database, randomBytes(16));
      const open = () => createSqliteMailboxStore(database, { day: () => 1, onError: () => undefined });
      // One process has the file to itself: a second store is another one over the same connection.
      await run(open(), async () => open());
    } finally {
      database.close();
      rmSync(folder, { recursive: true });
    }
  });
});

const must = <T>(result: { type: "ok"; value: T } | { type: "error"; error: { type: string } }): T => {
  if (result.type === "error") throw new Error(`unexpected ${result.error.type}`);
  return result.value;
};

/** A space with some statements of admission, and its entries. */
const entriesOf = async (store: LogStore, count: number) => {
  const wall = () => must(parseEpochMs(Date.parse("2026-11-20T18:00:00Z")));
  const replica = must(await foundSpace({ store, keys: createDeviceKeys(createMemberId()), wall }, 1));
  for (let made = 0; made < count; made += 1) {
    const id = must(parseRecordId(bytesToHex(randomBytes(16))));
    must(await replica.write({ type: "put", id, text: "x".repeat(3000) }));
  }
  const entries: EntryWithId[] = [];
  for (const { bytes } of must(await store.read(replica.space, 0, 1000))) {
    const entry = must(decodeEntry(bytes));
    entries.push({ id: await entryIdOf(entry), entry });
  }
  return { space: replica.space, entries };
};

test("a full disk is said by its name, keeps what was there, and is over when there is room", async () => {
  const database = new DatabaseSync(":memory:");
  setUpTables(database, randomBytes(16));
  const store = createSqliteMailboxStore(database, { day: () => 1, onError: () => undefined });
  const { space, entries } = await entriesOf(createMemoryLogStore(), 40);
  must(await store.append(space, entries.slice(0, 2)));
  const pages = Number(database.prepare("PRAGMA page_count").get()?.["page_count"]);
  database.exec(`PRAGMA max_page_count = ${pages + 2}`);
  expect(await store.append(space, entries.slice(2))).toEqual({ type: "error", error: { type: "storage-full" } });
  expect(must(await store.read(space, 0, 100))).toHaveLength(2);
  database.exec("PRAGMA max_page_count = 100000");
  must(await store.append(space, entries.slice(2)));
  expect(must(await store.read(space, 0, 100))).toHaveLength(41);
  database.exec("PRAGMA query_only = ON");
  expect(await store.append(space, entries)).toEqual({ type: "error", error: { type: "read-only" } });
  database.exec("PRAGMA query_only = OFF");
  must(await store.append(space, entries));
  database.close();
});

test("a row that the disk has altered is not given out, and counts as missing until it comes again", async () => {
  const database = new DatabaseSync(":memory:");
  setUpTables(database, randomBytes(16));
  const store = createSqliteMailboxStore(database, { day: () => 1, onError: () => undefined });
  const { space, entries } = await entriesOf(createMemoryLogStore(), 5);
  must(await store.append(space, entries));
  // One bit of the signature, which neither the form nor the name of an entry shows.
  const bytes = database.prepare("SELECT bytes FROM entries WHERE counter = 3").get()?.["bytes"];
  if (!(bytes instanceof Uint8Array)) throw new Error("the entry is there");
  bytes[150] = (bytes[150] ?? 0) ^ 1;
  database.prepare("UPDATE entries SET bytes = ? WHERE counter = 3").run(bytes);
  expect(must(await store.read(space, 0, 100)).map(({ counter }) => counter)).toEqual([1, 2, 4, 5, 6]);
  await expect.poll(async () => must(await store.load(space))?.wanted.map(({ counter }) => counter)).toEqual([3]);
  must(await store.append(space, entries));
  expect(must(await store.read(space, 0, 100)).map(({ counter }) => counter)).toEqual([1, 2, 4, 5, 6, 3]);
  expect(must(await store.load(space))?.wanted).toEqual([]);
  database.close();
});

test("what nobody uses expires, open spaces before leave entries", async () => {
  const database = new DatabaseSync(":memory:");
  setUpTables(database, randomBytes(16));
  let day = 100;
  const store = createSqliteMailboxStore(database, { day: () => day, onError: () => undefined });
  const [old, used] = [await entriesOf(createMemoryLogStore(), 1), await entriesOf(createMemoryLogStore(), 1)];
  for (const { space, entries } of [old, used]) must(await store.append(space, entries));
  day = 900;
  must(await store.touch(used.space, day));
  expect(must(await store.expire(day - 730, day - 3650))).toBe(1);
  expect(must(await store.load(old.space))).toBeNull();
  expect(must(await store.load(used.space))?.last).toBe(2);
  database.close();
});

test("a snapshot leaves no byte in the database's files when a statement comes, nor what it replaced", async () => {
  const folder = mkdtempSync(join(tmpdir(), "undivided-mailboxes-"));
  const file = join(folder, "mailboxes.sqlite");
  const database = new DatabaseSync(file);
  try {
    setUpTables(database, randomBytes(16));
    const store = createSqliteMailboxStore(database, { day: () => 1, onError: () => undefined });
    const { space, entries } = await entriesOf(createMemoryLogStore(), 3);
    const [founding, record, ...rest] = entries;
    if (founding === undefined || record === undefined) throw new Error("two entries were written");
    must(await store.append(space, [record]));
    const device = record.entry.device;
    // Longer than a page of the database, so that it lies in pages of its own.
    const put = async (letter: string, part: number, parts: number, sequence: number) => {
      const bytes = new TextEncoder().encode(`kanarienvogel-${letter}`.repeat(20_000));
      return must(await store.writeSnapshot(space, device, { version: randomBytes(16), part, parts, bytes }, sequence));
    };
    const shows = (letter: string): boolean =>
      [file, `${file}-wal`].some((path) => existsSync(path) && readFileSync(path).includes(`kanarienvogel-${letter}`));
    expect(await put("a", 0, 1, 1)).toMatchObject({ type: "whole" });
    expect(await put("b", 0, 2, 1)).toMatchObject({ type: "partial" });
    expect([shows("a"), shows("b")]).toEqual([true, true]);
    must(await store.append(space, rest));
    expect([shows("a"), shows("b")]).toEqual([true, true]);
    // A statement that drops nothing by itself: the snapshots go all the same.
    must(await store.append(space, [founding]));
    expect([shows("a"), shows("b")]).toEqual([false, false]);
    expect(must(await store.readSnapshot(space, device, 0))).toBeNull();
    expect(must(await store.load(space))).toMatchObject({ snapshots: [], snapshotBytes: 0 });
    expect(await put("c", 0, 1, 3)).toMatchObject({ type: "stale", bytes: 0 });
    expect(shows("c")).toBe(false);
    expect(await put("d", 0, 1, 4)).toMatchObject({ type: "whole", bytes: 300_000 });
    expect(must(await store.load(space))).toMatchObject({ snapshots: [{ device, parts: 1 }], snapshotBytes: 300_000 });
    must(await store.dropBodies(space, [{ device, counter: record.entry.counter }]));
    expect(shows("d")).toBe(true);
    must(await store.close(space, founding));
    expect(shows("d")).toBe(false);
  } finally {
    database.close();
    rmSync(folder, { recursive: true });
  }
});

test("a write that is refused undoes itself alone, not those that share its commit", async () => {
  const database = new DatabaseSync(":memory:");
  setUpTables(database, randomBytes(16));
  const store = createSqliteMailboxStore(database, { day: () => 1, onError: () => undefined });
  const [one, other] = [await entriesOf(createMemoryLogStore(), 3), await entriesOf(createMemoryLogStore(), 3)];
  must(await store.append(one.space, one.entries.slice(0, 2)));
  const [, second, third, fourth] = one.entries;
  if (second === undefined || third === undefined || fourth === undefined) throw new Error("there are four entries");
  // Another entry claims a place that is taken, after one that is new.
  const impostor = { id: third.id, entry: { ...third.entry, counter: second.entry.counter } };
  const outcomes = await Promise.all([
    store.append(other.space, other.entries),
    store.append(one.space, [third, impostor]),
    store.append(one.space, [fourth]),
  ]);
  expect(outcomes.map((outcome) => (outcome.type === "ok" ? "ok" : outcome.error.type))).toEqual([
    ...["ok", "conflict", "ok"],
  ]);
  expect(must(await store.read(other.space, 0, 10))).toHaveLength(4);
  expect(must(await store.read(one.space, 0, 10)).map(({ counter, sequence }) => [counter, sequence])).toEqual([
    ...[
      [1, 1],
      [2, 2],
      [4, 3],
    ],
  ]);
  database.close();
});
