/**
 * Which prompt comes next: none comes again within a season. Two phones with one seed choose the same, unless one of them has had it.
 *
 * Method: every prompt gets a number from the seed and its id, and the lowest of those that are free is taken (highest
 * random weight, Thaler and Ravishankar 1998). A prompt that is added or taken away changes no other choice.
 * Pure: seed, history and day are passed in.
 */
import { addDays, type CivilDate } from "@undivided/domain";
import type { Prompt, PromptUse } from "./prompts.ts";

/** A season: thirteen weeks. */
export const SEASON_DAYS = 91;

export interface ShownPrompt {
  /** Also of a prompt that exists no longer, or of one's own. */
  readonly id: string;
  readonly day: CivilDate;
}

export interface PromptWish {
  readonly use: PromptUse;
  /** Whether tender ones may come: only if both said so, each on their own phone. */
  readonly mayDig: boolean;
  readonly today: CivilDate;
  /** Any text, such as the day. */
  readonly seed: string;
  readonly shown: readonly ShownPrompt[];
}

export type ChosenPrompt<P extends Prompt> = Chosen<P> | AllShown;

export interface Chosen<P extends Prompt> {
  readonly type: "chosen";
  readonly prompt: P;
}

/** Every one that fits was shown within the season: the app says so, and leaves the talk to the two. */
export interface AllShown {
  readonly type: "all-shown";
}

/** What was shown on a later day than today, by a clock that was wrong, counts as shown. O(prompts + history). */
export const choosePrompt = <P extends Prompt>(prompts: readonly P[], wish: PromptWish): ChosenPrompt<P> => {
  const since = addDays(wish.today, -SEASON_DAYS);
  const taken = new Set(wish.shown.filter(({ day }) => day > since).map(({ id }) => id));
  let lowest: { readonly prompt: P; readonly weight: number } | null = null;
  for (const prompt of prompts) {
    if (prompt.use !== wish.use || (prompt.digs && !wish.mayDig) || taken.has(prompt.id)) continue;
    const weight = hash(`${wish.seed}\n${prompt.id}`);
    if (lowest === null || weight < lowest.weight) lowest = { prompt, weight };
  }
  return lowest === null ? { type: "all-shown" } : { type: "chosen", prompt: lowest.prompt };
};

/** FNV-1a over UTF-16 units, finished with the mixing step of MurmurHash3 (both public domain). Not for secrets. */
const hash = (text: string): number => {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
};
