import { parseCivilDate, type CivilDate } from "@undivided/domain";
import { expect, it } from "vitest";
import { areTaken, lastSundays, weeksUntil } from "./report-weeks.ts";

const day = (text: string): CivilDate => {
  const parsed = parseCivilDate(text);
  if (parsed.type === "error") throw new Error(text);
  return parsed.value;
};

it("offers whole weeks that are over, with one end in common on a Sunday and on the Monday after it", () => {
  // 22 November 2026 is a Sunday.
  const [sunday, monday] = [lastSundays(day("2026-11-22")), lastSundays(day("2026-11-23"))];
  expect(sunday).toEqual(["2026-11-15", "2026-11-08"]);
  expect(monday).toEqual(["2026-11-22", "2026-11-15"]);
  expect(weeksUntil(day("2026-11-15"), "4")).toEqual({ from: "2026-10-19", until: "2026-11-15" });
});

it("takes the same weeks again, and no others that share a week with them", () => {
  const weeks = weeksUntil(day("2026-11-15"), "4");
  expect(areTaken(weeks, [weeks])).toBe(false);
  expect(areTaken(weeksUntil(day("2026-11-15"), "8"), [weeks])).toBe(true);
  expect(areTaken(weeksUntil(day("2026-10-18"), "4"), [weeks])).toBe(false);
});
