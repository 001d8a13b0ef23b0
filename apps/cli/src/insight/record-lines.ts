/**
 * Records from a file with one record a line, as the plain export writes them.
 *
 * A bad line is named and passed over; a record of a newer version is counted and passed over.
 */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { decodeRecord, err, type KnownRecord, ok, type Result, type StoredRecord } from "@undivided/domain";
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

/** The error is a sentence that names the file. */
export const readRecordLines = async (folder: string, name: string): Promise<Result<ReadRecords, string>> => {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(await readFile(resolve(folder, name)));
  } catch (error) {
    return err(`${name}: ${describeReadError(error)}`);
  }
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
  return ok({ records, newer, skipped, named });
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

const describeReadError = (error: unknown): string => {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return "there is no such file";
  if (code === "EACCES") return "this user may not read it";
  if (code === "EISDIR") return "it is a folder; name a file with one record a line, as the plain export writes it";
  if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") return "it is no text in UTF-8, so no plain export";
  return error instanceof Error ? error.message : String(error);
};
