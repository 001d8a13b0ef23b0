/**
 * When this device is to be rung in the coming weeks: before each time of each ritual that has a reminder.
 *
 * Quiet hours delay to their end and never eat; days of rest, skipped days and moved ones are as their owner set them. Two rituals at one
 * time ring once. Pure: zones through Temporal, so quiet hours end on the clock also in a night in which the clocks change.
 * Limits: worked out for the zone that this device is in now; in another one it is worked out anew when the app is opened there.
 */
import {
  addDays,
  isRestBetween,
  parseEpochMs,
  type Instant,
  type RestRecord,
  type RitualRecord,
} from "@undivided/domain";
import { Temporal } from "temporal-polyfill";
import { isQuietAt, type QuietHours } from "./quiet-hours.ts";
import { dayIn, MOVED_DAYS, ritualTimes } from "./ritual-times.ts";

/** How far ahead times are left: who has not opened the app for four weeks is not rung any more. */
export const AHEAD_DAYS = 28;

const DAY_MS = 86_400_000;

export interface Reminded {
  readonly rituals: readonly Pick<RitualRecord, "pattern" | "changes" | "reminderMinutes">[];
  readonly rests: readonly RestRecord[];
  readonly quiet: QuietHours | null;
  /** Of this device. */
  readonly zone: string;
}

/** In order, without doubles. */
export const dueTimes = ({ rituals, rests, quiet, zone }: Reminded, now: Instant): readonly Instant[] => {
  const rings = rituals.flatMap(({ reminderMinutes, ...ritual }) => {
    const today = dayIn(now, ritual.pattern.zone);
    if (reminderMinutes === null || today === null) return [];
    return ritualTimes(ritual, addDays(today, -MOVED_DAYS), MOVED_DAYS + AHEAD_DAYS + 2)
      .filter(({ at }) => !isAtRest(rests, at, zone))
      .map(({ at }) => afterQuiet(at - reminderMinutes * 60_000, quiet, zone));
  });
  const coming = rings.filter((ring) => ring > now && ring <= now + AHEAD_DAYS * DAY_MS);
  return [...new Set(coming)].sort((a, b) => a - b);
};

const isAtRest = (rests: readonly RestRecord[], at: Instant, zone: string): boolean => {
  const day = dayIn(at, zone);
  return day !== null && isRestBetween(rests, day, day);
};

const asInstant = (ms: number): Instant => {
  const parsed = parseEpochMs(ms);
  if (parsed.type === "error") throw new Error("a time of a ritual stands outside the calendar");
  return parsed.value;
};

const afterQuiet = (ms: number, quiet: QuietHours | null, zone: string): Instant => {
  if (quiet === null) return asInstant(ms);
  const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  const minute = local.hour * 60 + local.minute;
  if (!isQuietAt(minute, quiet)) return asInstant(ms);
  const day = local.toPlainDate().add({ days: minute < quiet.until ? 0 : 1 });
  const plainTime = Temporal.PlainTime.from({ hour: Math.floor(quiet.until / 60), minute: quiet.until % 60 });
  // Where the clocks skip the end of the quiet hours it comes an hour later, and may lie in the next ones: then it is the day after.
  return afterQuiet(day.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds, quiet, zone);
};
