import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEpochMs } from "@undivided/domain";
import { sealBackup, type Stretch } from "@undivided/vault";
import { stretchPassphrase } from "@undivided/vault/argon2id";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { createMemoryIo } from "../memory-io.ts";
import { createInsightVerb } from "./insight.ts";
import { simulateVerb } from "./simulate.ts";

/** The real one takes seconds, as it should. */
const quickStretch: Stretch = (passphrase, salt) =>
  stretchPassphrase(passphrase, salt, { passes: 1, memoryKiB: 8, lanes: 1 });
const insightVerb = createInsightVerb(quickStretch);
let folder = "";
const run = async (...args: readonly string[]) => {
  const io = createMemoryIo(folder);
  const code = await insightVerb.run(args, io);
  return { code, text: io.stdout.text(), bytes: io.stdout.bytes(), stderr: io.stderr.text() };
};

const simulate = async (...args: readonly string[]): Promise<string> => {
  const io = createMemoryIo(folder);
  await simulateVerb.run(["--couple", ...args], io);
  return io.stdout.text();
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "undivided-insight-"));
  const mine = await simulate("--weeks", "9", "--records", "1");
  const theirs = await simulate("--weeks", "9", "--records", "2");
  await writeFile(join(folder, "mine.jsonl"), mine);
  await writeFile(join(folder, "both.jsonl"), mine + theirs);
  const [first = "", ...rest] = mine.split("\n");
  const newer = JSON.stringify({ type: "dream", version: 1 });
  const wrong = JSON.stringify({ ...JSON.parse(first), start: "yesterday" });
  await writeFile(join(folder, "bad.jsonl"), [first, "{", wrong, newer, ...rest].join("\n"));
  await writeFile(join(folder, "empty.jsonl"), "");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("undivided insight", () => {
  it("writes all estimates as one line of JSON, the same for the same call", async () => {
    const { code, text, stderr } = await run("mine.jsonl");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(text.endsWith("}\n") && !text.slice(0, -1).includes("\n")).toBe(true);
    expect(JSON.parse(text)).toMatchObject({
      from: null,
      rate: { type: "estimate", method: "gamma-poisson-dispersed" },
      bids: { type: "estimate" },
      change: { day: "2026-02-16" },
    });
    expect((await run("mine.jsonl")).text).toBe(text);
  });

  it("keeps to the days asked for and compares before and after the day named", async () => {
    const { text } = await run("mine.jsonl", "--from", "2026-01-12", "--to", "2026-01-18", "--change", "2026-01-15");
    expect(JSON.parse(text)).toMatchObject({
      together: { sessions: 5 },
      weeks: [{ week: "2026-01-12" }],
      change: { day: "2026-01-15", ratio: { type: "insufficient-data", lacks: "stretches" } },
    });
  });

  it("writes a page in the language asked for", async () => {
    const { code, text } = await run("mine.jsonl", "--format", "html", "--lang", "es");
    expect(code).toBe(0);
    expect(text).toContain('<html lang="es">');
    expect(text).toContain("Mi tiempo en común");
  });

  it("writes a PDF of one or two pages with its title, its language and its fonts in it", async () => {
    const { code, bytes, text } = await run("mine.jsonl", "--format", "pdf", "--lang", "es");
    expect({ code, text }).toEqual({ code: 0, text: "" });
    const raw = Buffer.from(bytes).toString("latin1");
    expect(raw.startsWith("%PDF-1.7")).toBe(true);
    const pages = raw.match(/\/Type \/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThanOrEqual(1);
    expect(pages).toBeLessThanOrEqual(2);
    expect(raw).toContain("/Lang (es)");
    expect(raw).toContain("/DisplayDocTitle true");
    expect(raw.match(/\/FontFile2/g)).toHaveLength(2);
    expect(raw).not.toMatch(/\/Subtype \/Image/);
  }, 60_000);

  it("writes to a file where one is named", async () => {
    const { code, text } = await run("mine.jsonl", "--format", "html", "--out", "report.html");
    expect({ code, text }).toEqual({ code: 0, text: "" });
    expect(await readFile(join(folder, "report.html"), "utf8")).toContain("<title>My time together</title>");
    expect((await run("mine.jsonl", "--out", "no/such/report.json")).code).toBe(1);
  });

  it("says what is missing where there is too little, never a number that is none", async () => {
    const { code, text } = await run("mine.jsonl", "--from", "2026-01-05", "--to", "2026-01-05");
    expect(code).toBe(0);
    expect(JSON.parse(text)).toMatchObject({ rate: { type: "insufficient-data", have: 1, need: 5 } });
    expect(text).not.toMatch(/NaN|Infinity/);
  });

  it("names a bad line by file, line and reason, passes it over, and fails with --strict", async () => {
    const { code, text, stderr } = await run("bad.jsonl");
    expect(code).toBe(0);
    expect(stderr).toContain("bad.jsonl:2: is no JSON");
    expect(stderr).toContain("bad.jsonl:3: not-an-instant at start");
    expect(stderr).toContain("1 records of bad.jsonl are of a newer version");
    expect(stderr).not.toContain("yesterday");
    expect(text).toBe((await run("mine.jsonl")).text);
    expect(await run("bad.jsonl", "--strict")).toMatchObject({ code: 1, text: "" });
  });

  it("reads nobody's records but one person's", async () => {
    expect(await run("both.jsonl")).toMatchObject({ code: 1, text: "" });
    const mine = await run("mine.jsonl");
    const [line = ""] = (await readFile(join(folder, "mine.jsonl"), "utf8")).split("\n");
    const record: { readonly owner?: string } = JSON.parse(line);
    expect((await run("both.jsonl", "--owner", record.owner ?? "")).text).toBe(mine.text);
    expect(await run("mine.jsonl", "--owner", "0".repeat(32))).toMatchObject({ code: 1, text: "" });
  });

  it("opens a sealed backup with what opens it, and says why where it cannot", async () => {
    const lines = (await readFile(join(folder, "mine.jsonl"), "utf8")).trimEnd().split("\n");
    const made = parseEpochMs(Date.UTC(2026, 10, 20));
    if (made.type === "error") throw new Error("a time");
    const pieces: Uint8Array[] = [];
    const passphrase = "a lamp, a bowl, a door";
    for await (const piece of sealBackup(quickStretch, { type: "passphrase", passphrase }, made.value, lines))
      pieces.push(piece);
    await writeFile(join(folder, "mine.backup"), Buffer.concat(pieces));
    await writeFile(join(folder, "cut.backup"), Buffer.concat(pieces).subarray(0, -100));
    await writeFile(join(folder, "secret"), `${passphrase}\n`);

    const plain = await run("mine.jsonl");
    expect(await run("mine.backup", "--secret-file", "secret")).toMatchObject({ code: 0, text: plain.text });
    expect(await run("cut.backup", "--secret-file", "secret")).toMatchObject({ code: 1, text: "" });
    const withoutSecret = await run("mine.backup");
    expect(withoutSecret).toMatchObject({ code: 2, text: "" });
    expect(withoutSecret.stderr).toContain("UNDIVIDED_SECRET");
    await writeFile(join(folder, "other"), "another passphrase");
    const other = await run("mine.backup", "--secret-file", "other");
    expect(other).toMatchObject({ code: 1, text: "" });
    expect(other.stderr).toContain("another secret");
    expect(other.stderr).not.toContain("another passphrase");
  });

  test.each([
    [["nowhere.jsonl"], 1, "no such file"],
    [["."], 1, "no device in this folder"],
    [["empty.jsonl"], 1, "holds no record"],
    [[], 2, "no file"],
    [["mine.jsonl", "both.jsonl"], 2, "one file"],
    [["mine.jsonl", "--format", "doc"], 2, "json, html, pdf"],
    [["mine.jsonl", "--lang", "fr"], 2, "en, es"],
    [["mine.jsonl", "--from", "soon"], 2, "YYYY-MM-DD"],
    [["mine.jsonl", "--from", "2026-02-01", "--to", "2026-01-01"], 2, "before --from"],
    [["mine.jsonl", "--owner", "me"], 2, "32 digits"],
    [["mine.jsonl", "--sed", "1"], 2, "--sed"],
  ] as const)("says what is wrong with %j", async (args, code, words) => {
    const result = await run(...args);
    expect({ code: result.code, text: result.text }).toEqual({ code, text: "" });
    expect(result.stderr).toContain(words);
  });
});
