/**
 * When something was, as its owner says it afterwards: a stretch ago, or a day and a clock time. A log is about what has been.
 *
 * Pure: the clock is passed in, and so is how this device reads a local time.
 */
import {
  addDays,
  addToInstant,
  err,
  ok,
  parseCivilDate,
  parseEpochMs,
  type CivilDate,
  type Instant,
  type Result,
} from "@undivided/domain";

/** Minutes ago; nobody remembers it finer. */
export const AGO_MINUTES = [0, 5, 15, 30, 60, 120] as const;

export const atMinutesAgo = (now: Instant, minutes: number): Instant => addToInstant(now, -minutes * 60_000);

export type WhenProblem = "not-a-time" | "ahead" | "long-ago";

/** Ten years: what lies further back is a year that is not typed to its end. */
const REMEMBERED_DAYS = 3653;

/** The first day that a log takes. */
export const earliestDay = (today: CivilDate): CivilDate => addDays(today, -REMEMBERED_DAYS);

/** A day as its owner says it. */
export const readDay = (text: string, today: CivilDate): Result<CivilDate, WhenProblem> => {
  const day = parseCivilDate(text);
  if (day.type === "error") return err("not-a-time");
  if (day.value > today) return err("ahead");
  return day.value < earliestDay(today) ? err("long-ago") : day;
};

/** `readLocal` gives epoch milliseconds for `YYYY-MM-DDTHH:MM` on this device's clock, NaN for nothing. */
export const readWhen = (
  day: string,
  time: string,
  now: Instant,
  readLocal: (text: string) => number,
): Result<Instant, WhenProblem> => {
  const at = parseEpochMs(readLocal(`${day}T${time}`));
  if (at.type === "error" || day === "" || time === "") return err("not-a-time");
  if (at.value > now) return err("ahead");
  return at.value < now - REMEMBERED_DAYS * 86_400_000 ? err("long-ago") : ok(at.value);
};

/** Today and the six days before it, the newest first. */
export const lastDays = (today: CivilDate): readonly CivilDate[] =>
  Array.from({ length: 7 }, (_, back) => addDays(today, -back));

export type NearDay = "today" | "yesterday" | "this-week" | "earlier";

/** How one speaks of a day: by its name for a week, by its date beyond. A day ahead is named by its date. */
export const nearnessOf = (day: CivilDate, today: CivilDate): NearDay => {
  if (day === today) return "today";
  if (day === addDays(today, -1)) return "yesterday";
  return day < today && day > addDays(today, -7) ? "this-week" : "earlier";
};
