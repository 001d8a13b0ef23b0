import { addDays, parseCivilDate, parseRecordId, parseUtcOffset, type FourWeeksRecord } from "@undivided/domain";
import { createRandom, simulateCoupleRecords } from "@undivided/insight";
import { describe, expect, it } from "vitest";
import { toPlanNumbers } from "./plan-numbers.ts";

const firstDay = parseCivilDate("2026-03-02");
const utcOffset = parseUtcOffset(0);
const id = parseRecordId("a".repeat(32));
if (firstDay.type === "error" || utcOffset.type === "error" || id.type === "error")
  throw new Error("an example is readable");

const course = { weeks: 8, resetWorks: true, firstDay: firstDay.value, utcOffset: utcOffset.value };
const [{ records }] = simulateCoupleRecords(course, createRandom(4)).people;
const owner = records[0]?.owner;
if (owner === undefined) throw new Error("somebody keeps records");
const start = addDays(firstDay.value, 28);
const plan: FourWeeksRecord = {
  ...{ type: "four-weeks", id: id.value, owner, start, alone: true },
  ...{ tasks: [], lookBack: null, ended: null },
};
const on = (days: number) => toPlanNumbers({ records, owner, plan, today: addDays(start, days) });

describe("the numbers of a plan", () => {
  it("grow week by week and look at nothing after today", () => {
    expect(on(3).weeks.map(({ week }) => week)).toEqual([1]);
    const [early, late] = [on(13), on(27)];
    const hoursSince = ({ since }: ReturnType<typeof on>): number =>
      since.type === "estimate" ? (since.exposureHours ?? 0) : 0;
    expect(hoursSince(early)).toBeCloseTo(early.weeks.reduce((sum, { hours }) => sum + hours, 0));
    expect(hoursSince(late)).toBeGreaterThan(hoursSince(early));
    expect(early.weeks.map(({ week }) => week)).toEqual([1, 2]);
    expect(late.weeks.slice(0, 2).map(({ hours, count }) => ({ hours, count }))).toEqual(
      early.weeks.map(({ hours, count }) => ({ hours, count })),
    );
    expect(
      late.weeks.every(({ rate }) => rate.type === "estimate" && rate.low < rate.value && rate.value < rate.high),
    ).toBe(true);
  });

  it("set the time since against the time before as a factor with both ends", () => {
    const { change, before, since } = on(27);
    if (change.type !== "estimate" || before.type !== "estimate" || since.type !== "estimate")
      throw new Error("enough to tell");
    expect(change.value).toBeCloseTo(since.value / before.value, 1);
    expect(change.low).toBeLessThan(change.high);
  });

  it("say what is missing where nothing was kept, and compare nothing", () => {
    const nothing = toPlanNumbers({ records: [], owner, plan, today: addDays(start, 27) });
    expect([nothing.since.type, nothing.change.type, nothing.bids.type]).toEqual(Array(3).fill("insufficient-data"));
  });

  it("leave out what belongs to another person", () => {
    const [, { records: theirs }] = simulateCoupleRecords(course, createRandom(4)).people;
    expect(toPlanNumbers({ records: [...records, ...theirs], owner, plan, today: addDays(start, 27) })).toEqual(on(27));
  });
});
