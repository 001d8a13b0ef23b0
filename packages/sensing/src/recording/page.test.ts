import { describe, expect, test } from "vitest";
import { collectBatches } from "./batches.ts";
import { readPage } from "./page.ts";
import { recordedBytes } from "./recorded-file.ts";
import type { SkippedLine } from "./recording-error.ts";

const readText = async (text: string, chunkBytes?: number) => {
  const skipped: SkippedLine[] = [];
  const page = await readPage(recordedBytes("p.jsonl", Buffer.from(text), chunkBytes), (line) => skipped.push(line));
  if (page.type === "error") return { error: page.error, items: [], skipped };
  return { ...(await collectBatches(page.value.changes)), skipped };
};

describe("reading page visibility", () => {
  test("reads JSON lines, one change each, wherever they are cut", async () => {
    for (const chunkBytes of [1, 7, 1000]) {
      const { items, error } = await readText(
        '\uFEFF{"at":0,"visible":true}\r\n{"visible": false, "at": 12.3, "more": [1]}\n\n{"at":13,"visible":true}',
        chunkBytes,
      );
      expect(error).toBeNull();
      expect(items).toEqual([
        { at: 0, visible: true },
        { at: 12300, visible: false },
        { at: 13000, visible: true },
      ]);
    }
  });

  test("names bad lines and leaves them out", async () => {
    const { items, skipped } = await readText(
      [
        '{"at":1,"visible":tr',
        '{"at":2,"visible":false}',
        "[]",
        "null",
        '{"at":"3","visible":true}',
        '{"at":3,"visible":1}',
        '{"at":1e999,"visible":true}',
        '{"at":1.5,"visible":true}',
        "\0\0",
        '{"at":4,"visible":true}',
      ].join("\n"),
    );
    expect(items).toEqual([
      { at: 2000, visible: false },
      { at: 4000, visible: true },
    ]);
    expect(skipped.map(({ line, reason }) => [line, reason.type])).toEqual([
      [1, "not-json"],
      [3, "wrong-field"],
      [4, "wrong-field"],
      [5, "wrong-field"],
      [6, "wrong-field"],
      [7, "out-of-range"],
      [8, "time-runs-backwards"],
      [9, "not-json"],
    ]);
  });

  test("bounds what a hostile line can cost", async () => {
    const good = '{"at":1,"visible":true}';
    const deep = `${"[".repeat(60_000)}\n`;
    const huge = `{"at":2,"visible":true,"x":"${"y".repeat(3_000_000)}"}\n`;
    const { items, skipped } = await readText(`${good}\n${deep}${huge}{"at":3,"visible":false}`);
    expect(items).toHaveLength(2);
    expect(skipped.map(({ line, reason }) => [line, reason.type])).toEqual([
      [2, "not-json"],
      [3, "line-too-long"],
    ]);
  });

  test.each([
    ["", "empty-file"],
    ["hello\nworld", "unknown-format"],
    ["at,label\n1,lift", "wrong-kind"],
    ["RIFF\0\0\0\0WAVE", "wrong-kind"],
  ])("refuses %j as %s", async (text, type) => {
    expect((await readText(text)).error).toMatchObject({ type, file: "p.jsonl" });
  });
});
