/** JSON out of a text that anybody may have written. Total. */
import { parseJsonValue } from "@undivided/domain/codecs";
import type { Json } from "@undivided/domain";

/** `undefined` if it is none; not yet looked through: for a decoder that does that itself. */
export const parseUnknown = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** `undefined` if it is none, or deeper than any of ours. */
export const parseText = (text: string): Json | undefined => {
  const parsed = parseJsonValue(parseUnknown(text));
  return parsed.type === "ok" ? parsed.value : undefined;
};
