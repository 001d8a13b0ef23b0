/** What goes into a report about both: of times that both joined alone, and covering what is true of the two together. */
import {
  coarsenFigures,
  joinFigures,
  parseCivilDate,
  parseUtcOffset,
  readFigures,
  type FigureRange,
  type Result,
} from "@undivided/domain";
import { describe, expect, it } from "vitest";
import { createRandom, drawNormal, drawPoisson } from "../chance/random.ts";
import { estimateRate } from "../estimates/rate.ts";
import { simulateCoupleRecords } from "../simulation/couple-records.ts";
import { figuresForReport } from "./figures-for-report.ts";
import { collectSessions } from "./sessions.ts";
import { takeOwnRecords } from "./own-records.ts";

const valueOf = <T, E>(result: Result<T, E>): T => {
  if (result.type === "error") throw new Error(JSON.stringify(result.error));
  return result.value;
};
const day = (text: string) => valueOf(parseCivilDate(text));
const course = { weeks: 12, resetWorks: true, firstDay: day("2026-01-05"), utcOffset: valueOf(parseUtcOffset(0)) };
const { people } = simulateCoupleRecords(course, createRandom(3));
const weeks = { from: day("2026-01-05"), until: day("2026-03-29") };
const [mine, theirs] = people.map(({ person, records }) =>
  figuresForReport(records, { owner: person, ...weeks, random: createRandom(1) }),
);
if (mine === undefined || theirs === undefined) throw new Error("two people");

describe("the figures of a report about both", () => {
  it("are the same hours on both phones, and hold what was counted of both", () => {
    expect(mine.halfHours).toHaveLength(12);
    expect(theirs.halfHours).toEqual(mine.halfHours);
    const rates = people.map(({ person, records }) => {
      const own = takeOwnRecords(records, person, { from: weeks.from, to: weeks.until });
      const rate = estimateRate(collectSessions(own.togethers, own.moments).sessions.filter(({ hours }) => hours > 0));
      return rate.type === "estimate" ? rate.value : Number.NaN;
    });
    const counted = (rates[0] ?? 0) + (rates[1] ?? 0);
    const joined = joinFigures(mine, theirs);
    expect(joined?.rate?.low).toBeLessThan(counted);
    expect(joined?.rate?.high).toBeGreaterThan(counted);
  });

  it("hold nothing of a time that the other did not join", () => {
    const [{ person, records }] = people;
    const alone = records.map((record) =>
      record.type === "together" ? { ...record, participation: { type: "one-phone" } as const } : record,
    );
    const figures = readFigures(figuresForReport(alone, { owner: person, ...weeks, random: createRandom(1) }));
    expect(figures).toMatchObject({ rate: null, change: null, hours: Array.from({ length: 12 }, () => 0) });
  });

  it("cover the rate of the two together at least as often as they say", () => {
    let covered = 0;
    const sets = 400;
    for (let seed = 1; seed <= sets; seed += 1) {
      const random = createRandom(seed);
      const moods = Array.from({ length: 30 }, () => Math.exp(0.5 * drawNormal(random) - 0.125));
      const rangeOf = (rate: number): FigureRange | null => {
        const estimate = estimateRate(moods.map((mood) => ({ hours: 2, count: drawPoisson(random, 2 * rate * mood) })));
        return estimate.type === "estimate" ? { low: estimate.low, high: estimate.high } : null;
      };
      const figures = [1.2, 0.5].map((rate) =>
        coarsenFigures({
          ...{ hours: [1, 1, 1, 1], change: null, towards: 0, close: null, fun: null },
          rate: rangeOf(rate),
        }),
      );
      const [one, other] = figures;
      const joined = one === undefined || other === undefined ? null : joinFigures(one, other);
      const { low, high } = joined?.rate ?? { low: Infinity, high: -Infinity };
      if (low <= 1.7 && high >= 1.7) covered += 1;
    }
    // 90 % nominal; rounding outward makes it more.
    expect(covered / sets).toBeGreaterThan(0.88);
    expect(covered / sets).toBeLessThan(0.995);
  });
});
