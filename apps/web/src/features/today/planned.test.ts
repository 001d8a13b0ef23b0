import { parseCivilDate, parsePersonId, parseRecordId, type CivilDate, type RitualRecord } from "@undivided/domain";
import { describe, expect, it } from "vitest";
import { plannedToday } from "./planned.ts";

const dayOf = (text: string): CivilDate => {
  const parsed = parseCivilDate(text);
  if (parsed.type === "error") throw new Error(text);
  return parsed.value;
};
const id = parseRecordId("a".repeat(32));
const owner = parsePersonId("b".repeat(32));
if (id.type === "error" || owner.type === "error") throw new Error("valid ids");

const wednesday = dayOf("2026-11-25");
const supper: RitualRecord = {
  type: "ritual",
  id: id.value,
  owner: owner.value,
  what: { type: "library", name: "basket-meal" },
  pattern: {
    weekdays: [3],
    minute: 19 * 60 + 30,
    zone: "Europe/Berlin",
    lengthMinutes: 40,
    from: dayOf("2026-11-01"),
    until: null,
  },
  changes: [],
  reminderMinutes: null,
  proposal: null,
};
const at =
  (day: CivilDate, hour: number, minute = 0) =>
  () => ({ day, minute: hour * 60 + minute });

describe("what is planned", () => {
  it("is the next of today that is not over", () => {
    const late = { ...supper, pattern: { ...supper.pattern, minute: 21 * 60 } };
    expect(plannedToday([late, supper], at(wednesday, 18))).toEqual({ ritual: supper, minute: 1170, isNow: false });
    expect(plannedToday([late, supper], at(wednesday, 19, 40))?.isNow).toBe(true);
    expect(plannedToday([late, supper], at(wednesday, 20, 10))?.ritual).toBe(late);
    expect(plannedToday([supper], at(wednesday, 20, 10))).toBeNull();
  });

  it("is nothing on other days, before it begins, after it ended, or in a zone that nobody knows", () => {
    expect(plannedToday([supper], at(dayOf("2026-11-26"), 12))).toBeNull();
    expect(plannedToday([supper], at(dayOf("2026-10-28"), 12))).toBeNull();
    const ended = { ...supper, pattern: { ...supper.pattern, until: dayOf("2026-11-24") } };
    expect(plannedToday([ended], at(wednesday, 12))).toBeNull();
    expect(plannedToday([supper], () => null)).toBeNull();
  });

  it("follows a day that was skipped, and one that was moved", () => {
    const skipped = { ...supper, changes: [{ day: wednesday, to: null }] };
    expect(plannedToday([skipped], at(wednesday, 12))).toBeNull();
    const thursday = dayOf("2026-11-26");
    const moved = { ...supper, changes: [{ day: wednesday, to: { day: thursday, minute: 600 } }] };
    expect(plannedToday([moved], at(wednesday, 9))).toBeNull();
    expect(plannedToday([moved], at(thursday, 9))?.minute).toBe(600);
  });
});
