import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import type { MotionReading } from "../../events.ts";
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

/** Independent of the reader: the columns of a plain table. */
const columnsOf = async (path: string): Promise<number[][]> => {
  const content = await readFile(new URL(`../../../../../fixtures/motion/${path}`, import.meta.url), "utf8");
  return content
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").map(Number));
};

const isInOrder = (items: readonly MotionReading[]): boolean =>
  items.every((reading, index) => index === 0 || reading.at >= (items[index - 1]?.at ?? Infinity));

describe("real recordings", () => {
  test("phyphox: every row of the accelerometer in the file's own time, with the gyroscope's last row before it", async () => {
    const { items, error, skipped, motion } = await read(
      await fixture("table-pickup/Gyroscope.csv"),
      await fixture("table-pickup/Accelerometer.csv"),
    );
    expect([error, skipped, motion?.clock]).toEqual([null, [], "own"]);
    const acceleration = await columnsOf("table-pickup/Accelerometer.csv");
    const rotation = await columnsOf("table-pickup/Gyroscope.csv");
    expect(items).toHaveLength(acceleration.length);
    let before = -1;
    for (const [index, [at = NaN, ...axes]] of acceleration.entries()) {
      while ((rotation[before + 1]?.[0] ?? Infinity) <= at) before++;
      const reading = items[index];
      expect(reading?.at).toBeCloseTo(at * 1000, 6);
      expect(reading?.acceleration).toEqual(axes);
      expect(reading).toHaveProperty("rotationRate", rotation[before]?.slice(1) ?? null);
    }
    expect(motion?.counts()).toEqual({ readings: 14392, lost: 0, withoutGravity: 0, withRotation: 14375 });
  });

  test("sp-sw-har: both sensors of every row, counted from the first sample", async () => {
    for (const subject of ["s01", "s05", "s10"]) {
      const path = `pocket/${subject}_01_sp.csv`;
      const { items, error, skipped, motion } = await read(await fixture(path, "whatever.bin"));
      expect([error, skipped, motion?.clock]).toEqual([null, [], "since-first-sample"]);
      const rows = await columnsOf(path);
      const first = rows[0]?.[6] ?? NaN;
      expect(items).toEqual(
        rows.map((row) => ({
          at: (row[6] ?? NaN) - first,
          acceleration: row.slice(0, 3),
          rotationRate: row.slice(3, 6),
        })),
      );
      expect(isInOrder(items)).toBe(true);
    }
  });
});

describe("other formats", () => {
  test("phyphox with semicolons, decimal commas, longer names and further columns", async () => {
    const german = "made-formats/phyphox-german";
    const { items, error } = await read(
      await fixture(`${german}/Accelerometer.csv`),
      await fixture(`${german}/Gyroscope.csv`),
    );
    expect(error).toBeNull();
    expect(items).toEqual([
      { at: 10, acceleration: [-0.09071136475, 0.04715194702, 9.86852829], rotationRate: null },
      {
        at: 20,
        acceleration: [-0.1305285645, -0.0008981323242, 9.834698639],
        rotationRate: [-0.00007973285392, 0.0008660890162, -0.0008029628079],
      },
      {
        at: 30,
        acceleration: [-0.1128652954, -0.0209564209, 9.8697258],
        rotationRate: [0.002007386647, -0.0003640260547, -0.0009976397268],
      },
    ]);
  });

  test("phyphox with tabs, a byte order mark, CRLF and both sensors in one table", async () => {
    const { items } = await read(
      text(
        "x",
        '\uFEFF"Time (s)"\t"X (m/s²)"\t"Y (m/s²)"\t"Z (m/s²)"\t"Gyroscope x (rad/s)"\t"Gyroscope y (rad/s)"\t"Gyroscope z (rad/s)"\r\n1\t1\t2\t3\t4\t5\t6\r\n',
      ),
    );
    expect(items).toEqual([{ at: 1000, acceleration: [1, 2, 3], rotationRate: [4, 5, 6] }]);
  });

  test.each([
    [
      "a.csv",
      '"Time (s)","Linear Acceleration x (m/s^2)","Linear Acceleration y (m/s^2)","Linear Acceleration z (m/s^2)"',
    ],
    ["Linear Acceleration.csv", '"Time (s)","X (m/s^2)","Y (m/s^2)","Z (m/s^2)"'],
  ])("phyphox's linear acceleration lacks gravity: %s", async (name, header) => {
    expect((await read(text(name, `${header}\n0,1,2,3\n`))).error).toEqual({ type: "gravity-missing", file: name });
  });

  test("our own trace: readings with and without rotation, null readings, labelled rows left to the labels", async () => {
    const { items, skipped } = await read(await fixture("made-formats/trace/trace.csv"));
    expect(items).toEqual([
      { at: 16.5, acceleration: [-0.1, 0, 9.8], rotationRate: [0.0017453, -0.0034907, 0] },
      { at: 33.1, acceleration: [-0.1, 0.1, 9.8], rotationRate: [0, 0, 0] },
      { at: 500, acceleration: null },
      { at: 2416.5, acceleration: [1.2, 4.9, 8.1], rotationRate: [0.8, -0.2, 0.1] },
      { at: 5750, acceleration: [0.1, 0, 9.8], rotationRate: null },
    ]);
    expect(skipped).toMatchObject([{ line: 6, reason: { type: "not-a-number", column: "az", text: "oops" } }]);
  });
});

