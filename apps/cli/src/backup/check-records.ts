/** Whether every line of an export is a whole record, without keeping any of it. */
import { decodeRecord, type DecodeError } from "@undivided/domain";
import { LAST_COLUMN, readCsv } from "@undivided/journal";
import type { BackupFormat } from "./backup-file.ts";

export interface CheckedRecords {
  readonly records: number;
  readonly faults: readonly { readonly line: number; readonly error: DecodeError }[];
  /** The text stops in the middle of a line. Limit: a cut between two lines leaves no trace in a readable export. */
  readonly isCut: boolean;
}

export const checkRecords = (text: string, format: BackupFormat): CheckedRecords => {
  const lines = format === "csv" ? csvLines(text) : jsonLines(text);
  const faults: { line: number; error: DecodeError }[] = [];
  for (const { line, json } of lines) {
    const error = checkOne(json);
    if (error !== null) faults.push({ line, error });
  }
  return { records: lines.length - faults.length, faults, isCut: text !== "" && !text.endsWith("\n") };
};

interface Line {
  readonly line: number;
  readonly json: string;
}

const jsonLines = (text: string): readonly Line[] =>
  text
    .split("\n")
    .map((json, index) => ({ line: index + 1, json }))
    .filter(({ json }) => json.trim() !== "");

const csvLines = (text: string): readonly Line[] => {
  const [head, ...rows] = readCsv(text);
  const column = head?.cells.indexOf(LAST_COLUMN) ?? -1;
  return rows.map(({ line, cells }) => ({ line, json: cells[column] ?? "" }));
};

const checkOne = (line: string): DecodeError | null => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { type: "not-json", path: [] };
  }
  const record = decodeRecord(value);
  return record.type === "error" ? record.error : null;
};
