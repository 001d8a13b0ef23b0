/**
 * Codecs: how a value of ours is written as JSON and read back, both directions from one definition.
 *
 * A decoder validates everything and returns the first fault with its place; it never throws. An object keeps the fields
 * that it does not know in `unknownFields` and writes them again, so that an older app does not destroy what a newer one
 * added.
 * Limits: what is decoded has gone through `parseJsonValue` first.
 */
import { ok, type Result } from "../result.ts";
import { fault, faultWithin, HERE, type DecodeError, type DecodeFault, type Path } from "./decode-error.ts";
import { isJsonObject, ownValue, type Json, type JsonObject } from "./json.ts";

export interface Codec<T> {
  readonly decode: (value: Json, path: Path) => Result<T, DecodeError>;
  readonly encode: (value: T) => Json;
}

/** Fields that a newer version added: kept and written again, never interpreted. */
export interface UnknownFields {
  readonly unknownFields?: JsonObject;
}

export const boolean: Codec<boolean> = {
  decode: (value, path) => (typeof value === "boolean" ? ok(value) : fault("not-a-boolean", path)),
  encode: (value) => value,
};

/** A whole number between two bounds, both included. */
export const wholeNumber = (min: number, max: number): Codec<number> => ({
  decode: (value, path) => {
    if (typeof value !== "number") return fault("not-a-number", path);
    return Number.isInteger(value) && value >= min && value <= max ? ok(value) : fault("out-of-range", path);
  },
  encode: (value) => value,
});

/** A text of at most `maxLength` UTF-16 units. */
export const text = (maxLength: number): Codec<string> => ({
  decode: (value, path) => {
    if (typeof value !== "string") return fault("not-a-text", path);
    return value.length <= maxLength ? ok(value) : fault("out-of-range", path);
  },
  encode: (value) => value,
});

/** A text that `parse` accepts, such as an identifier or a day; `type` is said when it does not. */
export const parsedText = <T extends Json>(
  parse: (value: string) => Result<T, unknown>,
  type: DecodeFault,
): Codec<T> => ({
  decode: (value, path) => {
    if (typeof value !== "string") return fault("not-a-text", path);
    const parsed = parse(value);
    return parsed.type === "ok" ? parsed : fault(type, path);
  },
  encode: (value) => value,
});

/** One word of a closed list. */
export const oneOf = <const T extends string>(list: readonly T[]): Codec<T> => ({
  decode: (value, path) => {
    const found = list.find((word) => word === value);
    return found === undefined ? fault("not-in-the-list", path) : ok(found);
  },
  encode: (value) => value,
});

export const orNull = <T>(codec: Codec<T>): Codec<T | null> => ({
  decode: (value, path) => (value === null ? ok(null) : codec.decode(value, path)),
  encode: (value) => (value === null ? null : codec.encode(value)),
});

export const listOf = <T>(codec: Codec<T>): Codec<readonly T[]> => ({
  decode: (value, path) => {
    if (!isList(value)) return fault("not-a-list", path);
    const items: T[] = [];
    for (let index = 0; index < value.length; index += 1) {
      const decoded = codec.decode(value[index] ?? null, HERE);
      if (decoded.type === "error") return faultWithin(decoded.error, path, index);
      items.push(decoded.value);
    }
    return ok(items);
  },
  encode: (values) => values.map((value) => codec.encode(value)),
});

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** A codec for each field of `F`. */
export type FieldCodecs<F> = { readonly [K in keyof F]: Codec<F[K]> };

/** An object with these fields, and whatever a newer version added beside them. Fields are written in this order. */
export const object = <F extends object>(fields: FieldCodecs<F>): Codec<F & UnknownFields> => {
  const names: Extract<keyof F, string>[] = [];
  for (const name in fields) names.push(name);
  // Every object begins as a copy of it: so they all have one shape, which is quicker to make and to read.
  const blank: Record<string, unknown> = Object.fromEntries(names.map((name) => [name, undefined]));
  return {
    decode: (value, path) => {
      if (!isJsonObject(value)) return fault("not-an-object", path);
      const decoded = { ...blank };
      let read = 0;
      for (const name of names) {
        const field = ownValue(value, name);
        if (field === undefined) return fault("missing", [...path, name]);
        const one = fields[name].decode(field, HERE);
        if (one.type === "error") return faultWithin(one.error, path, name);
        decoded[name] = one.value;
        read += 1;
      }
      if (Object.keys(value).length > read) decoded["unknownFields"] = unknownIn(value, fields);
      if (!isWhole(decoded, fields, read === names.length)) throw new Error("a field was not decoded");
      return ok(decoded);
    },
    encode: (value) => {
      const known: [string, Json][] = [];
      for (const name of names) known.push([name, fields[name].encode(value[name])]);
      return { ...Object.fromEntries(known), ...unknownIn(value.unknownFields ?? {}, fields) };
    },
  };
};

const unknownIn = (value: JsonObject, fields: object): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !Object.hasOwn(fields, name)));

const isWhole = <F extends object>(
  _value: object,
  _fields: FieldCodecs<F>,
  isRead: boolean,
): _value is F & UnknownFields => isRead;

/** The members of a union, each under the word that its `type` has. */
type Tagged<M> = { readonly [K in keyof M]: { readonly type: K } };

/** A union told apart by `type`: one codec for each word. */
export const variants = <M extends Tagged<M>>(codecs: FieldCodecs<M>): Codec<M[keyof M]> => ({
  decode: (value, path) => {
    if (!isJsonObject(value)) return fault("not-an-object", path);
    const type = ownValue(value, "type");
    for (const name in codecs) if (name === type) return codecs[name].decode(value, path);
    return fault("not-in-the-list", [...path, "type"]);
  },
  encode: (value) => {
    for (const name in codecs) if (isVariant(value, name)) return codecs[name].encode(value);
    throw new Error("a member of the union has no codec");
  },
});

const isVariant = <M extends Tagged<M>, K extends keyof M>(value: M[keyof M], name: K): value is M[K] =>
  value.type === name;

/** Refuses a decoded value for which `check` names a fault. */
export const refine = <T>(codec: Codec<T>, check: (value: T) => DecodeFault | null): Codec<T> => ({
  decode: (value, path) => {
    const decoded = codec.decode(value, path);
    if (decoded.type === "error") return decoded;
    const found = check(decoded.value);
    return found === null ? decoded : fault(found, path);
  },
  encode: codec.encode,
});