const PHYPHOX = '"Time (s)","X (m/s^2)","Y (m/s^2)","Z (m/s^2)"\n';
const PHYPHOX_ROTATION = '"Time (s)","X (rad/s)","Y (rad/s)","Z (rad/s)"\n';

describe("bad lines and lost values", () => {
  test("bad lines are named with file, line and reason, counted and left out", async () => {
    const { items, skipped } = await read(
      text("a.csv", `${PHYPHOX}1,1,1,1\nabc,1,1,1\n\n2,1,1\n1.5,1,1,1\n1.4,1,1,1\n2,NaN,1,1\n3,1,1,1\0\n4,1,1,1`),
    );
    expect(items.map(({ at }) => at)).toEqual([1000, 1500, 4000]);
    expect(skipped).toEqual([
      { file: "a.csv", line: 3, reason: { type: "not-a-number", column: "Time (s)", text: "abc" } },
      { file: "a.csv", line: 5, reason: { type: "wrong-column-count", expected: 4, found: 3 } },
      { file: "a.csv", line: 7, reason: { type: "time-runs-backwards", byMs: 100 } },
      { file: "a.csv", line: 8, reason: { type: "not-finite", column: "X (m/s^2)", text: "NaN" } },
      { file: "a.csv", line: 9, reason: { type: "not-a-number", column: "Z (m/s^2)", text: "1\uFFFD" } },
    ]);
  });

  test("one row far ahead of the rest costs itself, not the rest; a real gap costs nothing", async () => {
    const { items, skipped } = await read(
      text("a", `${PHYPHOX}9999,1,1,1\n1,1,1,1\n5000,1,1,1\n2,1,1,1\n300,1,1,1\n301,1,1,1\n`),
    );
    expect(items.map(({ at }) => at / 1000)).toEqual([1, 2, 300, 301]);
    expect(skipped.map(({ line, reason }) => [line, reason.type])).toEqual([
      [2, "time-jumps-ahead"],
      [4, "time-jumps-ahead"],
    ]);
  });

  test("a row that waits to be confirmed outlives one that runs backwards, and gives way to the next good one", async () => {
    const { items, skipped } = await read(text("a", `${PHYPHOX}1,1,1,1\n2,1,1,1\n9999,1,1,1\n0.5,1,1,1\n3,1,1,1\n`));
    expect(items.map(({ at }) => at / 1000)).toEqual([1, 2, 3]);
    expect(skipped.map(({ line, reason }) => [line, reason.type])).toEqual([
      [5, "time-runs-backwards"],
      [4, "time-jumps-ahead"],
    ]);
  });

  test("a row with a time and no values is a reading without values, not a bad line", async () => {
    const { items, skipped, motion } = await read(text("a", `${PHYPHOX}1,1,1,1\n2,,,\n3, ,"",\n4,1,1,1\n5,1,,1\n`));
    expect(items.map(({ acceleration }) => acceleration)).toEqual([[1, 1, 1], null, null, [1, 1, 1]]);
    expect(skipped.map(({ reason }) => reason)).toEqual([{ type: "missing-value", column: "Y (m/s^2)" }]);
    expect(motion?.counts()).toMatchObject({ readings: 4, lost: 2 });
  });

  test("the gyroscope's last row counts for a tenth of a second, and not where it had no values", async () => {
    const { items } = await read(
      text("a", `${PHYPHOX}1,1,1,1\n1.1,1,1,1\n1.11,1,1,1\n2,1,1,1\n3,1,1,1\n`),
      text("g", `${PHYPHOX_ROTATION}1,1,2,3\n1.99,4,5,6\n2,7,8,9\n2.95,,,\n`),
    );
    expect(items.map((reading) => ("rotationRate" in reading ? reading.rotationRate : 0))).toEqual([
      [1, 2, 3],
      [1, 2, 3],
      null,
      [7, 8, 9],
      null,
    ]);
  });
});

const failing = (name: string, after: string, failure: unknown): RecordedFile => ({
  name,
  chunks: async function* () {
    if (after !== "") yield Buffer.from(after);
    throw failure;
  },
});

