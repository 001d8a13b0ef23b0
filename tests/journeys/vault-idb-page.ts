/** What the page of `vault-idb.test.ts` runs: the contracts of the stores over IndexedDB, one fresh database for each case. */
import { openDB } from "idb";
import { openIdbStores, type IdbStores } from "../../packages/vault/src/adapters/idb/idb-stores.ts";
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
    else return "no such case";
    return undefined;
  } catch (error) {
    return String(error);
  }
};

Object.assign(globalThis, { runCase });
