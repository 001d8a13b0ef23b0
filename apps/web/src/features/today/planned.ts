/**
 * What is planned for today: the next ritual of today that is not over, on the clock of the zone that it was planned in.
 *
 * Pure: which day and minute it is in a zone is asked of the caller. Limits: a ritual that runs past midnight is over at midnight.
 */
import type { CivilDate, RitualRecord } from "@undivided/domain";

export interface WallClock {
  readonly day: CivilDate;
  /** Minutes after midnight. */
  readonly minute: number;
}

export interface Planned {
  readonly ritual: RitualRecord;
  /** Minutes after midnight on the clock of its zone. */
  readonly minute: number;
  readonly isNow: boolean;
}

/** 1 (Monday) to 7 (Sunday). */
const weekdayOf = (day: CivilDate): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

const minutesOn = ({ pattern, changes }: RitualRecord, day: CivilDate): readonly number[] => {
  const moved = changes.flatMap(({ to }) => (to !== null && to.day === day ? [to.minute] : []));
  const comesRound =
    pattern.weekdays.includes(weekdayOf(day)) &&
    pattern.from <= day &&
    (pattern.until === null || day <= pattern.until) &&
    !changes.some((change) => change.day === day);
  return comesRound ? [pattern.minute, ...moved] : moved;
};

/** Null if nothing is left for today. A zone that this device does not know (`clockIn` gives null) is passed over. O(n). */
export const plannedToday = (
  rituals: readonly RitualRecord[],
  clockIn: (zone: string) => WallClock | null,
): Planned | null => {
  let next: (Planned & { readonly wait: number }) | null = null;
  for (const ritual of rituals) {
    const clock = clockIn(ritual.pattern.zone);
    if (clock === null) continue;
    for (const minute of minutesOn(ritual, clock.day)) {
      const wait = minute - clock.minute;
      if (wait + ritual.pattern.lengthMinutes <= 0) continue;
      if (next === null || wait < next.wait) next = { ritual, minute, isNow: wait <= 0, wait };
    }
  }
  return next === null ? null : { ritual: next.ritual, minute: next.minute, isNow: next.isNow };
};
