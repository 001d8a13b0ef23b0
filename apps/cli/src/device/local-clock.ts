/** The clock of this machine as records want it: instants, and what the owner's clock is ahead of UTC. */
import {
  civilDateAt,
  parseEpochMs,
  parseUtcOffset,
  type CivilDate,
  type Instant,
  type UtcOffset,
} from "@undivided/domain";

/** @throws Error if the clock shows no time between the years 0001 and 9999. */
export const instantOf = (now: () => number): Instant => {
  const at = parseEpochMs(Math.round(now()));
  if (at.type === "error") throw new Error("the clock of this machine shows a year that no calendar has");
  return at.value;
};

/** From the zone that the machine is set to, at that time. */
export const localOffset = (at: Instant): UtcOffset => {
  // `|| 0` turns −0 into 0. Seconds, which zones had a century ago, are rounded away.
  const offset = parseUtcOffset(Math.round(-new Date(at).getTimezoneOffset()) || 0);
  if (offset.type === "error") throw new Error("the zone of this machine is further from UTC than any");
  return offset.value;
};

export const localToday = (now: () => number): CivilDate => {
  const at = instantOf(now);
  return civilDateAt(at, localOffset(at));
};
