/** The beginning of a table of separated values, as the format recognisers see it. */
import { findDelimiter, splitCells, type Delimiter } from "../csv/cells.ts";

export interface TableHead {
  readonly file: string;
  readonly delimiter: Delimiter;
  /** The cells of the first line that is not blank. */
  readonly header: readonly string[];
  /** The cells of the following lines, as many as were looked at; the last one may be cut. */
  readonly rows: readonly (readonly string[])[];
}

/** Null if there is nothing but blank lines. */
export const toTableHead = (file: string, lines: readonly string[]): TableHead | null => {
  const full = lines.filter((line) => line.trim() !== "");
  const [first, ...rest] = full;
  if (first === undefined) return null;
  const delimiter = findDelimiter(first);
  return {
    file,
    delimiter,
    header: splitCells(first, delimiter),
    rows: rest.map((line) => splitCells(line, delimiter)),
  };
};

/** The column whose name fits, or -1. */
export const findColumn = (head: TableHead, name: string): number =>
  head.header.findIndex((cell) => cell.toLowerCase() === name);
