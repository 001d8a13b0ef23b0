import {
  addDays,
  parseCivilDate,
  parsePersonId,
  parseRecordId,
  type CivilDate,
  type FourWeeksRecord,
  type RestRecord,
} from "@undivided/domain";
import { describe, expect, it } from "vitest";
import { standOf, toggleDone, toggleTask } from "./plan-week.ts";

const read = <T>(parsed: { readonly type: "ok"; readonly value: T } | { readonly type: "error" }): T => {
  if (parsed.type === "error") throw new Error("an example is readable");
  return parsed.value;
};
const start = read(parseCivilDate("2026-10-23"));
const head = { id: read(parseRecordId("1".repeat(32))), owner: read(parsePersonId("2".repeat(32))) };
const plan: FourWeeksRecord = {
  type: "four-weeks",
  ...head,
  start,
  alone: true,
  tasks: [],
  lookBack: null,
  ended: null,
};
const rest = (from: CivilDate, until: CivilDate | null): RestRecord => ({
  type: "rest",
  ...head,
  from,
  until,
  why: "pause",
});
const weekOn = (days: number, rests: readonly RestRecord[] = []): number | "over" => {
  const stand = standOf(plan, rests, addDays(start, days));
  return stand.type === "over" ? "over" : stand.week;
};

describe("a plan of four weeks", () => {
  it("changes its week every seven days from its own first day, also over the end of summer time, and is over after the fourth", () => {
    expect([0, 6, 7, 13, 14, 20, 21, 27, 28, 400].map((days) => weekOn(days))).toEqual([
      1,
      1,
      2,
      2,
      3,
      3,
      4,
      4,
      "over",
      "over",
    ]);
  });

  it("waits on days of rest, counted once however many rests touch them, and on a rest without an end", () => {
    const nine = rest(addDays(start, 8), addDays(start, 16));
    expect([8, 16, 17, 22, 23].map((days) => weekOn(days, [nine, nine]))).toEqual([2, 2, 2, 2, 3]);
    expect(weekOn(300, [rest(addDays(start, 20), null)])).toBe(3);
  });

  it("is in its first week on a day before it, by a clock that was set back", () => {
    expect(weekOn(-40)).toBe(1);
  });

  it("chooses a task and takes it back without a trace, also one that was done", () => {
    const chosen = toggleTask(plan, 1, "log-for-a-week");
    const done = toggleDone(chosen, "log-for-a-week", addDays(start, 2));
    expect(done.tasks).toEqual([{ week: 1, task: "log-for-a-week", done: "2026-10-25" }]);
    expect(toggleDone(done, "log-for-a-week", addDays(start, 3))).toEqual(chosen);
    expect(toggleTask(done, 1, "log-for-a-week")).toEqual(plan);
  });
});
