import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { collectBatches } from "../batches.ts";
import { recordedBytes, type RecordedFile } from "../recorded-file.ts";
import type { SkippedLine } from "../recording-error.ts";
import { readMotion } from "./read-motion.ts";

const fixture = async (path: string, name = path): Promise<RecordedFile> =>
  recordedBytes(name, await readFile(new URL(`../../../../../fixtures/motion/${path}`, import.meta.url)));
const text = (name: string, content: string): RecordedFile => recordedBytes(name, Buffer.from(content));

const read = async (...files: readonly RecordedFile[]) => {
  const skipped: SkippedLine[] = [];
  const motion = await readMotion(files, (line) => skipped.push(line));
  if (motion.type === "error") return { error: motion.error, items: [], skipped };
  const { items, error } = await collectBatches(motion.value.readings);
  return { items, error, skipped, motion: motion.value };
};

describe("Sensor Logger", () => {
  const folder = "made-formats/sensor-logger-ios";

  test("adds gravity to acceleration by time and keeps nanoseconds", async () => {
    const { items, motion } = await read(
      await fixture(`${folder}/Gyroscope.csv`, "2026-01-05/GYROSCOPE-2.csv"),
      await fixture(`${folder}/Gravity.csv`, "my_gravity (1).csv"),
      await fixture(`${folder}/Accelerometer.csv`),
    );
    expect(motion?.clock).toBe("since-first-sample");
    expect(items.map(({ at }) => at)).toEqual([0, 10.00025, 20.0005]);
    expect(items[1]).toMatchObject({ rotationRate: [0.004, 0.005, 0.006] });
    const second = items[1]?.acceleration ?? [];
    [0.22, 0.1, -9.79].forEach((value, axis) => {
      expect(second[axis]).toBeCloseTo(value, 12);
    });
  });

  test("takes total acceleration alone, and reads the columns without `seconds_elapsed`", async () => {
    const android = "made-formats/sensor-logger-android";
    const { items } = await read(
      await fixture(`${android}/TotalAcceleration.csv`),
      await fixture(`${android}/Gyroscope.csv`),
    );
    // Second 0 is the gyroscope's first sample, which came first.
    expect(items.map(({ at }) => at)).toEqual([5.00025, 25.00025, 45.00025]);
    expect(items[0]).toMatchObject({ acceleration: [0.2, 0.1, 9.8], rotationRate: [0.01, 0.02, 0.03] });
  });

  test("prefers total acceleration, and still lets the files it does not need set second 0 and name their bad lines", async () => {
    const header = "time,seconds_elapsed,z,y,x\n";
    const { items, motion, skipped } = await read(
      text("Accelerometer.csv", `${header}1700000001500000000,0,1,1,1\nbad\n`),
      text("TotalAcceleration.csv", `${header}1700000002000000000,0,3,2,1\n`),
      text("Gravity.csv", `${header}1700000001000000000,0,1,1,1\n1700000009000000000,0,1,1,1\nworse\n`),
    );
    expect(items).toEqual([{ at: 1000, acceleration: [1, 2, 3], rotationRate: null }]);
    expect(motion?.files.map(({ isUsed }) => isUsed)).toEqual([false, true, false]);
    expect(skipped.map(({ file, line }) => `${file}:${line}`)).toEqual(["Accelerometer.csv:3", "Gravity.csv:4"]);
  });

  test("reads columns named after their quantity", async () => {
    const { items } = await read(await fixture("made-formats/sensor-logger-named/TotalAcceleration.csv"));
    expect(items).toEqual([
      { at: 0, acceleration: [0.2, 0.1, 9.8], rotationRate: null },
      { at: 10, acceleration: [0.3, 0.2, 9.7], rotationRate: null },
    ]);
  });

  test("falls back on the seconds since the start where the timestamp is no number", async () => {
    const { items, motion } = await read(
      text(
        "total_acceleration.csv",
        "Timestamp,seconds_elapsed,AccelerationZ,AccelerationY,AccelerationX\n2026-01-05T13:41:07Z,0.5,3,2,1\n2026-01-05T13:41:07Z,0.75,3,2,1\n",
      ),
    );
    expect(motion?.clock).toBe("since-first-sample");
    expect(items.map(({ at }) => at)).toEqual([0, 250]);
  });

  test.each([
    ["1700000000123,1,1,1", "1700000000173,1,1,1"],
    ["1700000000123000,1,1,1", "1700000000173000,1,1,1"],
    ["1700000000123000000,1,1,1", "1700000000173000000,1,1,1"],
    ["1700000000.123,1,1,1", "1700000000.173,1,1,1"],
  ])("tells the unit of the calendar time from its size: %s", async (first, second) => {
    const { items } = await read(text("TotalAcceleration.csv", `time,z,y,x\n${first}\n${second}\n`));
    expect(items[1]?.at).toBeCloseTo(50, 3);
  });

  test("gives a sample without gravity near it as lost, and counts it", async () => {
    const header = "time,z,y,x\n";
    const { items, motion } = await read(
      text(
        "Accelerometer.csv",
        `${header}1700000000000000000,1,1,1\n1700000000300000000,1,1,1\n1700000000400000000,1,1,1\n`,
      ),
      text("Gravity.csv", `${header}1700000000050000000,1,1,1\n1700000000399000000,,,\n`),
    );
    expect(items).toEqual([
      { at: 0, acceleration: [2, 2, 2], rotationRate: null },
      { at: 300, acceleration: null },
      { at: 400, acceleration: null },
    ]);
    expect(motion?.counts()).toMatchObject({ lost: 2, withoutGravity: 2 });
  });

  test("gravity that begins more than a tenth of a second later does not belong to the sample", async () => {
    const header = "time,z,y,x\n";
    const { items } = await read(
      text("Accelerometer.csv", `${header}1700000000000000000,1,1,1\n1700000000060000000,1,1,1\n`),
      text("Gravity.csv", `${header}1700000000150000000,1,1,1\n`),
    );
    expect(items.map(({ acceleration }) => acceleration)).toEqual([null, [2, 2, 2]]);
  });

  test("several quantities in one file are another device's, whatever the file is called", async () => {
    const columns = ["acceleration", "gravity"].flatMap((name) => ["X", "Y", "Z"].map((axis) => name + axis));
    const { error } = await read(
      text("Accelerometer.csv", `time,seconds_elapsed,${columns.join(",")}\n1700000000000000000,0,1,1,1,1,1,1\n`),
    );
    expect(error).toEqual({ type: "unknown-sensor", file: "Accelerometer.csv", format: "sensor-logger" });
  });

  test.each([
    ["notes.csv", "unknown-sensor"],
    ["Accelerometer_Gravity.csv", "unknown-sensor"],
    ["WatchGyroscope.csv", "unknown-sensor"],
    ["Magnetometer.csv", "unknown-sensor"],
    ["AccelerometerUncalibrated.csv", "uncalibrated-sensor"],
    ["Gyroscope_Uncalibrated.csv", "uncalibrated-sensor"],
    ["Accelerometer.csv", "gravity-missing"],
    ["gravity.txt", "acceleration-missing"],
  ])("refuses %s alone as %s", async (name, type) => {
    const { error } = await read(text(name, "time,seconds_elapsed,z,y,x\n1700000000000000000,0,1,1,1\n"));
    expect(error?.type).toBe(type);
    expect(JSON.stringify(error)).toContain(name);
  });
});
