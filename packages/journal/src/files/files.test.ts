import type { KnownRecord } from "@undivided/domain";
import { knownRecords } from "@undivided/domain/arbitraries.contract";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createWorld, MINUTE_MS, must, newId } from "../two-people.contract.ts";
import { readCsv } from "./read-csv.ts";

const FILE = { file: "own.jsonl", adopt: false } as const;

/** One person with records of every kind, and another one with nothing. */
const createAnn = async () => {
  const world = createWorld();
  const ann = await world.addPhone("ann");
  const records = fc.sample(knownRecords, { numRuns: 60, seed: 3 });
  for (const record of records) {
    const owned: KnownRecord = { ...record, owner: ann.person, id: newId() };
    must(await ann.journal.records.add(owned));
  }
  return { world, ann };
};

describe("records as text", () => {
  test("come back whole from JSON lines and from CSV, and twice is once", async () => {
    const { world, ann } = await createAnn();
    const other = await world.addPhone("ann again");
    const [lines, table] = [must(await ann.journal.files.toJsonLines()), must(await ann.journal.files.toCsv())];
    const adopt = { file: "own", adopt: true };
    expect(must(await other.journal.files.importCsv(table, adopt))).toMatchObject({ added: 60, faults: [] });
    const withoutOwner = (text: string) =>
      text
        .replaceAll(ann.person, "")
        .replaceAll(other.person, "")
        .replaceAll(/"saved":"[^"]*"/g, "");
    expect(withoutOwner(must(await other.journal.files.toJsonLines()))).toBe(withoutOwner(lines));
    const again = must(await other.journal.files.importJsonLines(lines, adopt));
    expect(again).toEqual({ added: 0, changed: 0, unchanged: 60, keptNewer: 0, deleted: 0, faults: [] });
  });

  test("are refused line by line, each with its file, place and reason, and the others are taken", async () => {
    const { ann } = await createAnn();
    const [first = ""] = must(await ann.journal.files.toJsonLines()).split("\n");
    const text = `${first}\n\n{"type":\n[1]\n{"type":"bid","version":1}\n${first.replace(ann.person, "0".repeat(32))}\n`;
    const report = must(await ann.journal.files.importJsonLines(text, FILE));
    expect(report).toMatchObject({
      unchanged: 1,
      faults: [
        { file: "own.jsonl", line: 3, reason: "not-json" },
        { file: "own.jsonl", line: 4, reason: "not-an-object" },
        { file: "own.jsonl", line: 5, reason: "missing", path: ["id"] },
        { file: "own.jsonl", line: 6, reason: "another-person", path: ["owner"] },
      ],
    });
  });

  test("never bring back what was deleted, nor replace what is newer", async () => {
    const { world, ann } = await createAnn();
    const { records, files } = ann.journal;
    const old = must(await files.toJsonLines());
    world.pass(MINUTE_MS);
    const [first, second] = records.find({ types: ["plan"] });
    if (first?.type !== "plan" || second === undefined) throw new Error("no plans");
    must(await records.change({ ...first, when: "newer" }));
    must(await records.remove(second.id));
    world.pass(MINUTE_MS);
    must(await ann.journal.tend());
    const report = must(await files.importJsonLines(old, FILE));
    expect(report).toMatchObject({ added: 0, changed: 0, keptNewer: 1, deleted: 1, unchanged: 58 });
    expect(records.get(first.id)).toMatchObject({ when: "newer" });
  });

  test("bring back corrections that are missing, whichever is newer", async () => {
    const world = createWorld();
    const [ann, again] = [await world.addPhone("ann"), await world.addPhone("ann again")];
    const adopt = { file: "own", adopt: true };
    const id = must(await ann.journal.records.logMoment("quick-reply"));
    must(await again.journal.files.importJsonLines(must(await ann.journal.files.toJsonLines()), adopt));
    must(await ann.journal.records.correct(id, "needed"));
    world.pass(MINUTE_MS);
    must(await again.journal.records.correct(id, "lull"));
    const lines = must(await ann.journal.files.toJsonLines());
    expect(must(await again.journal.files.importJsonLines(lines, adopt))).toMatchObject({ changed: 1 });
    expect(again.journal.records.get(id)).toMatchObject({
      corrections: [{ correction: "needed" }, { correction: "lull" }],
    });
    expect(must(await again.journal.files.importJsonLines(lines, adopt))).toMatchObject({ changed: 0 });
  });

  test("of a newer app are kept, passed on, shown nowhere", async () => {
    const { ann } = await createAnn();
    const id = newId();
    const line = JSON.stringify({ type: "dream", version: 3, id, owner: ann.person, depth: 4 });
    expect(must(await ann.journal.files.importJsonLines(line, FILE))).toMatchObject({ added: 1 });
    expect(must(await ann.journal.files.importJsonLines(line, FILE))).toMatchObject({ unchanged: 1 });
    expect([ann.journal.records.get(id), ann.journal.records.newerCount()]).toEqual([null, 1]);
    expect(must(await ann.journal.files.toJsonLines())).toContain('"type":"dream"');
  });

  test("never open sharing: what the journal keeps for itself is neither written nor read", async () => {
    const { ann } = await createAnn();
    const share = { type: "share", version: 1, id: newId(), owner: ann.person, record: newId() };
    const report = must(await ann.journal.files.importJsonLines(JSON.stringify(share), FILE));
    expect(report.faults).toMatchObject([{ reason: "not-in-the-list", path: ["type"] }]);
  });

  test("give a spreadsheet no formula", async () => {
    const { ann } = await createAnn();
    const text = '=HYPERLINK("http://example.org")';
    must(await ann.journal.records.add({ type: "marked-day", day: ann.journal.records.today(), note: text }));
    const rows = readCsv(must(await ann.journal.files.toCsv())).flatMap(({ cells }) => cells.slice(0, -1));
    expect(rows).toContain(`'${text}`);
    expect(rows.filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
  });
});

test("reading a table is total, and reads what was written", () => {
  const cells = fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(cells, (rows) => {
      const text = rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\r\n`).join("");
      expect(readCsv(text).map((row) => row.cells)).toEqual(rows);
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => readCsv(text).length >= 0));
});
