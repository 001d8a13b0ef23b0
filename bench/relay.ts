/**
 * The relay beside Hocuspocus: one client appends, another hears of it; closed loop, and 64 in flight. Then 1000 idle connections.
 *
 * Both servers run in processes of their own on loopback. Both are asked by the same bare clients in this process: frames are made
 * before the clock starts (entries signed and sealed, Yjs updates encoded), and what comes back is only counted; see
 * `relay-clients.ts`. Hocuspocus is also asked by its own client, which encodes and applies Yjs updates meanwhile.
 *
 * **Not the same promise.** Ours is done after fsync, with one Ed25519 signature checked for each operation. Hocuspocus is done once
 * it has the update in memory; it stores two seconds later (its default), so a crash loses what was acknowledged. What both promises cost
 * on this machine at least is said first (`relay-floor.ts`). Medians over rounds after one that only warms up; the order of the servers
 * alternates. `serverCpuMicros` is what the server's process computes for each operation, waiting apart: it hardly depends on what else
 * the machine does.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { relaySocketUrl } from "@undivided/vault";
import { RELAY_PROTOCOL } from "@undivided/vault/relay";
import { courseOfOurs, courseOfTheirs, courseOfTheirsByProvider, makeEntries, type Course } from "./relay-clients.ts";
import { measureFloor } from "./relay-floor.ts";

const ROUNDS = 3;
const LOADS = [
  { load: "closed loop", count: 2000, inFlight: 1 },
  { load: "64 in flight", count: 12_000, inFlight: 64 },
] as const;
const IDLE = 1000;
const IDLE_ROUNDS = 3;
/** After this, a log that was busy is at its full length (`store/log-file.ts` of the relay). */
const QUIET_MS = 3000;

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface Started {
  readonly child: ChildProcess;
  readonly url: string;
}

