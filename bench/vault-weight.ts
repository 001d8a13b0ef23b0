/**
 * Weight of the vault and the journal as a browser downloads them: what every opening needs, and the parts that come when they are
 * asked for. With everything that they depend on, minified and compressed by gzip, as the app's own build splits them.
 */
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";

export interface VaultWeightFigure {
  readonly bench: "vault-weight";
  /**
   * `opening`: device, log, journal, IndexedDB, to read and write one's own records; `relay` on top of it once there is a relay, `two`
   * once there is a space of both, `pairing` beside the relay. Then what is used now and then, each beside the opening.
   */
  readonly part: "opening" | "relay" | "two" | "pairing" | NowAndThen;
  readonly gzipBytes: number;
}

/** What the app imports of them when it opens, and what it imports later, by the words of `apps/web/src/home`. */
const OPENING = `
  export { openDevice, openReplica, createDeviceKeys, createMemberId, bytesToHex, randomBytes } from "@undivided/vault";
  export { openIdbStores } from "@undivided/vault/idb";
  export { openJournal } from "@undivided/journal";
  export const relay = () => import("@undivided/vault/network");
  export const backup = () => import("bench:backup");
  export const argon2id = () => import("@undivided/vault/argon2id");
`;
const VIRTUAL: Readonly<Record<string, string>> = {
  "bench:opening": OPENING,
  "bench:backup": 'export { sealBackup } from "@undivided/vault";',
};

/** By the module that leads to it. */
const NOW_AND_THEN = {
  lock: "device/lock-part.ts",
  argon2id: "crypto/argon2id.ts",
  recovery: "device/recover.ts",
  "recovery-code": "device/renew-recovery-code.ts",
  files: "files/files-part.ts",
  backup: "bench:backup",
  "snapshot-made": "space/snapshot-making.ts",
  "snapshot-adopted": "space/adopting.ts",
} as const;

type NowAndThen = keyof typeof NOW_AND_THEN;
const isNowAndThen = (name: string): name is NowAndThen => Object.hasOwn(NOW_AND_THEN, name);
const partsNowAndThen = (): readonly NowAndThen[] => Object.keys(NOW_AND_THEN).filter(isNowAndThen);

const gzip = (code: string): number => gzipSync(code, { level: 9 }).length;

export const benchVaultWeight = async (): Promise<readonly VaultWeightFigure[]> => {
  const bundle = await rolldown({
    input: "bench:opening",
    platform: "browser",
    plugins: [
      {
        name: "entries",
        resolveId: (id) => (id in VIRTUAL ? id : null),
        load: (id) => VIRTUAL[id] ?? null,
      },
    ],
    resolve: { modules: [fileURLToPath(new URL("../node_modules", import.meta.url))] },
  });
  const { output } = await bundle.generate({
    ...{ format: "esm", minify: true },
    codeSplitting: { groups: [{ name: "opening", test: /^bench:opening$/ }] },
  });
  const chunks = new Map(output.flatMap((one) => (one.type === "chunk" ? [[one.fileName, one] as const] : [])));
  const withImports = (name: string, seen: Set<string>): Set<string> => {
    const chunk = chunks.get(name);
    if (chunk === undefined || seen.has(name)) return seen;
    seen.add(name);
    for (const next of chunk.imports) withImports(next, seen);
    return seen;
  };
  const weigh = (names: Iterable<string>): number =>
    [...names].reduce((sum, name) => sum + gzip(chunks.get(name)?.code ?? ""), 0);
  const entry = [...chunks.values()].find(({ isEntry }) => isEntry);
  if (entry === undefined) throw new Error("nothing was bundled");
  const opening = withImports(entry.fileName, new Set());
  const chunksOf = (module: string): ReadonlySet<string> => {
    const chunk = [...chunks.values()].find(({ facadeModuleId }) => facadeModuleId?.endsWith(module) === true);
    if (chunk === undefined) throw new Error(`${module} is in no part of its own`);
    return withImports(chunk.fileName, new Set());
  };
  /** What these bring beside what is there already. */
  const weighBeside = (there: ReadonlySet<string>, ...modules: readonly string[]): number =>
    weigh(new Set(modules.flatMap((module) => [...chunksOf(module)])).difference(there));
  const withRelay = opening.union(chunksOf("vault/src/network.ts"));
  const figure = (part: VaultWeightFigure["part"], gzipBytes: number): VaultWeightFigure => ({
    bench: "vault-weight",
    part,
    gzipBytes,
  });
  return [
    figure("opening", weigh(opening)),
    figure("relay", weighBeside(opening, "vault/src/network.ts")),
    figure("two", weighBeside(opening, "journal/src/for-two.ts")),
    figure("pairing", weighBeside(withRelay, "device/pair-device.ts", "pairing/relay-meeting.ts")),
    ...partsNowAndThen().map((part) => figure(part, weighBeside(opening, NOW_AND_THEN[part]))),
  ];
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const figure of await benchVaultWeight()) console.log(JSON.stringify(figure));
}
