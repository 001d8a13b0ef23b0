/**
 * A gentle suggestion for today: one small ritual that fits the hour and the day of the week, another one each day.
 *
 * Chosen by the day alone, so that it stays the same all day, says nothing about anybody, and two people may see the same.
 */
import { filterRituals, RITUALS, type Occasion, type RitualId } from "@undivided/content/rituals";
import type { CivilDate } from "@undivided/domain";
import type { PartOfDay } from "./part-of-day.ts";

/** On a working day nobody needs more. */
const MINUTES_ON_A_WEEKDAY = 30;
const MINUTES_ON_A_WEEKEND = 60;

const occasions = {
  morning: "apart",
  afternoon: "reunion",
  evening: "evening",
  night: "evening",
} as const satisfies Readonly<Record<PartOfDay, Occasion>>;

export interface Suggestion {
  readonly id: RitualId;
  readonly minutes: number;
}

export const suggestionFor = (day: CivilDate, part: PartOfDay): Suggestion => {
  const date = new Date(`${day}T00:00:00Z`);
  const isWeekend = [0, 6].includes(date.getUTCDay());
  const occasion = isWeekend && part !== "night" ? "weekend" : occasions[part];
  const minutes = isWeekend ? MINUTES_ON_A_WEEKEND : MINUTES_ON_A_WEEKDAY;
  const fitting = filterRituals(RITUALS, { minutes, occasion });
  const chosen = fitting[(date.getTime() / 86_400_000) % fitting.length] ?? RITUALS[0];
  return { id: chosen.id, minutes: chosen.minutes };
};
