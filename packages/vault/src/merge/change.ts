/**
 * Changes: what one entry says about one record, and how it is written (docs/spec/envelope.md, "Content of a record").
 *
 * The vault does not know what records mean: it carries texts. Own records are put whole, by their author alone; shared ones
 * are set field by field, by anybody in the space.
 */
import { err, ok, parseRecordId, type RecordId, type Result } from "@undivided/domain";
import { bytesToHex, bytesToUtf8, concatBytes, hexToBytes, utf8ToBytes, type Bytes } from "../crypto/door.ts";
import {
  counted,
  createReader,
  readCounted,
  uint16,
  uint32,
  uint64,
  uint8,
  type ByteReader,
} from "../envelope/byte-reader.ts";
import { ID_BYTES } from "../envelope/ids.ts";
import { MAX_STAMP_MS, type Stamp } from "./hybrid-clock.ts";

export type Scope = "own" | "shared";

export interface Field {
  readonly name: string;
  readonly value: string;
}

export type Change =
  | { readonly type: "put"; readonly id: RecordId; readonly stamp: Stamp; readonly text: string }
  /** At least one field; each name once, ascending by code unit. */
  | { readonly type: "set"; readonly id: RecordId; readonly stamp: Stamp; readonly fields: readonly Field[] }
  /** For good: nothing brings a deleted record back under the same identifier. */
  | { readonly type: "delete"; readonly scope: Scope; readonly id: RecordId; readonly stamp: Stamp };

export const CHANGE_VERSION = 1;
export const MAX_FIELDS = 64;
export const MAX_NAME_BYTES = 64;

export type ChangeFault =
  | { readonly type: "malformed-change" }
  /** From a newer app: kept, not understood. */
  | { readonly type: "newer-change" };

/** Each operation's number; an own deletion and a shared one are two. */
const CODES = { put: 1, set: 2, "delete-own": 3, "delete-shared": 4 } as const;

/** `undefined` for what could not be read back: lone surrogates, names too long, double or out of order, no field at all. */
export const encodeChange = (change: Change): Bytes | undefined => {
  const bytes = concatBytes(
    uint8(CHANGE_VERSION),
    uint8(codeOf(change)),
    uint64(change.stamp.ms),
    uint16(change.stamp.tick),
    hexToBytes(change.id) ?? new Uint8Array(0),
    encodeContent(change),
  );
  const isWellFormed = textsOf(change).every((text) => text.isWellFormed());
  return isWellFormed && decodeChange(bytes).type === "ok" ? bytes : undefined;
};

const codeOf = (change: Change): number =>
  change.type === "delete" ? CODES[`delete-${change.scope}`] : CODES[change.type];

const textsOf = (change: Change): readonly string[] => {
  switch (change.type) {
    case "put":
      return [change.text];
    case "set":
      return change.fields.flatMap(({ name, value }) => [name, value]);
    case "delete":
      return [];
  }
};

const encodeContent = (change: Change): Bytes => {
  switch (change.type) {
    case "put":
      return utf8ToBytes(change.text);
    case "set":
      return counted(change.fields.map(({ name, value }) => concatBytes(textPart(name), textPart(value))));
    case "delete":
      return new Uint8Array(0);
  }
};

const textPart = (text: string): Bytes => {
  const bytes = utf8ToBytes(text);
  return concatBytes(uint32(bytes.length), bytes);
};

const MALFORMED = err<ChangeFault>({ type: "malformed-change" });

/** Total: never throws. What it accepts, `encodeChange` writes again byte by byte. */
export const decodeChange = (bytes: Uint8Array): Result<Change, ChangeFault> => {
  const reader = createReader(bytes);
  const version = reader.uint8();
  if (version === undefined || version < CHANGE_VERSION) return MALFORMED;
  if (version > CHANGE_VERSION) return err({ type: "newer-change" });
  const code = reader.uint8();
  const ms = reader.uint64();
  const tick = reader.uint16();
  const idBytes = reader.take(ID_BYTES);
  if (code === undefined || ms === undefined || ms > MAX_STAMP_MS || tick === undefined || idBytes === undefined) {
    return MALFORMED;
  }
  const id = parseRecordId(bytesToHex(idBytes));
  if (id.type === "error") return MALFORMED;
  const head = { id: id.value, stamp: { ms, tick } };
  switch (code) {
    case CODES.put: {
      const text = bytesToUtf8(bytes.subarray(2 + 8 + 2 + ID_BYTES));
      return text === undefined ? MALFORMED : ok({ type: "put", ...head, text });
    }
    case CODES.set: {
      const fields = readCounted(reader, MAX_FIELDS, readField);
      return fields !== undefined && reader.isAtEnd() && areInOrder(fields)
        ? ok({ type: "set", ...head, fields })
        : MALFORMED;
    }
    case CODES["delete-own"]:
      return reader.isAtEnd() ? ok({ type: "delete", scope: "own", ...head }) : MALFORMED;
    case CODES["delete-shared"]:
      return reader.isAtEnd() ? ok({ type: "delete", scope: "shared", ...head }) : MALFORMED;
    default:
      return err({ type: "newer-change" });
  }
};

const readField = (reader: ByteReader): Field | undefined => {
  const name = readText(reader, MAX_NAME_BYTES);
  const value = readText(reader, Number.MAX_SAFE_INTEGER);
  return name === undefined || value === undefined ? undefined : { name, value };
};

const readText = (reader: ByteReader, maxBytes: number): string | undefined => {
  const length = reader.uint32();
  if (length === undefined || length > maxBytes) return undefined;
  const bytes = reader.take(length);
  return bytes === undefined ? undefined : bytesToUtf8(bytes);
};

const areInOrder = (fields: readonly Field[]): boolean =>
  fields.length > 0 && fields.every(({ name }, index) => index === 0 || (fields[index - 1]?.name ?? "") < name);
