/** The words for what Today proposes, fetched after the page is there. */
import { loadTexts } from "@undivided/content/load";
import type { RitualText } from "@undivided/content/rituals";
import type { CivilDate, RitualWhat } from "@undivided/domain";
import { ritualName } from "../../kept/ritual-name.ts";
import type { Language } from "../../platform/language.svelte.ts";
import type { PartOfDay } from "./part-of-day.ts";
import { suggestionFor } from "./suggestion.ts";

export interface DailySuggestion extends RitualText {
  readonly minutes: number;
}

export const loadSuggestion = async (day: CivilDate, part: PartOfDay, language: Language): Promise<DailySuggestion> => {
  const texts = await loadTexts("rituals", language);
  const { id, minutes } = suggestionFor(day, part);
  return { ...texts[id], minutes };
};

export const loadRitualName = async (what: RitualWhat, language: Language): Promise<string> =>
  ritualName(what, await loadTexts("rituals", language));
