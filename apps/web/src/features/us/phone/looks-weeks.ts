/**
 * Looks of a history ↔ weeks as they are kept.
 *
 * Whole seconds are kept: no figure needs more. What two imports both watched counts once, for the one that comes first, so that an
 * import twice, or exports that overlap, double nothing; taken away, it gives the stretch back to the other.
 */
import {
  addToInstant,
  civilDateAt,
  intersectIntervals,
  MAX_WEEK_LOOKS,
  MAX_WEEK_STRETCHES,
  mergeIntervals,
  mondayOf,
  parseEpochMs,
  parseUtcOffset,
  subtractIntervals,
  type CivilDate,
  type Instant,
  type Interval,
  type PhoneLooksRecord,
} from "@undivided/domain";
import type { ScreenSession } from "@undivided/history";
import type { LooksWeek } from "./phone-messages.ts";

const SECOND_MS = 1000;
const WEEK_MS = 604_800_000;

const instantOf = (ms: number): Instant => {
  const parsed = parseEpochMs(ms);
  if (parsed.type === "error") throw new Error("a time of a history lies within the calendar");
  return parsed.value;
};
const utc = (() => {
  const parsed = parseUtcOffset(0);
  if (parsed.type === "error") throw new Error("UTC is an offset");
  return parsed.value;
})();

const weekOf = (at: Instant): CivilDate => mondayOf(civilDateAt(at, utc));
const startOf = (week: CivilDate): Instant => instantOf(Date.parse(`${week}T00:00:00Z`));

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
  const looks = new Map<CivilDate, { at: number[]; seconds: (number | null)[] }>();
  for (const { from, until } of sessions) {
    const week = weekOf(from);
    const list = looks.get(week) ?? { at: [], seconds: [] };
    looks.set(week, list);
    list.at.push(Math.floor((from - startOf(week)) / SECOND_MS));
    list.seconds.push(until === null ? null : Math.round((until - from) / SECOND_MS));
  }
  const weeks: LooksWeek[] = [];
  const [first, last] = [watched[0], watched.at(-1)];
  if (first === undefined || last === undefined) return [];
  for (let start = startOf(weekOf(first.from)); start < last.until; start = addToInstant(start, WEEK_MS)) {
    const week = weekOf(start);
    const stretches = intersectIntervals(watched, [{ from: start, until: addToInstant(start, WEEK_MS) }]);
    const { at, seconds } = looks.get(week) ?? { at: [], seconds: [] };
    const parts = Math.max(1, Math.ceil(at.length / MAX_WEEK_LOOKS), Math.ceil(stretches.length / MAX_WEEK_STRETCHES));
    if (at.length === 0 && stretches.length === 0) continue;
    for (let part = 0; part < parts; part += 1) {
      weeks.push({
        ...named,
        week,
        watched: stretches.slice(part * MAX_WEEK_STRETCHES, (part + 1) * MAX_WEEK_STRETCHES),
        at: at.slice(part * MAX_WEEK_LOOKS, (part + 1) * MAX_WEEK_LOOKS),
        seconds: seconds.slice(part * MAX_WEEK_LOOKS, (part + 1) * MAX_WEEK_LOOKS),
      });
    }
  }
  return weeks;
};

export interface KeptLooks {
  readonly sessions: readonly ScreenSession[];
  readonly observed: readonly Interval<Instant>[];
}

/** All imports as one history. Does not depend on the order of the records. O(n log n). */
export const mergeImports = (records: readonly PhoneLooksRecord[]): KeptLooks => {
  const imports = [...Map.groupBy(records, (record) => record.import)].toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  );
  let covered: readonly Interval<Instant>[] = [];
  const sessions: ScreenSession[] = [];
  for (const [, weeks] of imports) {
    const watched = mergeIntervals(weeks.flatMap((week) => week.watched));
    const rest = subtractIntervals(watched, covered);
    const all = weeks
      .flatMap(({ week, at, seconds }) =>
        at.map((second, index) => lookOf(startOf(week), second, seconds[index] ?? null)),
      )
      .toSorted((one, other) => one.from - other.from);
    let index = 0;
    for (const look of all) {
      while ((rest[index]?.until ?? Infinity) < look.from) index += 1;
      if ((rest[index]?.from ?? Infinity) <= look.from) sessions.push(look);
    }
    covered = mergeIntervals([...covered, ...watched]);
  }
  return { sessions: sessions.toSorted((one, other) => one.from - other.from), observed: covered };
};

const lookOf = (start: Instant, second: number, seconds: number | null): ScreenSession => {
  const from = addToInstant(start, second * SECOND_MS);
  return { from, until: seconds === null ? null : addToInstant(from, seconds * SECOND_MS), unlocked: null, apps: [] };
};
