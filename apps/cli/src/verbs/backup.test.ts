import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stretchPassphrase } from "@undivided/vault/argon2id";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DeviceWorld } from "../device/device-action.ts";
import { createMemoryRelay } from "../device/memory-relay-link.ts";
import { createMemoryIo, type MemoryWorld } from "../memory-io.ts";
import { createDeviceVerb } from "./device.ts";
import { createExportVerb } from "./export.ts";
import { createImportVerb } from "./import.ts";
import { createVerifyVerb } from "./verify.ts";

const world: DeviceWorld = {
  connect: createMemoryRelay().connect,
  // As cheap as Argon2id gets: what a guess costs is not the question here.
  stretch: (pin, salt) => stretchPassphrase(pin, salt, { passes: 1, memoryKiB: 8, lanes: 1 }),
};
const verbs = {
  device: createDeviceVerb(world),
  export: createExportVerb(world),
  import: createImportVerb(world),
  verify: createVerifyVerb(world.stretch),
};

let root = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "undivided-backup-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const run = async (call: string, more: MemoryWorld = {}) => {
  const [name = "", ...args] = call.split(" ");
  const verb = Object.entries(verbs).find(([known]) => known === name)?.[1];
  if (verb === undefined) throw new Error(name);
  const io = createMemoryIo(root, more);
  const code = await verb.run(args, io);
  const lines = io.stdout
    .text()
    .split("\n")
    .filter((line) => line !== "")
    .map((line): Record<string, unknown> => JSON.parse(line));
  return { code, lines, stderr: io.stderr.text() };
};
const done = async (call: string, more: MemoryWorld = {}) => {
  const ended = await run(call, more);
  if (ended.code !== 0) throw new Error(`${call}: ${ended.code} ${ended.stderr}`);
  return ended.lines;
};
const secret = (text: string, more: Record<string, string> = {}): MemoryWorld => ({
  env: { UNDIVIDED_SECRET: text, ...more },
});
const PHRASE = secret("correct horse battery");

const answers = { about: null, before: [], after: ["relief"], gaveMe: null, elseCouldGive: null };

/** A device with a few records of several kinds; `note` is in one of them. */
const createDevice = async (dir: string, note = "a note"): Promise<void> => {
  await done(`device init --dir ${dir}`, PHRASE);
  const input = [
    { type: "bid", day: "2026-11-18", outcome: "answered" },
    { type: "reflection", day: "2026-11-19", ...answers, doing: note },
    { type: "good-moment", day: "2026-11-20", kind: "eye-contact" },
  ];
  const logged = await run(`device log - --dir ${dir}`, {
    ...PHRASE,
    input: input.map((one) => JSON.stringify(one)).join("\n"),
  });
  expect(logged.stderr).toBe("");
};
const recordsIn = async (dir: string, more: MemoryWorld = {}) =>
  (await done(`device show --dir ${dir}`, more)).map((record) => ({ ...record, owner: null }));

