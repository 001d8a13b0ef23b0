/**
 * The specification is enough: a program that was written from docs/spec alone, and shares no line with the packages, reads what
 * they wrote. Where it does not, either the code or the page is wrong.
 */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DatabaseSync } from "node:sqlite";
import { beforeAll, expect, test } from "vitest";
import { SAFETY_WORDS } from "@undivided/vault/safety-words/en";
import { stretchPassphrase } from "@undivided/vault/argon2id";
import type { Stretch } from "@undivided/vault";
import type { DeviceWorld } from "../../apps/cli/src/device/device-action.ts";
import { createRelayClient } from "../../apps/cli/src/device/relay-client.ts";
import { createMemoryIo } from "../../apps/cli/src/memory-io.ts";
import { createDeviceVerb } from "../../apps/cli/src/verbs/device.ts";
import { createExportVerb } from "../../apps/cli/src/verbs/export.ts";
import type { RelayProcess } from "../relay/relay-process.ts";
import { createTestFolder } from "../survival/test-folder.ts";

const TIMEOUT = 180_000;
const here = fileURLToPath(new URL(".", import.meta.url));
const folder = createTestFolder("independent");
const root = folder.path(".");
let relay: RelayProcess;
beforeAll(async () => {
  relay = await folder.startRelay();
}, TIMEOUT);

/** Argon2id costs what it costs; the same passphrase with the same salt only once. */
const stretches = new Map<string, ReturnType<Stretch>>();
const stretch: Stretch = (passphrase, salt, cost) => {
  const name = `${passphrase} ${Buffer.from(salt).toString("hex")}`;
  const known = stretches.get(name) ?? stretchPassphrase(passphrase, salt, cost);
  stretches.set(name, known);
  return known;
};
const world: DeviceWorld = { connect: createRelayClient, stretch };
const start = (args: string, env: Record<string, string> = {}, input = "") => {
  const io = createMemoryIo(root, { env, input });
  const [first = "", ...rest] = args.split(" ");
  const verb = first === "export" ? createExportVerb(world) : createDeviceVerb(world);
  const ended = verb.run(first === "export" ? rest : [first, ...rest], io).then((code): readonly unknown[] => {
    if (code !== 0) throw new Error(`${args}: ${io.stderr.text()}`);
    return io.stdout
      .text()
      .split("\n")
      .filter((line) => line !== "")
      .map((line): unknown => JSON.parse(line));
  });
  return { io, ended };
};
const run = (args: string, env: Record<string, string> = {}, input = "") => start(args, env, input).ended;
const fieldOf = (line: unknown, name: string): string =>
  typeof line === "object" && line !== null ? String(new Map<string, unknown>(Object.entries(line)).get(name)) : "";

interface Space {
  readonly standing: string;
  readonly devices: number;
  readonly isComplete: boolean;
  readonly records: readonly unknown[];
  readonly documents: readonly unknown[];
  readonly unread: number;
}
interface Found {
  /** Of a space that was left. */
  readonly standing?: string;
  readonly isGood?: boolean;
  readonly isSame?: boolean;
  readonly entries?: number;
  readonly shown?: readonly unknown[];
  readonly wrote?: unknown;
  readonly pushed?: { readonly taken: number; readonly refused: readonly unknown[] };
  readonly snapshot?: Space & { readonly says: number; readonly entries: number; readonly unknown: number };
  readonly numbers?: readonly number[];
  readonly records?: readonly string[];
  readonly mine?: Space;
  readonly ours?: Space | null;
}

/** Runs the reader; null where it refused. */
const read = (args: readonly string[], env: Record<string, string> = {}): Promise<Found | null> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(here, "read.mjs"), ...args], {
      env,
      stdio: ["ignore", "pipe", process.env["SHOW_READER"] === undefined ? "ignore" : "inherit"],
    });
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (more: string) => (text += more));
    child.once("close", (code) => {
      const found: Found | null = code === 0 ? JSON.parse(text) : null;
      resolve(found);
    });
  });

/** The blob `device/key-ring` of a device's folder; docs/spec/device.md says where it lies. */
const ringOf = (dir: string): string => {
  const database = new DatabaseSync(join(root, dir, "device.sqlite"), { readOnly: true });
  const bytes = database.prepare("SELECT bytes FROM blobs WHERE name = 'device/key-ring'").get()?.["bytes"];
  database.close();
  if (!(bytes instanceof Uint8Array)) throw new Error("no ring");
  const path = join(root, `${dir}.ring`);
  writeFileSync(path, bytes);
  return path;
};

const PIN = "a phrase that is long";

