/**
 * Tables of sums for a day, as screen-time apps export them: recognised in order to say that they cannot be used.
 *
 * Sums say how much and never when, so nothing can be crossed with a time together.
 */
import { columnOf, readHeader, splitCells } from "../bytes/cells.ts";
import type { FileHead } from "./reader.ts";

const DAY = /^(\d{4}[-/.]\d\d?[-/.]\d\d?|\d\d?[-/.]\d\d?[-/.]\d{4})$/;
const SUM = /total|minutes|duration|usage|screen ?time|hours|seconds|pickups|unlocks|times opened/;

/** A column that is called a day, one that is called a sum, and first rows that begin with no more than a day. */
export const isDailyTotals = (head: FileHead): boolean => {
  const header = readHeader(head.lines[0] ?? "");
  const day = columnOf(header, "date", "day", "datum", "tag");
  if (day < 0 || !header.columns.some((name, index) => index !== day && SUM.test(name))) return false;
  const rows = head.lines.slice(1);
  return rows.length > 0 && rows.every((row) => DAY.test(splitCells(row, header.delimiter)[day] ?? ""));
};
