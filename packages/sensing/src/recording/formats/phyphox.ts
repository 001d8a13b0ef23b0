/**
 * phyphox CSV exports (phyphox.org): a header of names with units, one file a sensor.
 *
 * `"Time (s)","X (m/s^2)",…` in older exports, `"Acceleration x (m/s^2)"`, `"Linear Acceleration x (m/s^2)"`, `"Gyroscope x (rad/s)"` and an
 * "Absolute" column in newer ones; comma, semicolon or tab, decimal point or comma. The unit tells the sensor, so that translated names
 * are read too. Linear acceleration is without gravity and cannot be used.
 */
import { err, ok, type Result } from "@undivided/domain";
import type { AxisColumns, TablePlan } from "../csv/table-plan.ts";
import type { RecordingError } from "../recording-error.ts";
import { fileStem } from "./file-stem.ts";
import type { TableHead } from "./table-head.ts";

interface UnitColumn {
  readonly column: number;
  readonly name: string;
  readonly unit: string;
}

const ACCELERATION_UNITS = new Set(["m/s^2", "m/s²", "m/s2"]);
const ROTATION_UNITS = new Set(["rad/s"]);
const TIME_UNITS = new Set(["s"]);

/** Null if the header is not phyphox's. */
export const planPhyphox = (head: TableHead): Result<TablePlan, RecordingError> | null => {
  const columns = head.header.map(toUnitColumn);
  const time = columns[0];
  if (time === undefined || time === null || !TIME_UNITS.has(time.unit)) return null;
  const measured = columns.slice(1).filter((column) => column !== null);
  if (measured.length === 0) return null;

  const accelerations = measured.filter((column) => ACCELERATION_UNITS.has(column.unit));
  const total = findAxes(accelerations.filter((column) => !isLinear(column.name)));
  const rotation = findAxes(measured.filter((column) => ROTATION_UNITS.has(column.unit)));
  const linear = findAxes(accelerations.filter((column) => isLinear(column.name)));
  const lacksGravity = total === null ? linear !== null : isBare(accelerations) && isLinear(fileStem(head.file));
  if (lacksGravity) return err({ type: "gravity-missing", file: head.file });
  const values = total ?? rotation;
  if (values === null) return err({ type: "unknown-sensor", file: head.file, format: "phyphox" });

  return ok({
    format: "phyphox",
    content: total === null ? "gyroscope" : rotation === null ? "total-acceleration" : "motion",
    clock: "relative",
    delimiter: head.delimiter,
    columns: head.header,
    headerLines: 1,
    time: { column: time.column, unit: { type: "seconds" } },
    values,
    rotation: total === null ? null : rotation,
    event: null,
  });
};

/** "Acceleration x (m/s^2)" → name and unit; null if the cell does not end in a unit. */
const toUnitColumn = (cell: string, column: number): UnitColumn | null => {
  const open = cell.lastIndexOf("(");
  if (open < 1 || !cell.endsWith(")")) return null;
  return {
    column,
    name: cell.slice(0, open).trim().toLowerCase(),
    unit: cell
      .slice(open + 1, -1)
      .replaceAll(" ", "")
      .toLowerCase(),
  };
};

/** The columns named x, y, z at their end; null unless there is one of each. */
const findAxes = (columns: readonly UnitColumn[]): AxisColumns | null => {
  const [x, y, z] = ["x", "y", "z"].map((axis) =>
    columns.filter((column) => column.name === axis || column.name.endsWith(` ${axis}`)),
  );
  const found = [x, y, z].map((columnsOfAxis) => (columnsOfAxis?.length === 1 ? columnsOfAxis[0]?.column : undefined));
  const [first, second, third] = found;
  return first === undefined || second === undefined || third === undefined ? null : [first, second, third];
};

/** phyphox's own names for acceleration without g, in the languages its exports are known in. */
const LINEAR_NAMES = ["linear", "linéaire", "lineal", "without g", "ohne g", "sans g"];

const isLinear = (name: string): boolean => LINEAR_NAMES.some((linear) => name.includes(linear));

/** Older exports head every acceleration file alike; there the file's name is the only sign of "Linear Acceleration". */
const isBare = (columns: readonly UnitColumn[]): boolean => columns.every((column) => column.name.length === 1);
