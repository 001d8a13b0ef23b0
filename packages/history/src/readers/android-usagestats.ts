/**
 * Android's `adb shell dumpsys usagestats`: rows such as
 * `time="2026-09-26 23:10:00" type=SCREEN_INTERACTIVE package=android flags=0x0`, in the phone's local time without a zone.
 *
 * Only the block of user 0 is read: other users of the phone and work profiles are other people or other lives.
 * `KEYGUARD_HIDDEN` is the unlocking, `KEYGUARD_SHOWN` the locking. Sums per app are passed over.
 * A phone that is switched off (`DEVICE_SHUTDOWN`) has a dark screen; one that starts (`DEVICE_STARTUP`) with a screen that nobody saw
 * go dark lost power at a time that is not known.
 */
import { showField } from "../history-error.ts";
import type { FileHead, HistoryFormat, HistorySink } from "./reader.ts";
import { readLines, readTime } from "./text-rows.ts";

const USER = /^\s*user=(\d+)\b/;
const ROW = /^\s*time="([^"]*)"\s+type=(\w+)/;
const PACKAGE = /\spackage=(\S+)/;

const ENDS_SCREEN: ReadonlySet<string> = new Set(["SCREEN_NON_INTERACTIVE", "DEVICE_SHUTDOWN", "DEVICE_STARTUP"]);

const isEventRow = (line: string): boolean => ROW.test(line);
const isTotalsRow = (line: string): boolean => /^\s*package=\S+.*\btotalTime/.test(line);

export const androidUsageStats: HistoryFormat = {
  source: "android-usagestats",
  recognise: (head: FileHead) => head.lines.some((line) => USER.test(line) || isEventRow(line)),
  read: (file, sink) => {
    let isOwn = true;
    let latestMs = -Infinity;
    let hasRows = false;
    let hasTotals = false;
    let isScreenOn = false;
    let current: { readonly app: string; readonly since: number } | null = null;

    const endCurrent = (atMs: number): void => {
      if (current !== null) sink.app(current.since, Math.max(atMs, current.since), current.app);
      current = null;
    };

    const lines = readLines(sink, (text, line) => {
      const user = USER.exec(text);
      if (user !== null) {
        isOwn = user[1] === "0";
        return;
      }
      if (!isOwn) return;
      const row = ROW.exec(text);
      if (row === null) {
        hasTotals ||= isTotalsRow(text);
        if (/^\s*time=/.test(text)) sink.skip(line, { type: "not-a-time", text: showField(text.trim()) });
        return;
      }
      hasRows = true;
      const at = readTime(sink, row[1] ?? "", line, latestMs);
      if (at === null) return;
      latestMs = at;
      const type = row[2] ?? "";
      takeRow(sink, type, at);
      if (isScreenOn && type === "DEVICE_SHUTDOWN") sink.screen(at, "off");
      if (isScreenOn && type === "DEVICE_STARTUP") sink.screen(at, "lost");
      isScreenOn = type === "SCREEN_INTERACTIVE" || (isScreenOn && !ENDS_SCREEN.has(type));
      sink.seen(at);
      const app = PACKAGE.exec(text)?.[1] ?? "";
      if (type === "ACTIVITY_RESUMED" && app !== "") {
        endCurrent(at);
        current = { app, since: at };
      } else if (type === "DEVICE_STARTUP") {
        if (current !== null) sink.app(current.since, null, current.app);
        current = null;
      } else if (ENDS_SCREEN.has(type) || (isEndOfApp(type) && current?.app === app)) endCurrent(at);
    });
    return {
      push: lines.push,
      finish: () => {
        lines.finish();
        if (current !== null) sink.app(current.since, null, current.app);
        if (!hasRows && hasTotals) sink.fail({ type: "daily-totals-only", file });
      },
    };
  },
};

const isEndOfApp = (type: string): boolean => type === "ACTIVITY_PAUSED" || type === "ACTIVITY_STOPPED";

const takeRow = (sink: HistorySink, type: string, at: number): void => {
  switch (type) {
    case "SCREEN_INTERACTIVE":
      return sink.screen(at, "on");
    case "SCREEN_NON_INTERACTIVE":
      return sink.screen(at, "off");
    case "KEYGUARD_HIDDEN":
      sink.seesUnlocks();
      return sink.screen(at, "unlocked");
    case "KEYGUARD_SHOWN":
      sink.seesUnlocks();
      return sink.screen(at, "locked");
    default:
      // The other thirty kinds of event are not about looking at the phone.
      return undefined;
  }
};
