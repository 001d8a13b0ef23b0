/**
 * Words for what is shown of a record to the other: the day and one sentence in its owner's own voice, as on their screen.
 *
 * What came from the other phone has passed the journal's reader; a key that this version does not know shows nothing.
 */
import type { FeelingTexts } from "@undivided/content/feelings";
import type { DomainWords } from "@undivided/content/words";
import { parseCivilDate, type CivilDate, type SharedView } from "@undivided/domain";
import { m } from "../paraglide/messages.js";

export interface ViewTexts {
  readonly words: DomainWords;
  readonly feelings: FeelingTexts;
}

export interface ViewWords {
  readonly day: CivilDate;
  readonly text: string;
}

const lookUp = (words: Readonly<Record<string, string>>, key: unknown): string | null =>
  typeof key === "string" && Object.hasOwn(words, key) ? (words[key] ?? null) : null;

const sentence = (view: SharedView, { words, feelings }: ViewTexts): string | null => {
  switch (view["type"]) {
    case "moment":
      return view["kind"] === "picked-up" ? m.records_seen_picked() : lookUp(words.loggedMoments, view["kind"]);
    case "good-moment":
      return lookUp(words.goodMoments, view["kind"]);
    case "bid":
      return lookUp(words.bidOutcomes, view["outcome"]);
    case "felt-second": {
      const felt = Object.fromEntries(Object.entries(feelings.feelings).map(([key, { iFelt }]) => [key, iFelt]));
      return lookUp(felt, view["feeling"]);
    }
    default:
      return null;
  }
};

/** Null for what has no sentence of its own. */
export const viewWords = (view: SharedView, texts: ViewTexts): ViewWords | null => {
  const day = typeof view["day"] === "string" ? parseCivilDate(view["day"]) : null;
  const text = sentence(view, texts);
  return day?.type === "ok" && text !== null ? { day: day.value, text } : null;
};
