/** What a reader of one kind of history is, and all that it may do with what it reads. */
import type { ByteReader } from "../bytes/history-file.ts";
import type { HistoryError, SkipReason } from "../history-error.ts";
import type { Owner } from "../phone/owner-gate.ts";
import type { ScreenChange } from "../phone/phone-log.ts";

export type HistorySource =
  | "aware-screen"
  | "aware-apps"
  | "activitywatch"
  | "home-assistant-csv"
  | "home-assistant-json"
  | "android-usagestats"
  | "undivided-lines";

/** Where a reader's findings go. Times are milliseconds since 1970, within the years 2000 to 2099. */
export interface HistorySink {
  /** To be asked before anything else of a row is looked at. */
  readonly admit: (owner: Owner) => boolean;
  readonly screen: (atMs: number, change: ScreenChange) => void;
  /** An app in the foreground; `untilMs` null where the source does not see the end. */
  readonly app: (fromMs: number, untilMs: number | null, app: string) => void;
  /** In use, by a source that sees neither screen nor apps. */
  readonly active: (fromMs: number, untilMs: number) => void;
  /** Nothing is known from…until. */
  readonly unknown: (fromMs: number, untilMs: number) => void;
  /** This source tells of unlocking, so a session without it was not unlocked. */
  readonly seesUnlocks: () => void;
  /** Something was seen at this time: the span that was observed. */
  readonly seen: (atMs: number) => void;
  readonly skip: (line: number, reason: SkipReason) => void;
  /** Ends the reading of all files. */
  readonly fail: (error: HistoryError) => void;
  readonly hasFailed: () => boolean;
  /** What a wall clock showed → the instant; null if that hour was skipped. Fails the reading where no zone was given. */
  readonly toInstantMs: (localMs: number, notBeforeMs: number) => number | null;
}

/** The beginning of a file: its first lines that are not blank. */
export interface FileHead {
  readonly text: string;
  readonly lines: readonly string[];
}

/** One line in the list of formats: how a file is told, and its reader. */
export interface HistoryFormat {
  readonly source: HistorySource;
  readonly recognise: (head: FileHead) => boolean;
  readonly read: (file: string, sink: HistorySink) => ByteReader;
}
