import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deviceIdFrom, epochIdFrom, spaceIdFrom, type MailboxStore } from "@undivided/vault/relay";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fillLog, LOG_PAGES } from "./log-file.ts";
import { openStore, type StoreOutcome } from "./open-store.ts";

let around = "";
let folder = "";
beforeEach(() => {
  around = mkdtempSync(join(tmpdir(), "undivided-store-"));
  folder = join(around, "relay");
  mkdirSync(folder, { mode: 0o755 });
});
afterEach(() => rmSync(around, { recursive: true }));

const open = (where = folder): Extract<StoreOutcome, { readonly type: "opened" }> => {
  const opened = openStore(where, { day: () => 1, onBroken: () => undefined });
  if (opened.type !== "opened") throw new Error(opened.type);
  return opened;
};
const space = spaceIdFrom(new Uint8Array(16).fill(7));
const epochs = [epochIdFrom(new Uint8Array(16).fill(8))];
/** One commit each. */
const writeMany = async (store: MailboxStore, from: number, to: number): Promise<void> => {
  for (let number = from; number < to; number += 1) {
    await store.writeNeed(space, { device: deviceIdFrom(new Uint8Array(16).fill(number)), epochs });
  }
};
const countOf = async (store: MailboxStore): Promise<number | undefined> => {
  const loaded = await store.load(space);
  return loaded.type === "ok" ? loaded.value?.needs.length : undefined;
};

test("only its owner reads the database and its log, in a folder open to all and when it was made before", async () => {
  const modes = (): readonly string[] =>
    readdirSync(folder).map((name) => `${name} ${(statSync(join(folder, name)).mode & 0o777).toString(8)}`);
  const first = open();
  await writeMany(first.store, 0, 2);
  expect(modes()).toEqual(["mailboxes.sqlite 600", "mailboxes.sqlite-wal 600"]);
  first.close();
  chmodSync(join(folder, "mailboxes.sqlite"), 0o644);
  const again = open();
  await writeMany(again.store, 2, 4);
  expect(modes()).toEqual(["mailboxes.sqlite 600", "mailboxes.sqlite-wal 600"]);
  again.close();
});

test("the log is brought to its full length after many writes, in a quiet moment, and keeps what comes then", async () => {
  const { store, rest, close } = open();
  const log = join(folder, "mailboxes.sqlite-wal");
  await writeMany(store, 0, 100);
  const { size } = statSync(log);
  rest();
  expect(statSync(log).size).toBe(size);
  rest();
  expect(statSync(log).size).toBeGreaterThan(LOG_PAGES * 4096);
  await writeMany(store, 100, 150);
  expect(await countOf(store)).toBe(150);
  // What a crash would leave, now and after the log was cut off and written anew.
  for (const number of [150, 200]) {
    const left = join(around, `left-${number}`);
    cpSync(folder, left, { recursive: true });
    const found = open(left);
    expect(await countOf(found.store)).toBe(number);
    found.close();
    await store.dropBodies(space, []);
    expect(statSync(log).size).toBe(0);
    if (number === 150) await writeMany(store, 150, 200);
  }
  close();
});

test("a relay that is hardly used keeps a small log", async () => {
  const { store, rest, close } = open();
  await writeMany(store, 0, 10);
  rest();
  rest();
  expect(statSync(join(folder, "mailboxes.sqlite-wal")).size).toBeLessThan(100 * 4096);
  close();
});

test("filling leaves what stands in the log and is in no database yet", async () => {
  const { store, close } = open();
  await writeMany(store, 0, 20);
  fillLog(join(folder, "mailboxes.sqlite-wal"));
  await writeMany(store, 20, 30);
  const left = join(around, "left");
  cpSync(folder, left, { recursive: true });
  const found = open(left);
  expect(await countOf(found.store)).toBe(30);
  found.close();
  close();
});
