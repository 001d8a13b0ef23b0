import type { CivilDate, Instant, RestRecord } from "@undivided/domain";
import { parseCivilDate, parseEpochMs, parsePersonId, parseRecordId } from "@undivided/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AHEAD_DAYS, dueTimes, type Reminded } from "./due-times.ts";
import { isQuietAt, USUAL_QUIET } from "./quiet-hours.ts";
import { moveDay, skipDay } from "./ritual-times.ts";

const day = (text: string): CivilDate => {
  const parsed = parseCivilDate(text);
  if (parsed.type === "error") throw new Error(text);
  return parsed.value;
};
const instant = (text: string): Instant => {
  const parsed = parseEpochMs(Date.parse(text));
  if (parsed.type === "error") throw new Error(text);
  return parsed.value;
};
const rest = (from: string, until: string | null): RestRecord => {
  const [id, owner] = [parseRecordId("0".repeat(31) + "1"), parsePersonId("0".repeat(31) + "2")];
  if (id.type === "error" || owner.type === "error") throw new Error("an id");
  const last = until === null ? null : day(until);
  return { type: "rest", id: id.value, owner: owner.value, from: day(from), until: last, why: "holiday" };
};

type Ritual = Reminded["rituals"][number];

const sundays = (minute: number, reminderMinutes: number | null = 10, zone = "Europe/Berlin"): Ritual => ({
  pattern: { weekdays: [7], minute, zone, lengthMinutes: 30, from: day("2027-01-01"), until: null },
  changes: [],
  reminderMinutes,
});
const at = (hour: number, minute = 0): number => hour * 60 + minute;
const NOW = instant("2027-03-15T12:00:00Z");
const due = (rituals: readonly Ritual[], more: Partial<Reminded> = {}, now = NOW): readonly string[] =>
  dueTimes({ rituals, rests: [], quiet: null, zone: "Europe/Berlin", ...more }, now).map((time) =>
    new Date(time).toISOString().slice(0, 16),
  );

describe("the times at which a device is to be rung", () => {
  it("are the same moments in two zones, and keep to the clock of the ritual when its clocks change", () => {
    const expected = ["2027-03-21T18:05", "2027-03-28T17:05", "2027-04-04T17:05", "2027-04-11T17:05"];
    expect(due([sundays(at(19, 15))])).toEqual(expected);
    expect(due([sundays(at(19, 15))], { zone: "America/New_York" })).toEqual(expected);
  });

  it("are none where no reminder was set, in an unknown zone, and twice at once once", () => {
    expect(due([sundays(at(19), null), sundays(at(19), 10, "Nowhere/Land")])).toEqual([]);
    expect(due([sundays(at(19)), sundays(at(19, 20), 30)])).toHaveLength(4);
  });

  it("leave out days that were skipped and days of rest, and follow one that was moved into another week", () => {
    const skipped = skipDay({ ...sundays(at(19, 15)) }, day("2027-03-21"), day("2027-03-20"));
    const to = { day: day("2027-04-06"), minute: at(8) };
    const moved = moveDay(skipped, day("2027-03-28"), to, day("2027-03-20"));
    expect(due([moved])).toEqual(["2027-04-04T17:05", "2027-04-06T05:50", "2027-04-11T17:05"]);
    expect(due([moved], { rests: [rest("2027-04-01", "2027-04-06")] })).toEqual(["2027-04-11T17:05"]);
    expect(due([moved], { rests: [rest("2027-03-01", null)] })).toEqual([]);
  });

  it("wait for the end of quiet hours, on the clock, also in the night in which it changes", () => {
    const late = sundays(at(22, 30), 0);
    // Saturday before the clocks change, 22:30 to 07:00.
    const saturday: Ritual = { ...late, pattern: { ...late.pattern, weekdays: [6] } };
    const expected = ["2027-03-21T06:00", "2027-03-28T05:00", "2027-04-04T05:00", "2027-04-11T05:00"];
    expect(due([saturday], { quiet: USUAL_QUIET })).toEqual(expected);
    // What began yesterday evening still waits this morning.
    expect(due([saturday], { quiet: USUAL_QUIET }, instant("2027-03-21T05:59:00Z"))[0]).toBe("2027-03-21T06:00");
    // On this device's own clock: five in the morning of Berlin is late in the evening of New York.
    const early = sundays(at(5), 0);
    expect(due([early], { quiet: USUAL_QUIET, zone: "America/New_York" })[0]).toBe("2027-03-21T11:00");
  });

  it("wait a day longer where the clocks skip the only minute that is not quiet", () => {
    const night = sundays(at(0), 10);
    expect(
      due(
        [night],
        { quiet: { from: at(2, 1), until: at(2) }, zone: "Europe/Berlin" },
        instant("2027-03-27T12:00:00Z"),
      )[0],
    ).toBe("2027-03-29T00:00");
  });

  it("are never in quiet hours, never over, never too far, and quiet hours eat none", () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const zone = fc.constantFrom("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu");
    fc.assert(
      fc.property(minute, minute, minute, zone, zone, (start, from, until, own, here) => {
        fc.pre(from !== until);
        const rituals = [sundays(start, 10, own)];
        const quiet = { from, until };
        const clock = new Intl.DateTimeFormat("en-GB", { timeZone: here, hour: "2-digit", minute: "2-digit" });
        const minuteHere = (time: string): number => {
          const [hours = 0, minutes = 0] = clock
            .format(new Date(`${time}Z`))
            .split(":")
            .map(Number);
          return hours * 60 + minutes;
        };
        // A moment at which nothing waits: all of its quiet hours lie behind it.
        const calm = instant("2027-03-18T12:00:00Z");
        const rung = due(rituals, { quiet, zone: here }, calm);
        for (const time of rung) {
          expect(isQuietAt(minuteHere(time), quiet)).toBe(false);
          expect(Date.parse(`${time}Z`)).toBeGreaterThan(calm);
          expect(Date.parse(`${time}Z`)).toBeLessThanOrEqual(calm + AHEAD_DAYS * 86_400_000);
        }
        expect(rung).toHaveLength(4);
      }),
      { examples: [[0, 121, 120, "Europe/Berlin", "Europe/Berlin"]] },
    );
  });
});
