import { decodeRecord } from "@undivided/domain";
import { createRandom, simulateCouple } from "@undivided/insight";
import { describe, expect, it, test } from "vitest";
import { createMemoryIo } from "../memory-io.ts";
import { readPointsFile } from "../spiral/points-file.ts";
import { simulateVerb } from "./simulate.ts";

const run = async (...args: readonly string[]) => {
  const io = createMemoryIo();
  const code = await simulateVerb.run(args, io);
  return { code, text: io.stdout.text(), stderr: io.stderr.text() };
};

const readBack = (text: string) => {
  const read = readPointsFile(text);
  if (read.type === "error") throw new Error(read.error);
  return read.value.points;
};

describe("undivided simulate", () => {
  it("writes one file that spiral reads, the same for a seed and another for another", async () => {
    const { code, text, stderr } = await run("--seed", "4");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(text.endsWith("}\n") && !text.slice(0, -1).includes("\n")).toBe(true);
    expect(readBack(text).exposure).toBeCloseTo(100, 9);
    expect((await run("--seed", "4")).text).toBe(text);
    expect((await run("--seed", "5")).text).not.toBe(text);
  });

  it.each(["none", "evening", "bouts", "smooth", "trend"])("keeps the rate under the mood %s", async (mood) => {
    const points = readBack((await run("--hours", "2000", "--mu", "2", "--self", "0", "--mood", mood)).text);
    // Two streams of 4,000 slips; evenings of sd 0.8 make that uncertain by about four in a hundred.
    for (const count of points.counts) expect(Math.abs(count / 4000 - 1)).toBeLessThan(0.15);
  });

  it("adds slips of both at a common cause, and followers where there is excitation", async () => {
    const base = readBack((await run("--hours", "1000", "--self", "0")).text).times.length;
    expect(
      readBack((await run("--hours", "1000", "--self", "0", "--mood", "common")).text).times.length - base,
    ).toBeGreaterThan(700);
    expect(
      readBack((await run("--hours", "1000", "--self", "0", "--cross", "0.5")).text).times.length / base,
    ).toBeGreaterThan(1.7);
  });

  it("leaves out what is marked as from outside: some of it, or all, and then nothing of the cause is left", async () => {
    const common = ["--hours", "400", "--self", "0", "--mood", "common", "--marked"];
    const countOf = async (share: string): Promise<number> => readBack((await run(...common, share)).text).times.length;
    const half = (await countOf("0.5")) - (await countOf("1"));
    expect((await run(...common, "1")).text).toBe((await run("--hours", "400", "--self", "0")).text);
    // 200 causes: 400 slips, of which half are marked; five standard errors are 50 and more.
    expect(Math.abs(half - 200)).toBeLessThan(75);
    expect((await run(...common, "1.5")).code).toBe(2);
  });

  it("writes an example couple with what is true when", async () => {
    const { text } = await run("--couple", "--weeks", "9", "--no-reset");
    expect(readBack(text).windows).toHaveLength(45);
    expect(JSON.parse(text)).toMatchObject({
      phases: [{ name: "ordinary" }, { name: "spiral" }, { name: "after-reset", cross: 0.4 }],
    });
    const works = simulateCouple({ weeks: 60, resetWorks: true }, createRandom(1));
    const slipsIn = (from: number, until: number): number =>
      works.streams.flat().filter((time) => time >= from && time < until).length;
    const [ordinary = 0, spiral = 0, after = 0] = works.phases.map(({ fromHour, untilHour }) =>
      slipsIn(fromHour, untilHour),
    );
    expect(spiral).toBeGreaterThan(ordinary);
    expect(after).toBeLessThan(ordinary);
  });

  test.each([
    [["--hours", "0"]],
    [["--hours", "many"]],
    [["--mu", ""]],
    [["--self", "0.6", "--cross", "0.5"]],
    [["--mood", "blue"]],
    [["--seed", "-3"]],
    [["--couple", "--hours", "3"]],
    [["--weeks", "3"]],
    [["--couple", "--weeks", "1.5"]],
    [["extra"]],
  ])("calls %j wrong", async (args) => {
    const { code, text, stderr } = await run(...args);
    expect({ code, text }).toEqual({ code: 2, text: "" });
    expect(stderr).toMatch(/^undivided simulate: [^\n]+\n$/);
  });

  it("says so when nobody slipped", async () => {
    expect(await run("--hours", "0.1", "--mu", "0.001")).toMatchObject({ code: 1, text: "" });
  });

  it("writes the records of one of the couple, each a record that can be read, all of one owner", async () => {
    const { code, text } = await run("--couple", "--weeks", "3", "--records", "2", "--from", "2026-03-02");
    expect(code).toBe(0);
    const records = text
      .trimEnd()
      .split("\n")
      .map((line) => decodeRecord(JSON.parse(line)));
    expect(records.length).toBeGreaterThan(50);
    const owners = new Set(
      records.map((read) => (read.type === "ok" && "owner" in read.value ? read.value.owner : "")),
    );
    expect(owners.size).toBe(1);
    expect(owners.has("")).toBe(false);
    expect((await run("--couple", "--weeks", "3", "--records", "1", "--from", "2026-03-02")).text).not.toBe(text);
  });

  it("refuses records of a third person and weeks that begin on no Monday", async () => {
    expect(await run("--couple", "--records", "3")).toMatchObject({ code: 2, text: "" });
    expect((await run("--couple", "--records", "1", "--from", "2026-03-03")).stderr).toContain("must be a Monday");
    expect((await run("--couple", "--from", "2026-03-02")).stderr).toContain("--records");
  });
});