describe("a backup", () => {
  it.each(["sealed", "json", "csv"])("in the form %s brings everything back, into a new device too", async (format) => {
    await createDevice(`from-${format}`, 'quotes ", commas, and\na second line');
    expect(await done(`export --dir from-${format} --out ${format}.backup --format ${format}`, PHRASE)).toEqual([
      { format, records: 3, lockSet: false, onlyWay: true },
    ]);
    expect((await stat(join(root, `${format}.backup`))).mode & 0o777).toBe(0o600);
    expect(await done(`verify ${format}.backup`, PHRASE)).toMatchObject([{ whole: true, format, records: 3 }]);
    const adopt = format === "sealed" ? "" : " --adopt";
    const [report] = await done(`import ${format}.backup --dir into-${format}${adopt}`, PHRASE);
    expect(report).toEqual({ added: 3, changed: 0, unchanged: 0, keptNewer: 0, deleted: 0, leftOut: 0 });
    expect(await recordsIn(`into-${format}`, PHRASE)).toEqual(await recordsIn(`from-${format}`, PHRASE));
    const [again] = await done(`import ${format}.backup --dir into-${format}${adopt}`, PHRASE);
    expect(again).toMatchObject({ added: 0, unchanged: 3 });
  });

  it("says when its secret is the only way, until there is a recovery code", async () => {
    await done("device init --dir only");
    await done("device log bid missed --dir only");
    const first = await run("export --dir only --out only.backup", PHRASE);
    expect(first.lines).toEqual([{ format: "sealed", records: 1, lockSet: true, onlyWay: true }]);
    expect(first.stderr).toMatch(/the only way into it/);
    await done("device code --dir only", PHRASE);
    const again = await run("export --dir only --out only.backup", PHRASE);
    expect(again.lines).toEqual([{ format: "sealed", records: 1, lockSet: false, onlyWay: false }]);
    expect(again.stderr).not.toMatch(/only way/);
  });

  it("is not made for a day by a lock that came onto a device in use, nor is a code or a further device", async () => {
    const day = 86_400_000;
    const later = (ms: number): MemoryWorld => ({ ...PHRASE, now: () => Date.now() + ms });
    await done("device init --dir used");
    await done("device log bid missed --dir used");
    for (const call of [
      "export --dir used --out used.backup",
      "device code --dir used",
      "device pair --own --dir used",
    ]) {
      const refused = await run(call, later(3 * day));
      expect([refused.code, refused.lines]).toEqual([1, []]);
      expect(refused.stderr).toMatch(/used without a lock/);
    }
    expect(await done("export --dir used --out used.backup", later(4 * day + 60_000))).toMatchObject([{ records: 1 }]);
  });

  it("that cannot be read makes no device", async () => {
    await createDevice("sealer");
    await done("export --dir sealer --out sealer.backup", PHRASE);
    await writeFile(join(root, "noise"), "a,b\n1,2\n");
    await writeFile(join(root, "bad-lines"), "nonsense\n");
    await writeFile(join(root, "lost.backup"), "\n");
    for (const [args, more, code] of [
      ["noise", {}, 1],
      ["sealer.backup", {}, 2],
      ["sealer.backup", secret("another phrase"), 1],
      ["bad-lines --strict", {}, 1],
      ["bad-lines", {}, 1],
      ["lost.backup", {}, 1],
    ] as const) {
      expect((await run(`import ${args} --dir never`, more)).code, args).toBe(code);
      expect((await readdir(root)).includes("never"), args).toBe(false);
    }
  });

  it("makes a device whose lock is the secret of the call, and says in plain words where there is none", async () => {
    await createDevice("brought");
    const code = String((await done("device code --dir brought", PHRASE))[0]?.["code"]);
    await done("export --dir brought --out brought.backup", PHRASE);
    const locked = await run("import brought.backup --dir locked", PHRASE);
    expect(locked.stderr).toMatch(/one was made, and the secret of this call is its lock$/m);
    expect(await run("device show --dir locked")).toMatchObject({ code: 2, lines: [] });
    expect((await run("device show --dir locked", secret("another phrase"))).code).toBe(1);
    expect(await recordsIn("locked", PHRASE)).toHaveLength(3);

    // What seals the file is named for the file alone; what is too short for a lock makes nothing.
    const forTheFile = { UNDIVIDED_BACKUP_SECRET: "correct horse battery" };
    const open = await run("import brought.backup --dir unlocked", { env: forTheFile });
    expect(open.stderr).toMatch(/without a lock\. Whoever can read this folder can read everything that is brought in/);
    expect(await done("device status --dir unlocked")).toMatchObject([{ lock: false }]);
    expect(await run("import brought.backup --dir short-lock", secret("12", forTheFile))).toMatchObject({ code: 2 });
    expect((await readdir(root)).includes("short-lock")).toBe(false);

    // The code on paper opens the file; the device is not locked with it.
    await done("export --dir brought --out coded-too.backup", {
      env: { ...PHRASE.env, UNDIVIDED_BACKUP_SECRET: code },
    });
    const byCode = await run("import coded-too.backup --dir by-code", secret(code));
    expect(byCode.stderr).toMatch(/without a lock/);
    expect(await recordsIn("by-code")).toHaveLength(3);
  });

  it("holds nothing readable when it is sealed, and no rest of it lies beside it", async () => {
    await createDevice("canary", "CANARY-4711-CANARY");
    await done("export --dir canary --out canary.backup", PHRASE);
    const bytes = await readFile(join(root, "canary.backup"));
    expect(bytes.includes("CANARY")).toBe(false);
    expect((await readdir(root)).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("is not whole with any byte changed, cut anywhere, or sealed with another secret", async () => {
    await createDevice("whole");
    await done("export --dir whole --out whole.backup", PHRASE);
    const bytes = await readFile(join(root, "whole.backup"));
    const verify = async (altered: Uint8Array, more = PHRASE) => {
      await writeFile(join(root, "altered"), altered);
      return run("verify altered", more);
    };
    for (let at = 0; at < bytes.length; at += at < 100 ? 7 : 9973) {
      const altered = Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 1 : byte));
      const ended = await verify(altered);
      expect(ended, `byte ${at}`).toMatchObject({ code: 1, lines: [{ whole: false }] });
    }
    for (const length of [0, 1, 10, 70, 5000, bytes.length - 1]) {
      expect((await verify(bytes.subarray(0, length))).code, `${length} bytes`).toBe(1);
    }
    expect(await verify(bytes, secret("another phrase"))).toMatchObject({ code: 1, lines: [{ why: "wrong-secret" }] });
    expect(await verify(bytes, {})).toMatchObject({ code: 2, lines: [] });
    const before = await recordsIn("whole", PHRASE);
    await writeFile(join(root, "altered"), bytes.subarray(0, -1));
    expect(await run("import altered --dir whole", PHRASE)).toMatchObject({ code: 1, lines: [] });
    expect(await recordsIn("whole", PHRASE)).toEqual(before);
  });

  it("asks for the lock again, and for a passphrase that is long enough for a file", async () => {
    await done("device init --dir short", secret("4711"));
    await done("device log bid missed --dir short", secret("4711"));
    expect(await run("export --dir short --out short.backup", secret("4711"))).toMatchObject({ code: 2, lines: [] });
    const both = secret("4711", { UNDIVIDED_BACKUP_SECRET: "a phrase of its own" });
    expect(await done("export --dir short --out short.backup", both)).toMatchObject([{ records: 1 }]);
    expect((await run("export --dir short --out short.backup", secret("0815"))).code).toBe(1);
    expect((await run("export --dir short --out short.backup")).code).toBe(2);
    expect(await run("import short.backup --dir short", secret("4711"))).toMatchObject({ code: 1 });
    expect(await done("import short.backup --dir short", both)).toMatchObject([{ unchanged: 1 }]);

    // Without a lock there is nobody to ask: the first export makes one.
    await done("device init --dir bare");
    expect(await run("export --dir bare --out bare.backup --format json")).toMatchObject({ code: 2, lines: [] });
    const ended = await run("export --dir bare --out bare.backup --format json", PHRASE);
    expect(ended.stderr).toMatch(/this device had no lock/);
    expect((await run("device show --dir bare")).code).toBe(2);
    expect((await run("device show --dir bare", PHRASE)).code).toBe(0);
  });

  it("is sealed with the recovery code where that is given", async () => {
    await createDevice("coded");
    const [made] = await done("device code --dir coded", PHRASE);
    const code = String(made?.["code"]);
    await done(
      "export --dir coded --out coded.backup",
      secret("correct horse battery", { UNDIVIDED_BACKUP_SECRET: code }),
    );
    expect(await done("verify coded.backup", secret(code.toLowerCase()))).toMatchObject([{ whole: true }]);
    expect(await run("verify coded.backup", PHRASE)).toMatchObject({ code: 1, lines: [{ why: "other-secret" }] });
  });

  it("of another owner is left out line by line unless its bearer says that it is their own", async () => {
    await createDevice("other");
    await done("export --dir other --out other.jsonl --format json", PHRASE);
    await done("device init --dir mine");
    const refused = await run("import other.jsonl --dir mine");
    expect(refused).toMatchObject({ code: 0, lines: [{ added: 0, leftOut: 3 }] });
    expect(refused.stderr).toMatch(/^other\.jsonl:1: a record of another owner$/m);
    expect(refused.stderr).toMatch(/--adopt takes them in if they are your own/);
    expect(await recordsIn("mine")).toEqual([]);
  });

  it("names bad lines by file and line, and with --strict brings nothing in", async () => {
    await createDevice("lines");
    await done("export --dir lines --out lines.jsonl --format json", PHRASE);
    const text = await readFile(join(root, "lines.jsonl"), "utf8");
    const [first = "", ...rest] = text.trimEnd().split("\n");
    await writeFile(
      join(root, "bad.jsonl"),
      `${[first, "{", first.replace("2026-11-18", "soon"), ...rest].join("\n")}\n`,
    );
    const strict = await run("import bad.jsonl --strict --adopt --dir strict");
    expect(strict).toMatchObject({ code: 1, lines: [] });
    expect(strict.stderr).toMatch(/^bad\.jsonl:2: not-json\nbad\.jsonl:3: not-a-day at day$/m);
    expect((await readdir(root)).includes("strict")).toBe(false);
    expect(await done("import bad.jsonl --adopt --dir strict")).toMatchObject([{ added: 3, leftOut: 2 }]);
    expect(await run("verify bad.jsonl")).toMatchObject({ code: 1, lines: [{ whole: false, why: "bad-lines" }] });
    await writeFile(join(root, "cut.jsonl"), text.slice(0, -20));
    expect(await run("verify cut.jsonl")).toMatchObject({ code: 1, lines: [{ whole: false, why: "truncated" }] });
  });

  it("is replaced as a whole or stays as it was, and says why it could not be written or read", async () => {
    await createDevice("out");
    await writeFile(join(root, "a-file"), "");
    for (const out of ["nowhere/backup", "a-file/backup", "out"]) {
      expect(await run(`export --dir out --out ${out}`, PHRASE), out).toMatchObject({ code: 1, lines: [] });
    }
    expect((await run("verify nothing-there")).stderr).toBe(
      "undivided verify: nothing-there: no such file or folder.\n",
    );
    expect(await run("verify out")).toMatchObject({ code: 1 });
    await writeFile(join(root, "noise"), "this is no backup");
    expect(await run("verify noise")).toMatchObject({ code: 1, lines: [{ why: "not-a-backup" }] });
    expect((await run("import noise --dir out", PHRASE)).stderr).toMatch(/^undivided import: noise: neither a backup/m);
    for (const call of ["export --dir out", "export --dir out --out x --format pdf", "import --dir out", "verify"]) {
      expect((await run(call)).code, call).toBe(2);
    }
  });
});
