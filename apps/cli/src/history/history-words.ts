/** Sentences for what the readers of histories report. Each says what happened and, where there is one, the way on. */
import type {
  CalendarError,
  Cancelled,
  FoundDevice,
  HistoryError,
  SkippedLine,
  SkipReason,
  Unseen,
} from "@undivided/history";

/** True where the call was wrong, not the file: something must be added to it. */
export const isWrongCall = (error: HistoryError | CalendarError | Cancelled): boolean =>
  ["zone-needed", "which-device", "laptop-only", "no-such-device"].includes(error.type);

const nameUsers = (devices: readonly FoundDevice[]): string =>
  devices.map(({ type, id }) => `--user ${quote(id)}${type === "laptop" ? " (a laptop)" : ""}`).join(", ");

/** As a shell takes it. */
const quote = (id: string): string => (/^[\w.@:+-]+$/.test(id) ? id : `'${id.replaceAll("'", `'\\''`)}'`);

export const describeHistoryError = (error: HistoryError | CalendarError | Cancelled): string => {
  switch (error.type) {
    case "cancelled":
      return "stopped.";
    case "no-files":
      return "no file was given.";
    case "unreadable":
      return `${error.file}: ${describeUnreadable(error.code, error.message)}.`;
    case "empty-file":
      return `${error.file}: the file is empty.`;
    case "unknown-format":
      return `${error.file}: not a kind of history that is known here; docs/spec/history.md lists them.`;
    case "daily-totals-only":
      return `${error.file}: it holds only sums for a day, and sums do not say when; a history with times is needed.`;
    case "no-events":
      return error.skipped === 0
        ? `${error.file}: there is no event in it.`
        : `${error.file}: none of its lines could be used (left out: ${error.skipped}).`;
    case "app-starts-only":
      return "AWARE's apps say when each began and never when it ended: no look can be told from them alone. Add the screen's file (the table with screen_status) to the same call, and they name the apps of its looks.";
    case "damaged-archive":
      return `${error.file}: the archive is damaged.`;
    case "archive-in-archive":
      return `${error.file}: an archive within an archive; unpack the outer one first.`;
    case "archive-too-large":
      return `${error.file}: it unpacks to far more than any history; nothing of it was kept.`;
    case "archive-of-too-many-files":
      return `${error.file}: more than ${error.limit} files in one archive; give only the history.`;
    case "too-deep":
      return `${error.file}: JSON nested deeper than ${error.limit}, as no export is.`;
    case "too-many-apps":
      return `more than ${error.limit} different apps, as no phone has.`;
    case "zone-needed":
      return `${error.file}: its times name no zone; add the zone they were written in, such as --zone Europe/Berlin.`;
    case "which-device":
      return `several phones or people in these files. Which one is yours? ${nameUsers(error.devices)}`;
    case "laptop-only":
      return `no phone in these files, but a laptop. To read it: ${nameUsers(error.devices)}`;
    case "no-such-device":
      return `nobody here is called ${quote(error.wanted)}. There is: ${nameUsers(error.devices)}`;
    case "not-a-calendar":
      return `${error.file}: not a calendar (.ics).`;
    case "calendar-too-large":
      return `${error.file}: larger than any calendar (${error.limitBytes} bytes).`;
  }
};

const describeUnreadable = (code: string | null, message: string): string => {
  switch (code) {
    case "ENOENT":
      return "there is no such file";
    case "EISDIR":
      return "a folder, where a file is wanted";
    case "EACCES":
    case "EPERM":
      return "no permission to read it";
    default:
      return `could not be read: ${message}`;
  }
};

export const describeSkippedLine = ({ file, line, reason }: SkippedLine): string =>
  line === 0 ? `${file}: ${describeSkipReason(reason)}` : `${file}:${line}: ${describeSkipReason(reason)}`;

const describeSkipReason = (reason: SkipReason): string => {
  switch (reason.type) {
    case "wrong-column-count":
      return `${reason.found} columns, where ${reason.expected} are wanted`;
    case "not-a-time":
      return `"${reason.text}" is not a time`;
    case "time-out-of-range":
      return `"${reason.text}" is no time of a phone (2000 to 2099)`;
    case "no-such-local-time":
      return `"${reason.text}" never was: the clocks skipped that hour in this zone`;
    case "unknown-state":
      return `"${reason.text}" is no state that is known here`;
    case "missing-value":
      return `${reason.column} is missing`;
    case "not-a-duration":
      return `${reason.text} is not a duration`;
    case "longer-than-a-day":
      return `${reason.text} seconds are longer than a day: where it ended was lost`;
    case "line-too-long":
      return `longer than ${reason.limitBytes} bytes`;
    case "not-json":
      return "not JSON";
    case "cut-off":
      return "ends or breaks in the middle; what came before is kept";
    case "all-day":
      return "an event for all day says nothing of hours together";
    case "no-start":
      return "an event without a beginning";
    case "no-length":
      return "an event without a length";
    case "longer-than-a-week":
      return "an event longer than a week is no time together";
    case "unreadable-event":
      return "an event that cannot be read";
    case "unknown-zone":
      return `the time zone "${reason.text}" is not known, and the file does not describe it`;
    case "recurs-too-often":
      return "an event that recurs within a day, or without measure";
    case "unknown-range":
      return "a change of all that follows is not understood";
  }
};

export const describeUnseen = (unseen: Unseen): string => {
  switch (unseen) {
    case "lock-screen-looks":
      return "looks at the lock screen";
    case "unlocking":
      return "unlocking";
    case "apps":
      return "apps";
    case "screen":
      return "the screen itself";
  }
};
