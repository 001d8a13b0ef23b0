/**
 * The relay beside Hocuspocus: one client appends, another hears of it; closed loop, and 64 in flight. Then 1000 idle connections.
 *
 * Both servers run in processes of their own on loopback, both clients in this one. An operation carries about the same bytes.
 * **Ours is done when the other client has the entry and the writer has the acknowledgement, which comes after fsync. Hocuspocus is
 * done when the other client has the update; it stores two seconds later (its default), so a crash loses what was fanned out.**
 * Ours also checks one Ed25519 signature for each operation. Medians over rounds; the order of the two alternates.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { parseEpochMs, parseRecordId } from "@undivided/domain";
import {
  bytesToHex,
  createDeviceKeys,
  createMemberId,
  createMemoryLogStore,
  createWebSocketTransport,
  deviceCardOf,
  foundSpace,
  randomBytes,
  relaySocketUrl,
  sign,
  type Bytes,
  type DeviceKeys,
} from "@undivided/vault";
import * as Y from "yjs";
import { openingProof } from "../packages/vault/src/relay/protocol.ts";
import { openRelayLink } from "../packages/vault/src/sync/relay-link.ts";

const ROUNDS = 3;
const CLOSED = 300;
const FLYING = 3000;
const IN_FLIGHT = 64;
const IDLE = 1000;

const must = <T>(result: { type: "ok"; value: T } | { type: "error"; error: { type: string } }): T => {
  if (result.type === "error") throw new Error(JSON.stringify(result.error));
  return result.value;
};
const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** Starts a server that says where it listens in its first line. */
const startServer = async (args: readonly string[]): Promise<{ child: ChildProcess; line: unknown }> => {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] });
  const line = await new Promise<string>((resolve) => createInterface({ input: child.stdout }).once("line", resolve));
  return { child, line: JSON.parse(line) };
};
const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;

const residentMb = ({ pid }: ChildProcess): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
const median = (values: readonly number[]): number =>
  quantile(
    values.toSorted((one, other) => one - other),
    0.5,
  );

