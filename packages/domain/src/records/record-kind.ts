/**
 * What a kind of record consists of: its name, its codec, the day it belongs to and its row of the sharing table.
 *
 * [Note: Adding a kind] Write one file like its neighbours that exports the type and a `RecordKind` made by
 * `defineRecord`, and add one line in `kinds.ts`. Without a row of the sharing table it does not compile.
 */
import { oneOf, type Codec, type FieldCodecs, type UnknownFields } from "../encoding/codec.ts";
import { fault } from "../encoding/decode-error.ts";
import { isJsonObject, type JsonObject } from "../encoding/json.ts";
import { personId, recordId } from "../encoding/value-codecs.ts";
import type { PersonId, RecordId } from "../people/ids.ts";
import type { SharingRow } from "../sharing/sharing-row.ts";
import type { CivilDate } from "../time/civil-date.ts";

/**
 * What every record has. `owner` is the person whom it is about and who wrote it: the same one, always. No record is
 * about somebody else.
 */
export interface RecordHead<T extends string> extends UnknownFields {
  readonly type: T;
  readonly id: RecordId;
  readonly owner: PersonId;
}

/** The codecs of the head, to be spread into those of a record. */
export const headOf = <const T extends string>(type: T): FieldCodecs<Omit<RecordHead<T>, "unknownFields">> => ({
  type: oneOf([type]),
  id: recordId,
  owner: personId,
});

export interface RecordDefinition<R> {
  /** Raised whenever an older app would misread a new record: a changed meaning, a new word in a closed list. */
  readonly version: number;
  /** The lowest version whose apps read this one rightly, where that is not `version` for all: it is written with it. */
  readonly versionOf?: (record: R) => number;
  readonly fields: Codec<R>;
  /** The day it belongs to, as its owner's clock showed it. */
  readonly dayOf: (record: R) => CivilDate;
  readonly sharing: SharingRow<R>;
}

/** As a codec it reads and writes the record with its version; in memory the version is not part of it. */
export interface RecordKind<R> extends RecordDefinition<R>, Codec<R> {}

export const defineRecord = <R extends RecordHead<string>>(definition: RecordDefinition<R>): RecordKind<R> => {
  const { version, versionOf = () => version, fields } = definition;
  return {
    ...definition,
    decode: (value, path) =>
      isJsonObject(value) ? fields.decode(withoutVersion(value), path) : fault("not-an-object", path),
    encode: (record) => {
      const written = fields.encode(record);
      if (!isJsonObject(written)) throw new Error("a record is an object");
      return { type: record.type, version: versionOf(record), ...withoutVersion(written) };
    },
  };
};

const withoutVersion = (written: JsonObject): JsonObject => {
  const { version, ...rest } = written;
  return version === undefined ? written : rest;
};
