/**
 * Sensor Logger exports (tszheichoi.com/sensorlogger): one file a sensor, all with the same header.
 *
 * `time,seconds_elapsed,z,y,x` or `time,z,y,x`; also columns named after the quantity (`Timestamp,seconds_elapsed,AccelerationZ,…`). `time` counts
 * nanoseconds since 1970. Units by the app's own reference (UNITS.md in its documentation): m/s² and rad/s on both systems; `Accelerometer` is
 * without gravity, `TotalAcceleration` (Android) with it. As the columns do not say which sensor it is, the file's name has to.
 * The uncalibrated files are refused: on iOS their acceleration is in g unless a setting says otherwise, and the file does not tell.
 */
import { err, ok, type Result } from "@undivided/domain";
import { parseDecimalText } from "../csv/decimal.ts";
import type { AxisColumns, TableClock, TablePlan, TimeUnit } from "../csv/table-plan.ts";
import type { MotionSensor, RecordingError } from "../recording-error.ts";
import { fileStem } from "./file-stem.ts";
import { findColumn, type TableHead } from "./table-head.ts";

/** What columns may be called before their axis; the plain letter is the app's own. */
const QUANTITIES = [
  "",
  "acceleration",
  "totalacceleration",
  "useracceleration",
  "gravity",
  "rotationrate",
  "gyroscope",
];

/** Null if the header is not Sensor Logger's. */
export const planSensorLogger = (head: TableHead): Result<TablePlan, RecordingError> | null => {
  const calendar = Math.max(findColumn(head, "time"), findColumn(head, "timestamp"));
  const elapsed = findColumn(head, "seconds_elapsed");
  const axes = QUANTITIES.map((quantity) => findAxes(head, quantity)).filter((found) => found !== null);
  const [values, ...others] = axes;
  if ((calendar < 0 && elapsed < 0) || values === undefined) return null;

  const name = sensorFromName(head.file);
  if (name === "uncalibrated") return err({ type: "uncalibrated-sensor", file: head.file });
  // Several quantities in one file are a watch or headphones, in units that depend on a setting.
  if (name === null || others.length > 0) {
    return err({ type: "unknown-sensor", file: head.file, format: "sensor-logger" });
  }

  const clock = chooseClock(head, calendar, elapsed);
  return ok({
    format: "sensor-logger",
    content: name,
    clock: clock.clock,
    delimiter: head.delimiter,
    columns: head.header,
    headerLines: 1,
    time: { column: clock.column, unit: clock.unit },
    values,
    rotation: null,
    event: null,
  });
};

const findAxes = (head: TableHead, quantity: string): AxisColumns | null => {
  const [x = -1, y = -1, z = -1] = ["x", "y", "z"].map((axis) => findColumn(head, quantity + axis));
  return x < 0 || y < 0 || z < 0 ? null : [x, y, z];
};

/** Words that make it another device's or another quantity's file, whatever else the name says. */
const OTHER_DEVICES = ["watch", "wrist", "headphone", "magnetometer"];

/**
 * Which sensor a file's name means: any case, with whatever stands before and after, such as `recording_Gyroscope-2.csv`.
 * Null if it names none or several.
 */
export const sensorFromName = (name: string): MotionSensor | "uncalibrated" | null => {
  const letters = fileStem(name).replaceAll(/[^a-z]/g, "");
  if (OTHER_DEVICES.some((word) => letters.includes(word))) return null;
  const found: MotionSensor[] = [];
  if (letters.includes("accelerometer")) found.push("accelerometer");
  if (letters.includes("gravity")) found.push("gravity");
  if (letters.includes("totalacceleration")) found.push("total-acceleration");
  if (letters.includes("gyroscope")) found.push("gyroscope");
  const [sensor] = found;
  if (sensor === undefined || found.length > 1) return null;
  return letters.includes("uncalibrated") ? "uncalibrated" : sensor;
};

interface TimeColumn {
  readonly clock: TableClock;
  readonly column: number;
  readonly unit: TimeUnit;
}

/** Calendar time if the first rows have a number there, else the seconds since the recording began. */
const chooseClock = (head: TableHead, calendar: number, elapsed: number): TimeColumn => {
  const inSeconds: TimeColumn = { clock: "elapsed", column: elapsed, unit: { type: "seconds" } };
  if (calendar < 0) return inSeconds;
  const stamp = head.rows.map((row) => parseDecimalText(row[calendar] ?? "", false, 0)).find(Number.isFinite);
  if (stamp === undefined && elapsed >= 0 && head.rows.length > 0) return inSeconds;
  return { clock: "absolute", column: calendar, unit: { type: "epoch", decimals: epochDecimals(stamp ?? NaN) } };
};

/** From 2001 to 2603, in seconds since 1970. */
const EARLIEST_SECOND = 1e9;
const LATEST_SECOND = 2e10;

/** The app writes nanoseconds; a copy in micro- or milliseconds or seconds is told by its size. */
const epochDecimals = (stamp: number): 0 | 3 | 6 | 9 => {
  for (const decimals of [0, 3, 6] as const) {
    const seconds = stamp / 10 ** decimals;
    if (seconds >= EARLIEST_SECOND && seconds <= LATEST_SECOND) return decimals;
  }
  return 9;
};
