/** What the page of `vault-idb.test.ts` runs: the contracts of the stores over IndexedDB, one fresh database for each case. */
import { parseEpochMs, parseRecordId, type Result } from "@undivided/domain";
import { openDB } from "idb";
import { openIdbStores, type IdbStores } from "../../packages/vault/src/adapters/idb/idb-stores.ts";
import { bytesToHex, randomBytes } from "../../packages/vault/src/crypto/door.ts";
import { blobName } from "../../packages/vault/src/log/blob-store.ts";
import { createDeviceKeys, createMemberId } from "../../packages/vault/src/space/device-keys.ts";
import { foundSpace, openReplica } from "../../packages/vault/src/space/replica.ts";
import { blobStoreCases } from "../../packages/vault/src/log/blob-store.contract.ts";
import { logStoreCases } from "../../packages/vault/src/log/log-store.contract.ts";

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
  const valueOf = <T>(result: Result<T, { readonly type: string }>): T => {
    if (result.type === "error") throw new Error(result.error.type);
    return result.value;
  };
  const check = (isRight: boolean, what: string): void => {
    if (!isRight) throw new Error(what);
  };
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
    else return "no such case";
    return undefined;
  } catch (error) {
    return String(error);
  }
};

Object.assign(globalThis, { runCase });
