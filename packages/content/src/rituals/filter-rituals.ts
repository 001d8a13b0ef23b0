/** Finding a ritual that fits this evening, these people and how tired they are. */
import { ENERGIES, type Energy, type Occasion, type RitualFacts } from "./rituals.ts";

/** What is left out does not narrow anything. */
export interface RitualWish {
  /** The longest it may take. */
  readonly minutes?: number;
  readonly occasion?: Occasion;
  /** The most it may ask for: whoever is lively may still do something quiet. */
  readonly energy?: Energy;
  readonly childrenAround?: boolean;
}

const asksAtMost = (energy: Energy, most: Energy): boolean => ENERGIES.indexOf(energy) <= ENERGIES.indexOf(most);

export const fitsWish = (ritual: RitualFacts, wish: RitualWish): boolean =>
  (wish.minutes === undefined || ritual.minutes <= wish.minutes) &&
  (wish.occasion === undefined || ritual.occasions.includes(wish.occasion)) &&
  (wish.energy === undefined || asksAtMost(ritual.energy, wish.energy)) &&
  (wish.childrenAround !== true || ritual.children === "fits");

/** Those that fit, in their given order; own ones are found by the same rule. O(n). */
export const filterRituals = <R extends RitualFacts>(rituals: readonly R[], wish: RitualWish): readonly R[] =>
  rituals.filter((ritual) => fitsWish(ritual, wish));
