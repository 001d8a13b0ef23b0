import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { readLabels } from "./labels.ts";
import { recordedBytes } from "./recorded-file.ts";
import type { SkippedLine } from "./recording-error.ts";

const readText = async (text: string) => {
  const skipped: SkippedLine[] = [];
  const labels = await readLabels(recordedBytes("l.csv", Buffer.from(text)), (line) => skipped.push(line));
  return { labels, skipped };
};

describe("reading labels", () => {
  test("reads a table with the columns `at` and `label`, in the order of the file", async () => {
    const { labels, skipped } = await readText("\uFEFFat,label\r\n67.1,lift\r\n2.5,put-down\r\n");
    expect(labels).toEqual({
      type: "ok",
      value: {
        labels: [
          { at: 67100, event: "lift" },
          { at: 2500, event: "put-down" },
        ],
        unknownEvents: 0,
      },
    });
    expect(skipped).toEqual([]);
  });

  test("reads a table that a spreadsheet saved with semicolons, decimal commas and quotes", async () => {
    const { labels } = await readText('"label";"at";"note"\n"lift";"67,25";"a;b"');
    expect(labels).toMatchObject({ value: { labels: [{ at: 67250, event: "lift" }] } });
  });

  test("names bad rows and leaves them out", async () => {
    const { labels, skipped } = await readText("at,label\n1,lift\nx,lift\n2,Lift\n3\n,lift\n1e99,lift\n\n4,put-down");
    expect(labels).toMatchObject({ value: { labels: [{ at: 1000 }, { at: 4000 }] } });
    expect(skipped.map(({ line, reason }) => [line, reason.type])).toEqual([
      [3, "not-a-number"],
      [4, "unknown-label"],
      [5, "wrong-column-count"],
      [6, "missing-value"],
      [7, "out-of-range"],
    ]);
  });

  test("a table without rows says that nothing was lifted", async () => {
    expect((await readText("at,label\n")).labels).toEqual({ type: "ok", value: { labels: [], unknownEvents: 0 } });
  });

  test("takes the labelled rows of a trace, with or without values, and counts events it does not know", async () => {
    const trace = await readFile(new URL("../../../../fixtures/motion/made-formats/trace/trace.csv", import.meta.url));
    const skipped: SkippedLine[] = [];
    expect(await readLabels(recordedBytes("trace.csv", trace, 3), (line) => skipped.push(line))).toEqual({
      type: "ok",
      value: {
        labels: [
          { at: 2410, event: "lift" },
          { at: 5750, event: "put-down" },
        ],
        unknownEvents: 1,
      },
    });
    expect(skipped).toEqual([
      { file: "trace.csv", line: 6, reason: { type: "not-a-number", column: "az", text: "oops" } },
    ]);
  });

  test.each([
    ["", "empty-file"],
    ["\uFEFF \n\r\n", "empty-file"],
    ["nothing known", "unknown-format"],
    ["undivided-trace,7\n", "newer-trace"],
    ["undivided-trace,1\nat,ax\n", "damaged-trace"],
    ['{"at":1,"visible":true}', "wrong-kind"],
    ['"Time (s)","X (m/s^2)","Y (m/s^2)","Z (m/s^2)"\n0,1,2,3', "wrong-kind"],
  ])("refuses %j as %s", async (text, type) => {
    expect((await readText(text)).labels).toMatchObject({ type: "error", error: { type, file: "l.csv" } });
  });
});
