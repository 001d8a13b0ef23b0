/**
 * The first sync of a new own device with 100 000 entries, through a relay in a process of its own (`undivided serve`): from the
 * snapshot that its host has put there, five times, each in a new process with empty stores; and once from the log.
 *
 * Counted from the first byte to the relay until every record shows. SQLite on this machine's disk on both sides; the line is
 * loopback, so what a network takes for the bytes comes on top. The entries are laid into the relay's database before it starts,
 * as they would lie there: pushing them is limited to 500 a second and is not what is measured.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { parseEpochMs, parseRecordId, type Instant, type RecordId, type Result } from "@undivided/domain";
import {
  bytesToHex,
  createDeviceKeys,
  createMemberId,
  createSync,
  createWebSocketTransport,
  decodeEntry,
  deviceCardOf,
  foundSpace,
  randomBytes,
  relaySocketUrl,
  verifyingKeyOf,
  type Timer,
} from "@undivided/vault";
import { openSqliteStores } from "@undivided/vault/sqlite";
import { openStore } from "../apps/relay/src/store/open-store.ts";
import { writeKeys } from "./vault-keys.ts";

const ENTRIES = 100_000;
const RECORDS = (ENTRIES * 3) / 4;
const AT_ONCE = 500;
const ROUNDS = 5;

const must = <T>(result: Result<T, { readonly type: string }>): T => {
  if (result.type === "error") throw new Error(result.error.type);
  return result.value;
};
const wall = (): Instant => must(parseEpochMs(Date.now()));
const newId = (): RecordId => must(parseRecordId(bytesToHex(randomBytes(16))));
const textOf = (index: number): string =>
  `${index} ${"wir haben geredet, und ich war bei dir ".repeat(8)}`.slice(0, 60 + ((index * 37) % 190));
const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const timer: Timer = (ms, run) => {
  const id = setTimeout(run, ms);
  return () => clearTimeout(id);
};
const say = (figure: Readonly<Record<string, unknown>>): void => console.log(JSON.stringify(figure));

const folder = mkdtempSync(join(tmpdir(), "undivided-bench-"));
const hostFile = join(folder, "host.sqlite");
const stores = must(openSqliteStores(new DatabaseSync(hostFile)));
const { logs: store, blobs } = stores;
const keys = createDeviceKeys(createMemberId());
const host = must(await foundSpace({ store, blobs, keys, wall, snapshotAfter: () => Infinity }, 1));
const ids = Array.from({ length: RECORDS }, newId);
for (let from = 0; from < ENTRIES; from += AT_ONCE) {
  const drafts = Array.from({ length: AT_ONCE }, (_, index) => from + index);
  const writes = drafts.map((index) =>
    host.write({ type: "put", id: ids[index % RECORDS] ?? newId(), text: textOf(index) }),
  );
  (await Promise.all(writes)).forEach(must);
}
const guests = Array.from({ length: ROUNDS + 1 }, () => createDeviceKeys(keys.member));
for (const guest of guests) must(await host.admit(await deviceCardOf(guest)));

const relayFolder = join(folder, "relay");
const laid = openStore(relayFolder, { day: () => Math.floor(Date.now() / 86_400_000), onBroken: () => undefined });
if (laid.type !== "opened") throw new Error(laid.type);
for (let after = 0; ;) {
  const rows = must(await store.read(host.space, after, 1000));
  if (rows.length === 0) break;
  must(
    await laid.store.append(
      host.space,
      rows.map(({ id, bytes }) => ({ id, entry: must(decodeEntry(bytes)) })),
    ),
  );
  after = rows.at(-1)?.sequence ?? after;
}
laid.close();

const relay = spawn(
  process.execPath,
  [path("../apps/cli/src/main.ts"), "serve", "--port", "0", "--host", "127.0.0.1", "--data", relayFolder],
  { stdio: ["ignore", "pipe", "ignore"] },
);
try {
  const line = await new Promise<string>((resolve) => createInterface({ input: relay.stdout }).once("line", resolve));
  const url = /"listening":"([^"]+)"/.exec(line)?.[1] ?? "";
  const sync = createSync({
    spaces: [{ replica: host, keys, awaited: () => guests.map(({ device }) => device) }],
    transport: createWebSocketTransport(relaySocketUrl(url) ?? "", (to, protocols) => new WebSocket(to, protocols)),
    ...{ timer, random: Math.random },
  });
  const putAt = performance.now();
  must(await sync.syncOnce());
  say({ bench: "vault-put-snapshot", entries: ENTRIES, milliseconds: Math.round(performance.now() - putAt) });

  const hostKey = bytesToHex(await verifyingKeyOf(keys.signing));
  const run = (number: number, from: "snapshot" | "log", until: "shown" | "whole") => {
    const guest = guests[number];
    if (guest === undefined) throw new Error("as many guests as rounds");
    const [file, keyFile] = [join(folder, `guest-${number}.sqlite`), join(folder, `guest-${number}`)];
    writeKeys(keyFile, guest, host.space);
    const trust = from === "snapshot" ? [keys.device, hostKey] : ["", ""];
    const args = [path("vault-first-sync-run.ts"), file, keyFile, url, ...trust, String(RECORDS), until];
    const done = spawnSync(process.execPath, args, { encoding: "utf8" });
    if (done.status !== 0) throw new Error(done.stderr);
    const read = (name: string): number => Number(new RegExp(`"${name}":(\\d+)`).exec(done.stdout)?.[1] ?? NaN);
    return {
      shown: read("shownMilliseconds"),
      cpu: read("cpuMilliseconds"),
      inStep: read("inStepMilliseconds"),
      whole: read("wholeMilliseconds"),
      file,
    };
  };
  const rounds = Array.from({ length: ROUNDS }, (_, number) =>
    run(number, "snapshot", number === 0 ? "whole" : "shown"),
  );
  const shown = rounds.map((round) => round.shown);
  say({
    ...{ bench: "vault-first-sync", from: "snapshot", entries: ENTRIES, milliseconds: median(shown), rounds: shown },
    cpuMilliseconds: median(rounds.map((round) => round.cpu)),
    inStepMilliseconds: median(rounds.map((round) => round.inStep)),
    // Every entry verified and kept, in portions with pauses between them, while the device is in use.
    wholeSeconds: Math.round((rounds[0]?.whole ?? NaN) / 1000),
    bytesOnDisk: statSync(rounds[1]?.file ?? hostFile).size,
  });
  const log = run(ROUNDS, "log", "shown");
  say({ bench: "vault-first-sync", from: "log", entries: ENTRIES, milliseconds: log.shown, rounds: [log.shown] });
} finally {
  relay.kill();
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