test(
  "a reader written from the pages alone opens a backup, comes in at the relay, checks every chain, and finds the same records",
  async () => {
    for (const dir of ["ada", "ben"]) await run(`init --dir ${dir} --relay ${relay.url}`);
    const hosted = start("pair --confirm --dir ada");
    const link = fieldOf(JSON.parse(await hosted.io.stdout.firstLine()), "link");
    await run(`accept ${link} --confirm --dir ben`);
    await hosted.ended;
    const bids = ["answered", "missed", "missed"].map((outcome) => ({ type: "bid", day: "2026-11-20", outcome }));
    await run("log - --dir ada", {}, bids.map((bid) => JSON.stringify(bid)).join("\n"));
    const [moment] = await run("log moment quick-reply --dir ada");
    await run(`correct ${fieldOf(moment, "id")} needed --dir ada`);
    const shown = await run("show --dir ada");
    expect(shown).toHaveLength(4);

    // A recovery code, a device that came by it, and one that is gone: several epochs, an end, keys that were passed on.
    const code = fieldOf((await run("code --dir ada", { UNDIVIDED_SECRET: PIN }))[0], "code");
    await run("export --dir ada --out ada.backup", { UNDIVIDED_SECRET: PIN });
    await run(`recover --dir third --relay ${relay.url}`, { UNDIVIDED_SECRET: code });
    const devices = await run("devices --dir third");
    const lost = devices.find((one) => fieldOf(one, "this") === "false" && fieldOf(one, "type") === "device");
    await run(`remove ${fieldOf(lost, "device")} --dir third`);
    const [after] = await run("log bid answered --dir third");
    await run("status --dir ben");

    const backup = join(root, "ada.backup");
    const [fromFile, recovered, byPaper, partner, byPin, byCode] = await Promise.all([
      read(["backup", backup], { PASSPHRASE: PIN }),
      read(["ring", ringOf("third")]),
      read(["code", relay.url], { CODE: code }),
      read(["ring", ringOf("ben")]),
      read(["ring", ringOf("ada")], { PIN }),
      read(["ring", ringOf("ada")], { CODE: code }),
    ]);
    const sealed = (fromFile?.records ?? []).map((text): unknown => ({ ...JSON.parse(text), saved: undefined }));
    expect(sealed).toHaveLength(shown.length);
    expect(sealed).toEqual(expect.arrayContaining([...shown]));
    // The code on paper and the third device; the first is gone.
    for (const space of [recovered?.mine, byPaper?.mine]) {
      expect(space).toMatchObject({ standing: "member", devices: 2, isComplete: true, unread: 0 });
      expect(space?.records).toHaveLength(shown.length + 1);
      expect(space?.records).toEqual(expect.arrayContaining([...shown]));
      expect(space?.records.map((record) => fieldOf(record, "id"))).toContain(fieldOf(after, "id"));
    }
    // Both people with a device and a spare each. Nothing is shared, so nothing of either is in it.
    expect(partner?.ours).toMatchObject({ standing: "member", devices: 4, isComplete: true, unread: 0, records: [] });
    expect(recovered?.ours).toEqual(partner?.ours);
    // Both ways through the lock lead to the ring of a device that was removed.
    for (const found of [byPin, byCode]) expect(found).toMatchObject({ mine: { standing: "removed" } });

    // Another secret, or one bit: noticed.
    const bytes = readFileSync(backup);
    const flipped = [20, 60, bytes.length - 1].map((at) => {
      const path = join(root, `flipped-${at}`);
      writeFileSync(
        path,
        bytes.map((byte, index) => (index === at ? byte ^ 1 : byte)),
      );
      return read(["backup", path], { PASSPHRASE: PIN });
    });
    expect(await Promise.all([...flipped, read(["backup", backup], { PASSPHRASE: "another" })])).toEqual(
      Array(4).fill(null),
    );
  },
  TIMEOUT,
);

test(
  "it pairs with a device too: the same words on both sides, and a place in the space of both",
  async () => {
    await run(`init --dir cleo --relay ${relay.url}`);
    const hosted = start("pair --confirm --dir cleo");
    const link = fieldOf(JSON.parse(await hosted.io.stdout.firstLine()), "link");
    const found = await read(["pair", link]);
    expect(found).not.toBe(null);
    const [, words, paired] = await hosted.ended;
    expect(paired).toEqual({ paired: "partner" });
    expect(words).toEqual({ words: found?.numbers?.map((number) => SAFETY_WORDS[number]) });
    // The host, its spare, and the reader.
    expect(found?.ours).toMatchObject({ standing: "member", devices: 3, isComplete: true, unread: 0 });
    expect((await run("status --dir cleo"))[0]).toMatchObject({ pairing: "paired" });
  },
  TIMEOUT,
);

