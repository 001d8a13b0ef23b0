import { millis } from "@undivided/domain";
import fc from "fast-check";
import { expect, test } from "vitest";
import { collectBatches } from "./batches.ts";
import { readLabels } from "./labels.ts";
import { readMotion } from "./motion/read-motion.ts";
import { recordedBytes } from "./recorded-file.ts";
import { formatTrace, formatTraceRow, type TraceRow } from "./trace-writer.ts";

const noSkips = (skipped: unknown): never => {
  throw new Error(JSON.stringify(skipped));
};

/** No −0: it is written as 0, which is the same number. */
const value = fc.oneof(
  fc.double({ min: -9999, max: 9999, noNaN: true }).map((number) => number + 0),
  fc.integer({ min: -200, max: 200 }).map((tenths) => tenths / 10),
);
const axes = fc.tuple(value, value, value);
const row = fc.oneof(
  fc.record({ acceleration: axes, rotationRate: fc.option(axes) }),
  fc.constant({ acceleration: null }),
  fc.constantFrom("lift" as const, "put-down" as const),
);
const rows = fc.array(fc.tuple(fc.double({ min: 0, max: 500_000, noNaN: true }), row), { minLength: 1, maxLength: 20 });

test("a trace read back is the same readings and labels, to the last bit", async () => {
  await fc.assert(
    fc.asyncProperty(fc.double({ min: -1e6, max: 1e9, noNaN: true }), rows, async (start, drawn) => {
      let at = start + 0;
      const written = drawn.map(([step, of]): TraceRow => {
        at += step;
        return typeof of === "string"
          ? { type: "event", at: millis(at), event: of }
          : { type: "reading", reading: { at: millis(at), ...of } };
      });
      const file = recordedBytes("trace.csv", Buffer.from([...formatTrace(written)].join("")));
      const readings = written.flatMap((one) => (one.type === "reading" ? [one.reading] : []));
      const labels = written.flatMap((one) => (one.type === "event" ? [{ at: one.at, event: one.event }] : []));

      const motion = await readMotion([file], noSkips);
      if (motion.type === "ok") expect((await collectBatches(motion.value.readings)).items).toEqual(readings);
      else expect([motion.error.type, readings]).toEqual(["no-samples", []]);
      expect(await readLabels(file, noSkips)).toEqual({ type: "ok", value: { labels, unknownEvents: 0 } });
    }),
    { numRuns: 300 },
  );
});

test.each([
  [0, "0"],
  [5, "0.005"],
  [-1250, "-1.25"],
  [12_000, "12"],
  [16.7, "0.0167"],
  [1e-7, "1e-10"],
  [123_456.789, "123.456789"],
])("%d ms is written as %s s", (at, seconds) => {
  expect(formatTraceRow({ type: "event", at: millis(at), event: "lift" })).toBe(`${seconds},,,,,,,lift\n`);
});

test("a value that is not finite is written as one the sensor did not have", () => {
  const at = millis(1000);
  expect(formatTraceRow({ type: "reading", reading: { at, acceleration: [1, NaN, 3], rotationRate: [1, 2, 3] } })).toBe(
    "1,,,,,,,\n",
  );
  expect(
    formatTraceRow({ type: "reading", reading: { at, acceleration: [1, 2, 3], rotationRate: [1, Infinity, 3] } }),
  ).toBe("1,1,2,3,,,,\n");
});
