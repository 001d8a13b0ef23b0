/**
 * Records from lines of text, one record a line, as the plain export writes them and a sealed backup holds them.
 *
 * A bad line is named and passed over; a record of a newer version is counted and passed over.
 */
import { decodeRecord, err, type KnownRecord, type Result, type StoredRecord } from "@undivided/domain";
import { describeDecodeError } from "../device/fault-words.ts";

export interface ReadRecords {
  readonly records: readonly KnownRecord[];
  /** Of a newer version of this program. */
  readonly newer: number;
  /** How many lines were passed over, and the first of them. */
  readonly skipped: number;
  readonly named: readonly { readonly line: number; readonly reason: string }[];
}

const mostNamed = 100;

/** O(text). */
export const readRecordLines = (text: string): ReadRecords => {
  const records: KnownRecord[] = [];
  const named: { readonly line: number; readonly reason: string }[] = [];
  let newer = 0;
  let skipped = 0;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const read = readLine(line);
    if (read.type === "error") {
      skipped += 1;
      if (named.length < mostNamed) named.push({ line: index + 1, reason: read.error });
    } else if (read.value.type === "unknown") newer += 1;
    else records.push(read.value);
  }
  return { records, newer, skipped, named };
};

const readLine = (text: string): Result<StoredRecord, string> => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err("is no JSON");
  }
  const decoded = decodeRecord(value);
  return decoded.type === "ok" ? decoded : err(describeDecodeError(decoded.error));
};
