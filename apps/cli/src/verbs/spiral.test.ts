/** `undivided spiral` from outside: lines, errors, exit codes; numbers are tested where they are made. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRandom, dailyWindows, influenceTruths, simulatePoints } from "@undivided/insight";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import type { SpiralLine } from "../spiral/spiral-line.ts";
import { createMemoryIo } from "../memory-io.ts";
import { spiralVerb } from "./spiral.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "undivided-spiral-"));
  const study = influenceTruths.find(({ name }) => name === "0.5, 50 h");
  if (study === undefined) throw new Error("no such truth");
  const { windows, streams } = simulatePoints(study.truth, dailyWindows(60, 3), createRandom(8));
  const inUnit = (unit: string, factor: number): string =>
    JSON.stringify({
      unit,
      windows: windows.map(({ start, end }) => [start * factor, end * factor]),
      streams: streams.map((times) => times.map((time) => time * factor)),
    });
  await save("couple.json", inUnit("h", 1));
  await save("minutes.json", inUnit("min", 60));
  await save("short.json", `{"unit":"min","windows":[[0,60],[60,90]],"streams":[[0,60,90],[60,75]]}`);
  await save("alone.json", `{"unit":"s","windows":[[0,7200]],"streams":[[5,100,130,4000]]}`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const save = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);

const parse = (line: string): SpiralLine => JSON.parse(line);

const run = async (...args: readonly string[]) => {
  const io = createMemoryIo(folder);
  const code = await spiralVerb.run(args, io);
  const lines = io.stdout.text().split("\n").slice(0, -1);
  return { code, lines, values: lines.map(parse), stderr: io.stderr.text() };
};

describe("undivided spiral", () => {
  it("writes one line a file, in the files' order, and the same line in any order and beside any other file", async () => {
    const together = await run("couple.json", "alone.json", "short.json");
    expect(together).toMatchObject({ code: 0, stderr: "" });
    expect(together.values.map((value) => value.file)).toEqual(["couple.json", "alone.json", "short.json"]);
    const turned = await run("short.json", "couple.json", "alone.json");
    expect(turned.lines.toSorted()).toEqual(together.lines.toSorted());
    expect((await run("couple.json")).lines).toEqual(together.lines.slice(0, 1));
  });

  it("has every field for two streams", async () => {
    const [line] = (await run("couple.json")).values;
    const interval = { median: expect.any(Number), low: expect.any(Number), high: expect.any(Number) };
    const p = expect.any(Number);
    expect(line).toEqual({
      file: "couple.json",
      events: expect.any(Number),
      exposure: expect.closeTo(60, 9),
      mle: {
        mu: [p, p],
        n: [
          [p, p],
          [p, p],
        ],
        halfLife: p,
        logLikelihood: p,
      },
      posterior: {
        mu: [interval, interval],
        n: [
          [interval, interval],
          [interval, interval],
        ],
        halfLife: interval,
      },
      guard: {
        shift: p,
        turns: p,
        turnsFar: p,
        ownPause: { pooled: p, one: p },
        delta: { value: p, low: p, high: p },
      },
      verdict: "follow-each-other",
      diagnostics: expect.objectContaining({ chains: expect.objectContaining({ hasConverged: true }) }),
    });
  });

  it("has arrays for one stream too, and no guard and no verdict", async () => {
    const [line] = (await run("alone.json")).values;
    expect(line).toMatchObject({
      events: 4,
      exposure: 7200,
      mle: { mu: [expect.any(Number)], n: [[expect.any(Number)]] },
    });
    expect(line?.posterior?.n).toEqual([
      [{ median: expect.any(Number), low: expect.any(Number), high: expect.any(Number) }],
    ]);
    expect(line).toMatchObject({ guard: null, verdict: null });
  });

  it("leaves out all that is drawn with --mle-only, and the maximum is the same", async () => {
    const [only] = (await run("couple.json", "--mle-only")).values;
    const [whole] = (await run("couple.json")).values;
    expect(only).toMatchObject({ posterior: null, guard: null, verdict: null });
    expect(only?.mle).toEqual(whole?.mle);
  });

  it("takes windows that touch, events at their ends, and equal times in different streams", async () => {
    const [line] = (await run("short.json")).values;
    expect(line).toMatchObject({ events: 5, exposure: 90, verdict: "too-few" });
  });

  it("gives times and rates in the file's unit", async () => {
    const [hours, minutes] = (await run("couple.json", "minutes.json")).values;
    if (hours === undefined || minutes === undefined) throw new Error("a line is missing");
    expect(minutes.exposure).toBeCloseTo(3600, 6);
    expect(minutes.mle.halfLife / 60).toBeCloseTo(hours.mle.halfLife, 6);
    expect((minutes.mle.mu[0] ?? NaN) * 60).toBeCloseTo(hours.mle.mu[0] ?? NaN, 5);
    expect(minutes.guard?.turns).toBe(hours.guard?.turns);
    expect(minutes.verdict).toBe(hours.verdict);
  });

  it("draws by the seed, which is 1 unless given", async () => {
    const plain = (await run("couple.json")).lines;
    expect((await run("couple.json", "--seed", "1")).lines).toEqual(plain);
    expect((await run("couple.json", "--seed", "2")).lines).not.toEqual(plain);
  });

  test.each([
    ["no JSON", `{"unit":`, /this is no JSON/],
    ["a list", `[]`, /one object/],
    ["no unit", `{"windows":[[0,1]],"streams":[[0.5]]}`, /unit/],
    ["an unknown unit", `{"unit":"d","windows":[[0,1]],"streams":[[0.5]]}`, /unit/],
    ["a unit that every object has", `{"unit":"toString","windows":[[0,1]],"streams":[[0.5]]}`, /unit/],
    ["no windows", `{"unit":"h","windows":[],"streams":[[0.5]]}`, /windows/],
    ["windows that are no list", `{"unit":"h","windows":5,"streams":[[0.5]]}`, /windows/],
    ["a window of three numbers", `{"unit":"h","windows":[[0,1],[1,2,3]],"streams":[[0.5]]}`, /windows\[1\]/],
    ["an infinite window", `{"unit":"h","windows":[[0,1e999]],"streams":[[0.5]]}`, /windows\[0\]\[1\]/],
    ["a window backwards", `{"unit":"h","windows":[[1,0]],"streams":[[0.5]]}`, /windows\[0\]/],
    ["windows out of order", `{"unit":"h","windows":[[4,5],[0,1]],"streams":[[0.5]]}`, /windows\[1\].*sorted/],
    ["windows that overlap", `{"unit":"h","windows":[[0,2],[1,3]],"streams":[[0.5]]}`, /windows\[1\] overlaps/],
    ["no length", `{"unit":"h","windows":[[1,1]],"streams":[[1]]}`, /no length/],
    ["no streams", `{"unit":"h","windows":[[0,1]],"streams":[]}`, /streams/],
    ["three streams", `{"unit":"h","windows":[[0,1]],"streams":[[0.1],[0.2],[0.3]]}`, /streams holds 3/],
    ["an empty stream", `{"unit":"h","windows":[[0,1]],"streams":[[0.5],[]]}`, /streams\[1\] is empty/],
    ["a time that is null", `{"unit":"h","windows":[[0,1]],"streams":[[0.5,null]]}`, /streams\[0\]\[1\]/],
    ["an infinite time", `{"unit":"h","windows":[[0,1]],"streams":[[0.5],[0.1,1e999]]}`, /streams\[1\]\[1\]/],
    ["times out of order", `{"unit":"h","windows":[[0,1]],"streams":[[0.5,0.4]]}`, /streams\[0\]\[1\]/],
    ["equal times in a stream", `{"unit":"h","windows":[[0,1]],"streams":[[0.5,0.5]]}`, /streams\[0\]\[1\]/],
    ["a time in no window", `{"unit":"h","windows":[[0,1],[2,3]],"streams":[[0.5],[0.5,1.5]]}`, /streams\[1\]\[1\]/],
  ])("refuses %s by file and position, and reads the others", async (_, text, words) => {
    await save("bad.json", text);
    const { code, values, stderr } = await run("bad.json", "short.json", "--mle-only");
    expect(code).toBe(1);
    expect(values.map((value) => value.file)).toEqual(["short.json"]);
    expect(stderr).toMatch(/^undivided spiral: bad\.json: [^\n]+\n$/);
    expect(stderr).toMatch(words);
  });

  it("names a file that is not there, and a folder", async () => {
    const { code, stderr, values } = await run("nowhere.json", ".", "alone.json", "--mle-only");
    expect(code).toBe(1);
    expect(stderr).toBe(
      "undivided spiral: nowhere.json: could not be read (there is no such file).\nundivided spiral: .: could not be read (it is a folder).\n",
    );
    expect(values).toHaveLength(1);
  });

  test.each([
    [[]],
    [["--seed", "1"]],
    [["couple.json", "--seed", "-1"]],
    [["couple.json", "--seed", "1.5"]],
    [["couple.json", "--seed", "9007199254740992"]],
    [["couple.json", "--seed", "1", "--seed", "2"]],
    [["couple.json", "--fast"]],
    [[""]],
  ])("calls %j wrong", async (args) => {
    const { code, lines, stderr } = await run(...args);
    expect({ code, lines }).toEqual({ code: 2, lines: [] });
    expect(stderr).toMatch(/^undivided spiral: [^\n]+\n$/);
  });
});
