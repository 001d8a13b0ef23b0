import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { createMemoryIo } from "../memory-io.ts";
import { detectVerb } from "./detect.ts";

const fixtures = fileURLToPath(new URL("../../../../fixtures/", import.meta.url));
const table = [`${fixtures}motion/table-pickup/Accelerometer.csv`, `${fixtures}motion/table-pickup/Gyroscope.csv`];
const sound = (name: string): string => `${fixtures}sound/${name}.wav`;

const folder = mkdtempSync(join(tmpdir(), "undivided detect "));
afterAll(() => rmSync(folder, { recursive: true }));

const made = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return name;
};

type Line = Readonly<Record<string, unknown>>;

const run = async (...args: readonly string[]) => {
  const io = createMemoryIo(folder);
  const code = await detectVerb.run(args, io);
  const lines = io.stdout
    .text()
    .split("\n")
    .filter((line) => line !== "");
  return { code, lines: lines.map((line): Line => JSON.parse(line)), errors: io.stderr.text() };
};

const ofType = (lines: readonly Line[], type: string): readonly Line[] => lines.filter((line) => line["type"] === type);

describe("the real pick-up and real sounds", () => {
  it("counts in the middle of a talk, with the reasons", async () => {
    const { code, lines } = await run("--motion", ...table, "--sound", sound("ami_trn03"), "--sound-at", "45");
    expect(code).toBe(0);
    expect(ofType(lines, "moment")).toEqual([
      {
        type: "moment",
        at: 66.9035,
        until: 134.4035,
        kind: "picked-up",
        counted: true,
        why: ["was-resting", "talk", "other-phone-unknown"],
      },
    ]);
    const [talk] = ofType(lines, "talk");
    expect(talk?.["at"]).toBeCloseTo(45, 0);
    expect(talk?.["until"]).toBeCloseTo(75, 0);
    expect(lines.map((line) => line["at"])).toEqual(
      lines.map((line) => line["at"]).toSorted((a, b) => Number(a) - Number(b)),
    );
  });

  it("does not count where nobody talks, and stays open where nothing listened", async () => {
    const quiet = await run("--motion", ...table, "--sound", sound("noise_sb1"), "--sound-at", "45");
    expect(ofType(quiet.lines, "moment")).toMatchObject([{ counted: false, why: ["was-resting", "lull"] }]);
    const silent = await run("--motion", table[0] ?? "", "--motion", table[1] ?? "");
    expect(ofType(silent.lines, "moment")).toMatchObject([{ counted: null, why: ["was-resting", "no-sound"] }]);
    expect(ofType(silent.lines, "talk")).toEqual([]);
  });

  it("takes a hidden page for unknown, and writes a gap as one line", async () => {
    const page = made("page.jsonl", '{"at":70,"visible":false}\n{"at":75,"visible":true}\n');
    const { lines } = await run("--motion", ...table, "--page", page);
    const [unknown, ...others] = ofType(lines, "unknown");
    expect(others).toEqual([]);
    expect(unknown).toMatchObject({ of: "motion", at: 70, why: "page-hidden" });
    expect(unknown?.["until"]).toBeCloseTo(75, 1);
    expect(ofType(lines, "moment").map((line) => line["kind"])).toEqual(["picked-up", "left-app"]);
  });

  it("scores the events against labels on the last line", async () => {
    const labels = made("labels.csv", "at,label\n66.4,lift\n100,put-down\n");
    const { lines } = await run("--motion", ...table, "--labels", labels);
    expect(lines.at(-1)).toEqual({
      type: "score",
      hits: 1,
      misses: 1,
      falseAlarms: 0,
      delays: [0.504, null],
      lift: { hits: 1, misses: 0, falseAlarms: 0, delays: [0.504] },
      "put-down": { hits: 0, misses: 1, falseAlarms: 0, delays: [null] },
    });
  });

  it("writes the speech of every 32 ms when asked", async () => {
    const { lines } = await run("--sound", sound("cnt_1"), "--frames", "--sound-at", "10");
    const frames = ofType(lines, "frame");
    expect(frames).toHaveLength(183);
    expect(frames[0]?.["at"]).toBeCloseTo(10.032, 3);
    expect(frames.every(({ speech }) => typeof speech === "number" && speech >= 0 && speech <= 1)).toBe(true);
    expect(ofType(lines, "talk")).toHaveLength(1);
  });
});

describe("what cannot be read", () => {
  it.each([
    ["a folder", () => ["--motion", "."], "a folder, where a file is wanted"],
    ["no file", () => ["--motion", "nowhere.csv"], "there is no such file"],
    ["an empty file", () => ["--motion", made("empty.csv", "")], "the file is empty"],
    ["a file of no known kind", () => ["--motion", made("odd.csv", "a,b\n1,2\n")], "not a kind of recording"],
    ["a gyroscope alone", () => ["--motion", table[1] ?? ""], "a gyroscope alone"],
    ["a sound for a motion", () => ["--motion", sound("cnt_1")], "a sound file, where a motion file is wanted"],
    [
      "a truncated WAV",
      () => ["--sound", made("cut.wav", readFileSync(sound("cnt_1")).subarray(0, 90_000))],
      "truncated WAV",
    ],
    [
      "Sensor Logger's acceleration without gravity",
      () => [
        "--motion",
        made("Accelerometer.csv", "time,z,y,x\n1700000000000000000,0,0,0\n1700000000010000000,0,0,0\n"),
      ],
      "gravity",
    ],
  ])("is refused in one clear line: %s", async (_, args, words) => {
    const { code, lines, errors } = await run(...args());
    expect(code).toBe(1);
    expect(lines).toEqual([]);
    expect(errors).toContain(words);
    expect(errors.trim().split("\n")).toHaveLength(1);
  });

  it("names a bad line, counts it and goes on; --strict makes it fatal", async () => {
    const lines = readFileSync(table[0] ?? "", "utf8")
      .split("\n")
      .slice(0, 400);
    lines.splice(100, 0, "1.0,oops,0,9.8");
    const file = made("bad.csv", lines.join("\n"));
    const lenient = await run("--motion", file);
    expect(lenient.code).toBe(0);
    expect(lenient.errors).toMatch(/bad\.csv:101: .*oops/);
    expect(lenient.errors).toContain("lines left out: 1");
    const strict = await run("--motion", file, "--strict");
    expect(strict.code).toBe(1);
    expect(strict.errors).toMatch(/bad\.csv:101: .*oops/);
    expect(strict.lines).toEqual([]);
  });
});

describe("a wrong call", () => {
  it.each([
    [[]],
    [["--sound-at", "3", "--motion", "a"]],
    [["--sound", "a", "--sound-at", "soon"]],
    [["--sound", "a", "b"]],
    [["--sound", "a", "--sound", "b"]],
    [["a"]],
    [["--loud"]],
    [["--motion", ""]],
  ])("ends with 2 and one line: %j", async (args) => {
    const { code, lines, errors } = await run(...args);
    expect(code).toBe(2);
    expect(lines).toEqual([]);
    expect(errors.trim().split("\n")).toHaveLength(1);
  });
});
