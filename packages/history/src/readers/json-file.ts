/** A JSON file as a reader of histories takes it: what came before any damage is kept, the damage is named. */
import type { ByteReader } from "../bytes/history-file.ts";
import { createJsonItems, type ItemListener } from "../bytes/json-items.ts";
import { MAX_JSON_DEPTH } from "../bytes/json-tokens.ts";
import type { HistorySink } from "./reader.ts";

export const readJson = (file: string, sink: HistorySink, listener: ItemListener, onEnd: () => void): ByteReader => {
  const tokens = createJsonItems(listener);
  return {
    push: (chunk) => {
      if (!sink.hasFailed()) tokens.push(chunk);
    },
    finish: () => {
      if (sink.hasFailed()) return;
      const end = tokens.finish();
      if (end === "too-deep") sink.fail({ type: "too-deep", file, limit: MAX_JSON_DEPTH });
      else {
        if (end === "cut-off") sink.skip(tokens.line(), { type: "cut-off" });
        onEnd();
      }
    },
  };
};
