/**
 * Gives out the parts of a JSON file that a reader wants, each whole, while the rest streams by.
 *
 * The reader says at which paths its items lie; a list has `*` for its place in a path. Everything else is passed over.
 */
import type { Json } from "@undivided/domain";
import { createJsonTokens, type JsonScalar, type JsonTokens } from "./json-tokens.ts";

export type JsonPath = readonly string[];

export interface ItemListener {
  /** Asked at the start of every object, list and scalar that lies in no item. */
  readonly isItem: (path: JsonPath) => boolean;
  readonly onItem: (path: JsonPath, value: Json, line: number) => void;
  /** An object or list that is no item has ended. */
  readonly onLeave: (path: JsonPath) => void;
}

interface Frame {
  readonly list: Json[] | null;
  readonly entries: [string, Json][];
  key: string;
}

/** An event of an export has a dozen parts; what is larger is given out as null. */
const MAX_PARTS = 2_000;

export const createJsonItems = (listener: ItemListener): JsonTokens => {
  const path: string[] = [];
  const isListAt: boolean[] = [];
  let building: Frame[] = [];
  let parts = 0;

  const put = (value: Json): void => {
    const frame = building.at(-1);
    if (frame === undefined || ++parts > MAX_PARTS) return;
    if (frame.list === null) frame.entries.push([frame.key, value]);
    else frame.list.push(value);
  };

  const enter = (): void => {
    if (isListAt.at(-1) === true) path[path.length - 1] = "*";
  };

  const tokens: JsonTokens = createJsonTokens({
    open(isList) {
      if (building.length > 0) {
        building.push({ list: isList ? [] : null, entries: [], key: "" });
        return;
      }
      enter();
      if (listener.isItem(path)) {
        parts = 0;
        building = [{ list: isList ? [] : null, entries: [], key: "" }];
        return;
      }
      isListAt.push(isList);
      path.push(isList ? "*" : "");
    },
    close() {
      const frame = building.pop();
      if (frame === undefined) {
        path.pop();
        isListAt.pop();
        listener.onLeave(path);
        return;
      }
      // `fromEntries` also keeps a key called `__proto__` a plain key.
      const value: Json = frame.list ?? Object.fromEntries(frame.entries);
      if (building.length > 0) put(value);
      else listener.onItem(path, parts > MAX_PARTS ? null : value, tokens.line());
    },
    key(name) {
      const frame = building.at(-1);
      if (frame !== undefined) frame.key = name;
      else path[path.length - 1] = name;
    },
    value(value: JsonScalar) {
      if (building.length > 0) {
        put(value);
        return;
      }
      enter();
      if (listener.isItem(path)) listener.onItem(path, value, tokens.line());
    },
  });
  return tokens;
};

/** The field of an object, or undefined. */
export const fieldOf = (value: Json | undefined, name: string): Json | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.hasOwn(value, name)
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;

export const textOf = (value: Json | undefined): string | null => (typeof value === "string" ? value : null);
