import { gzipSync, zipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fixture, readAll, type NamedBytes } from "../reading.contract.ts";

const plain = fixture("aware-screen-15days.csv");
const gzip: NamedBytes = { name: "a.bin", bytes: gzipSync(plain.bytes) };
const zip = (files: Record<string, Uint8Array>): NamedBytes => ({ name: "a", bytes: zipSync(files) });

describe("gzip and zip", () => {
  test("are opened whatever they are called, wherever they are cut", async () => {
    const direct = await readAll([plain]);
    if (direct.error !== undefined) throw new Error(direct.error.type);
    const inZip = zip({ "notes.pdf": Buffer.from("%PDF-1.4"), "inner/log": plain.bytes, "empty/": new Uint8Array(0) });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 9_000 }), { minLength: 1, maxLength: 4 }), async (sizes) => {
        expect(await readAll([gzip], { sizes })).toMatchObject({ sessions: direct.sessions, skipped: [] });
        expect(await readAll([inZip], { sizes })).toMatchObject({
          sessions: direct.sessions,
          files: [{ file: "a/inner/log", source: "aware-screen" }],
        });
      }),
      { numRuns: 15 },
    );
  });

  test("a zip of several histories is one history", async () => {
    const [head = "", ...rows] = Buffer.from(plain.bytes).toString().trim().split("\n");
    const part = (from: number, until: number) => Buffer.from([head, ...rows.slice(from, until)].join("\n"));
    const direct = await readAll([plain]);
    if (direct.error !== undefined) throw new Error(direct.error.type);
    expect(await readAll([zip({ b: part(1000, 3000), a: part(0, 1200) })])).toMatchObject({
      sessions: direct.sessions,
    });
  });

  test("cut in the middle: what came before is kept and the cut is named", async () => {
    const cut = { name: "cut", bytes: gzip.bytes.subarray(0, gzip.bytes.length / 2) };
    const read = await readAll([cut]);
    if (read.error !== undefined) throw new Error(read.error.type);
    expect(read.sessions.length).toBeGreaterThan(100);
    expect(read.skipped).toContainEqual({ file: "cut", line: 0, reason: { type: "cut-off" } });
  });

  test.each<[string, NamedBytes, string]>([
    ["a bomb", { name: "b", bytes: gzipSync(new Uint8Array(120_000_000)) }, "archive-too-large"],
    ["an archive in an archive", zip({ inner: gzip.bytes }), "archive-in-archive"],
    [
      "too many files",
      zip(Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [String(index), new Uint8Array(0)]))),
      "archive-of-too-many-files",
    ],
    ["nothing of use inside", zip({ "a.txt": Buffer.from("hello") }), "unknown-format"],
    [
      "broken gzip",
      { name: "b", bytes: Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff]) },
      "damaged-archive",
    ],
  ])("%s is refused", async (_, file, type) => {
    expect(await readAll([file])).toMatchObject({ error: { type } });
  });
});
