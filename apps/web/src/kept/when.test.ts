import { parseCivilDate, parseInstant, type CivilDate, type Instant } from "@undivided/domain";
import { describe, expect, it } from "vitest";
import { atMinutesAgo, earliestDay, lastDays, nearnessOf, readDay, readWhen } from "./when.ts";

const dayOf = (text: string): CivilDate => {
  const parsed = parseCivilDate(text);
  if (parsed.type === "error") throw new Error(text);
  return parsed.value;
};
const instantOf = (text: string): Instant => {
  const parsed = parseInstant(text);
  if (parsed.type === "error") throw new Error(text);
  return parsed.value;
};
const now = instantOf("2026-11-25T20:00:00Z");
const asUtc = (text: string): number => Date.parse(`${text}Z`);

describe("when it was", () => {
  it("is a stretch before now", () => {
    expect(atMinutesAgo(now, 15)).toBe(instantOf("2026-11-25T19:45:00Z"));
  });

  it("is a day and a time that have been", () => {
    expect(readWhen("2026-11-24", "19:30", now, asUtc)).toEqual({
      type: "ok",
      value: instantOf("2026-11-24T19:30:00Z"),
    });
  });

  it("is refused where it is no time, or still to come", () => {
    expect(readWhen("2026-11-24", "", now, asUtc)).toEqual({ type: "error", error: "not-a-time" });
    expect(readWhen("", "19:30", now, asUtc)).toEqual({ type: "error", error: "not-a-time" });
    expect(readWhen("2026-11-25", "20:01", now, asUtc)).toEqual({ type: "error", error: "ahead" });
  });

  it("is refused more than ten years back: a year that was not typed to its end", () => {
    const today = dayOf("2026-11-25");
    expect(readWhen("0202-11-24", "19:30", now, asUtc)).toEqual({ type: "error", error: "long-ago" });
    expect(readDay("0001-01-01", today)).toEqual({ type: "error", error: "long-ago" });
    expect(readDay(earliestDay(today), today)).toEqual({ type: "ok", value: dayOf("2016-11-24") });
    expect(readDay("2026-11-26", today)).toEqual({ type: "error", error: "ahead" });
    expect(readDay("2026-02-30", today)).toEqual({ type: "error", error: "not-a-time" });
  });
});

describe("a day", () => {
  const today = dayOf("2026-11-25");

  it("may be any of the last seven", () => {
    expect(lastDays(today)).toHaveLength(7);
    expect(lastDays(today).at(-1)).toBe("2026-11-19");
  });

  it("is named by how near it is", () => {
    expect(nearnessOf(today, today)).toBe("today");
    expect(nearnessOf(dayOf("2026-11-24"), today)).toBe("yesterday");
    expect(nearnessOf(dayOf("2026-11-19"), today)).toBe("this-week");
    expect(nearnessOf(dayOf("2026-11-18"), today)).toBe("earlier");
    expect(nearnessOf(dayOf("2026-11-26"), today)).toBe("earlier");
  });
});
