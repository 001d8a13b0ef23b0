/**
 * Spiral times: the one exception to "no times finer than the day", for the view that both opened.
 *
 * Per time together that both joined: when its owner's counted moments began, on their clock, without those that they said a cause
 * outside set off: each phone leaves out its own, and no phone learns that there was one. Nothing of a time together
 * leaves on the day on which it was. Months are posted apart, so that one entry holds one.
 */
import {
  civilDateAt,
  formatInstant,
  intersectIntervals,
  isFromOutside,
  subtractIntervals,
  verdictOf,
  type Instant,
  type Interval,
  type Json,
  type JsonObject,
  type PersonId,
  type RecordId,
  type TogetherRecord,
  type UtcOffset,
} from "@undivided/domain";
import { instant, listOf, object, recordId } from "@undivided/domain/codecs";
import type { SpiralTimes } from "../commands/sharing.ts";
import type { OwnView } from "../own/own-view.ts";
import { liesOutside } from "../together/outside.ts";

interface Session {
  /** The identifier of its taps in `ours`. */
  readonly of: RecordId;
  /** The taps that the other keeps of it. */
  readonly with: RecordId;
  readonly times: readonly Instant[];
}

const session = object({ of: recordId, with: recordId, times: listOf(instant) });

interface Own {
  readonly person: PersonId;
  readonly own: OwnView;
  readonly now: Instant;
  readonly utcOffset: (at: Instant) => UtcOffset;
}

const joinedOf = (own: OwnView): readonly TogetherRecord[] =>
  [...own.records.values()].filter(
    (record): record is TogetherRecord => record.type === "together" && record.participation.type === "both-phones",
  );

const countedIn = (own: OwnView): ReadonlyMap<RecordId, readonly Instant[]> => {
  const times = new Map<RecordId, Instant[]>();
  for (const record of own.records.values()) {
    if (record.type !== "moment" || record.source.type !== "sensed" || liesOutside(own, record)) continue;
    const verdict = verdictOf(record);
    if (verdict.type !== "counted" || isFromOutside(record)) continue;
    const { together } = record.source;
    times.set(together, [...(times.get(together) ?? []), verdict.from]);
  }
  return times;
};

/** One view a month. */
export const spiralViews = ({
  own,
  now,
  utcOffset,
}: Own): readonly { readonly month: string; readonly view: JsonObject }[] => {
  const today = civilDateAt(now, utcOffset(now));
  const counted = countedIn(own);
  const byMonth = Map.groupBy(
    joinedOf(own).filter((record) => civilDateAt(record.start, record.utcOffset) < today),
    (record) => civilDateAt(record.start, record.utcOffset).slice(0, 7),
  );
  return [...byMonth].map(([month, records]) => {
    const sessions = records.toSorted(byStart).flatMap((record): Json[] => {
      const { participation, id } = record;
      if (participation.type !== "both-phones") return [];
      const { overlap, other, taps } = participation;
      const times = (counted.get(id) ?? []).filter((at) => isWithin(at, overlap)).toSorted((a, b) => a - b);
      return [{ of: taps, with: other, times: times.map(formatInstant) }];
    });
    return { month, view: { type: "spiral", sessions } };
  });
};

const byStart = (one: TogetherRecord, other: TogetherRecord): number => one.start - other.start;

const isWithin = (at: Instant, intervals: readonly Interval<Instant>[]): boolean =>
  intervals.some(({ from, until }) => from <= at && at < until);

const readSessions = (view: JsonObject): readonly Session[] => {
  const decoded = listOf(session).decode(view["sessions"] ?? null, []);
  return view["type"] === "spiral" && decoded.type === "ok" ? decoded.value : [];
};

/** Of the times that both named alone; both phones' own unknown stretches may differ, and with them what each gets. */
export const spiralTimesOf = (own: OwnView, theirViews: readonly JsonObject[]): SpiralTimes | null => {
  const theirs = new Map(theirViews.flatMap(readSessions).map((one) => [one.of, one]));
  const counted = countedIn(own);
  const stretches = joinedOf(own)
    .toSorted(byStart)
    .flatMap((record) => {
      const { participation } = record;
      const other = participation.type === "both-phones" ? theirs.get(participation.other) : undefined;
      if (participation.type !== "both-phones" || other?.with !== participation.taps) return [];
      const windows = subtractIntervals(participation.overlap, record.unknown);
      const onMyClock = other.times.map((at) => at - participation.clockOffsetMs);
      return [{ windows, mine: counted.get(record.id) ?? [], theirs: onMyClock }];
    });
  const windows = intersectIntervals(
    stretches.flatMap((one) => one.windows),
    stretches.flatMap((one) => one.windows),
  );
  const [first] = windows;
  if (first === undefined) return null;
  const inside = (times: readonly number[]): readonly number[] =>
    times
      .filter((at) => windows.some(({ from, until }) => from <= at && at < until))
      .map((at) => at - first.from)
      .toSorted((a, b) => a - b);
  return {
    windows: windows.map(({ from, until }) => [from - first.from, until - first.from] as const),
    mine: inside(stretches.flatMap((one) => one.mine)),
    theirs: inside(stretches.flatMap((one) => one.theirs)),
  };
};
