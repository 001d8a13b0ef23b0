/**
 * AWARE's tables as CSV: the screen (`screen_status` 0 off, 1 on, 2 locked, 3 unlocked) and the apps in the foreground.
 *
 * Source: AWARE framework, sensors Screen and Applications; niimpy's exports of them. Times are seconds (`time`) or
 * milliseconds (`timestamp`) since 1970. People by `user`, phones by `device` or `device_id`.
 * Limits: a foreground row has no end, so it names the apps of a session and makes none.
 */
import type { ByteReader } from "../bytes/history-file.ts";
import { columnOf, readHeader, splitCells, type TableHeader } from "../bytes/cells.ts";
import { parseUnixMillis, parseUnixSeconds } from "../clock/times.ts";
import { showField } from "../history-error.ts";
import type { Owner } from "../phone/owner-gate.ts";
import { SCREEN_CHANGES } from "../phone/phone-log.ts";
import type { FileHead, HistoryFormat, HistorySink } from "./reader.ts";
import { readLines } from "./text-rows.ts";

const hasTime = (header: TableHeader): boolean => columnOf(header, "time", "timestamp") >= 0;

const headerOf = (head: FileHead): TableHeader => readHeader(head.lines[0] ?? "");

/** `wanted` columns in the order of preference; `take` gets the cell of the one that is there. */
const readTable = (
  sink: HistorySink,
  wanted: readonly string[],
  take: (atMs: number, cell: string, line: number) => void,
): ByteReader => {
  let header: TableHeader | null = null;
  let seconds = -1;
  let millis = -1;
  let person = -1;
  let device = -1;
  let value = -1;
  return readLines(sink, (text, line) => {
    if (header === null) {
      header = readHeader(text);
      seconds = columnOf(header, "time");
      millis = columnOf(header, "timestamp");
      person = columnOf(header, "user");
      device = columnOf(header, "device", "device_id");
      value = columnOf(header, ...wanted);
      return;
    }
    const cells = splitCells(text, header.delimiter);
    // Whose row it is comes first: of another's row not even a mistake is looked at.
    const owner: Owner = {
      type: "phone",
      person: person < 0 ? null : (cells[person] ?? ""),
      device: device < 0 ? "" : (cells[device] ?? ""),
    };
    // A row that is cut off within its owner would seem to name somebody new.
    const isOwnerWhole = cells.length > Math.max(person, device) + 1;
    if ((person >= 0 || device >= 0) && isOwnerWhole && !sink.admit(owner)) return;
    if (cells.length !== header.columns.length) {
      sink.skip(line, { type: "wrong-column-count", expected: header.columns.length, found: cells.length });
      return;
    }
    const at = seconds >= 0 ? parseUnixSeconds(cells[seconds] ?? "") : parseUnixMillis(cells[millis] ?? "");
    if (at.type === "error") sink.skip(line, at.error);
    else take(at.value, cells[value] ?? "", line);
  });
};

export const awareScreen: HistoryFormat = {
  source: "aware-screen",
  recognise: (head) => hasTime(headerOf(head)) && columnOf(headerOf(head), "screen_status") >= 0,
  read: (_file, sink) => {
    sink.seesUnlocks();
    return readTable(sink, ["screen_status"], (atMs, cell, line) => {
      const change = /^[0-3](\.0)?$/.test(cell) ? SCREEN_CHANGES[Number(cell)] : undefined;
      if (change === undefined) sink.skip(line, { type: "unknown-state", text: showField(cell) });
      else sink.screen(atMs, change);
    });
  },
};

const APP_COLUMNS = ["application_name", "package_name"];

export const awareApps: HistoryFormat = {
  source: "aware-apps",
  recognise: (head) => {
    const header = headerOf(head);
    return hasTime(header) && columnOf(header, ...APP_COLUMNS) >= 0;
  },
  read: (_file, sink) =>
    readTable(sink, APP_COLUMNS, (atMs, cell, line) => {
      if (cell === "") sink.skip(line, { type: "missing-value", column: "application_name" });
      else sink.app(atMs, null, cell);
    }),
};