test(
  "it finds what two people share with each other, by the rules of the page, and nothing else of the other",
  async () => {
    for (const dir of ["dora", "emil"]) await run(`init --dir ${dir} --relay ${relay.url}`);
    const hosted = start("pair --confirm --dir dora");
    const link = fieldOf(JSON.parse(await hosted.io.stdout.firstLine()), "link");
    await run(`accept ${link} --confirm --dir emil`);
    await hosted.ended;
    const share = async (dir: string, what: string): Promise<string> => {
      const id = fieldOf((await run(`log ${what} --dir ${dir}`))[0], "id");
      await run(`share ${id} --dir ${dir}`);
      return id;
    };
    const both = async () => {
      for (const dir of ["dora", "emil", "dora"]) await run(`status --dir ${dir}`);
      return Promise.all(["dora", "emil"].map((dir) => read(["ring", ringOf(dir)])));
    };
    // One alone shows nothing; of another kind neither.
    const id = await share("dora", "good-moment eye-contact");
    await share("emil", "felt-second lonely");
    for (const found of await both()) expect(found?.shown).toEqual([]);
    await share("emil", "good-moment bid-answered");
    const [dora, emil] = await both();
    expect(dora?.shown).toEqual(await run("show --partner --dir dora"));
    expect(emil?.shown).toEqual(await run("show --partner --dir emil"));
    expect([dora?.shown, emil?.shown]).toMatchObject([[{ kind: "bid-answered" }], [{ kind: "eye-contact" }]]);
    await run(`withdraw ${id} --dir dora`);
    for (const found of await both()) expect(found?.shown).toEqual([]);
  },
  TIMEOUT,
);

test(
  "it leaves: its leave entry closes the space at the relay and for the other person",
  async () => {
    await run(`init --dir fritz --relay ${relay.url}`);
    const hosted = start("pair --confirm --dir fritz");
    const found = await read(["leave", fieldOf(JSON.parse(await hosted.io.stdout.firstLine()), "link")]);
    await hosted.ended;
    expect(found).toEqual({ standing: "left", entries: 1, isGood: true, isSame: true });
    expect((await run("status --dir fritz"))[0]).toMatchObject({ pairing: "ended", ours: null });
  },
  TIMEOUT,
);

test(
  "it pairs as another own device, begins with its host's snapshot, which says what the log says, and writes a record",
  async () => {
    await run(`init --dir gina --relay ${relay.url}`);
    const bids = Array.from({ length: 520 }, (_, at) => ({
      ...{ type: "bid", day: "2026-11-20", outcome: at % 2 === 0 ? "answered" : "missed" },
    }));
    await run("log - --dir gina", {}, bids.map((bid) => JSON.stringify(bid)).join("\n"));
    const [moment] = await run("log moment quick-reply --dir gina");
    await run(`correct ${fieldOf(moment, "id")} needed --dir gina`);
    const secret = { UNDIVIDED_SECRET: PIN };
    const shown = await run("show --dir gina");
    const hosted = start("pair --own --confirm --dir gina", secret);
    const reading = read(["own", fieldOf(JSON.parse(await hosted.io.stdout.firstLine()), "link")]);
    await hosted.ended;
    // A host that is called again puts what it had not put yet.
    await run("status --dir gina", secret);
    const found = await reading;
    expect(found?.pushed).toEqual({ taken: 1, refused: [] });
    const { snapshot, mine } = found ?? {};
    expect(snapshot).toMatchObject({ unread: 0, unknown: 0 });
    expect(snapshot?.entries).toBe(snapshot?.says);
    expect(snapshot?.records).toHaveLength(shown.length);
    expect(snapshot?.records).toEqual(expect.arrayContaining([...shown]));
    expect(mine).toMatchObject({ standing: "member", devices: 2, isComplete: true, unread: 0 });
    expect(mine?.records).toHaveLength(shown.length + 1);
    // The program takes what was written from the page alone.
    expect(await run("show --dir gina", secret)).toEqual(expect.arrayContaining([...shown, found?.wrote]));
  },
  TIMEOUT,
);

test("the reader imports nothing but Node's standard library and itself", () => {
  const files = readdirSync(here).filter((name) => name.endsWith(".mjs"));
  expect(files.length).toBeGreaterThan(5);
  for (const name of files) {
    const text = readFileSync(join(here, name), "utf8");
    const specifiers = [...text.matchAll(/\bfrom\s+"([^"]+)"|\bimport\s+"([^"]+)"/g)].map(
      ([, one, other]) => one ?? other,
    );
    for (const specifier of specifiers) expect(specifier, name).toMatch(/^(node:[a-z/]+|\.\/[a-z-]+\.mjs)$/);
    expect(text.match(/\bimport\b/g)?.length ?? 0, name).toBe(
      specifiers.length - (text.match(/^export .* from /gm)?.length ?? 0),
    );
    expect(text, name).not.toMatch(/\brequire\b|import\s*\(|createRequire|packages\/(?!\b)/);
  }
});
