/**
 * JSON as a stream of tokens, from bytes that arrive in any pieces: an export of any size is read in flat memory.
 *
 * Method: RFC 8259 by a small machine; a text or number is parsed once it is whole. Strict where it matters for telling
 * damage from content, lenient on commas. Stops for good at the first byte that is no JSON, at a nesting beyond
 * `MAX_JSON_DEPTH`, and at the end; a text beyond `MAX_TEXT_BYTES` counts as damage.
 */
import { decodeUtf8 } from "@undivided/lines";

/** An export nests six deep; attributes of other programs some more. */
export const MAX_JSON_DEPTH = 32;
/** No name, title or address in an export comes near it. */
const MAX_TEXT_BYTES = 65_536;

export type JsonScalar = string | number | boolean | null;

export interface JsonListener {
  /** `isList` tells `[` from `{`. */
  readonly open: (isList: boolean) => void;
  readonly close: () => void;
  readonly key: (name: string) => void;
  readonly value: (value: JsonScalar) => void;
}

export type JsonEnd = "whole" | "cut-off" | "too-deep";

export interface JsonTokens {
  /** False once nothing more will be read. */
  readonly push: (chunk: Uint8Array) => boolean;
  readonly finish: () => JsonEnd;
  /** The line now read, from 1. */
  readonly line: () => number;
}

const QUOTE = 34;
const BACKSLASH = 92;

export const createJsonTokens = (listener: JsonListener): JsonTokens => {
  const lists: boolean[] = [];
  let held = new Uint8Array(256);
  let length = 0;
  let mode: "between" | "text" | "escape" | "word" = "between";
  let hasEscape = false;
  let wantsKey = false;
  let ended: JsonEnd | null = null;
  let isDone = false;
  let line = 1;
  let isFirst = true;

  const hold = (byte: number): void => {
    if (length === held.length) {
      if (length >= MAX_TEXT_BYTES) {
        ended = "cut-off";
        return;
      }
      const larger = new Uint8Array(length * 2);
      larger.set(held);
      held = larger;
    }
    held[length++] = byte;
  };

  const give = (value: JsonScalar): void => {
    if (lists.length === 0) {
      if (isDone) {
        ended = "cut-off";
        return;
      }
      isDone = true;
    }
    listener.value(value);
  };

  const endText = (): void => {
    const raw = decodeUtf8(held, 0, length);
    length = 0;
    mode = "between";
    const text = hasEscape ? parseScalar(`"${raw}"`) : raw;
    if (typeof text !== "string") ended = "cut-off";
    else if (lists.length > 0 && lists.at(-1) === false && wantsKey) {
      wantsKey = false;
      listener.key(text);
    } else give(text);
  };

  const endWord = (): void => {
    const value = parseScalar(decodeUtf8(held, 0, length));
    length = 0;
    mode = "between";
    if (value === undefined || (lists.at(-1) === false && wantsKey)) ended = "cut-off";
    else give(value);
  };

  const open = (isList: boolean): void => {
    if (isDone && lists.length === 0) ended = "cut-off";
    else if (lists.length >= MAX_JSON_DEPTH) ended = "too-deep";
    else if (lists.at(-1) === false && wantsKey) ended = "cut-off";
    else {
      lists.push(isList);
      wantsKey = !isList;
      listener.open(isList);
    }
  };

  const close = (isList: boolean): void => {
    if (lists.pop() !== isList) {
      ended = "cut-off";
      return;
    }
    wantsKey = false;
    if (lists.length === 0) isDone = true;
    listener.close();
  };

  const between = (byte: number): void => {
    switch (byte) {
      case 10:
        line++;
        return;
      case 9:
      case 13:
      case 32:
      case 58:
        return;
      case 44:
        wantsKey = lists.at(-1) === false;
        return;
      case 123:
        return open(false);
      case 91:
        return open(true);
      case 125:
        return close(false);
      case 93:
        return close(true);
      case QUOTE:
        mode = "text";
        hasEscape = false;
        return;
      default:
        mode = "word";
        hold(byte);
    }
  };

  const isWordEnd = (byte: number): boolean =>
    byte === 44 || byte === 125 || byte === 93 || byte <= 32 || byte === 58 || byte === 123 || byte === 91;

  const take = (byte: number): void => {
    if (mode === "between") between(byte);
    else if (mode === "text") {
      if (byte === QUOTE) endText();
      else {
        if (byte === BACKSLASH) {
          mode = "escape";
          hasEscape = true;
        }
        if (byte === 10) ended = "cut-off";
        else hold(byte);
      }
    } else if (mode === "escape") {
      mode = "text";
      hold(byte);
    } else if (isWordEnd(byte)) {
      endWord();
      if (ended === null) between(byte);
    } else hold(byte);
  };

  const push = (chunk: Uint8Array): boolean => {
    for (let index = 0; index < chunk.length && ended === null; index++) {
      const byte = chunk[index] ?? 0;
      // A byte order mark: EF BB BF before the first value.
      if (isFirst && (byte === 0xef || byte === 0xbb || byte === 0xbf)) continue;
      isFirst = false;
      take(byte);
    }
    return ended === null;
  };

  const finish = (): JsonEnd => {
    if (ended === null && mode === "word") endWord();
    return ended ?? (isDone && lists.length === 0 && mode === "between" ? "whole" : "cut-off");
  };

  return { push, finish, line: () => line };
};

/** Undefined for what is no scalar of JSON. */
const parseScalar = (text: string): JsonScalar | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    if (value === null || typeof value === "string" || typeof value === "boolean") return value;
    return typeof value === "number" && Number.isFinite(value) ? value : undefined;
  } catch {
    return undefined;
  }
};
