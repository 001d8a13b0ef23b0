/**
 * The dial of feelings: in which order they stand, and where on the arc.
 *
 * The likelier ones behind a first word stand in the middle, where the eye falls first; it is a way in and no finding about anybody.
 */
import { FEELINGS_BEHIND, type FirstWord } from "@undivided/content/feelings";
import { FEELINGS, type Feeling } from "@undivided/domain";

/** From the middle outwards: places of six, from 0 at the top. */
const FROM_THE_MIDDLE = [2, 3, 1, 4, 0, 5] as const;

/** All feelings, from top to bottom. Without a first word as the domain lists them. */
export const arrangeFeelings = (word: FirstWord | null): readonly Feeling[] => {
  if (word === null) return FEELINGS;
  const likely: readonly Feeling[] = FEELINGS_BEHIND[word];
  const ranked = [...likely, ...FEELINGS.filter((feeling) => !likely.includes(feeling))];
  return FROM_THE_MIDDLE.map((_, place) => ranked[FROM_THE_MIDDLE.findIndex((one) => one === place)]).filter(
    (feeling) => feeling !== undefined,
  );
};

export interface ArcPoint {
  /** From 0 (the rim at the middle) to the left, and from 0 (top) to 1 (bottom). In parts of the radius and of the height. */
  readonly inward: number;
  readonly down: number;
}

/** Where the rim of the half-disc is at each of `count` places. The arc is a bit more than the words need, so that the ends lean in. */
export const arcPoints = (count: number): readonly ArcPoint[] =>
  Array.from({ length: count }, (_, index) => {
    const down = (index + 0.5) / count;
    const rise = 1.8 * (down - 0.5);
    return { inward: 1 - Math.sqrt(1 - rise * rise), down };
  });
