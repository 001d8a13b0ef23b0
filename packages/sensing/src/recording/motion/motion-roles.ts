/** Which of the given motion files gives what, and whether together they can be read at all. */
import { err, ok, type Result } from "@undivided/domain";
import type { TableContent, TablePlan } from "../csv/table-plan.ts";
import type { MotionSensor, RecordingError } from "../recording-error.ts";

export interface PlannedFile {
  readonly file: string;
  readonly plan: TablePlan;
}

/** Indices into the files given. `unused` are read only for their times and bad lines. */
export interface AssignedRoles {
  readonly acceleration: number;
  readonly gravity: number | null;
  readonly gyroscope: number | null;
  readonly unused: readonly number[];
}

/**
 * Total acceleration is `TotalAcceleration` (or a format that includes gravity), else `Accelerometer` + `Gravity`; when the total is
 * there, those two are not needed.
 */
export const assignRoles = (files: readonly PlannedFile[]): Result<AssignedRoles, RecordingError> => {
  if (files.length === 0) return err({ type: "no-files" });
  const ofClock = (wanted: (clock: TablePlan["clock"]) => boolean): string[] =>
    files.filter(({ plan }) => wanted(plan.clock)).map(({ file }) => file);
  if (new Set(files.map(({ plan }) => plan.clock)).size > 1) {
    return err({
      type: "mixed-clocks",
      relative: ofClock((clock) => clock !== "absolute"),
      absolute: ofClock((clock) => clock === "absolute"),
    });
  }

  const givers = (sensor: MotionSensor): number[] =>
    files.flatMap(({ plan }, index) => (sensorsOf(plan.content).includes(sensor) ? [index] : []));
  for (const sensor of ["total-acceleration", "accelerometer", "gravity", "gyroscope"] as const) {
    const found = givers(sensor);
    if (found.length > 1) {
      return err({ type: "same-sensor-twice", sensor, files: found.map((index) => files[index]?.file ?? "") });
    }
  }

  const [total] = givers("total-acceleration");
  const [accelerometer] = givers("accelerometer");
  const [gravity] = givers("gravity");
  const [gyroscope] = givers("gyroscope");
  const acceleration = total ?? accelerometer;
  if (acceleration === undefined) return err({ type: "acceleration-missing", files: files.map(({ file }) => file) });
  if (total === undefined && gravity === undefined) {
    return err({ type: "gravity-missing", file: files[acceleration]?.file ?? "" });
  }
  const roles = {
    acceleration,
    gravity: total === undefined ? (gravity ?? null) : null,
    gyroscope: gyroscope === undefined || gyroscope === acceleration ? null : gyroscope,
  };
  const used = [roles.acceleration, roles.gravity, roles.gyroscope];
  return ok({ ...roles, unused: files.flatMap((_, index) => (used.includes(index) ? [] : [index])) });
};

const sensorsOf = (content: TableContent): readonly MotionSensor[] =>
  content === "motion" ? ["total-acceleration", "gyroscope"] : [content];
