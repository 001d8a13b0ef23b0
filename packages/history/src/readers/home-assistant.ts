/**
 * Home Assistant's history of a phone's `binary_sensor.PHONE_interactive`: CSV (`entity_id,state,last_changed`) from the
 * history panel, and the JSON of `GET /api/history/period`.
 *
 * Rows are changes only; `unavailable` and `unknown` mean that nothing is known until the next row. Other sensors are passed over.
 * Source: Home Assistant, REST API, and the sensors of its Android companion app.
 * Limits: does not see unlocking.
 */
import { columnOf, readHeader, splitCells, type TableHeader } from "../bytes/cells.ts";
import { fieldOf, textOf } from "../bytes/json-items.ts";
import { showField } from "../history-error.ts";
import type { HistoryFormat, HistorySink } from "./reader.ts";
import { readJson } from "./json-file.ts";
import { readLines, readTime } from "./text-rows.ts";

const SENSOR = /^binary_sensor\.(.+)_interactive$/;

const isOwnPhone = (sink: HistorySink, entity: string): boolean => {
  const phone = SENSOR.exec(entity)?.[1];
  return phone !== undefined && sink.admit({ type: "phone", person: null, device: phone });
};

type TakeState = (entity: string, state: string, changed: string, line: number) => void;

const createTakeState = (sink: HistorySink): TakeState => {
  let lostSince: number | null = null;
  return (entity, state, changed, line) => {
    if (!isOwnPhone(sink, entity)) return;
    const at = readTime(sink, changed, line);
    if (at === null) return;
    if (state === "unavailable" || state === "unknown") {
      lostSince ??= at;
      sink.screen(at, "lost");
    } else if (state === "on" || state === "off") {
      if (lostSince !== null && lostSince < at) sink.unknown(lostSince, at);
      lostSince = null;
      sink.screen(at, state);
    } else {
      sink.skip(line, { type: "unknown-state", text: showField(state) });
      return;
    }
    sink.seen(at);
  };
};

export const homeAssistantCsv: HistoryFormat = {
  source: "home-assistant-csv",
  recognise: (head) => {
    const header = readHeader(head.lines[0] ?? "");
    return ["entity_id", "state", "last_changed"].every((name) => columnOf(header, name) >= 0);
  },
  read: (_file, sink) => {
    const take = createTakeState(sink);
    let header: TableHeader | null = null;
    let columns: readonly [number, number, number] = [-1, -1, -1];
    return readLines(sink, (text, line) => {
      if (header === null) {
        header = readHeader(text);
        columns = [columnOf(header, "entity_id"), columnOf(header, "state"), columnOf(header, "last_changed")];
        return;
      }
      const cells = splitCells(text, header.delimiter);
      const entity = cells[columns[0]] ?? "";
      const phone = SENSOR.exec(entity)?.[1];
      // A short row of another phone, or of no phone, is not looked at.
      if (phone === undefined ? cells.length > 1 : !sink.admit({ type: "phone", person: null, device: phone })) return;
      if (cells.length !== header.columns.length) {
        sink.skip(line, { type: "wrong-column-count", expected: header.columns.length, found: cells.length });
        return;
      }
      take(entity, cells[columns[1]] ?? "", cells[columns[2]] ?? "", line);
    });
  },
};

export const homeAssistantJson: HistoryFormat = {
  source: "home-assistant-json",
  recognise: ({ text }) => /^\uFEFF?\s*\[/.test(text) && /"entity_id"\s*:/.test(text),
  read: (file, sink) => {
    const take = createTakeState(sink);
    let entity = "";
    return readJson(
      file,
      sink,
      {
        isItem: (path) => path.length === 2 && path[0] === "*" && path[1] === "*",
        onItem: (_path, value, line) => {
          // With `minimal_response` only the first of a list says whose state it is.
          entity = textOf(fieldOf(value, "entity_id")) ?? entity;
          const state = textOf(fieldOf(value, "state"));
          const changed = textOf(fieldOf(value, "last_changed")) ?? textOf(fieldOf(value, "last_updated"));
          if (state !== null && changed !== null) take(entity, state, changed, line);
          else if (isOwnPhone(sink, entity)) {
            sink.skip(line, { type: "missing-value", column: state === null ? "state" : "last_changed" });
          }
        },
        onLeave: (path) => {
          if (path.length === 1) entity = "";
        },
      },
      () => undefined,
    );
  },
};
