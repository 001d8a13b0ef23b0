/**
 * Our own line log, which automations of Shortcuts, Tasker and MacroDroid append to a file on the phone:
 * `2026-11-20T19:00:02+01:00,open,Name`, with `open|close|on|off|unlock` (docs/spec/history.md).
 *
 * The time may also be seconds or milliseconds since 1970, which is what Tasker and MacroDroid know without any formatting.
 *
 * An app that was opened and not closed before it was opened again has no known end. `off` ends every open app.
 */
import { splitCells } from "../bytes/cells.ts";
import { parseIsoTime, parseUnixMillis, parseUnixSeconds } from "../clock/times.ts";
import { showField } from "../history-error.ts";
import { MAX_APPS } from "../phone/phone-log.ts";
import type { HistoryFormat, HistorySink } from "./reader.ts";
import { readLines, readTime } from "./text-rows.ts";

const VERBS = ["open", "close", "on", "off", "unlock"];

/** Ten digits are seconds until the year 2286, thirteen are milliseconds. */
const parseDigits = (text: string): ReturnType<typeof parseUnixSeconds> | null => {
  if (!/^\d{10}(\.\d+)?$|^\d{13}$/.test(text)) return null;
  return text.length === 13 && !text.includes(".") ? parseUnixMillis(text) : parseUnixSeconds(text);
};

const isRow = (line: string): boolean => {
  const cells = splitCells(line, ",");
  const time = cells[0] ?? "";
  const isTime = (parseDigits(time) ?? parseIsoTime(time)).type === "ok";
  return isTime && VERBS.includes((cells[1] ?? "").toLowerCase());
};

const readLogTime = (sink: HistorySink, text: string, line: number, notBeforeMs: number): number | null => {
  const digits = parseDigits(text);
  if (digits === null) return readTime(sink, text, line, notBeforeMs);
  if (digits.type === "ok") return digits.value;
  sink.skip(line, digits.error);
  return null;
};

export const lineLog: HistoryFormat = {
  source: "undivided-lines",
  // The first lines may be bad ones: one good line is enough to tell.
  recognise: (head) => head.lines.some(isRow),
  read: (_file, sink) => {
    const openSince = new Map<string, number>();
    let latestMs = -Infinity;

    const closeApp = (app: string, atMs: number): void => {
      const since = openSince.get(app);
      if (since === undefined) return;
      openSince.delete(app);
      sink.app(since, atMs >= since ? atMs : null, app);
    };

    const lines = readLines(sink, (text, line) => {
      const cells = splitCells(text, ",");
      const at = readLogTime(sink, cells[0] ?? "", line, latestMs);
      if (at === null) return;
      const verb = (cells[1] ?? "").toLowerCase();
      const hasName = verb === "open" || verb === "close";
      // A name may hold commas.
      const app = hasName ? text.split(",").slice(2).join(",").trim() : "";
      if (hasName && app === "") {
        sink.skip(line, { type: "missing-value", column: "name" });
        return;
      }
      if (verb === "open") {
        const since = openSince.get(app);
        if (since !== undefined) sink.app(since, null, app);
        if (openSince.size < MAX_APPS) openSince.set(app, at);
      } else if (verb === "close") closeApp(app, at);
      else if (verb === "on") sink.screen(at, "on");
      else if (verb === "off") {
        for (const open of [...openSince.keys()]) closeApp(open, at);
        sink.screen(at, "off");
      } else if (verb === "unlock") {
        sink.seesUnlocks();
        sink.screen(at, "unlocked");
      } else {
        sink.skip(line, { type: "unknown-state", text: showField(cells[1] ?? "") });
        return;
      }
      sink.seen(at);
      latestMs = at;
    });
    return {
      push: lines.push,
      finish: () => {
        lines.finish();
        for (const [app, since] of openSince) sink.app(since, null, app);
      },
    };
  },
};
