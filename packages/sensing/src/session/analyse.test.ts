import { err, millis, ok, type Result } from "@undivided/domain";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { readTablePickup, type Trace } from "../../../../tests/recorded/traces.ts";
import type { PageChange, SpeechFrame } from "../events.ts";
import { analyseRecording } from "./analyse.ts";

let table: Trace = [];
beforeAll(async () => {
  table = (await readTablePickup()).filter(({ at }) => at >= 55_000 && at < 80_000);
});

/** The items cut into batches of the given sizes, over and over. */
async function* inBatches<T>(
  items: readonly T[],
  sizes: readonly number[],
): AsyncGenerator<Result<readonly T[], string>> {
  for (let start = 0, i = 0; start < items.length; i += 1) {
    const size = sizes[i % sizes.length] ?? 1;
    yield ok(items.slice(start, start + size));
    start += size;
  }
}

const frames: readonly SpeechFrame[] = Array.from({ length: 780 }, (_, i) => ({
  at: millis(55_000 + (i + 1) * 32),
  speech: i < 500 ? 0.9 : 0.01,
}));

const page: readonly PageChange[] = [
  { at: millis(72_000), visible: false },
  { at: millis(73_000), visible: true },
];

describe("a whole recording", () => {
  it("says the same wherever the streams are cut", async () => {
    const whole = await analyseRecording({
      motion: inBatches(table, [table.length]),
      speech: inBatches(frames, [frames.length]),
      page: inBatches(page, [2]),
    });
    expect(whole.type === "ok" && whole.value?.events.filter(({ type }) => type === "moment")).toHaveLength(2);
    const sizes = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(sizes, sizes, async (motionSizes, speechSizes) => {
        const cut = await analyseRecording({
          motion: inBatches(table, motionSizes),
          speech: inBatches(frames, speechSizes),
          page: inBatches(page, [1]),
        });
        expect(cut).toEqual(whole);
      }),
      { numRuns: 10 },
    );
  });

  it("hands on every frame, and angles once there is a rest to measure from", async () => {
    const heard: SpeechFrame[] = [];
    const angles: (number | null)[] = [];
    await analyseRecording(
      { motion: inBatches(table, [100]), speech: inBatches(frames, [50]), page: null },
      { onFrame: (frame) => heard.push(frame), onMotion: ({ angleDeg }) => angles.push(angleDeg) },
    );
    expect(heard).toEqual(frames);
    expect(angles[0]).toBeNull();
    expect(angles.filter((angle) => angle !== null && angle > 12).length).toBeGreaterThan(50);
  });

  it("returns the error of a stream and closes the others", async () => {
    let closed = false;
    async function* failing(): AsyncGenerator<Result<readonly SpeechFrame[], string>> {
      yield ok(frames.slice(0, 10));
      yield err("torn");
    }
    async function* watched(): AsyncGenerator<Result<Trace, string>> {
      try {
        yield* inBatches(table, [10]);
      } finally {
        closed = true;
      }
    }
    expect(await analyseRecording({ motion: watched(), speech: failing(), page: null })).toEqual(err("torn"));
    expect(closed).toBe(true);
  });

  it("has nothing to say of nothing, and stops when told to", async () => {
    expect(await analyseRecording({ motion: inBatches([], [1]), speech: null, page: null })).toEqual(ok(null));
    const streams = { motion: inBatches(table, [10]), speech: null, page: null };
    expect(await analyseRecording(streams, { isCancelled: () => true })).toEqual(ok(null));
  });
});
