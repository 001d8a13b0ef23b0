/**
 * Own records as text: JSON lines, and a table for spreadsheets (RFC 4180).
 *
 * Each line is a record as docs/spec/records.md has it, with `saved` beside it: when it was written last, as the device's
 * clock said. Records of a newer app are in it as they came; what the journal keeps for itself is not.
 */
import {
  addToInstant,
  dayOfRecord,
  encodeRecord,
  formatInstant,
  parseEpochMs,
  parseInstant,
  type Instant,
  type Json,
  type JsonObject,
  type KnownRecord,
  type RecordId,
} from "@undivided/domain";
import { isJsonObject } from "@undivided/domain/codecs";
import type { Stamp } from "@undivided/vault";
import type { OwnView } from "../own/own-view.ts";

interface Line {
  readonly id: RecordId;
  readonly day: string;
  readonly saved: string;
  readonly fields: JsonObject;
}

/** By day, then by identifier: the same records give the same text. */
const linesOf = (view: OwnView): readonly Line[] =>
  [
    ...[...view.records].map(([id, record]): Line => {
      const stamp = view.all.get(id)?.stamp;
      return { id, day: dayOfRecord(record), saved: savedAt(stamp), fields: fieldsOf(record) };
    }),
    ...[...view.newer].map(([id, { original, stamp }]): Line => ({
      id,
      day: "",
      saved: savedAt(stamp),
      fields: original,
    })),
  ].toSorted((one, other) => compare(one.day, other.day) || compare(one.id, other.id));

const compare = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

const fieldsOf = (record: KnownRecord): JsonObject => {
  const json = encodeRecord(record);
  if (!isJsonObject(json)) throw new Error("a record is an object");
  return json;
};

/** A stamp may lie beyond what a date can say; the last date then stands for it. */
const savedAt = (stamp: Stamp | undefined): string => {
  const at = parseEpochMs(stamp?.ms ?? 0);
  return formatInstant(at.type === "ok" ? at.value : lastInstant());
};

const lastInstant = (): Instant => {
  const first = parseInstant("9999-12-31T23:59:59.999Z");
  if (first.type === "error") throw new Error("the last instant can be written");
  return addToInstant(first.value, 0);
};

export const writeJsonLines = (view: OwnView): string =>
  linesOf(view)
    .map(({ saved, fields }) => `${JSON.stringify({ ...fields, saved })}\n`)
    .join("");

export const LAST_COLUMN = "record";

export const writeCsv = (view: OwnView): string => {
  const lines = linesOf(view);
  const heads = ["type", "id", "day", "saved"];
  const names = [...new Set(lines.flatMap(({ fields }) => Object.keys(fields)))].filter(
    (name) => !heads.includes(name),
  );
  const columns = names.filter((name) => name !== LAST_COLUMN && name !== "owner" && name !== "version").toSorted();
  const rows = lines.map(({ id, day, saved, fields }) => [
    cell(fields["type"]),
    id,
    day,
    saved,
    ...columns.map((name) => cell(Object.hasOwn(fields, name) ? fields[name] : undefined)),
    JSON.stringify({ ...fields, saved }),
  ]);
  return [[...heads, ...columns, LAST_COLUMN], ...rows].map((row) => `${row.map(quote).join(",")}\r\n`).join("");
};

/**
 * A text as it is, everything else as JSON. A spreadsheet takes a cell that begins with one of these signs for a formula
 * (OWASP, CSV injection): such a text is written with an apostrophe before it. The last column has it unchanged.
 */
const cell = (value: Json | undefined): string => {
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return String(value);
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
};

const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
