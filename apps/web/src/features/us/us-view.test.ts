import { createRandom, simulateCoupleRecords } from "@undivided/insight";
import { summarizeFirst } from "@undivided/insight/first-summary";
import { parseCivilDate, parseUtcOffset, type CivilDate, type KnownRecord, type Result } from "@undivided/domain";
import { describe, expect, it } from "vitest";
import { toOwnWeeks } from "./own-weeks.ts";
import { guessViewOf, headlineOf, idleMarkOf, leftOf, rateChartOf, wayOf } from "./us-view.ts";

const valueOf = <T, E>(result: Result<T, E>): T => {
  if (result.type === "error") throw new Error(JSON.stringify(result.error));
  return result.value;
};
const day = (text: string): CivilDate => valueOf(parseCivilDate(text));

const couple = (weeks: number, seed = 4) =>
  simulateCoupleRecords(
    { weeks, resetWorks: true, firstDay: day("2026-09-14"), utcOffset: valueOf(parseUtcOffset(0)) },
    createRandom(seed),
  ).people;
const [ann, ben] = couple(10);
const weeksOf = (records: readonly KnownRecord[]) => toOwnWeeks({ records, owner: ann.person, from: null, to: null });

describe("the finding above everything", () => {
  it("is before and after a marked day, where there is one, with the way its interval points", () => {
    const headline = headlineOf(weeksOf(ann.records).summary);
    expect(headline).toMatchObject({ type: "change", way: "less", day: "2026-10-26" });
  });

  it("is the trend or the rate without a mark, and never names a way that the interval does not", () => {
    const headline = headlineOf(weeksOf(ann.records.filter(({ type }) => type !== "marked-day")).summary);
    expect(headline.type).toBe("trend");
    if (headline.type === "trend") expect(headline.way).toBe(wayOf(headline.factor, 1));
  });

  it("says a clear trend rather than that nothing can be told of a marked day", () => {
    const { summary } = weeksOf(ann.records);
    const estimate = { type: "estimate", count: 30, exposureHours: 60 } as const;
    const ratio = { ...estimate, value: 1, low: 0.8, high: 1.2, method: "permuted-stretches" } as const;
    const trend = { ...estimate, value: 0.9, low: 0.85, high: 0.95, method: "quasi-poisson-trend" } as const;
    const change = { day: day("2026-10-26"), ratio };
    expect(headlineOf({ ...summary, change, trend })).toMatchObject({ type: "trend", way: "less" });
    expect(headlineOf({ ...summary, change, trend: { ...trend, high: 1.1 } })).toMatchObject({
      type: "change",
      way: "unclear",
    });
  });

  it("says how many times together are missing for a first picture, and that there is nothing, as normal answers", () => {
    const few = ann.records.filter(({ type }) => type === "together").slice(0, 2);
    expect(headlineOf(weeksOf(few).summary)).toEqual({ type: "too-little", lacks: "times", left: 3 });
    expect(headlineOf(weeksOf([]).summary)).toEqual({ type: "nothing" });
  });
});

describe("a mark that is not looked at", () => {
  const { summary } = weeksOf(ann.records);

  it("says that nothing lies before it, or that a later one is looked at", () => {
    expect(idleMarkOf(day("2026-09-01"), null, summary)).toEqual({ type: "nothing-before" });
    expect(idleMarkOf(day("2026-09-01"), day("2026-10-26"), summary)).toEqual({ type: "earlier", last: "2026-10-26" });
  });

  it("is none where there are times before, or where nothing is recorded yet", () => {
    expect(idleMarkOf(day("2026-10-26"), day("2026-10-26"), summary)).toBeNull();
    expect(idleMarkOf(day("2026-11-02"), day("2026-10-26"), summary)).toBeNull();
    expect(idleMarkOf(day("2026-09-01"), null, weeksOf([]).summary)).toBeNull();
  });
});

describe("the chart of moments an hour", () => {
  it("has every week, also one without a time together, and each evening with its moments beneath", () => {
    const { summary } = weeksOf(ann.records);
    const chart = rateChartOf(summary);
    expect(chart?.weeks).toHaveLength(10);
    expect(chart?.evenings.reduce((sum, { count }) => sum + count, 0)).toBe(summary.moments.counted);
    expect(chart?.mark?.at).toBe(6);
    expect(chart?.mark?.before ?? 0).toBeGreaterThan(chart?.mark?.after ?? 9);
    expect(rateChartOf(weeksOf([]).summary)).toBeNull();
  });
});

describe("guess and count", () => {
  it("pairs only evenings on which its owner guessed, the newest eight of them", () => {
    const { summary, guesses } = weeksOf(ann.records);
    const view = guessViewOf(summary, guesses);
    expect(view?.pairs).toBe(guesses.length);
    expect(view?.shown).toEqual(guesses.slice(-8));
  });
});

describe("one's own weeks", () => {
  it("are the same with every record of the other person among them", () => {
    expect(weeksOf([...ben.records, ...ann.records])).toEqual(weeksOf(ann.records));
  });

  it("are the same whenever they are worked out", () => {
    expect(weeksOf(ann.records)).toEqual(weeksOf(ann.records));
  });
});

it("says at once what the worker says later", () => {
  const { summary } = weeksOf(ann.records);
  expect(summary).toMatchObject(summarizeFirst(ann.records, { owner: ann.person, from: null, to: null }));
});

it("never asks for nothing more", () => {
  expect(leftOf({ type: "insufficient-data", lacks: "events", have: 3, need: 3 })).toBe(1);
});
