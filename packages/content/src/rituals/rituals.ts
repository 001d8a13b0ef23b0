/**
 * Rituals of connection: small things to do together, all without phones and free of cost.
 *
 * Here is what is the same in every language; titles and how to do it are in `en.ts` and `es.ts`.
 */

/** When it fits: on meeting again, at a meal, in the evening, at the weekend, while apart. */
export const OCCASIONS = ["reunion", "meal", "evening", "weekend", "apart"] as const;
export type Occasion = (typeof OCCASIONS)[number];

/** How much it asks for, from tired to wide awake. */
export const ENERGIES = ["low", "some", "lively"] as const;
export type Energy = (typeof ENERGIES)[number];

/** Whether it works with children around, or is better with them asleep or elsewhere. */
export const CHILDREN = ["fits", "calmer-without"] as const;
export type Children = (typeof CHILDREN)[number];

export interface RitualFacts {
  readonly minutes: number;
  readonly occasions: readonly Occasion[];
  readonly energy: Energy;
  readonly children: Children;
}

export interface Ritual extends RitualFacts {
  readonly id: string;
}

/** One that the two made themselves; it is theirs, and nothing of it is shown to anybody else. */
export interface OwnRitual extends RitualFacts {
  readonly title: string;
  readonly how: string;
}

export interface RitualText {
  readonly title: string;
  readonly how: string;
}

const ritual = <Id extends string>(
  id: Id,
  minutes: number,
  occasions: readonly [Occasion, ...Occasion[]],
  energy: Energy,
  children: Children,
): RitualFacts & { readonly id: Id } => ({ id, minutes, occasions, energy, children });

export const RITUALS = [
  ritual("door-hello", 2, ["reunion"], "low", "fits"),
  ritual("long-kiss", 1, ["reunion"], "low", "fits"),
  ritual("ten-minutes-to-land", 15, ["reunion"], "low", "fits"),
  ritual("how-was-it-really", 20, ["reunion", "evening"], "low", "calmer-without"),
  ritual("best-hardest-oddest", 10, ["reunion", "meal"], "low", "fits"),
  ritual("last-stretch-together", 10, ["reunion"], "some", "fits"),
  ritual("first-glass-of-water", 10, ["reunion"], "low", "fits"),
  ritual("one-thing-ahead", 3, ["reunion", "apart"], "low", "fits"),
  ritual("first-minute-awake", 2, ["reunion"], "low", "fits"),
  ritual("cook-side-by-side", 40, ["meal", "evening"], "some", "fits"),
  ritual("basket-meal", 30, ["meal"], "low", "fits"),
  ritual("breakfast-sitting-down", 10, ["meal"], "low", "fits"),
  ritual("guess-the-taste", 15, ["meal", "weekend"], "lively", "fits"),
  ritual("serve-each-other", 20, ["meal"], "low", "fits"),
  ritual("dish-with-a-story", 60, ["meal", "weekend"], "some", "fits"),
  ritual("table-laid-on-a-tuesday", 30, ["meal", "evening"], "low", "fits"),
  ritual("wash-and-dry", 15, ["meal", "evening"], "low", "fits"),
  ritual("picnic-on-the-floor", 40, ["meal", "weekend"], "some", "fits"),
  ritual("fold-the-laundry", 20, ["evening"], "low", "fits"),
  ritual("film-watched-properly", 120, ["evening", "weekend"], "low", "calmer-without"),
  ritual("read-aloud", 20, ["evening"], "low", "fits"),
  ritual("one-game", 30, ["evening"], "some", "fits"),
  ritual("two-songs", 8, ["evening"], "lively", "fits"),
  ritual("breathing-back-to-back", 5, ["evening"], "low", "calmer-without"),
  ritual("hands", 10, ["evening"], "low", "calmer-without"),
  ritual("ten-minutes-of-sky", 10, ["evening"], "low", "fits"),
  ritual("box-of-pictures", 30, ["evening", "weekend"], "low", "fits"),
  ritual("draw-each-other", 20, ["evening", "weekend"], "some", "fits"),
  ritual("one-question-in-the-dark", 10, ["evening"], "low", "calmer-without"),
  ritual("chores-talk-with-an-end", 10, ["evening"], "low", "fits"),
  ritual("three-small-thanks", 5, ["evening", "meal"], "low", "fits"),
  ritual("quiet-side-by-side", 30, ["evening"], "low", "fits"),
  ritual("same-bedtime", 20, ["evening"], "low", "calmer-without"),
  ritual("teach-me", 20, ["evening", "weekend"], "some", "fits"),
  ritual("puzzle-on-the-table", 30, ["evening", "weekend"], "low", "fits"),
  ritual("walk-without-a-goal", 45, ["weekend", "evening"], "some", "fits"),
  ritual("slow-morning", 40, ["weekend"], "low", "calmer-without"),
  ritual("mend-something", 60, ["weekend"], "some", "fits"),
  ritual("coin-walk", 60, ["weekend"], "lively", "fits"),
  ritual("pots-and-soil", 40, ["weekend"], "some", "fits"),
  ritual("swap-the-lead", 120, ["weekend"], "some", "fits"),
  ritual("lying-in-the-grass", 20, ["weekend"], "low", "fits"),
  ritual("library-hour", 60, ["weekend"], "some", "fits"),
  ritual("throw-and-catch", 30, ["weekend"], "lively", "fits"),
  ritual("half-hour-for-us", 30, ["weekend"], "low", "calmer-without"),
  ritual("walk-to-a-memory", 60, ["weekend"], "some", "fits"),
  ritual("note-in-the-bag", 3, ["apart"], "low", "fits"),
  ritual("same-minute", 1, ["apart"], "low", "fits"),
  ritual("letter-by-hand", 20, ["apart"], "low", "fits"),
  ritual("three-things-to-tell", 3, ["apart", "reunion"], "low", "fits"),
  ritual("jar-of-moments", 5, ["apart", "evening"], "low", "fits"),
  ritual("goodbye-standing-up", 2, ["apart"], "low", "fits"),
  ritual("small-welcome", 10, ["apart", "reunion"], "some", "fits"),
] as const;

export type RitualId = (typeof RITUALS)[number]["id"];

export type RitualTexts = Readonly<Record<RitualId, RitualText>>;
