/**
 * The first sync of a new device in a process of its own, for bench/vault-first-sync.ts: from the first byte to the relay until
 * every record shows, over a WebSocket, with SQLite on the disk. Then, if asked, until every entry is here too.
 */
import { DatabaseSync } from "node:sqlite";
import { parseDeviceId, parseEpochMs } from "@undivided/domain";
import {
  createSync,
  createWebSocketTransport,
  hexToBytes,
  openReplica,
  relaySocketUrl,
  verifyingKeyFrom,
  type Timer,
} from "@undivided/vault";
import { openSqliteStores } from "@undivided/vault/sqlite";
import { readKeys, readSpace } from "./vault-keys.ts";

const [file = "", keyFile = "", url = "", hostDevice = "", hostKey = "", records = "0", until = "shown"] =
  process.argv.slice(2);
const key = readKeys(keyFile);
const stores = openSqliteStores(new DatabaseSync(file));
const [host, verifyingKey] = [parseDeviceId(hostDevice), verifyingKeyFrom(hexToBytes(hostKey) ?? new Uint8Array(0))];
if (stores.type === "error") throw new Error(stores.error.type);
const { logs: store, blobs } = stores.value;
const wall = () => {
  const now = parseEpochMs(Date.now());
  if (now.type === "error") throw new Error(now.error.type);
  return now.value;
};
const timer: Timer = (ms, run) => {
  const id = setTimeout(run, ms);
  return () => clearTimeout(id);
};
const opened = await openReplica({ store, blobs, keys: key.keys, wall }, readSpace(key));
if (opened.type === "error") throw new Error(opened.error.type);
const replica = opened.value;
const pairedBy =
  host.type === "ok" && verifyingKey !== undefined ? { pairedBy: { device: host.value, verifyingKey } } : {};
const sync = createSync({
  spaces: [{ replica, keys: key.keys, ...pairedBy }],
  transport: createWebSocketTransport(relaySocketUrl(url) ?? "", (to, protocols) => new WebSocket(to, protocols)),
  ...{ timer, random: Math.random },
});
const startedAt = performance.now();
const cpuBefore = process.cpuUsage();
const since = (): number => Math.round(performance.now() - startedAt);
sync.start();
const reached = (isReached: () => boolean): Promise<number> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (isReached()) resolve(since());
      else setTimeout(look, 5);
    };
    look();
  });
const shownMilliseconds = await reached(() => replica.state().own.size === Number(records));
const { user, system } = process.cpuUsage(cpuBefore);
const cpuMilliseconds = Math.round((user + system) / 1000);
const inStepMilliseconds = await reached(() => sync.state().type === "in-step");
const wholeMilliseconds = until === "whole" ? await reached(() => replica.health().absent === 0) : null;
console.log(JSON.stringify({ shownMilliseconds, cpuMilliseconds, inStepMilliseconds, wholeMilliseconds }));
process.exit();
