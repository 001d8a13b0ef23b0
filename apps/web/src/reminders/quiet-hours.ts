/**
 * Quiet hours: when no alarm of this phone rings. They delay a reminder to their end and never eat it.
 *
 * A setting of this phone, not of its owner's other devices, and no record. Pure: what was kept is passed in as text.
 * Limits of `reminderOffset`: worked out for an ordinary day; in a night in which the clocks change an alarm may be an hour off.
 */
export interface QuietHours {
  /** Minutes after midnight. */
  readonly from: number;
  /** The minute at which it may ring again; before `from` where midnight lies between. */
  readonly until: number;
}

/** What is offered when they are switched on. */
export const USUAL_QUIET: QuietHours = { from: 22 * 60, until: 7 * 60 };

const DAY_MINUTES = 1440;

const isMinute = (value: number): boolean => Number.isInteger(value) && value >= 0 && value < DAY_MINUTES;

/** Null for no quiet hours, and for a text that is none. */
export const readQuietHours = (text: string | null): QuietHours | null => {
  const [, from = NaN, until = NaN] = /^(\d+)-(\d+)$/.exec(text ?? "")?.map(Number) ?? [];
  return isMinute(from) && isMinute(until) && from !== until ? { from, until } : null;
};

export const writeQuietHours = ({ from, until }: QuietHours): string => `${String(from)}-${String(until)}`;

const modulo = (minutes: number): number => ((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;

/** Whether this minute after midnight lies in them; their end does not. */
export const isQuietAt = (minute: number, { from, until }: QuietHours): boolean =>
  modulo(minute - from) < modulo(until - from);

/**
 * When the reminder of something that begins at `start` (minutes after midnight) rings, in minutes from its beginning: negative is before.
 * What falls into quiet hours waits for their end, also if it has begun by then.
 */
export const reminderOffset = (start: number, before: number, quiet: QuietHours | null): number => {
  if (quiet === null) return -before;
  const at = modulo(start - before);
  return isQuietAt(at, quiet) ? modulo(quiet.until - at) - before : -before;
};
