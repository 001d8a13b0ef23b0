/** Opens a space in a process of its own, for bench/vault.ts: how long it takes, and what memory it holds. */
import { DatabaseSync } from "node:sqlite";
import { parseEpochMs } from "@undivided/domain";
import { openReplica, type Replica, type ReplicaDeps } from "@undivided/vault";
import { openSqliteStores } from "@undivided/vault/sqlite";
import { readKeys, readSpace, type KeyFile } from "./vault-keys.ts";

const [file = "", keyFile = "", from = "snapshot"] = process.argv.slice(2);
const key: KeyFile = readKeys(keyFile);
const stores = openSqliteStores(new DatabaseSync(file));
if (stores.type === "error") throw new Error(stores.error.type);
const { logs: store, blobs } = stores.value;
const wall = () => {
  const now = parseEpochMs(Date.now());
  if (now.type === "error") throw new Error(now.error.type);
  return now.value;
};
const deps: ReplicaDeps = {
  store,
  keys: key.keys,
  wall,
  snapshotAfter: () => Infinity,
  ...(from === "log" ? {} : { blobs }),
};

const collect = (): number => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
const before = collect();
const startedAt = performance.now();
const opened = await openReplica(deps, readSpace(key));
if (opened.type === "error") throw new Error(opened.error.type);
const replica: Replica = opened.value;
const records = replica.state().own.size;
const milliseconds = Math.round(performance.now() - startedAt);
const heldMiB = Math.round((collect() - before) / 2 ** 20);
console.log(
  JSON.stringify({
    records,
    milliseconds,
    heldMiB,
    maxRssMiB: Math.round(process.resourceUsage().maxRSS / 1024),
    first: replica.state().own.size,
  }),
);
process.exit();
