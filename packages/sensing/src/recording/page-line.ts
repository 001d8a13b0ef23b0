/** One line of a page recording: `{"at":12.3,"visible":false}`, `at` in seconds. Further fields are allowed and ignored. */
import { err, ok, secondsToMillis, type Result } from "@undivided/domain";
import type { PageChange } from "../events.ts";
import { MAX_TIME_SECONDS } from "./csv/row-scanner.ts";
import { showCell } from "./csv/cells.ts";
import type { SkipReason } from "./recording-error.ts";

/** Total: whatever the text is. */
export const parsePageLine = (line: string): Result<PageChange, SkipReason> => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return err({ type: "not-json" });
  }
  if (typeof value !== "object" || value === null) return err({ type: "wrong-field", field: "at" });
  if (!("at" in value) || typeof value.at !== "number") return err({ type: "wrong-field", field: "at" });
  // JSON.parse reads 1e999 as Infinity.
  if (!(Math.abs(value.at) <= MAX_TIME_SECONDS)) {
    return err({ type: "out-of-range", column: "at", text: showCell(String(value.at)) });
  }
  if (!("visible" in value) || typeof value.visible !== "boolean")
    return err({ type: "wrong-field", field: "visible" });
  return ok({ at: secondsToMillis(value.at), visible: value.visible });
};
