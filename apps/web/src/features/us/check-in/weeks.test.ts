import { parseCivilDate, type CivilDate } from "@undivided/domain";
import { expect, it } from "vitest";
import { defaultWeek } from "./weeks.ts";

const day = (text: string): CivilDate => {
  const parsed = parseCivilDate(text);
  if (parsed.type === "error") throw new Error(text);
  return parsed.value;
};

it("asks about this week from Friday to Sunday, and about the last one before", () => {
  // 23 November 2026 is a Monday.
  const days = ["23", "24", "25", "26", "27", "28", "29"].map((one) => defaultWeek(day(`2026-11-${one}`)));
  expect(days).toEqual(["last", "last", "last", "last", "this", "this", "this"]);
});