describe("files that cannot be read", () => {
  const HAR = "x_acc,y_acc,z_acc,x_gyro,y_gyro,z_gyro,timestamp,label\n1,2,3,4,5,6,1657533977813,SEATED\n";
  const LOGGER = "time,z,y,x\n1700000000000000000,1,1,1\n";

  test.each([
    ["no file", [], "no-files"],
    ["an empty file", [text("a", "")], "empty-file"],
    ["blank lines only", [text("a", "\r\n \n")], "empty-file"],
    ["prose", [text("a", "Dear diary,\ntoday")], "unknown-format"],
    ["numbers without a header", [text("a", "1,2,3,4\n2,3,4,5\n")], "unknown-format"],
    ["bytes of no kind", [recordedBytes("a", new Uint8Array(500).fill(7))], "unknown-format"],
    ["a header only", [text("a", PHYPHOX)], "no-samples"],
    ["a second file with a header only", [text("a", `${PHYPHOX}0,1,1,1`), text("b", PHYPHOX_ROTATION)], "no-samples"],
    ["bad lines only", [text("a", `${PHYPHOX}x\ny\n`)], "no-samples"],
    ["sound", [text("a", "RIFF\0\0\0\0WAVE")], "wrong-kind"],
    ["page visibility", [text("a", '{"at":1,"visible":true}')], "wrong-kind"],
    ["compressed sound", [text("a", "OggS\0\x02")], "unsupported-sound"],
    ["a newer trace", [text("a", "undivided-trace,2\nat,more\n")], "newer-trace"],
    ["a trace with another header", [text("a", "undivided-trace,1\nat,ax\n1,2\n")], "damaged-trace"],
    [
      "phyphox without acceleration or rotation",
      [text("a", '"Time (s)","Magnetic field x (µT)"\n0,1\n')],
      "unknown-sensor",
    ],
    ["a gyroscope only", [text("a", `${PHYPHOX_ROTATION}0,1,1,1\n`)], "acceleration-missing"],
    ["the same sensor twice", [text("a", `${PHYPHOX}0,1,1,1`), text("b", `${PHYPHOX}0,1,1,1`)], "same-sensor-twice"],
    ["two combined files", [text("a", HAR), text("b", HAR)], "same-sensor-twice"],
    ["relative and calendar time", [text("a", `${PHYPHOX}0,1,1,1`), text("Gyroscope.csv", LOGGER)], "mixed-clocks"],
  ])("%s: %s", async (_, files, type) => {
    expect((await read(...files)).error?.type).toBe(type);
  });

  test("the error names the files and how many lines were bad", async () => {
    expect((await read(text("b.csv", `${PHYPHOX}x\ny\n`))).error).toEqual({
      type: "no-samples",
      file: "b.csv",
      skipped: 2,
    });
    expect((await read(text("a", HAR), text("Gyroscope.csv", LOGGER))).error).toEqual({
      type: "same-sensor-twice",
      sensor: "gyroscope",
      files: ["a", "Gyroscope.csv"],
    });
  });

  test("a source that fails at once, such as a directory, is an error with the system's code", async () => {
    const failure = Object.assign(new Error("illegal operation on a directory"), { code: "EISDIR" });
    const wanted = { type: "unreadable", file: "d", code: "EISDIR", message: "illegal operation on a directory" };
    expect((await read(failing("d", "", failure))).error).toEqual(wanted);
    const throwing: RecordedFile = {
      name: "d",
      chunks: () => {
        throw failure;
      },
    };
    expect((await read(throwing)).error).toEqual(wanted);
    expect((await read(failing("d", "", "gone"))).error).toMatchObject({
      type: "unreadable",
      code: null,
      message: "gone",
    });
  });

  test("a source that fails half-way gives what was read, and then the error", async () => {
    const rows = Array.from({ length: 20 }, (_, index) => `${index},1,1,1\n`).join("");
    const { items, error } = await read(failing("a", PHYPHOX + rows, new Error("unplugged")));
    // A row is known to be whole only when the next begins; the first is held until the second confirms it.
    expect(items).toHaveLength(20);
    expect(error).toMatchObject({ type: "unreadable", file: "a", message: "unplugged" });
  });

  test("files are let go on an error, at the end, when the reader stops early, and when it is closed", async () => {
    let open = 0;
    const counted = (name: string, content: string): RecordedFile => ({
      name,
      chunks: async function* () {
        open++;
        try {
          for (let index = 0; index < content.length; index++) yield Buffer.from(content[index] ?? "");
        } finally {
          open--;
        }
      },
    });
    const rows = Array.from({ length: 3000 }, (_, index) => `${index},1,1,1\n`).join("");
    await read(counted("a", PHYPHOX + rows), counted("b", PHYPHOX + rows));
    expect(open).toBe(0);
    await read(counted("a", PHYPHOX + rows), counted("b", "nonsense".repeat(99)));
    expect(open).toBe(0);
    await read(counted("a", PHYPHOX + rows));
    expect(open).toBe(0);

    const motion = await readMotion([counted("a", PHYPHOX + rows)], () => undefined);
    if (motion.type === "error") throw new Error(motion.error.type);
    for await (const batch of motion.value.readings) {
      expect(batch.type).toBe("ok");
      break;
    }
    expect(open).toBe(0);

    const unread = await readMotion([counted("a", PHYPHOX + rows)], () => undefined);
    expect(open).toBe(1);
    if (unread.type === "ok") await unread.value.close();
    expect(open).toBe(0);
  });
});
