import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEnvelope, toColumns } from "./min-max.ts";

describe("the envelope of a long recording", () => {
  it("keeps the lowest and the highest value of each bucket", () => {
    const envelope = createEnvelope(0, 100, 8);
    for (const [at, value] of [
      [0, 5],
      [50, 1],
      [99, 3],
      [100, 9],
      [310, -2],
    ] as const) {
      envelope.add(at, value);
    }
    const { low, high, bucketMs } = envelope.build();
    expect(bucketMs).toBe(100);
    expect([...low]).toEqual([1, 9, Number.NaN, -2]);
    expect([...high]).toEqual([5, 9, Number.NaN, -2]);
  });

  it("widens its buckets when the recording is longer than expected, and loses no peak", () => {
    const samples = fc.array(fc.tuple(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: -1000, max: 1000 })), {
      minLength: 1,
      maxLength: 300,
    });
    fc.assert(
      fc.property(samples, (all) => {
        const envelope = createEnvelope(0, 10, 16);
        for (const [at, value] of all) envelope.add(at, value);
        const { low, high, bucketMs } = envelope.build();
        expect(low.length).toBeLessThanOrEqual(16);
        for (const [at, value] of all) {
          const bucket = Math.floor(at / bucketMs);
          expect(low[bucket]).toBeLessThanOrEqual(value);
          expect(high[bucket]).toBeGreaterThanOrEqual(value);
        }
        const values = all.map(([, value]) => value);
        expect(Math.max(...[...high].filter((value) => !Number.isNaN(value)))).toBe(Math.max(...values));
        expect(Math.min(...[...low].filter((value) => !Number.isNaN(value)))).toBe(Math.min(...values));
      }),
    );
  });

  it("ignores what is no number and what lies before it", () => {
    const envelope = createEnvelope(1000, 100, 4);
    envelope.add(1000, Number.NaN);
    envelope.add(900, 5);
    envelope.add(Number.NaN, 5);
    expect(envelope.build().low.length).toBe(0);
  });

  it("becomes columns of a view, with holes only where nothing was measured", () => {
    const envelope = createEnvelope(0, 100, 16);
    for (const at of [0, 100, 200, 600]) envelope.add(at, at);
    const built = envelope.build();
    expect(toColumns(built, { from: 0, until: 800 }, 4)).toEqual([
      { low: 0, high: 100 },
      { low: 200, high: 200 },
      null,
      { low: 600, high: 600 },
    ]);
    // closer than a bucket: every column of the bucket shows it
    expect(toColumns(built, { from: 200, until: 300 }, 2)).toEqual([
      { low: 200, high: 200 },
      { low: 200, high: 200 },
    ]);
    // before and after everything
    expect(toColumns(built, { from: -400, until: 0 }, 2)).toEqual([null, null]);
    expect(toColumns(built, { from: 1000, until: 1200 }, 2)).toEqual([null, null]);
  });
});
