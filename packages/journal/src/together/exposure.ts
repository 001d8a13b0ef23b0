/** How long the two were together in one time, and how long its owner alone. */
import { intersectIntervals, subtractIntervals, togetherIntervals, type TogetherRecord } from "@undivided/domain";
import type { Exposure } from "../commands/together.ts";

/**
 * See `Exposure`. Each phone has its own, because each has its own unknown stretches. Where only the sound was not known a pick-up is
 * noticed all the same, and stays open: the same rule as for rates.
 */
export const exposureOf = (record: TogetherRecord): Exposure => {
  const blind = record.unknown.filter(({ of }) => of !== "sound");
  const known = subtractIntervals(togetherIntervals(record), blind);
  const overlap = record.participation.type === "both-phones" ? record.participation.overlap : [];
  return { joint: intersectIntervals(known, overlap), alone: subtractIntervals(known, overlap) };
};
