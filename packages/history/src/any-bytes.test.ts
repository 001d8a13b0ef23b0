/** What holds for every reader: the result does not depend on where the bytes are cut, and no bytes make it throw or hang. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fixture, readAll, type NamedBytes, type ReadOptions } from "./reading.contract.ts";

const sizes = fc.oneof(
  fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
  fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 6 }),
);

const head = (file: NamedBytes, bytes: number): NamedBytes => ({ ...file, bytes: file.bytes.subarray(0, bytes) });

const samples: Record<string, { readonly files: readonly NamedBytes[]; readonly options: ReadOptions }> = {
  "AWARE screen": { files: [head(fixture("aware-screen-15days.csv"), 3_000)], options: {} },
  "AWARE users and apps": {
    files: [head(fixture("aware-screen-users.csv"), 4_000), fixture("made-formats/aware-apps.csv")],
    options: { own: "jd9INuQ5BBlW" },
  },
  ActivityWatch: { files: [fixture("made-formats/activitywatch-phone-and-laptop.json")], options: {} },
  "Home Assistant CSV": { files: [fixture("made-formats/home-assistant.csv")], options: {} },
  "Home Assistant JSON": { files: [fixture("made-formats/home-assistant.json")], options: {} },
  dumpsys: { files: [fixture("made-formats/dumpsys-usagestats.txt")], options: { zone: "Europe/Berlin" } },
  "line log": { files: [fixture("made-formats/lines.txt")], options: { zone: "Europe/Berlin" } },
};

describe.each(Object.entries(samples))("%s", (_, { files, options }) => {
  test("reads the same wherever the bytes are cut, and twice as once", async () => {
    const whole = await readAll(files, options);
    if (whole.error !== undefined) throw new Error(whole.error.type);
    await fc.assert(
      fc.asyncProperty(sizes, async (cut) => {
        expect(await readAll(files, { ...options, sizes: cut })).toEqual(whole);
      }),
      { numRuns: 40 },
    );
    expect(await readAll([...files, ...files], options)).toMatchObject({
      sessions: whole.sessions,
      observed: whole.observed,
    });
  });

  test("never throws on mutated bytes, reads them the same wherever they are cut, and keeps its promises", async () => {
    const change = fc.oneof(
      fc.record({
        type: fc.constant("set" as const),
        byte: fc.oneof(
          fc.constantFrom("\n", "\r", ",", ";", '"', "\0", "-", "{", "}", "[", "]", ":", "e", "\\", "9", " ", "\t"),
          fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
        ),
      }),
      fc.record({ type: fc.constant("cut" as const), length: fc.nat(200) }),
      fc.record({ type: fc.constant("repeat" as const), length: fc.nat(200) }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(4_000), change), { minLength: 1, maxLength: 8 }),
        sizes,
        async (changes, cut) => {
          const mutated = files.map(({ name, bytes }) => ({ name, bytes: mutate(bytes, changes) }));
          const whole = await readAll(mutated, options);
          expect(await readAll(mutated, { ...options, sizes: cut })).toEqual(whole);
          if (whole.error !== undefined) return;
          let last = -Infinity;
          for (const [from, until] of whole.sessions) {
            const fromMs = Date.parse(String(from));
            const untilMs = until === null ? fromMs : Date.parse(String(until));
            expect(fromMs).toBeGreaterThanOrEqual(last);
            expect(untilMs).toBeGreaterThanOrEqual(fromMs);
            last = untilMs;
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

interface Change {
  readonly type: "set" | "cut" | "repeat";
  readonly byte?: string;
  readonly length?: number;
}

const mutate = (bytes: Uint8Array, changes: readonly (readonly [number, Change])[]): Uint8Array => {
  let result = Buffer.from(bytes);
  for (const [where, { type, byte = "", length = 0 }] of changes) {
    const at = where % (result.length + 1);
    const before = result.subarray(0, at);
    if (type === "set") result = Buffer.concat([before, Buffer.from(byte), result.subarray(at + 1)]);
    else if (type === "cut") result = Buffer.concat([before, result.subarray(at + length)]);
    else result = Buffer.concat([before, result.subarray(Math.max(0, at - length))]);
  }
  return result;
};

test("any bytes at all are read or refused", async () => {
  const line = fc.oneof(
    fc.constantFrom(
      "time,screen_status",
      "user,device,time,screen_status",
      "entity_id,state,last_changed",
      "binary_sensor.a_interactive,on,2026-04-24T10:05:00Z",
      "1600000000,1",
      "a,b,1600000000,3",
      '{"buckets":{"aw-watcher-android":{"type":"currentwindow","hostname":"p","events":[',
      '{"timestamp":"2026-04-24T10:05:00Z","duration":1e300,"data":{"app":"x"}},',
      '[[{"entity_id":"binary_sensor.a_interactive","state":"on","last_changed":"2026-04-24T10:05:00Z"},',
      "user=0",
      '  time="2026-09-26 23:10:00" type=SCREEN_INTERACTIVE package=android',
      "2026-11-20T19:00:02+01:00,open,Mail",
      "1795201202,on",
      "1795201232000,off",
      "\x1f\x8b\x08\x00",
      "PK\x03\x04",
    ),
    fc.string({ unit: "binary", maxLength: 12 }),
  );
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.array(line, { maxLength: 8 }).map((lines) => Uint8Array.from(Buffer.from(lines.join("\n"), "latin1"))),
  );
  await fc.assert(
    fc.asyncProperty(bytes, sizes, async (raw, cut) => {
      const files = [{ name: "f", bytes: raw }];
      expect(await readAll(files, { sizes: cut, zone: "UTC" })).toEqual(await readAll(files, { zone: "UTC" }));
    }),
    { numRuns: 3_000 },
  );
});
