/** What a ritual is called: by its name in the library, or in its owners' words. */
import type { RitualTexts } from "@undivided/content/rituals";
import type { RitualWhat } from "@undivided/domain";

/** A name that this version does not know is shown as it is: it came from a newer library. */
export const ritualName = (what: RitualWhat, rituals: RitualTexts): string => {
  if (what.type === "own") return what.text;
  const found = Object.entries(rituals).find(([name]) => name === what.name);
  return found === undefined ? what.name : found[1].title;
};
