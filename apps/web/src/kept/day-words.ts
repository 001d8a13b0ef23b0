/** Words for a day and for a time of day, as one says them. */
import { civilDateAt, type CivilDate, type Instant, type UtcOffset } from "@undivided/domain";
import { m } from "../paraglide/messages.js";
import { nearnessOf } from "./when.ts";

const startOf = (day: CivilDate): Date => new Date(`${day}T00:00:00Z`);

const format = (day: CivilDate, language: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" }).format(startOf(day));

export const dateWords = (day: CivilDate, language: string): string =>
  format(day, language, { weekday: "short", day: "numeric", month: "long" });

export const dayWords = (day: CivilDate, today: CivilDate, language: string): string => {
  switch (nearnessOf(day, today)) {
    case "today":
      return m.log_today();
    case "yesterday":
      return m.log_yesterday();
    case "this-week":
      return format(day, language, { weekday: "long" });
    case "earlier":
      return dateWords(day, language);
  }
};

/** In the middle of a sentence: "kept for yesterday". Names of days are as their language writes them: "Monday", "lunes". */
export const dayWithin = (day: CivilDate, today: CivilDate, language: string): string => {
  const words = dayWords(day, today, language);
  const nearness = nearnessOf(day, today);
  return nearness === "today" || nearness === "yesterday" ? words.toLocaleLowerCase(language) : words;
};

/** The clock of its owner at that time, wherever they are now. */
export const timeWords = (at: Instant, offset: UtcOffset, language: string): string =>
  new Intl.DateTimeFormat(language, { timeStyle: "short", timeZone: "UTC" }).format(new Date(at + offset * 60_000));

export const dayAndTimeWords = (at: Instant, offset: UtcOffset, today: CivilDate, language: string): string =>
  `${dayWords(civilDateAt(at, offset), today, language)}, ${timeWords(at, offset, language)}`;

/** `HH:MM` on the owner's clock, for a field. */
export const timeFieldOf = (at: Instant, offset: UtcOffset): string =>
  new Date(at + offset * 60_000).toISOString().slice(11, 16);
