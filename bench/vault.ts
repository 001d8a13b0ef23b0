/**
 * The vault with 100 000 entries: sealing, opening from the snapshot and from the whole log, the first sync of a new device, memory,
 * bytes; and what a browser downloads for it.
 *
 * SQLite on this machine's disk, `synchronous=FULL`: an entry counts as written when it is on the disk. Each opening is a process of
 * its own, five times; the median is told. The records are made: texts of 60 to 250 letters, a quarter of them changes of earlier ones.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { parseEpochMs, parseRecordId, type Instant, type RecordId, type Result } from "@undivided/domain";
import {
  bytesToHex,
  createDeviceKeys,
  createMemberId,
  deviceCardOf,
  foundSpace,
  openReplica,
  randomBytes,
  verifyingKeyOf,
  type ReplicaDeps,
} from "@undivided/vault";
import { openSqliteStores, type SqliteStores } from "@undivided/vault/sqlite";
import { rolldown } from "rolldown";
import { writeKeys } from "./vault-keys.ts";

const ENTRIES = 100_000;
const AT_ONCE = 500;
const ROUNDS = 5;

export type VaultFigure =
  | {
      readonly bench: "vault-sealing";
      readonly entries: number;
      readonly seconds: number;
      readonly durability: "synchronous=FULL";
    }
  | {
      readonly bench: "vault-opening";
      readonly from: "snapshot" | "log";
      readonly entries: number;
      readonly milliseconds: number;
      readonly rounds: readonly number[];
      readonly heldMiB: number;
      readonly maxRssMiB: number;
    }
  | {
      readonly bench: "vault-snapshot";
      readonly step: "make" | "make-for-others" | "adopt";
      readonly milliseconds: number;
      readonly bytes: number;
    }
  | { readonly bench: "vault-backfill"; readonly entries: number; readonly seconds: number }
  | {
      readonly bench: "vault-write";
      readonly entries: number;
      readonly p50Milliseconds: number;
      readonly p99Milliseconds: number;
    }
  | {
      readonly bench: "vault-bytes";
      readonly onDiskPerEntry: number;
      readonly onTheWirePerEntry: number;
      readonly snapshotPerEntry: number;
    }
  | { readonly bench: "vault-download"; readonly entry: string; readonly gzipBytes: number };

const must = <T>(result: Result<T, { readonly type: string }>): T => {
  if (result.type === "error") throw new Error(result.error.type);
  return result.value;
};
const wall = (): Instant => must(parseEpochMs(Date.now()));
const newId = (): RecordId => must(parseRecordId(bytesToHex(randomBytes(16))));
const textOf = (index: number): string =>
  `${index} ${"wir haben geredet, und ich war bei dir ".repeat(8)}`.slice(0, 60 + ((index * 37) % 190));
const since = (startedAt: number): number => Math.round(performance.now() - startedAt);
const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;

const openStores = (file: string): SqliteStores => must(openSqliteStores(new DatabaseSync(file)));

export const benchVault = async function* (): AsyncGenerator<VaultFigure, undefined> {
  const folder = mkdtempSync(join(tmpdir(), "undivided-bench-"));
  try {
    const [file, keyFile] = [join(folder, "first.sqlite"), join(folder, "keys")];
    const { logs: store, blobs } = openStores(file);
    const keys = createDeviceKeys(createMemberId());
    const deps: ReplicaDeps = { store, blobs, keys, wall, snapshotAfter: () => Infinity };
    const first = must(await foundSpace(deps, 1));
    writeKeys(keyFile, keys, first.space);

    const ids = Array.from({ length: (ENTRIES * 3) / 4 }, newId);
    const sealedAt = performance.now();
    for (let from = 0; from < ENTRIES; from += AT_ONCE) {
      const drafts = Array.from({ length: AT_ONCE }, (_, index) => from + index);
      const writes = drafts.map((index) =>
        first.write({ type: "put", id: ids[index % ids.length] ?? newId(), text: textOf(index) }),
      );
      (await Promise.all(writes)).forEach(must);
    }
    yield { bench: "vault-sealing", entries: ENTRIES, seconds: since(sealedAt) / 1000, durability: "synchronous=FULL" };

    const madeAt = performance.now();
    must(await first.keepSnapshot());
    const snapshotBytes = new DatabaseSync(file).prepare("SELECT length(bytes) AS n FROM blobs").get()?.["n"];
    yield { bench: "vault-snapshot", step: "make", milliseconds: since(madeAt), bytes: Number(snapshotBytes) };

    for (const from of ["snapshot", "log"] as const) {
      const runs = Array.from({ length: from === "log" ? 1 : ROUNDS }, () => runOpening(file, keyFile, from));
      const rounds = runs.map(({ milliseconds }) => milliseconds);
      const [run] = runs;
      if (run?.records !== ids.length) throw new Error("not all records");
      const { heldMiB, maxRssMiB } = run;
      yield {
        bench: "vault-opening",
        from,
        entries: ENTRIES,
        milliseconds: median(rounds),
        rounds,
        heldMiB,
        maxRssMiB,
      };
    }

    const second = { ...openStores(join(folder, "second.sqlite")), keys: createDeviceKeys(keys.member) };
    const secondDeps = {
      store: second.logs,
      blobs: second.blobs,
      keys: second.keys,
      wall,
      snapshotAfter: () => Infinity,
    };
    must(await first.admit(await deviceCardOf(second.keys)));
    const exportedAt = performance.now();
    const transfer = must(await first.snapshotFor());
    yield { bench: "vault-snapshot", step: "make-for-others", milliseconds: since(exportedAt), bytes: transfer.length };
    const replica = must(await openReplica(secondDeps, first.space));
    const trusted = { device: keys.device, verifyingKey: await verifyingKeyOf(keys.signing) };
    const adoptedAt = performance.now();
    must(await replica.adoptSnapshot(transfer, trusted));
    if (replica.state().own.size !== ids.length) throw new Error("not all records");
    yield { bench: "vault-snapshot", step: "adopt", milliseconds: since(adoptedAt), bytes: transfer.length };

    let wireBytes = 0;
    let wireEntries = 0;
    const filledAt = performance.now();
    for (let asked = replica.backfill(); asked !== null; asked = replica.backfill()) {
      const batch = must(await first.entriesFor(asked, 1000));
      wireEntries += batch.length;
      wireBytes += batch.reduce((sum, { length }) => sum + length, 0);
      must(await replica.receive(batch));
    }
    yield { bench: "vault-backfill", entries: wireEntries, seconds: since(filledAt) / 1000 };

    const times: number[] = [];
    for (let index = 0; index < 300; index += 1) {
      const startedAt = performance.now();
      must(await first.write({ type: "put", id: newId(), text: textOf(index) }));
      first.state();
      times.push(performance.now() - startedAt);
    }
    const sorted = times.toSorted((one, other) => one - other);
    const round = (value: number | undefined): number => Math.round((value ?? NaN) * 100) / 100;
    yield {
      bench: "vault-write",
      entries: ENTRIES,
      p50Milliseconds: round(sorted[150]),
      p99Milliseconds: round(sorted[297]),
    };

    const whole = new DatabaseSync(file);
    whole.exec("DELETE FROM blobs; VACUUM; PRAGMA wal_checkpoint(TRUNCATE);");
    whole.close();
    yield {
      bench: "vault-bytes",
      onDiskPerEntry: Math.round(statSync(file).size / ENTRIES),
      onTheWirePerEntry: Math.round(wireBytes / wireEntries),
      snapshotPerEntry: Math.round(transfer.length / ENTRIES),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
  for (const entry of Object.keys(WEIGHED)) yield { bench: "vault-download", entry, gzipBytes: await weigh(entry) };
  return undefined;
};

interface Opening {
  readonly records: number;
  readonly milliseconds: number;
  readonly heldMiB: number;
  readonly maxRssMiB: number;
}

const runOpening = (file: string, keyFile: string, from: string): Opening => {
  const runner = fileURLToPath(new URL("vault-run.ts", import.meta.url));
  const run = spawnSync(process.execPath, ["--expose-gc", runner, file, keyFile, from], { encoding: "utf8" });
  const read = (name: string): number => Number(new RegExp(`"${name}":(\\d+)`).exec(run.stdout)?.[1] ?? NaN);
  if (run.status !== 0) throw new Error(run.stderr);
  return {
    records: read("records"),
    milliseconds: read("milliseconds"),
    heldMiB: read("heldMiB"),
    maxRssMiB: read("maxRssMiB"),
  };
};

/** What a browser loads of the packages when it uses all of them; Argon2id is an entry of its own. */
const WEIGHED: Readonly<Record<string, string>> = {
  "one space in IndexedDB":
    'export { foundSpace, openReplica } from "@undivided/vault"; export { openIdbStores } from "@undivided/vault/idb";',
  "what a page uses of vault and journal": `
    export { createSync, openDevice } from "@undivided/vault"; export { openIdbStores } from "@undivided/vault/idb";
    export { openJournal } from "@undivided/journal";`,
  "all of vault and journal":
    'export * from "@undivided/vault"; export * from "@undivided/vault/idb"; export * from "@undivided/journal";',
};

const weigh = async (entry: string): Promise<number> => {
  const virtual = "virtual-entry";
  const bundle = await rolldown({
    input: virtual,
    platform: "browser",
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    plugins: [
      {
        name: virtual,
        resolveId: (id: string) =>
          id === virtual ? join(fileURLToPath(new URL(".", import.meta.url)), "virtual.js") : null,
        load: (id: string) => (id.endsWith("virtual.js") ? (WEIGHED[entry] ?? "") : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: "es", minify: true });
  await bundle.close();
  const [main] = output;
  return gzipSync(main.code, { level: 9 }).length;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for await (const figure of benchVault()) console.log(JSON.stringify(figure));
  process.exit();
}
