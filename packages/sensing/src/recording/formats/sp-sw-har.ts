/**
 * sp-sw-har (doi 10.5281/zenodo.8398688): acceleration with gravity (m/s²) and rotation (rad/s) in one row, calendar time in
 * milliseconds, a label of the activity. Rows often share a timestamp in pairs; they are passed on as they are.
 */
import { ok, type Result } from "@undivided/domain";
import type { TablePlan } from "../csv/table-plan.ts";
import type { RecordingError } from "../recording-error.ts";
import { findColumn, type TableHead } from "./table-head.ts";

/** Null if the header is not sp-sw-har's. */
export const planSpSwHar = (head: TableHead): Result<TablePlan, RecordingError> | null => {
  const [ax = -1, ay = -1, az = -1, rx = -1, ry = -1, rz = -1, time = -1] = [
    "x_acc",
    "y_acc",
    "z_acc",
    "x_gyro",
    "y_gyro",
    "z_gyro",
    "timestamp",
  ].map((name) => findColumn(head, name));
  if ([ax, ay, az, rx, ry, rz, time].includes(-1)) return null;
  return ok({
    format: "sp-sw-har",
    content: "motion",
    clock: "absolute",
    delimiter: head.delimiter,
    columns: head.header,
    headerLines: 1,
    time: { column: time, unit: { type: "epoch", decimals: 3 } },
    values: [ax, ay, az],
    rotation: [rx, ry, rz],
    event: null,
  });
};
