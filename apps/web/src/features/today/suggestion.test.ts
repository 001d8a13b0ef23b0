import { RITUALS } from "@undivided/content/rituals";
import { addDays, parseCivilDate } from "@undivided/domain";
import { expect, it } from "vitest";
import { suggestionFor } from "./suggestion.ts";

const parsed = parseCivilDate("2026-11-25");
if (parsed.type === "error") throw new Error("a day");
const wednesday = parsed.value;
const facts = (id: string) => RITUALS.find((ritual) => ritual.id === id);

it("changes every day and stays the same all evening", () => {
  expect(suggestionFor(wednesday, "evening")).toEqual(suggestionFor(wednesday, "evening"));
  const week = Array.from({ length: 7 }, (_, days) => suggestionFor(addDays(wednesday, days), "evening").id);
  expect(new Set(week).size).toBe(7);
});

it("is short on a working day and fits the hour", () => {
  for (let days = 0; days < 60; days += 1) {
    const day = addDays(wednesday, days);
    const isWeekend = [0, 6].includes(new Date(day).getUTCDay());
    for (const part of ["morning", "afternoon", "evening", "night"] as const) {
      const { id, minutes } = suggestionFor(day, part);
      expect(minutes).toBeLessThanOrEqual(isWeekend ? 60 : 30);
      if (isWeekend && part !== "night") expect(facts(id)?.occasions).toContain("weekend");
    }
    if (!isWeekend) expect(facts(suggestionFor(day, "morning").id)?.occasions).toContain("apart");
  }
});
