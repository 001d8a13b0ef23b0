import { addMillis, millis } from "@undivided/domain";
import type { MotionReading } from "@undivided/sensing";
import { collectBatches, readLabels, readMotion, recordedBytes } from "@undivided/sensing/recording";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTraceRecorder, type TraceRecorder } from "./trace-recorder.ts";

const start = millis(123_456.7);

const sample = (atMs: number, z = 9.8): MotionReading => ({
  at: addMillis(start, atMs),
  acceleration: [0.1, -0.04, z],
  rotationRate: [0.001, -0.002, 0],
});

const textOf = (recorder: TraceRecorder): string => [...recorder.pieces()].join("");

const rowsOf = (recorder: TraceRecorder): readonly string[] => textOf(recorder).trim().split("\n").slice(2);

const readBack = async (text: string) => {
  const file = recordedBytes("trace.csv", new TextEncoder().encode(text));
  const skipped: unknown[] = [];
  const motion = await readMotion([file], (line) => skipped.push(line));
  if (motion.type === "error") throw new Error(motion.error.type);
  const readings = await collectBatches(motion.value.readings);
  const labels = await readLabels(file, (line) => skipped.push(line));
  if (readings.error !== null || labels.type === "error") throw new Error("not read back");
  return { readings: readings.items, labels: labels.value, skipped };
};

describe("a recorded trace", () => {
  it("holds motion and taps on a clock that begins with the recording, and nothing else", () => {
    const recorder = createTraceRecorder(start);
    recorder.reading(sample(16.66));
    recorder.label("lift", addMillis(start, 20));
    recorder.reading(sample(33.33));
    recorder.label("put-down", addMillis(start, 40));
    expect(textOf(recorder)).toBe(
      [
        "undivided-trace,1",
        "at,ax,ay,az,ra,rb,rg,event",
        "0.0167,0.1,-0.04,9.8,0.001,-0.002,0,",
        "0.02,,,,,,,lift",
        "0.0333,0.1,-0.04,9.8,0.001,-0.002,0,",
        "0.04,,,,,,,put-down",
        "",
      ].join("\n"),
    );
  });

  it("puts a tap that is told late at its own time", () => {
    const recorder = createTraceRecorder(start);
    for (const at of [10, 20, 30, 40]) recorder.reading(sample(at));
    recorder.label("lift", addMillis(start, 22));
    expect(rowsOf(recorder).map((row) => row.split(",")[0])).toEqual(["0.01", "0.02", "0.022", "0.03", "0.04"]);
  });

  it("drops what browsers repeat or send from before the start", () => {
    const recorder = createTraceRecorder(start);
    for (const at of [-5, 10, 10, 9, 20]) recorder.reading(sample(at));
    expect(rowsOf(recorder)).toHaveLength(2);
    expect(recorder.counts(addMillis(start, 20)).readings).toBe(2);
  });

  it("leaves a null reading where the page was hidden, and counts the gap", () => {
    const recorder = createTraceRecorder(start);
    recorder.reading(sample(100));
    recorder.page({ at: addMillis(start, 200), visible: false });
    recorder.page({ at: addMillis(start, 2100), visible: true });
    recorder.reading(sample(2150));
    expect(rowsOf(recorder)[1]).toBe("0.2,,,,,,,");
    expect(recorder.counts(addMillis(start, 2200))).toMatchObject({ readings: 2, gaps: 1, gapMs: 2050 });
  });

  it("counts a gap that is still open", () => {
    const recorder = createTraceRecorder(start);
    recorder.reading(sample(100));
    expect(recorder.counts(addMillis(start, 500)).gaps).toBe(0);
    expect(recorder.counts(addMillis(start, 1100))).toMatchObject({ gaps: 1, gapMs: 1000, lengthMs: 1100 });
  });

  it("forgets a tap that its owner takes back", () => {
    const recorder = createTraceRecorder(start);
    recorder.label("lift", addMillis(start, 10));
    recorder.reading(sample(20));
    recorder.label("put-down", addMillis(start, 30));
    recorder.unlabel();
    expect(recorder.lastLabel()).toMatchObject({ event: "lift", at: 10 });
    expect(recorder.counts(addMillis(start, 40))).toMatchObject({ lifts: 1, putDowns: 0 });
    expect(rowsOf(recorder).map((row) => row.split(",").at(-1))).toEqual(["lift", ""]);
    recorder.unlabel();
    recorder.unlabel();
    expect(rowsOf(recorder)).toHaveLength(1);
  });

  it("is read back by the readers of the command line, whatever was done", async () => {
    const doing = fc.oneof(
      fc.record({
        type: fc.constant("reading" as const),
        after: fc.double({ min: 0.2, max: 40, noNaN: true }),
        z: fc.double({ min: -80, max: 80, noNaN: true }),
      }),
      fc.record({
        type: fc.constant("label" as const),
        late: fc.double({ min: 0, max: 60, noNaN: true }),
        event: fc.constantFrom("lift" as const, "put-down" as const),
      }),
      fc.record({ type: fc.constant("hidden" as const), after: fc.double({ min: 0, max: 3000, noNaN: true }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(doing, { maxLength: 60 }), async (done) => {
        const recorder = createTraceRecorder(start);
        recorder.reading(sample(0));
        let now = 0;
        let labels = 0;
        for (const one of done) {
          if (one.type === "reading") {
            now += one.after;
            recorder.reading(sample(now, one.z));
          } else if (one.type === "label") {
            labels += 1;
            recorder.label(one.event, addMillis(start, now - one.late));
          } else {
            now += one.after;
            recorder.page({ at: addMillis(start, now), visible: false });
          }
        }
        const read = await readBack(textOf(recorder));
        expect(read.skipped).toEqual([]);
        expect(read.readings.filter(({ acceleration }) => acceleration !== null)).toHaveLength(
          recorder.counts(start).readings,
        );
        expect(read.labels.labels).toHaveLength(labels);
      }),
      { numRuns: 60 },
    );
  });
});
