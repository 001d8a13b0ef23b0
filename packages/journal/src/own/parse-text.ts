/** JSON out of a text that anybody may have written; `undefined` if it is none. Total. */
import { parseJsonValue } from "@undivided/domain/codecs";
import type { Json } from "@undivided/domain";

export const parseText = (text: string): Json | undefined => {
  try {
    const parsed = parseJsonValue(JSON.parse(text));
    return parsed.type === "ok" ? parsed.value : undefined;
  } catch {
    return undefined;
  }
};
