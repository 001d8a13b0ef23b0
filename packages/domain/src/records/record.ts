/**
 * Reading and writing any record: versioned, total, and without loss of what a newer app wrote.
 *
 * Written form: a JSON object with `type`, `version` and the fields of docs/spec/records.md. Three things can happen to
 * a value from outside: it is a known record and becomes one; it comes from a newer app (an unknown type, or a known type
 * with a newer version) and is kept as it is; or it is refused, with the place and the reason.
 * Whoever writes a record reads it back before keeping it: the checks between fields live in the decoder alone.
 */
import { ok, type Result } from "../result.ts";
import { fault, type DecodeError } from "../encoding/decode-error.ts";
import { isJsonObject, ownValue, parseJsonValue, type Json, type JsonObject } from "../encoding/json.ts";
import { variants, type Codec } from "../encoding/codec.ts";
import { isRecordType, RECORD_KINDS, type KnownRecord, type RecordByType } from "./kinds.ts";

/** What a newer app wrote: kept untouched and passed on, shown nowhere. */
export interface UnknownRecord {
  readonly type: "unknown";
  readonly original: JsonObject;
}

export type StoredRecord = KnownRecord | UnknownRecord;

const known: Codec<KnownRecord> = variants<RecordByType>(RECORD_KINDS);

/** Total: never throws, whatever the value. O(size). */
export const decodeRecord = (value: unknown): Result<StoredRecord, DecodeError> => {
  const json = parseJsonValue(value);
  if (json.type === "error") return json;
  if (!isJsonObject(json.value)) return fault("not-an-object", []);

  const type = ownValue(json.value, "type");
  if (type === undefined) return fault("missing", ["type"]);
  if (typeof type !== "string") return fault("not-a-text", ["type"]);
  const version = ownValue(json.value, "version");
  if (version === undefined) return fault("missing", ["version"]);
  if (typeof version !== "number" || !Number.isSafeInteger(version) || version < 1) {
    return fault("not-a-version", ["version"]);
  }

  const isNewer = !isRecordType(type) || version > RECORD_KINDS[type].version;
  return isNewer ? ok({ type: "unknown", original: json.value }) : known.decode(json.value, []);
};

/** The record as JSON. What was read and not changed is written with the same content; an unknown record as it came. */
export const encodeRecord = (record: StoredRecord): Json =>
  record.type === "unknown" ? record.original : known.encode(record);
