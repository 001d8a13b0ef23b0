/**
 * The events and time zones of an iCalendar file as text, each by itself: one that is broken spoils no other.
 *
 * Components inside an event, such as alarms, are left out. Lines keep their folding. Source: RFC 5545, section 3.
 */
import { createLineCutter, decodeUtf8 } from "@undivided/lines";
import type { ByteReader } from "../bytes/history-file.ts";

export interface EventBlock {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly text: string;
}

export interface CalendarBlocks {
  readonly isCalendar: boolean;
  readonly events: readonly EventBlock[];
  readonly zones: readonly string[];
  /** Where an event began that the file does not end. */
  readonly cutOffAt: number | null;
}

/** `blocks` after `finish`. */
export const createBlockReader = (): ByteReader & { readonly blocks: () => CalendarBlocks } => {
  const events: EventBlock[] = [];
  const zones: string[] = [];
  let isCalendar = false;
  let kind: "VEVENT" | "VTIMEZONE" | null = null;
  let startLine = 0;
  let inner = 0;
  let lines: string[] = [];

  const take = (text: string, line: number): void => {
    const upper = text.trimEnd().toUpperCase();
    if (kind === null) {
      if (upper === "BEGIN:VCALENDAR") isCalendar = true;
      if (!isCalendar || (upper !== "BEGIN:VEVENT" && upper !== "BEGIN:VTIMEZONE")) return;
      kind = upper === "BEGIN:VEVENT" ? "VEVENT" : "VTIMEZONE";
      startLine = line;
      inner = 0;
      lines = [text];
      return;
    }
    if (upper === `END:${kind}`) {
      const block = [...lines, text].join("\r\n");
      if (kind === "VEVENT") events.push({ line: startLine, text: block });
      else zones.push(block);
      kind = null;
      return;
    }
    const isBegin = upper.startsWith("BEGIN:");
    if (isBegin) inner++;
    if (kind === "VTIMEZONE" || inner === 0) lines.push(text);
    if (upper.startsWith("END:") && inner > 0) inner--;
  };

  const cutter = createLineCutter((bytes, start, end, line, tooLong) => {
    if (!tooLong) take(decodeUtf8(bytes, start, end), line);
  });
  return {
    push: cutter.push,
    finish: cutter.finish,
    blocks: () => ({ isCalendar, events, zones, cutOffAt: kind === "VEVENT" ? startLine : null }),
  };
};
