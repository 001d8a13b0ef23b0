/** What holds for every reader: the result does not depend on where the bytes are cut, and no bytes make it throw or hang. */
import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { collectBatches } from "./batches.ts";
import { readLabels } from "./labels.ts";
import { readMotion } from "./motion/read-motion.ts";
import { readPage } from "./page.ts";
import { recogniseFiles } from "./recognise.ts";
import type { RecordedFile } from "./recorded-file.ts";
import type { SkippedLine } from "./recording-error.ts";

const fixtures = new URL("../../../../fixtures/motion/", import.meta.url);
const load = async (path: string, bytes = Infinity): Promise<Buffer> =>
  (await readFile(new URL(path, fixtures))).subarray(0, bytes);

interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One buffer for all chunks, as a source may have it: whoever keeps a chunk reads nonsense. */
const inPieces = ({ name, bytes }: NamedBytes, sizes: readonly number[]): RecordedFile => ({
  name,
  chunks: async function* () {
    const buffer = new Uint8Array(Math.max(1, bytes.length));
    let from = 0;
    for (let index = 0; from < bytes.length; index++) {
      const size = Math.max(1, sizes[index % sizes.length] ?? bytes.length);
      const part = bytes.subarray(from, from + size);
      buffer.set(part);
      yield buffer.subarray(0, part.length);
      buffer.fill(0x2c);
      from += size;
    }
  },
});

/** Everything that the readers say of the files; bad lines by file, because how two files interleave is left to the cut. */
const readAll = async (files: readonly NamedBytes[], sizes: readonly number[]) => {
  const given = files.map((file) => inPieces(file, sizes));
  const [first] = given;
  if (first === undefined) throw new Error("no files");
  const skipped = new Map<string, SkippedLine[]>();
  const noteFor =
    (reader: string) =>
    (line: SkippedLine): void => {
      const key = `${reader} ${line.file}`;
      skipped.set(key, [...(skipped.get(key) ?? []), line]);
    };
  const motion = await readMotion(given, noteFor("motion"));
  const page = await readPage(first, noteFor("page"));
  return {
    kinds: (await recogniseFiles(given)).map((kind) => ({ ...kind, file: kind.file.name })),
    motion:
      motion.type === "error"
        ? motion
        : {
            ...(await collectBatches(motion.value.readings)),
            clock: motion.value.clock,
            counts: motion.value.counts(),
          },
    labels: await readLabels(first, noteFor("labels")),
    page: page.type === "error" ? page : await collectBatches(page.value.changes),
    // If the files are refused, how far each had been read by then is left to the cut.
    skipped: motion.type === "ok" ? skipped : [...skipped].filter(([reader]) => !reader.startsWith("motion ")),
  };
};

const sizes = fc.oneof(
  fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
  fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 6 }),
);

const PAGE =
  '{"at":0,"visible":true}\n{"at":1.5,"visible":false}\nbad\n{"at":1,"visible":true}\r\n{"at":9,"visible":true}';
const LABELS = "at,label\r\n1,lift\r\nx,lift\r\n2.5,put-down\r\n";

const samples: Record<string, readonly NamedBytes[]> = {
  phyphox: [
    { name: "Accelerometer.csv", bytes: await load("table-pickup/Accelerometer.csv", 9_000) },
    { name: "Gyroscope.csv", bytes: await load("table-pickup/Gyroscope.csv", 6_000) },
  ],
  "sp-sw-har": [{ name: "s01.csv", bytes: await load("pocket/s01_01_sp.csv", 9_000) }],
  "Sensor Logger": await Promise.all(
    ["Accelerometer", "Gravity", "Gyroscope"].map(async (name) => ({
      name,
      bytes: await load(`made-formats/sensor-logger-ios/${name}.csv`),
    })),
  ),
  trace: [{ name: "trace.csv", bytes: await load("made-formats/trace/trace.csv") }],
  page: [{ name: "page.jsonl", bytes: Buffer.from(PAGE) }],
  labels: [{ name: "labels.csv", bytes: Buffer.from(LABELS) }],
};

describe.each(Object.entries(samples))("%s", (_, files) => {
  test("reads the same wherever the bytes are cut", async () => {
    const whole = await readAll(files, [1e9]);
    await fc.assert(
      fc.asyncProperty(sizes, async (cut) => {
        expect(await readAll(files, cut)).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });

  test("never throws on mutated bytes, keeps its promises, and reads them the same wherever they are cut", async () => {
    const change = fc.oneof(
      fc.record({
        type: fc.constant("set" as const),
        byte: fc.oneof(
          fc.constantFrom("\n", "\r", ",", ";", '"', "\0", "-", ".", "e", "N", "9", " ", "\t"),
          fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
        ),
      }),
      fc.record({ type: fc.constant("cut" as const), length: fc.nat(200) }),
      fc.record({ type: fc.constant("repeat" as const), length: fc.nat(200) }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(12_000), change), { minLength: 1, maxLength: 8 }),
        sizes,
        async (changes, cut) => {
          const mutated = files.map(({ name, bytes }) => {
            let result = Buffer.from(bytes);
            for (const [where, how] of changes) {
              const at = where % (result.length + 1);
              const before = result.subarray(0, at);
              if (how.type === "set") result = Buffer.concat([before, Buffer.from(how.byte), result.subarray(at + 1)]);
              else if (how.type === "cut") result = Buffer.concat([before, result.subarray(at + how.length)]);
              else result = Buffer.concat([before, result.subarray(Math.max(0, at - how.length))]);
            }
            return { name, bytes: result };
          });
          const whole = await readAll(mutated, [1e9]);
          expect(await readAll(mutated, cut)).toEqual(whole);
          if (!("items" in whole.motion)) return;
          const { items } = whole.motion;
          for (const [index, reading] of items.entries()) {
            expect(reading.at).toBeGreaterThanOrEqual(items[index - 1]?.at ?? -Infinity);
            const values =
              reading.acceleration === null ? [] : [...reading.acceleration, ...(reading.rotationRate ?? [])];
            expect(values.every(Number.isFinite)).toBe(true);
          }
        },
      ),
      { numRuns: 250 },
    );
  });
});

test("any bytes at all are read or refused", async () => {
  const line = fc.oneof(
    fc.constantFrom(
      '"Time (s)","X (m/s^2)","Y (m/s^2)","Z (m/s^2)"',
      "time,z,y,x",
      "undivided-trace,1",
      "at,ax,ay,az,ra,rb,rg,event",
      "at,label",
      '{"at":1,"visible":true}',
      "1,2,3,4",
      "1,,,",
      "",
    ),
    fc.string({ unit: "binary", maxLength: 12 }),
  );
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.array(line, { maxLength: 8 }).map((lines) => Uint8Array.from(Buffer.from(lines.join("\n")))),
  );
  await fc.assert(
    fc.asyncProperty(
      bytes,
      fc.constantFrom("a.csv", "TotalAcceleration.csv", "Gravity", ""),
      sizes,
      async (raw, name, cut) => {
        const files = [{ name, bytes: raw }];
        expect(await readAll(files, cut)).toEqual(await readAll(files, [1e9]));
      },
    ),
    { numRuns: 4_000 },
  );
});
