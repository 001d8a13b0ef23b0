/** What the page of `vault-idb.test.ts` runs: the contracts of the stores over IndexedDB, one fresh database for each case. */
import { parseEpochMs, parseRecordId, type Result } from "@undivided/domain";
import { openDB } from "idb";
import { openIdbStores, type IdbStores } from "../../packages/vault/src/adapters/idb/idb-stores.ts";
import { bytesToHex, createSigningKey, randomBytes } from "../../packages/vault/src/crypto/door.ts";
import { deviceIdFrom, NO_ENTRY, spaceIdFrom } from "../../packages/vault/src/envelope/ids.ts";
import { statementEntry, type EntryWithId } from "../../packages/vault/src/envelope/make-entry.ts";
import { blobName } from "../../packages/vault/src/log/blob-store.ts";
import { createDeviceKeys, createMemberId } from "../../packages/vault/src/space/device-keys.ts";
import { foundSpace, openReplica } from "../../packages/vault/src/space/replica.ts";
import { blobStoreCases } from "../../packages/vault/src/log/blob-store.contract.ts";
import { logStoreCases } from "../../packages/vault/src/log/log-store.contract.ts";

const valueOf = <T>(result: Result<T, { readonly type: string }>): T => {
  if (result.type === "error") throw new Error(result.error.type);
  return result.value;
};
const check = (isRight: boolean, what: string): void => {
  if (!isRight) throw new Error(what);
};

const openStores = async (name: string): Promise<IdbStores> => {
  const stores = await openIdbStores(name);
  if (stores.type === "error") throw new Error(stores.error.type);
  return stores.value;
};

/** A database as the first version of the app made it, with one entry in it, becomes one that has blobs too. */
const openOlder = async (name: string): Promise<void> => {
  const older = await openDB(name, 1, {
    upgrade: (database) => {
      const entries = database.createObjectStore("entries", { keyPath: "sequence", autoIncrement: true });
      entries.createIndex("byPlace", ["space", "device", "counter"], { unique: true });
      entries.createIndex("bySpace", ["space", "sequence"]);
      database.createObjectStore("dropped", { keyPath: ["space", "device", "counter"] });
      database.createObjectStore("closed", { keyPath: "space" });
    },
  });
  await older.add("entries", {
    space: "s",
    device: "d",
    counter: 1,
    id: "i",
    hasBody: false,
    bytes: new Uint8Array(3),
  });
  older.close();
  for (const blobCase of blobStoreCases.slice(0, 1))
    await blobCase.run((await openStores(name)).blobs, async () => (await openStores(name)).blobs);
  const { disconnect } = await openStores(name);
  const database = await openDB(name);
  const kept = await database.count("entries");
  database.close();
  disconnect();
  if (kept !== 1) throw new Error("an entry of before is gone");
};

/** Two tabs with one space: each has its own connection and replica. */
const writeInTwoTabs = async (name: string): Promise<void> => {
  const wall = () => valueOf(parseEpochMs(Date.now()));
  const newId = () => valueOf(parseRecordId(bytesToHex(randomBytes(16))));
  const [stores, otherStores] = [await openStores(name), await openStores(name)];
  const deps = { keys: createDeviceKeys(createMemberId()), wall, snapshotAfter: () => Infinity };
  const tab = valueOf(await foundSpace({ ...deps, store: stores.logs, blobs: stores.blobs }, 1));
  const ids = Array.from({ length: 40 }, newId);
  const written = await Promise.all(ids.map((id) => tab.write({ type: "put", id, text: "written" })));
  written.forEach(valueOf);
  check(valueOf(await tab.keepSnapshot()), "no snapshot was made");

  const other = valueOf(await openReplica({ ...deps, store: otherStores.logs, blobs: otherStores.blobs }, tab.space));
  check(other.state().own.size === 40, "the snapshot does not open");
  const both = Array.from({ length: 20 }, (_, index) =>
    (index % 2 === 0 ? tab : other).write({ type: "put", id: newId(), text: "at once" }),
  );
  (await Promise.all(both)).forEach(valueOf);
  const [first] = ids;
  if (first !== undefined) valueOf(await tab.write({ type: "delete", scope: "own", id: first }));
  const left = await otherStores.blobs.read(blobName(`snapshot/${tab.space}`));
  check(valueOf(left) === null, "a snapshot is left after a deletion");
  for (const replica of [tab, other]) {
    valueOf(await replica.refresh());
    const present = [...replica.state().own.values()].filter(({ type }) => type === "present");
    check(present.length === 59, `one tab shows ${present.length} records`);
  }
};

