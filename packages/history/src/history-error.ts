/**
 * What can be wrong with a history: the errors that end the reading, and the reasons why one line was left out.
 *
 * Closed unions of facts; the command line and the app make the sentences.
 * **Privacy:** nothing here carries a line of another person's rows; of others there are ids alone, and only to choose.
 */

/** A phone or a laptop that a file tells of, named as its source names it. */
export interface FoundDevice {
  readonly type: "phone" | "laptop";
  readonly id: string;
}

export type HistoryError =
  | { readonly type: "no-files" }
  /** The source failed: gone, a directory, no permission. `code` is the system's, such as `EISDIR`, where it gives one. */
  | { readonly type: "unreadable"; readonly file: string; readonly code: string | null; readonly message: string }
  | { readonly type: "empty-file"; readonly file: string }
  | { readonly type: "unknown-format"; readonly file: string }
  /** Sums for a day say nothing of when. */
  | { readonly type: "daily-totals-only"; readonly file: string }
  /** A known format without one row that could be used. `skipped` counts the bad lines. */
  | { readonly type: "no-events"; readonly file: string; readonly skipped: number }
  /** Starts of apps, but neither ends nor the screen: no session can be made of them alone. */
  | { readonly type: "app-starts-only" }
  | { readonly type: "damaged-archive"; readonly file: string }
  | { readonly type: "archive-in-archive"; readonly file: string }
  /** A zip or gzip that grows beyond measure, or holds more files than any export. */
  | { readonly type: "archive-too-large"; readonly file: string; readonly limitBytes: number }
  | { readonly type: "archive-of-too-many-files"; readonly file: string; readonly limit: number }
  /** JSON nested deeper than any export. */
  | { readonly type: "too-deep"; readonly file: string; readonly limit: number }
  /** More different apps than any phone has. */
  | { readonly type: "too-many-apps"; readonly limit: number }
  /** Times without a zone, and none was given. */
  | { readonly type: "zone-needed"; readonly file: string }
  /** Several phones or people: "Which one is yours?" */
  | { readonly type: "which-device"; readonly devices: readonly FoundDevice[] }
  /** Only a laptop, and nobody said that it should be read. */
  | { readonly type: "laptop-only"; readonly devices: readonly FoundDevice[] }
  | { readonly type: "no-such-device"; readonly wanted: string; readonly devices: readonly FoundDevice[] };

/** Why a line was left out. `text` is the field as written, cut to 40 characters. */
export type SkipReason =
  | { readonly type: "wrong-column-count"; readonly expected: number; readonly found: number }
  | { readonly type: "not-a-time"; readonly text: string }
  /** Before the year 2000 or after 2100. */
  | { readonly type: "time-out-of-range"; readonly text: string }
  /** An hour that the clocks skipped in this zone. */
  | { readonly type: "no-such-local-time"; readonly text: string }
  | { readonly type: "unknown-state"; readonly text: string }
  | { readonly type: "missing-value"; readonly column: string }
  | { readonly type: "not-a-duration"; readonly text: string }
  /** An event that never ended: nothing that a phone shows lasts so long (`MAX_LOOK_MS`). */
  | { readonly type: "longer-than-a-day"; readonly text: string }
  | { readonly type: "line-too-long"; readonly limitBytes: number }
  | { readonly type: "not-json" }
  /** The file ends, or stops being JSON, in the middle: what came before is kept. */
  | { readonly type: "cut-off" }
  | CalendarSkipReason;

/** Why an event of a calendar is not a time together. */
export type CalendarSkipReason =
  | { readonly type: "all-day" }
  | { readonly type: "no-start" }
  | { readonly type: "no-length" }
  | { readonly type: "longer-than-a-week" }
  | { readonly type: "unreadable-event" }
  | { readonly type: "unknown-zone"; readonly text: string }
  | { readonly type: "recurs-too-often" }
  | { readonly type: "unknown-range" };

/** A line that was read, named and left out. `line` counts from 1 and counts blank lines and headers too. */
export interface SkippedLine {
  readonly file: string;
  readonly line: number;
  readonly reason: SkipReason;
}

export type OnSkipped = (skipped: SkippedLine) => void;

/** A field as a message may show it. */
export const showField = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