interface Measured {
  readonly opsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** `begin` starts operation `index` and resolves when it is done. */
const measure = async (count: number, inFlight: number, begin: (index: number) => Promise<void>): Promise<Measured> => {
  const took: number[] = [];
  let next = 0;
  const from = performance.now();
  const work = async (): Promise<void> => {
    while (next < count) {
      const index = next++;
      const at = performance.now();
      await begin(index);
      took.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, work));
  const seconds = (performance.now() - from) / 1000;
  const sorted = took.toSorted((one, other) => one - other);
  return { opsPerSecond: count / seconds, p50Ms: quantile(sorted, 0.5), p99Ms: quantile(sorted, 0.99) };
};

const timer = (ms: number, run: () => void) => {
  const id = setTimeout(run, ms);
  return () => clearTimeout(id);
};

const prepareOurs = async (url: string, count: number) => {
  const wall = () => must(parseEpochMs(Date.parse("2026-11-20T18:00:00Z")));
  const store = createMemoryLogStore();
  const keys = createDeviceKeys(createMemberId());
  const replica = must(await foundSpace({ store, keys, wall }, 2));
  const others = createDeviceKeys(createMemberId());
  must(await replica.admit(await deviceCardOf(others)));
  const { space } = replica;
  const begin = must(await store.read(space, 0, 10)).map(({ bytes }) => bytes);
  const last = begin.length;
  for (let made = 0; made < count; made += 1) {
    const id = must(parseRecordId(bytesToHex(randomBytes(16))));
    must(await replica.write({ type: "put", id, text: "x".repeat(200) }));
  }
  const entries = must(await store.readChain(space, keys.device, last, count)).map(({ bytes }) => bytes);
  const heard = new Map<string, () => void>();
  const link = async (device: DeviceKeys) => {
    const opened = must(
      await openRelayLink(
        createWebSocketTransport(relaySocketUrl(url) ?? "", (to, names) => new WebSocket(to, names)),
        timer,
        {
          unasked: (answer) => {
            if (answer.type !== "entries") return;
            for (const { bytes } of answer.entries) heard.get(bytesToHex(bytes.subarray(126, 142)))?.();
          },
          ended: () => undefined,
        },
      ),
    );
    const signature = await sign(device.signing, openingProof(opened.challenge, space, device.device));
    must(await opened.ask({ type: "open", space, device: device.device, signature }));
    return opened;
  };
  const writer = await link(keys);
  must(await writer.ask({ type: "push", space, entries: begin }));
  const reader = await link(others);
  const push = async (entry: Bytes): Promise<void> => {
    const arrived = new Promise<void>((resolve) => heard.set(bytesToHex(entry.subarray(126, 142)), resolve));
    const pushed = must(await writer.ask({ type: "push", space, entries: [entry] }));
    if (pushed.type !== "pushed" || pushed.refused.length > 0) throw new Error("the relay refused an entry");
    await arrived;
  };
  const end = (): void => {
    writer.close();
    reader.close();
  };
  return { entries, push, end };
};

const prepareHocuspocus = async (url: string, bytes: number) => {
  const name = bytesToHex(randomBytes(16));
  const client = async () => {
    const document = new Y.Doc();
    const websocketProvider = new HocuspocusProviderWebsocket({ url });
    const provider = new HocuspocusProvider({ websocketProvider, name, document });
    provider.attach();
    await new Promise<void>((resolve) => provider.on("synced", () => resolve()));
    const end = (): void => {
      provider.destroy();
      websocketProvider.destroy();
    };
    return { document, end };
  };
  const [writer, reader] = [await client(), await client()];
  const heard = new Map<string, () => void>();
  reader.document.getArray<Uint8Array>("log").observe((event) => {
    for (const { insert } of event.changes.delta) {
      if (!Array.isArray(insert)) continue;
      for (const value of insert) if (value instanceof Uint8Array) heard.get(bytesToHex(value.subarray(0, 16)))?.();
    }
  });
  const push = async (): Promise<void> => {
    const value = randomBytes(bytes);
    const arrived = new Promise<void>((resolve) => heard.set(bytesToHex(value.subarray(0, 16)), resolve));
    writer.document.getArray<Uint8Array>("log").push([value]);
    await arrived;
  };
  const end = (): void => {
    writer.end();
    reader.end();
  };
  return { push, end };
};

const idleMemory = async (child: ChildProcess, url: string, protocols: string[]): Promise<number> => {
  const before = residentMb(child);
  const sockets: WebSocket[] = [];
  for (let made = 0; made < IDLE; made += 50) {
    const some = Array.from({ length: 50 }, () => new WebSocket(url, protocols));
    await Promise.all(some.map((socket) => new Promise((resolve) => socket.addEventListener("open", resolve))));
    sockets.push(...some);
  }
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const grown = residentMb(child) - before;
  for (const socket of sockets) socket.close();
  return grown;
};

const folder = mkdtempSync(join(tmpdir(), "undivided-bench-"));
const ours = await startServer([
  path("../apps/cli/src/main.ts"),
  "serve",
  "--port",
  "0",
  "--host",
  "127.0.0.1",
  "--data",
  join(folder, "ours"),
]);
const theirs = await startServer([path("hocuspocus-server.ts"), join(folder, "theirs.sqlite")]);
const ourUrl = String(field(ours.line, "listening"));
const theirUrl = `ws://127.0.0.1:${String(field(theirs.line, "port"))}`;
try {
  const loads = [
    { load: "closed loop", count: CLOSED, inFlight: 1 },
    { load: "64 in flight", count: FLYING, inFlight: IN_FLIGHT },
  ];
  for (const { load, count, inFlight } of loads) {
    const rounds: { readonly us: Measured; readonly them: Measured }[] = [];
    let entryBytes = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const us = await prepareOurs(ourUrl, count);
      entryBytes = us.entries[0]?.length ?? 0;
      const them = await prepareHocuspocus(theirUrl, entryBytes);
      const runUs = () =>
        measure(count, inFlight, async (index) => {
          const entry = us.entries[index];
          if (entry !== undefined) await us.push(entry);
        });
      const runThem = () => measure(count, inFlight, () => them.push());
      if (round % 2 === 0) {
        const first = await runUs();
        rounds.push({ us: first, them: await runThem() });
      } else {
        const first = await runThem();
        rounds.push({ them: first, us: await runUs() });
      }
      us.end();
      them.end();
    }
    const of = (who: "us" | "them", what: keyof Measured) =>
      Number(median(rounds.map((round) => round[who][what])).toFixed(what === "opsPerSecond" ? 0 : 2));
    const say = (who: "us" | "them", name: string, durability: string) =>
      console.log(
        JSON.stringify({
          ...{ bench: "relay", load, server: name, operations: count, rounds: ROUNDS, bytes: entryBytes },
          ...{ opsPerSecond: of(who, "opsPerSecond"), p50Ms: of(who, "p50Ms"), p99Ms: of(who, "p99Ms"), durability },
        }),
      );
    say("us", "undivided", "acknowledged and fanned out after fsync, signature checked");
    say("them", "hocuspocus", "fanned out from memory, stored 2 s later");
  }
  const ourIdle = await idleMemory(ours.child, relaySocketUrl(ourUrl) ?? "", ["undivided-relay.1"]);
  const theirIdle = await idleMemory(theirs.child, theirUrl, []);
  for (const [server, grown] of [
    ["undivided", ourIdle],
    ["hocuspocus", theirIdle],
  ] as const) {
    console.log(JSON.stringify({ bench: "relay-idle", server, connections: IDLE, grownMb: Number(grown.toFixed(1)) }));
  }
} finally {
  ours.child.kill();
  theirs.child.kill();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
