/** When a ritual comes round, in words: its days, its time and whose clock that is, so that nobody says yes to what they cannot see. */
import { noSubjectOf } from "@undivided/content/agreements";
import type { RitualPattern, RitualRecord, RitualWhat } from "@undivided/domain";
import type { Proposal } from "@undivided/journal";

/** 4 January 2026 was a Sunday, the day before the first of a week. */
const nameOf = (weekday: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(Date.UTC(2026, 0, 4 + weekday));

export const patternWords = ({ weekdays, minute, zone }: RitualPattern, locale: string): string => {
  const days = new Intl.ListFormat(locale, { type: "conjunction" }).format(weekdays.map((day) => nameOf(day, locale)));
  const time = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit", timeZone: "UTC" }).format(
    Date.UTC(2026, 0, 4, 0, minute),
  );
  return `${days}, ${time} (${zone.replaceAll("_", " ")})`;
};

/** The same one of the library, or in the same words. */
export const isSameRitual = (one: RitualWhat, other: RitualWhat): boolean =>
  one.type === "own"
    ? other.type === "own" && one.text === other.text
    : other.type === "library" && one.name === other.name;

/** Whether words of somebody's own are no subject between two, as in an agreement, whatever app they were written with. */
export const isNoSubject = (what: RitualWhat): boolean => what.type === "own" && noSubjectOf(what.text) !== null;

/** Whether an idea is of this ritual: by the name that a ritual keeps which began as one, or by what it is. */
export const isIdeaOf =
  (ritual: Pick<RitualRecord, "what" | "proposal">) =>
  ({ id, proposed }: Pick<Proposal, "id" | "proposed">): boolean =>
    id === ritual.proposal || (proposed.type === "ritual" && isSameRitual(proposed.what, ritual.what));
