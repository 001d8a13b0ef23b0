/**
 * Which weeks a report about both can be over: some lengths, up to one of the last two Sundays.
 *
 * Few to choose from, so that two people find the same with a word, and whoever looks on Monday can still say yes to what the
 * other saw on Sunday.
 */
import { addDays, mondayOf, type CivilDate } from "@undivided/domain";
import type { ReportWeeks } from "@undivided/journal";

export const LENGTHS = ["12", "8", "4"] as const;
export type Length = (typeof LENGTHS)[number];

/** The last Sunday that is over, and the one before it. */
export const lastSundays = (today: CivilDate): readonly [CivilDate, CivilDate] => {
  const last = addDays(mondayOf(today), -1);
  return [last, addDays(last, -7)];
};

export const weeksUntil = (until: CivilDate, length: Length): ReportWeeks => ({
  from: addDays(until, 1 - 7 * Number(length)),
  until,
});

/** Some of these weeks, but not the same ones, were in a report already. */
export const areTaken = (weeks: ReportWeeks, given: readonly ReportWeeks[]): boolean =>
  given.some(
    (one) =>
      one.from <= weeks.until && weeks.from <= one.until && !(one.from === weeks.from && one.until === weeks.until),
  );
