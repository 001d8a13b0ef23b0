/**
 * An invented couple's weeks for looking around: what one of the two would have kept, and what would be said of it.
 *
 * Made anew each time from a fixed seed by the simulation in `packages/insight`, in memory; there is nothing here that could be written.
 */
import {
  addDays,
  isErr,
  mondayOf,
  parseUtcOffset,
  type CivilDate,
  type KnownRecord,
  dayOfRecord,
} from "@undivided/domain";
import { createRandom, simulateCoupleRecords, summarizeOwnRecords, type Estimate } from "@undivided/insight";

export const EXAMPLE_WEEKS = 12;
const SEED = 20261125;

export interface Example {
  /** Newest day first, as the journal gives them. */
  readonly records: readonly KnownRecord[];
  /** The last day of the example. */
  readonly today: CivilDate;
  readonly first: Estimate<string>;
  readonly last: Estimate<string>;
  readonly bids: { readonly received: number; readonly answered: number };
}

/** What the worker answers; all of it can be cloned to the page. */
export type ExampleReply = { readonly type: "done"; readonly example: Example } | { readonly type: "failed" };

/** `today`: the real day, so that the example ends with the week before. Some tens of milliseconds. */
export const makeExample = (today: CivilDate): Example => {
  const firstDay = addDays(mondayOf(today), -7 * EXAMPLE_WEEKS);
  const end = addDays(firstDay, 7 * EXAMPLE_WEEKS - 1);
  const offset = parseUtcOffset(0);
  if (isErr(offset)) throw new Error("no offset is an offset");
  const random = createRandom(SEED);
  const { people } = simulateCoupleRecords(
    { weeks: EXAMPLE_WEEKS, resetWorks: true, firstDay, utcOffset: offset.value },
    random,
  );
  const [{ person, records }] = people;
  const rateOf = (from: CivilDate, to: CivilDate): Estimate<string> =>
    summarizeOwnRecords(records, { owner: person, from, to, changeDay: null, random }).rate;
  const third = (7 * EXAMPLE_WEEKS) / 3;
  const bids = records.filter((record) => record.type === "bid");
  return {
    records: records.toSorted(newestFirst),
    today: end,
    first: rateOf(firstDay, addDays(firstDay, 2 * third - 1)),
    last: rateOf(addDays(firstDay, 2 * third), end),
    bids: { received: bids.length, answered: bids.filter(({ outcome }) => outcome === "answered").length },
  };
};

const newestFirst = (one: KnownRecord, other: KnownRecord): number => {
  const [day, another] = [dayOfRecord(one), dayOfRecord(other)];
  return day === another ? timeOf(other) - timeOf(one) : day < another ? 1 : -1;
};

const timeOf = (record: KnownRecord): number =>
  record.type === "moment" ? record.at : record.type === "together" ? record.start : 0;
