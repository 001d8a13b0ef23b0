/**
 * Kept looks × times together → looks an hour, together and apart, by hour and by day. Runs in a worker.
 *
 * An hour of the day has one stretch for each weekday; how much these differ widens its interval (docs/statistics.md). A look is never a moment.
 */
import { mergeIntervals } from "@undivided/domain";
import { crossByHour, expandRule, parseRule, parseZone, toLookStretches, type HourCell } from "@undivided/history";
import { createRandom, estimateRate, estimateRateRatio, type CountedStretch } from "@undivided/insight";
import { mergeImports } from "./looks-weeks.ts";
import type { PhonePicture, PhoneRequest, SideRates } from "./phone-messages.ts";

const HOUR_MS = 3_600_000;
const SEED = 1;

/** @throws Error if the zone is none: the page takes it from the clock or from a list. */
export const toPhonePicture = ({
  records,
  together,
  rule,
  zone,
}: Extract<PhoneRequest, { readonly type: "cross" }>): PhonePicture => {
  const parsedZone = parseZone(zone);
  if (parsedZone.type === "error") throw new Error("not a zone");
  const { sessions, observed } = mergeImports(records);
  const [first, last] = [observed[0], observed.at(-1)];
  const parsedRule = rule === null ? null : parseRule(rule);
  const byRule =
    parsedRule?.type !== "ok" || first === undefined || last === undefined
      ? []
      : expandRule(parsedRule.value, parsedZone.value, { from: first.from, until: last.until });
  const times = mergeIntervals([...together, ...byRule]);
  const stretches = toLookStretches(sessions, observed, times);
  const cells = crossByHour(sessions, observed, times, parsedZone.value);
  return {
    looks: sessions.length,
    all: { together: estimateRate(stretches.together), apart: estimateRate(stretches.apart) },
    ratio: estimateRateRatio(stretches.apart, stretches.together, createRandom(SEED)),
    hours: Array.from({ length: 24 }, (_, hour) => ratesOf(cells.filter((cell) => cell.hour === hour))),
    days: Array.from({ length: 7 }, (_, day) => ratesOf(cells.filter((cell) => cell.weekday === day + 1))),
  };
};

const ratesOf = (cells: readonly HourCell[]): SideRates => {
  const side = (name: "together" | "apart"): readonly CountedStretch[] =>
    cells
      .map((cell) => ({ count: cell[name].looks, hours: cell[name].exposureMs / HOUR_MS }))
      .filter(({ hours }) => hours > 0);
  return { together: estimateRate(side("together")), apart: estimateRate(side("apart")) };
};
