/**
 * Weeks as they are kept → looks.
 *
 * What two imports both watched counts once, for the one that comes first, so that an import twice, or exports that overlap, double
 * nothing; taken away, it gives the stretch back to the other. Without the readers of histories, which only the worker needs.
 */
import {
  addToInstant,
  APP_KINDS,
  mergeIntervals,
  parseEpochMs,
  subtractIntervals,
  type AppKind,
  type CivilDate,
  type Instant,
  type Interval,
  type PhoneLooksRecord,
} from "@undivided/domain";
import type { ScreenSession } from "@undivided/history";
import type { LooksWeek } from "./phone-messages.ts";

const SECOND_MS = 1000;

export const instantOf = (ms: number): Instant => {
  const parsed = parseEpochMs(ms);
  if (parsed.type === "error") throw new Error("a time of a history lies within the calendar");
  return parsed.value;
};
export const startOf = (week: CivilDate): Instant => instantOf(Date.parse(`${week}T00:00:00Z`));
const bitsToKinds = (bits: number): readonly AppKind[] => APP_KINDS.filter((_, index) => (bits & (1 << index)) !== 0);

export interface KeptLook extends ScreenSession {
  readonly kinds: readonly AppKind[];
}

export interface KeptLooks {
  readonly sessions: readonly KeptLook[];
  readonly observed: readonly Interval<Instant>[];
}

type Weeks = readonly Pick<PhoneLooksRecord, "week" | "watched" | "at" | "seconds" | "kinds">[];

/** Looks of one import that `before` did not watch, in time order. */
const looksBeyond = (weeks: Weeks, before: KeptLooks): readonly KeptLook[] => {
  const rest = subtractIntervals(mergeIntervals(weeks.flatMap((week) => week.watched)), before.observed);
  const all = weeks
    .flatMap(({ week, at, seconds, kinds }) =>
      at.map((second, index) => lookOf(startOf(week), second, seconds[index] ?? null, kinds?.[index] ?? 0)),
    )
    .toSorted((one, other) => one.from - other.from);
  // A look that begins where another import begins or ends is seen by both.
  const seen = new Set(before.sessions.map(({ from }) => from));
  let index = 0;
  return all.filter(({ from }) => {
    while ((rest[index]?.until ?? Infinity) < from) index += 1;
    return (rest[index]?.from ?? Infinity) <= from && !seen.has(from);
  });
};

/** How many of its looks an import would add to what is kept. O(n log n). */
export const countNewLooks = (weeks: readonly LooksWeek[], kept: readonly PhoneLooksRecord[]): number =>
  looksBeyond(weeks, mergeImports(kept)).length;

/** All imports as one history. Does not depend on the order of the records. O(n log n). */
export const mergeImports = (records: readonly PhoneLooksRecord[]): KeptLooks => {
  const imports = [...Map.groupBy(records, (record) => record.import)].toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  );
  let covered: readonly Interval<Instant>[] = [];
  const sessions: KeptLook[] = [];
  for (const [, weeks] of imports) {
    for (const look of looksBeyond(weeks, { sessions, observed: covered })) sessions.push(look);
    covered = mergeIntervals([...covered, ...weeks.flatMap((week) => week.watched)]);
  }
  return { sessions: sessions.toSorted((one, other) => one.from - other.from), observed: covered };
};

const lookOf = (start: Instant, second: number, seconds: number | null, bits: number): KeptLook => {
  const from = addToInstant(start, second * SECOND_MS);
  const until = seconds === null ? null : addToInstant(from, seconds * SECOND_MS);
  return { from, until, unlocked: null, apps: [], kinds: bitsToKinds(bits) };
};
