/** Why a line of a history, or an event of a calendar, was left out: a sentence for each reason. */
import type { SkippedLine, SkipReason } from "@undivided/history";
import { m } from "../../../paraglide/messages.js";

export const skipReasonWords = (reason: SkipReason): string => {
  switch (reason.type) {
    case "wrong-column-count":
      return m.phone_skip_columns({ found: reason.found, expected: reason.expected });
    case "not-a-time":
      return m.phone_skip_time({ text: reason.text });
    case "time-out-of-range":
      return m.phone_skip_range({ text: reason.text });
    case "no-such-local-time":
      return m.phone_skip_skipped_hour({ text: reason.text });
    case "unknown-state":
      return m.phone_skip_state({ text: reason.text });
    case "missing-value":
      return m.phone_skip_missing({ column: reason.column });
    case "not-a-duration":
      return m.phone_skip_duration({ text: reason.text });
    case "longer-than-a-day":
      return m.phone_skip_day();
    case "line-too-long":
      return m.phone_skip_long();
    case "not-json":
      return m.phone_skip_json();
    case "cut-off":
      return m.phone_skip_cut();
    case "all-day":
      return m.phone_skip_all_day();
    case "no-start":
      return m.phone_skip_no_start();
    case "no-length":
      return m.phone_skip_no_length();
    case "longer-than-a-week":
      return m.phone_skip_week();
    case "unreadable-event":
      return m.phone_skip_unreadable();
    case "unknown-zone":
      return m.phone_skip_zone({ text: reason.text });
    case "recurs-too-often":
      return m.phone_skip_often();
    case "unknown-range":
      return m.phone_skip_following();
  }
};

/** Line 0 is the file as a whole. */
export const skippedLineWords = ({ file, line, reason }: SkippedLine): string =>
  line === 0
    ? m.phone_line_none({ file, reason: skipReasonWords(reason) })
    : m.phone_line({ file, line, reason: skipReasonWords(reason) });
