import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "../encoding/json.ts";
import { knownRecords, RECORDS_BY_TYPE } from "./arbitraries.contract.ts";
import { RECORD_KINDS, RECORD_TYPES, type KnownRecord } from "./kinds.ts";
import { decodeRecord, encodeRecord, type StoredRecord } from "./record.ts";

const decode = (value: unknown): StoredRecord => {
  const result = decodeRecord(value);
  if (result.type === "error") throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** As a file, a store or a network would bring it. */
const throughText = (value: Json): unknown => JSON.parse(JSON.stringify(value));

const ID = "0123456789abcdef0123456789abcdef";

const MOMENT = {
  type: "moment",
  version: 1,
  id: ID,
  owner: ID,
  at: "2026-11-20T18:00:02.000Z",
  utcOffset: 60,
  source: {
    type: "sensed",
    kind: "picked-up",
    together: ID,
    device: ID,
    until: "2026-11-20T18:00:40.000Z",
    reasons: ["was-resting", "talk", "other-phone-unknown"],
  },
  corrections: [{ type: "said", at: "2026-11-20T20:00:00.000Z", correction: "needed", announcedMs: null }],
};

describe.each(RECORD_TYPES)("a record of kind %s", (type) => {
  const records: fc.Arbitrary<KnownRecord> = RECORDS_BY_TYPE[type];

  test("comes back from its JSON with all it held, also what a newer app added", () => {
    fc.assert(
      fc.property(records, (record) => {
        expect(decode(throughText(encodeRecord(record)))).toEqual(record);
      }),
    );
  });

  test("is written with its type and version", () => {
    fc.assert(
      fc.property(records, (record) => {
        const isOld =
          record.type === "moment" && !record.corrections.some((step) => step.correction === "from-outside");
        const version = isOld ? 1 : RECORD_KINDS[type].version;
        expect(encodeRecord(record)).toMatchObject({ type, version, id: record.id });
      }),
    );
  });

  test("is refused without any one of its fields, and the error names the field", () => {
    const [sample] = fc.sample(records, { numRuns: 1, seed: 1 });
    if (sample === undefined) throw new Error("no sample");
    const written = Object.entries(encodeRecord({ ...sample, unknownFields: {} }) ?? {});
    for (const [name] of written) {
      const without = Object.fromEntries(written.filter(([other]) => other !== name));
      expect(decodeRecord(without)).toEqual({ type: "error", error: { type: "missing", path: [name] } });
    }
  });
});

describe("what a newer app wrote", () => {
  const newer = fc
    .record({
      known: knownRecords,
      change: fc.constantFrom(
        { type: "a-kind-of-tomorrow" },
        { version: 3 },
        { type: "constructor" },
        { type: "toString" },
        { type: "__proto__" },
        { type: "unknown" },
      ),
      extra: fc.json().map((text): unknown => JSON.parse(text)),
    })
    .map(({ known, change, extra }) => JSON.stringify({ ...Object(encodeRecord(known)), ...change, extra }));

  test("is kept untouched: an unknown kind and a newer version are written again byte for byte", () => {
    fc.assert(
      fc.property(newer, (text) => {
        const record = decode(JSON.parse(text));
        expect(record.type).toBe("unknown");
        expect(JSON.stringify(encodeRecord(record))).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  test("is kept also with fields named like parts of JavaScript's objects", () => {
    const text = '{"type":"new","version":7,"__proto__":{"a":1},"constructor":null,"hasOwnProperty":3}';
    expect(JSON.stringify(encodeRecord(decode(JSON.parse(text))))).toBe(text);
    const known = `{"type":"bid","version":1,"id":"${ID}","owner":"${ID}","day":"2026-11-20","outcome":"missed","__proto__":{"a":1}}`;
    expect(JSON.stringify(encodeRecord(decode(JSON.parse(known))))).toBe(known);
  });

  test("never overwrites a field that this version knows", () => {
    const record = decode({ type: "bid", version: 1, id: ID, owner: ID, day: "2026-11-20", outcome: "missed" });
    if (record.type !== "bid") throw new Error(record.type);
    const forged = { ...record, unknownFields: { outcome: "answered", type: "moment", version: 9 } };
    expect(encodeRecord(forged)).toMatchObject({ type: "bid", version: 1, outcome: "missed" });
  });
});

describe("decoding", () => {
  test("is total: any value gives a record or an error, and an error never repeats the value", () => {
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withSet: true,
          withTypedArray: true,
          withNullPrototype: true,
          withSparseArray: true,
        }),
        (value) => {
          const result = decodeRecord(value);
          if (result.type === "error") expect(Object.keys(result.error)).toEqual(["type", "path"]);
        },
      ),
    );
  });

  test("is total on records with one part replaced by anything, and what it accepts it can write and read again", () => {
    const damaged = fc
      .tuple(knownRecords, fc.anything(), fc.nat())
      .map(([record, value, place]) => replacePart(throughText(encodeRecord(record)), value, place));
    fc.assert(
      fc.property(damaged, (value) => {
        const result = decodeRecord(value);
        if (result.type === "ok") expect(decode(throughText(encodeRecord(result.value)))).toEqual(result.value);
      }),
      { numRuns: 1000 },
    );
  });

  test("neither overflows the stack nor hangs on deep or circular values", () => {
    const deep: unknown = JSON.parse(
      '{"type":"moment","version":1,"x":' + "[".repeat(50_000) + "]".repeat(50_000) + "}",
    );
    expect(decodeRecord(deep)).toMatchObject({ type: "error", error: { type: "too-deep" } });
    const circular: { self?: unknown } = {};
    circular.self = circular;
    expect(decodeRecord(circular)).toMatchObject({ type: "error", error: { type: "too-deep" } });
  });

  test("reads the written form of the specification, and raises the version of a moment only for the word that was added", () => {
    expect(throughText(encodeRecord(decode(MOMENT)))).toEqual(MOMENT);
    expect(throughText(encodeRecord(decode({ ...MOMENT, version: 2 })))).toEqual(MOMENT);
    const outside = {
      ...MOMENT,
      version: 2,
      corrections: [{ type: "said", at: "2026-11-20T20:00:00.000Z", correction: "from-outside", announcedMs: null }],
    };
    expect(throughText(encodeRecord(decode(outside)))).toEqual(outside);
  });

  test.each<[string, unknown, string, readonly (string | number)[]]>([
    ["a list", [], "not-an-object", []],
    ["no type", { version: 1 }, "missing", ["type"]],
    ["a number as type", { type: 1, version: 1 }, "not-a-text", ["type"]],
    ["no version", { type: "moment" }, "missing", ["version"]],
    ["version 0", { ...MOMENT, version: 0 }, "not-a-version", ["version"]],
    ["half a version", { ...MOMENT, version: 1.5 }, "not-a-version", ["version"]],
    ["a short id", { ...MOMENT, id: "abc" }, "not-an-id", ["id"]],
    ["a local time", { ...MOMENT, at: "2026-11-20T18:00:02" }, "not-an-instant", ["at"]],
    ["an offset of a day", { ...MOMENT, utcOffset: 1440 }, "not-an-offset", ["utcOffset"]],
    ["an unknown source", { ...MOMENT, source: { type: "seen" } }, "not-in-the-list", ["source", "type"]],
    ["an inherited name as source", { ...MOMENT, source: { type: "toString" } }, "not-in-the-list", ["source", "type"]],
    [
      "an unknown reason",
      { ...MOMENT, source: { ...MOMENT.source, reasons: ["talk", "mood"] } },
      "not-in-the-list",
      ["source", "reasons", 1],
    ],
    [
      "an end before the start",
      { ...MOMENT, source: { ...MOMENT.source, until: "2026-11-20T18:00:01.000Z" } },
      "out-of-order",
      [],
    ],
    [
      "a logged kind from a sensor",
      { ...MOMENT, source: { ...MOMENT.source, kind: "quick-reply" } },
      "not-in-the-list",
      ["source", "kind"],
    ],
    [
      "an announced time of no length",
      { ...MOMENT, corrections: [{ ...MOMENT.corrections[0], announcedMs: 0 }] },
      "out-of-range",
      ["corrections", 0, "announcedMs"],
    ],
    ["a value that is no JSON", { ...MOMENT, extra: [1, Number.NaN] }, "not-json", ["extra", 1]],
    ["a date object", { ...MOMENT, at: new Date(0) }, "not-json", ["at"]],
    [
      "a check-in that begins on a Tuesday",
      { type: "check-in", version: 1, id: ID, owner: ID, week: "2026-11-17", answers: {} },
      "not-a-monday",
      ["week"],
    ],
    [
      "a day with a clock time",
      { type: "felt-second", version: 1, id: ID, owner: ID, day: "2026-11-17T20:00Z", feeling: "sad" },
      "not-a-day",
      ["day"],
    ],
  ])("refuses %s and names the place and the reason", (_what, value, type, path) => {
    expect(decodeRecord(value)).toEqual({ type: "error", error: { type, path } });
  });
});

/** Replaces the value at some place, counted through the tree. */
const replacePart = (tree: unknown, value: unknown, place: number): unknown => {
  if (typeof tree !== "object" || tree === null) return value;
  const entries = Object.entries(tree);
  if (entries.length === 0 || place % 5 === 0) return value;
  const chosen = place % entries.length;
  const changed = entries.map(([name, part], index): [string, unknown] => [
    name,
    index === chosen ? replacePart(part, value, Math.floor(place / 7)) : part,
  ]);
  return Array.isArray(tree) ? changed.map(([, part]) => part) : Object.fromEntries(changed);
};
