/** Finds out why the scanner refused a row. Slow and rare. */
import { decodeUtf8 } from "@undivided/lines";
import type { SkipReason } from "../recording-error.ts";
import { showCell, splitCells } from "./cells.ts";
import { parseDecimalText } from "./decimal.ts";
import { MAX_SENSOR_VALUE, MAX_TIME_SECONDS } from "./row-scanner.ts";
import type { AxisColumns, TablePlan } from "./table-plan.ts";

/** The reason why `bytes[start, end)` is no row of the table. Total: always gives one. */
export const explainRow = (plan: TablePlan, bytes: Uint8Array, start: number, end: number): SkipReason => {
  const cells = splitCells(decodeUtf8(bytes, start, end), plan.delimiter);
  if (cells.length !== plan.columns.length) {
    return { type: "wrong-column-count", expected: plan.columns.length, found: cells.length };
  }
  const allowComma = plan.delimiter !== ",";
  const unit = plan.time.unit;
  const maxTime = MAX_TIME_SECONDS * 10 ** (unit.type === "epoch" ? unit.decimals : 0);
  return (
    explainCell(plan, cells, plan.time.column, allowComma, maxTime) ??
    explainAxes(plan, cells, plan.values, allowComma) ??
    (plan.rotation === null ? null : explainAxes(plan, cells, plan.rotation, allowComma)) ??
    notANumber(plan, cells, plan.time.column)
  );
};

const explainAxes = (
  plan: TablePlan,
  cells: readonly string[],
  axes: AxisColumns,
  allowComma: boolean,
): SkipReason | null => {
  if (axes.every((column) => cells[column] === "")) return null;
  for (const column of axes) {
    const reason = explainCell(plan, cells, column, allowComma, MAX_SENSOR_VALUE);
    if (reason !== null) return reason;
  }
  return null;
};

const explainCell = (
  plan: TablePlan,
  cells: readonly string[],
  column: number,
  allowComma: boolean,
  limit: number,
): SkipReason | null => {
  const cell = cells[column] ?? "";
  const name = showCell(plan.columns[column] ?? "");
  if (cell === "") return { type: "missing-value", column: name };
  const value = parseDecimalText(cell, allowComma, 0);
  if (Number.isNaN(value)) return notANumber(plan, cells, column);
  if (!Number.isFinite(value)) return { type: "not-finite", column: name, text: showCell(cell) };
  return Math.abs(value) > limit ? { type: "out-of-range", column: name, text: showCell(cell) } : null;
};

const NOT_FINITE = new Set(["nan", "inf", "infinity", "1.#inf", "1.#qnan"]);

const notANumber = (plan: TablePlan, cells: readonly string[], column: number): SkipReason => {
  const cell = cells[column] ?? "";
  const bare = cell.toLowerCase().replace(/^[+-]/, "");
  return {
    type: NOT_FINITE.has(bare) ? "not-finite" : "not-a-number",
    column: showCell(plan.columns[column] ?? ""),
    text: showCell(cell),
  };
};
