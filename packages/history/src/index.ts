/** Histories of one's own phone: files → screen sessions → counts and exposures together and apart; never moments. */
export { historyBytes, type HistoryFile } from "./bytes/history-file.ts";
export { parseZone, type UnknownZone, type Zone } from "./clock/zone.ts";
export type {
  CalendarSkipReason,
  FoundDevice,
  HistoryError,
  OnSkipped,
  SkippedLine,
  SkipReason,
} from "./history-error.ts";
export {
  CHECK_UNDER_MS,
  classOfDuration,
  GLANCE_UNDER_MS,
  REVIEW_UP_TO_MS,
  type SessionClass,
} from "./phone/session-class.ts";
export { UNLOCK_TO_APP_MS, type Oddities, type ScreenSession, type SessionBasis } from "./phone/screen-session.ts";
export { kindOfApp, kindsOfApps } from "./phone/app-kind.ts";
export type { HistorySource } from "./readers/reader.ts";
export {
  readHistory,
  type Cancelled,
  type HistoryOptions,
  type PhoneHistory,
  type ReadFile,
  type Unseen,
} from "./read-history.ts";
export { expandRule, parseRule, type BadRule, type TogetherRule } from "./together/rule.ts";
export { MAX_CALENDAR_BYTES, readCalendar, type CalendarError, type CalendarOptions } from "./together/calendar.ts";
export { crossHistory, type Crossing, type Side } from "./crossing/cross.ts";
export { crossByKind, type KindCrossing } from "./crossing/cross-by-kind.ts";
export { crossByDateHour, crossByHour, sumSides, type DateHourCell, type HourCell } from "./crossing/cross-by-hour.ts";
export { summariseSessions, type HistorySummary } from "./crossing/summarise.ts";
export { toLookStretches, type LookStretch, type LookStretches } from "./crossing/stretches.ts";
