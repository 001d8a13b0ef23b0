/**
 * JSON values, and the check that a value from outside is one.
 *
 * Records travel as JSON. What a newer version of the app wrote is kept as it came, so the whole value is checked once,
 * before anything is read from it: afterwards it can be written again without loss.
 * Limits: a getter or a proxy is not expected; input comes from `JSON.parse` or from a store.
 */
import { ok, type Result } from "../result.ts";
import { fault, type DecodeError, type Path } from "./decode-error.ts";

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

/** Deeper than any record of ours by far, and shallow enough that no recursion over it can exhaust the stack. */
const MAX_DEPTH = 32;

/** `value` if it is JSON through and through: plain objects, lists, texts, finite numbers, booleans, null. O(n). */
export const parseJsonValue = (value: unknown): Result<Json, DecodeError> =>
  // Nearly everything is, as it came; where something is not, a second look finds the place, or writes it as JSON would.
  isJson(value, 0) ? ok(value) : copyJson(value, []);

const isJson = (value: unknown, depth: number): value is Json => {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== "object" || depth >= MAX_DEPTH) return false;
  if (!Array.isArray(value) && !isPlain(value)) return false;
  const items: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  for (let index = 0; index < items.length; index += 1) if (!isJson(items[index], depth + 1)) return false;
  return true;
};

/** A Date or a Map would be written as something else. */
const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

const copyJson = (value: unknown, path: Path): Result<Json, DecodeError> => {
  if (value === null || typeof value === "string" || typeof value === "boolean") return ok(value);
  if (typeof value === "number") {
    // JSON has no −0: it would come back as 0.
    return Number.isFinite(value) ? ok(value === 0 ? 0 : value) : fault("not-json", path);
  }
  if (typeof value !== "object") return fault("not-json", path);
  if (path.length >= MAX_DEPTH) return fault("too-deep", path);
  return Array.isArray(value) ? copyList(value, path) : copyObject(value, path);
};

const copyList = (list: readonly unknown[], path: Path): Result<readonly Json[], DecodeError> => {
  const items: Json[] = [];
  for (const [index, item] of list.entries()) {
    const parsed = copyJson(item, [...path, index]);
    if (parsed.type === "error") return parsed;
    items.push(parsed.value);
  }
  return ok(items);
};

const copyObject = (value: object, path: Path): Result<JsonObject, DecodeError> => {
  if (!isPlain(value)) return fault("not-json", path);
  const entries: [string, Json][] = [];
  for (const [key, item] of Object.entries(value)) {
    const parsed = copyJson(item, [...path, key]);
    if (parsed.type === "error") return parsed;
    entries.push([key, parsed.value]);
  }
  // Unlike an assignment, `fromEntries` makes an own property even of the name `__proto__`.
  return ok(Object.fromEntries(entries));
};

export const isJsonObject = (value: Json): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value of an own property; what the prototype holds is never data. */
export const ownValue = (object: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;
