/** What the page of `vault-idb.test.ts` runs: the contract of LogStore over IndexedDB, one fresh database for each case. */
import { logStoreCases } from "../../packages/vault/src/log/log-store.contract.ts";
import { openIdbLogStore } from "../../packages/vault/src/adapters/idb/idb-log-store.ts";

const openStore = async (name: string) => {
  const store = await openIdbLogStore(name);
  if (store.type === "error") throw new Error(store.error.type);
  return store.value;
};

/** `undefined` if the case holds, else why not. */
const runCase = async (title: string): Promise<string | undefined> => {
  const found = logStoreCases.find((candidate) => candidate.title === title);
  if (found === undefined) return "no such case";
  try {
    await found.run(await openStore(title), () => openStore(title));
    return undefined;
  } catch (error) {
    return String(error);
  }
};

Object.assign(globalThis, { runCase });