/**
 * The browser has no room left while the second of two entries is written, and says so in one of its ways: it refuses in the very
 * call, or ends the transaction. (Its quota set by the developer tools does not bind for what is this small.)
 */
const fillUpWithin = async (name: string, way: "refuses" | "ends"): Promise<void> => {
  const { logs, blobs, disconnect } = await openStores(name);
  const again = await openStores(name);
  const space = spaceIdFrom(randomBytes(16));
  const author = createSigningKey();
  const device = deviceIdFrom(randomBytes(16));
  const chain: EntryWithId[] = [];
  for (const counter of [1, 2, 3]) {
    const place = { space, device, counter, previous: chain.at(-1)?.id ?? NO_ENTRY };
    chain.push(valueOf(await statementEntry(place, 99, author, randomBytes(40))));
  }
  const rows = async (): Promise<string> =>
    valueOf(await again.logs.read(space, 0, 9))
      .map(({ id }) => id)
      .join();
  const idsOf = (entries: readonly EntryWithId[]): string => entries.map(({ id }) => id).join();
  const [one, two] = [blobName("one"), blobName("two")];
  valueOf(await logs.append(space, chain.slice(0, 1)));
  valueOf(await blobs.write(one, Uint8Array.of(1)));

  // eslint-disable-next-line @typescript-eslint/unbound-method -- called on its store, and put back
  const { add, put } = IDBObjectStore.prototype;
  const fullAfter = (writes: number): void => {
    let left = writes;
    const within = (real: typeof add) =>
      function (this: IDBObjectStore, ...given: Parameters<typeof add>): IDBRequest<IDBValidKey> {
        left -= 1;
        if (left >= 0) return real.apply(this, given);
        const full = new DOMException("no room", "QuotaExceededError");
        if (way === "refuses") throw full;
        const request = real.apply(this, given);
        const { transaction } = this;
        Object.defineProperty(transaction, "error", { get: () => full });
        transaction.abort();
        return request;
      };
    IDBObjectStore.prototype.add = within(add);
    IDBObjectStore.prototype.put = within(put);
  };
  const faultOf = (result: Result<unknown, { readonly type: string }>): string =>
    result.type === "error" ? result.error.type : "no fault";
  fullAfter(1);
  const appended = faultOf(await logs.append(space, chain.slice(1)));
  fullAfter(0);
  const written = faultOf(await blobs.write(one, Uint8Array.of(2)));
  fullAfter(1);
  const replaced = faultOf(
    await blobs.replaceIf([
      { name: one, before: Uint8Array.of(1), after: Uint8Array.of(3) },
      { name: two, before: null, after: Uint8Array.of(3) },
    ]),
  );
  Object.assign(IDBObjectStore.prototype, { add, put });
  check(
    [appended, written, replaced].every((fault) => fault === "storage-full"),
    `${appended} ${written} ${replaced}`,
  );
  check((await rows()) === idsOf(chain.slice(0, 1)), "half of an append is there");
  check(valueOf(await again.blobs.read(one))?.join() === "1", "a blob that was not replaced is another");
  check(valueOf(await again.blobs.read(two)) === null, "half of a replacement is there");

  valueOf(await logs.append(space, chain.slice(1)));
  valueOf(await blobs.write(two, Uint8Array.of(4)));
  check((await rows()) === idsOf(chain), "what was written once there was room again is not there");
  disconnect();
  again.disconnect();
};

/** `undefined` if the case holds, else why not. */
const runCase = async (title: string): Promise<string | undefined> => {
  try {
    const logCase = logStoreCases.find((candidate) => candidate.title === title);
    const blobCase = blobStoreCases.find((candidate) => candidate.title === title);
    if (logCase !== undefined) {
      await logCase.run((await openStores(title)).logs, async () => (await openStores(title)).logs);
    } else if (blobCase !== undefined) {
      await blobCase.run((await openStores(title)).blobs, async () => (await openStores(title)).blobs);
    } else if (title === "older") await openOlder(title);
    else if (title === "two tabs") await writeInTwoTabs(title);
    else if (title === "full: refuses") await fillUpWithin(title, "refuses");
    else if (title === "full: ends") await fillUpWithin(title, "ends");
    else return "no such case";
    return undefined;
  } catch (error) {
    return String(error);
  }
};

Object.assign(globalThis, { runCase });