/** Starts a server that says where it listens in its first line. */
const startServer = async (args: readonly string[], urlOf: (line: string) => string): Promise<Started> => {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] });
  const line = await new Promise<string>((resolve) => createInterface({ input: child.stdout }).once("line", resolve));
  return { child, url: urlOf(line) };
};
const startOurs = (folder: string): Promise<Started> => {
  const call = ["serve", "--port", "0", "--host", "127.0.0.1", "--data", folder];
  return startServer([path("../apps/cli/src/main.ts"), ...call], (line) => /http[^"]+/.exec(line)?.[0] ?? "");
};
const startTheirs = (file: string): Promise<Started> =>
  startServer([path("hocuspocus-server.ts"), file], (line) => `ws://127.0.0.1:${/\d+/.exec(line)?.[0]}`);

const residentMb = ({ pid }: ChildProcess): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;

/** Time on a processor, in user and kernel mode (proc(5): fields 14 and 15, in hundredths of a second). */
const cpuMicros = ({ pid }: ChildProcess): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
};

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((one, other) => one - other)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0;

interface Measured {
  readonly opsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly serverCpuMicros: number;
}

/** So many operations, at most `inFlight` of them begun and not done. */
const measure = (child: ChildProcess, course: Course, count: number, inFlight: number): Promise<Measured> =>
  new Promise((resolve) => {
    const begunAt = new Float64Array(count);
    const heard = new Uint8Array(count);
    const took: number[] = [];
    let next = 0;
    const begin = (): void => {
      if (next >= count) return;
      const index = next++;
      begunAt[index] = performance.now();
      course.send(index);
    };
    course.listen((index) => {
      heard[index] = (heard[index] ?? 0) + 1;
      if (heard[index] !== 2) return;
      took.push(performance.now() - (begunAt[index] ?? 0));
      if (took.length < count) return begin();
      const seconds = (performance.now() - from) / 1000;
      const serverCpuMicros = (cpuMicros(child) - cpuFrom) / count;
      course.close();
      resolve({
        opsPerSecond: count / seconds,
        p50Ms: quantile(took, 0.5),
        p99Ms: quantile(took, 0.99),
        serverCpuMicros,
      });
    });
    const cpuFrom = cpuMicros(child);
    const from = performance.now();
    for (let begun = 0; begun < inFlight; begun += 1) begin();
  });

const KINDS = ["ours", "theirs", "theirs by their own client"] as const;
type Kind = (typeof KINDS)[number];

const race = async (ours: Started, theirs: Started, { load, count, inFlight }: (typeof LOADS)[number]) => {
  const rounds: Readonly<Record<Kind, Measured>>[] = [];
  let bytes = 0;
  for (let round = 0; round <= ROUNDS; round += 1) {
    const entries = await makeEntries(count);
    bytes = entries.entries[0]?.length ?? 0;
    const run: Readonly<Record<Kind, () => Promise<Measured>>> = {
      ours: async () => measure(ours.child, await courseOfOurs(ours.url, entries), count, inFlight),
      theirs: async () => measure(theirs.child, await courseOfTheirs(theirs.url, count, bytes), count, inFlight),
      "theirs by their own client": async () =>
        measure(theirs.child, await courseOfTheirsByProvider(theirs.url, count, bytes), count, inFlight),
    };
    const done: Partial<Record<Kind, Measured>> = {};
    for (const kind of round % 2 === 0 ? KINDS : KINDS.toReversed()) done[kind] = await run[kind]();
    const { ours: us, theirs: them, "theirs by their own client": byProvider } = done;
    if (us === undefined || them === undefined || byProvider === undefined) throw new Error("a race has three runners");
    if (round === 0) await pause(QUIET_MS);
    else rounds.push({ ours: us, theirs: them, "theirs by their own client": byProvider });
  }
  const of = (kind: Kind, what: keyof Measured): number =>
    quantile(
      rounds.map((round) => round[kind][what]),
      0.5,
    );
  const say = (kind: Kind, server: string, client: string, promise: string): void =>
    console.log(
      JSON.stringify({
        ...{ bench: "relay", load, server, client, operations: count, rounds: ROUNDS, bytes },
        ...{ opsPerSecond: Math.round(of(kind, "opsPerSecond")) },
        ...{ p50Ms: Number(of(kind, "p50Ms").toFixed(3)), p99Ms: Number(of(kind, "p99Ms").toFixed(2)) },
        ...{ serverCpuMicros: Math.round(of(kind, "serverCpuMicros")), promise },
      }),
    );
  say("ours", "undivided", "bare", "acknowledged and handed on after fsync, signature checked");
  say("theirs", "hocuspocus", "bare", "acknowledged and handed on from memory, stored 2 s later");
  say("theirs by their own client", "hocuspocus", "its own", "handed on from memory, stored 2 s later");
  const ratio = (kind: Kind, what: keyof Measured): number => Number((of("ours", what) / of(kind, what)).toFixed(2));
  for (const [kind, client] of [
    ["theirs", "bare"],
    ["theirs by their own client", "its own"],
  ] as const) {
    const ratios = { opsPerSecond: ratio(kind, "opsPerSecond"), p99Ms: ratio(kind, "p99Ms") };
    console.log(JSON.stringify({ bench: "relay-ratio", load, client, ...ratios }));
  }
};

/** How much larger a fresh server becomes by connections that say nothing. */
const idleMb = async ({ child, url }: Started, protocols: string[]): Promise<number> => {
  await pause(1000);
  const before = residentMb(child);
  const sockets: WebSocket[] = [];
  for (let made = 0; made < IDLE; made += 50) {
    const some = Array.from({ length: 50 }, () => new WebSocket(url, protocols));
    await Promise.all(some.map((socket) => new Promise((resolve) => socket.addEventListener("open", resolve))));
    sockets.push(...some);
  }
  await pause(2000);
  const grown = residentMb(child) - before;
  for (const socket of sockets) socket.close();
  child.kill();
  return grown;
};

const folder = mkdtempSync(join(tmpdir(), "undivided-bench-"));
const started: Started[] = [];
const start = async (server: Promise<Started>): Promise<Started> => {
  started.push(await server);
  return server;
};
try {
  console.log(JSON.stringify({ bench: "relay-floor", ...measureFloor(folder) }));
  const ours = await start(startOurs(join(folder, "ours")));
  const theirs = await start(startTheirs(join(folder, "theirs.sqlite")));
  for (const load of LOADS) await race(ours, theirs, load);
  const grown: { readonly us: number; readonly them: number }[] = [];
  for (let round = 0; round < IDLE_ROUNDS; round += 1) {
    const us = await start(startOurs(join(folder, `idle-${round}`)));
    const ourGrowth = await idleMb({ ...us, url: relaySocketUrl(us.url) ?? "" }, [RELAY_PROTOCOL]);
    const them = await start(startTheirs(join(folder, `idle-${round}.sqlite`)));
    grown.push({ us: ourGrowth, them: await idleMb(them, []) });
  }
  for (const [server, who] of [
    ["undivided", "us"],
    ["hocuspocus", "them"],
  ] as const) {
    const grownMb = Number(
      quantile(
        grown.map((round) => round[who]),
        0.5,
      ).toFixed(1),
    );
    console.log(JSON.stringify({ bench: "relay-idle", server, connections: IDLE, rounds: IDLE_ROUNDS, grownMb }));
  }
} finally {
  for (const { child } of started) child.kill();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
