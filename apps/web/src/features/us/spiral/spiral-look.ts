/**
 * One look at the times of both, at the hours at which a look is allowed and at no others. Runs in a worker.
 *
 * Only the first 50, 100, 200 or 400 hours together enter: between two looks the answer stays the same, so that opening the page
 * again and again finds nothing that is not there. No figure leaves: a verdict, and the hours it rests on.
 */
import type { SpiralTimes } from "@undivided/journal";
import { createPointData, createRandom, fewestHours, lookHours, readGuard, type Verdict } from "@undivided/insight";

export interface SpiralLook {
  readonly verdict: Verdict;
  /** Hours that both joined, all of them. */
  readonly hours: number;
  /** Hours that the verdict rests on; null before the first look. */
  readonly restsOn: number | null;
  /** When it looks again; null after the last look. */
  readonly next: number | null;
}

const HOUR_MS = 3_600_000;
/** As on the command line, so that a look can be repeated there. */
const SEED = 1;

export const lookAtSpiral = ({ windows, mine, theirs }: SpiralTimes): SpiralLook => {
  const hours = windows.reduce((sum, [from, until]) => sum + (until - from), 0) / HOUR_MS;
  const restsOn = lookHours.findLast((look) => look <= hours) ?? null;
  const next = lookHours.find((look) => look > hours) ?? null;
  if (restsOn === null) return { verdict: "too-early", hours, restsOn, next: fewestHours };
  const first = firstHours(windows, restsOn);
  const within = (times: readonly number[]): readonly number[] =>
    [...new Set(times.map((at) => at / HOUR_MS))]
      .filter((at) => first.some(({ start, end }) => start <= at && at <= end))
      .sort((one, other) => one - other);
  const points = createPointData(first, [within(mine), within(theirs)]);
  // Nobody, or only one of the two, slipped: there is nothing that could follow.
  if (points.type === "error") return { verdict: "too-few", hours, restsOn, next };
  const { verdict } = readGuard(points.value, { hoursPerUnit: 1, look: "repeated", random: createRandom(SEED) });
  return { verdict, hours, restsOn, next };
};

/** The windows up to that many hours of them, in hours. */
const firstHours = (
  windows: SpiralTimes["windows"],
  hours: number,
): readonly { readonly start: number; readonly end: number }[] => {
  const taken: { readonly start: number; readonly end: number }[] = [];
  let left = hours;
  for (const [from, until] of windows) {
    if (left <= 0) break;
    const start = from / HOUR_MS;
    const end = Math.min(until / HOUR_MS, start + left);
    left -= end - start;
    taken.push({ start, end });
  }
  return taken;
};
