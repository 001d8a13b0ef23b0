/**
 * Looks of a history → weeks as they are kept.
 *
 * Whole seconds are kept: no figure needs more. Of apps only their kinds are, as bits, and only where their owner wants it.
 */
import {
  addToInstant,
  APP_KINDS,
  civilDateAt,
  intersectIntervals,
  MAX_WEEK_LOOKS,
  MAX_WEEK_STRETCHES,
  mergeIntervals,
  mondayOf,
  parseUtcOffset,
  type AppKind,
  type CivilDate,
  type Instant,
  type Interval,
} from "@undivided/domain";
import { kindsOfApps, type ScreenSession } from "@undivided/history";
import { instantOf, startOf } from "./kept-looks.ts";
import type { LooksWeek } from "./phone-messages.ts";

const SECOND_MS = 1000;
const WEEK_MS = 604_800_000;

const utc = (() => {
  const parsed = parseUtcOffset(0);
  if (parsed.type === "error") throw new Error("UTC is an offset");
  return parsed.value;
})();

const weekOf = (at: Instant): CivilDate => mondayOf(civilDateAt(at, utc));

const kindsToBits = (kinds: readonly AppKind[]): number =>
  kinds.reduce((bits, kind) => bits | (1 << APP_KINDS.indexOf(kind)), 0);

interface Named {
  readonly source: string;
  readonly seesLockScreen: boolean;
}

/** Ascending; a week that holds more than one record can, becomes several. O(sessions + weeks). */
export const toLooksWeeks = (
  sessions: Iterable<ScreenSession>,
  observed: readonly Interval<Instant>[],
  named: Named,
): readonly LooksWeek[] => {
  const watched = mergeIntervals(
    observed.map(({ from, until }) => ({
      from: instantOf(Math.floor(from / SECOND_MS) * SECOND_MS),
      until: instantOf(Math.ceil(until / SECOND_MS) * SECOND_MS),
    })),
  );
  const looks = new Map<CivilDate, { at: number[]; seconds: (number | null)[]; kinds: number[] }>();
  let namesApps = false;
  for (const { from, until, apps } of sessions) {
    const week = weekOf(from);
    const list = looks.get(week) ?? { at: [], seconds: [], kinds: [] };
    looks.set(week, list);
    list.at.push(Math.floor((from - startOf(week)) / SECOND_MS));
    list.seconds.push(until === null ? null : Math.round((until - from) / SECOND_MS));
    list.kinds.push(kindsToBits(kindsOfApps(apps)));
    namesApps ||= apps.length > 0;
  }
  const weeks: LooksWeek[] = [];
  const [first, last] = [watched[0], watched.at(-1)];
  if (first === undefined || last === undefined) return [];
  for (let start = startOf(weekOf(first.from)); start < last.until; start = addToInstant(start, WEEK_MS)) {
    const week = weekOf(start);
    const stretches = intersectIntervals(watched, [{ from: start, until: addToInstant(start, WEEK_MS) }]);
    const { at, seconds, kinds } = looks.get(week) ?? { at: [], seconds: [], kinds: [] };
    const parts = Math.max(1, Math.ceil(at.length / MAX_WEEK_LOOKS), Math.ceil(stretches.length / MAX_WEEK_STRETCHES));
    if (at.length === 0 && stretches.length === 0) continue;
    for (let part = 0; part < parts; part += 1) {
      weeks.push({
        ...named,
        week,
        watched: stretches.slice(part * MAX_WEEK_STRETCHES, (part + 1) * MAX_WEEK_STRETCHES),
        at: at.slice(part * MAX_WEEK_LOOKS, (part + 1) * MAX_WEEK_LOOKS),
        seconds: seconds.slice(part * MAX_WEEK_LOOKS, (part + 1) * MAX_WEEK_LOOKS),
        kinds: namesApps ? kinds.slice(part * MAX_WEEK_LOOKS, (part + 1) * MAX_WEEK_LOOKS) : null,
      });
    }
  }
  return weeks;
};
