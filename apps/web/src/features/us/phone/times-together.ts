/** Times together of every kind → one set, and how many hours of each lie in the weeks that the phone remembers. Runs in a worker. */
import {
  intersectIntervals,
  mergeIntervals,
  totalLengthMs,
  type HoursByRule,
  type Instant,
  type Interval,
} from "@undivided/domain";
import { expandRule, parseZone } from "@undivided/history";
import type { OwnHours, PhonePicture, TimesTogether } from "./phone-messages.ts";

const HOUR_MS = 3_600_000;

const timesOfRule = (rule: HoursByRule, span: Interval<Instant>): readonly Interval<Instant>[] => {
  const zone = parseZone(rule.zone);
  // A zone that this browser does not know: the rule gives no hours, and its line says so.
  return zone.type === "error" ? [] : expandRule(rule, zone.value, span);
};

export interface FoundTimes {
  readonly together: readonly Interval<Instant>[];
  readonly yields: PhonePicture["yields"];
}

/** What overlaps counts once in `together`, and in the yield of each. */
export const findTimes = ({ logged, hours }: TimesTogether, observed: readonly Interval<Instant>[]): FoundTimes => {
  const [first, last] = [observed[0], observed.at(-1)];
  const timesOf = (own: OwnHours): readonly Interval<Instant>[] => {
    if (own.type === "calendar") return own.times;
    return first === undefined || last === undefined ? [] : timesOfRule(own, { from: first.from, until: last.until });
  };
  const own = hours.map((one) => mergeIntervals(timesOf(one)));
  const together = mergeIntervals([...logged, ...own.flat()]);
  const hoursIn = (times: readonly Interval<Instant>[]): number =>
    totalLengthMs(intersectIntervals(observed, mergeIntervals(times))) / HOUR_MS;
  return { together, yields: { logged: hoursIn(logged), hours: own.map(hoursIn), all: hoursIn(together) } };
};
