import type { CivilDate, Instant, RecordId, RitualRecord } from "@undivided/domain";
import { parseCivilDate, parseEpochMs, parseRecordId } from "@undivided/domain";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { writeRitualCalendar } from "./ritual-calendar.ts";
import { USUAL_QUIET } from "../../reminders/quiet-hours.ts";
import {
  minuteOf,
  moveDay,
  nextRitualTime,
  ritualTimes,
  skipDay,
  timeField,
  weekdayOf,
} from "../../reminders/ritual-times.ts";

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
const id = (): RecordId => {
  const parsed = parseRecordId("0".repeat(31) + "1");
  if (parsed.type === "error") throw new Error("an id");
  return parsed.value;
};

type Timed = Pick<RitualRecord, "id" | "pattern" | "changes" | "reminderMinutes">;

/** Thursdays and Sundays at 19:30. */
const ritual = (zone: string, more: Partial<RitualRecord["pattern"]> = {}): Timed => ({
  id: id(),
  pattern: {
    weekdays: [4, 7],
    minute: 19 * 60 + 30,
    zone,
    lengthMinutes: 40,
    from: day("2026-10-20"),
    until: null,
    ...more,
  },
  changes: [],
  reminderMinutes: 10,
});

const iso = (times: readonly { readonly at: Instant }[]): readonly string[] =>
  times.map(({ at }) => new Date(at).toISOString());

describe("a ritual's times", () => {
  it("stay at the same hour on the clock of its zone when the clocks change, each zone on its own day", () => {
    expect(iso(ritualTimes(ritual("Europe/Berlin"), day("2026-10-22"), 14))).toEqual([
      "2026-10-22T17:30:00.000Z",
      "2026-10-25T18:30:00.000Z",
      "2026-10-29T18:30:00.000Z",
      "2026-11-01T18:30:00.000Z",
    ]);
    expect(iso(ritualTimes(ritual("America/New_York"), day("2026-10-22"), 14))).toEqual([
      "2026-10-22T23:30:00.000Z",
      "2026-10-25T23:30:00.000Z",
      "2026-10-29T23:30:00.000Z",
      "2026-11-02T00:30:00.000Z",
    ]);
  });

  it("come once where the clocks show an hour twice or never", () => {
    const twice = ritual("Europe/Berlin", { weekdays: [7], minute: 150 });
    expect(iso(ritualTimes(twice, day("2026-10-25"), 1))).toEqual(["2026-10-25T00:30:00.000Z"]);
    const never = ritual("Europe/Berlin", { weekdays: [7], minute: 150, from: day("2027-03-01") });
    expect(iso(ritualTimes(never, day("2027-03-28"), 1))).toEqual(["2027-03-28T01:30:00.000Z"]);
  });

  it("leave out what was skipped, move what was moved, and forget changes that are long over", () => {
    const whole = { ...ritual("Europe/Berlin") };
    const record = { ...whole, changes: [{ day: day("2026-09-03"), to: null }] };
    const today = day("2026-10-20");
    const skipped = skipDay(record, day("2026-10-22"), today);
    const moved = moveDay(skipped, day("2026-10-25"), { day: day("2026-10-26"), minute: 600 }, today);
    expect(moved.changes.map((one) => one.day)).toEqual(["2026-10-22", "2026-10-25"]);
    expect(iso(ritualTimes(moved, day("2026-10-20"), 8))).toEqual(["2026-10-26T09:00:00.000Z"]);
  });

  it("are next until they are over", () => {
    const one = ritual("Europe/Berlin");
    expect(nextRitualTime(one, instant("2026-10-22T18:00:00Z"))?.day).toBe("2026-10-22");
    expect(nextRitualTime(one, instant("2026-10-22T18:10:00Z"))?.day).toBe("2026-10-25");
    expect(
      nextRitualTime(ritual("Europe/Berlin", { until: day("2026-10-21") }), instant("2026-10-22T10:00:00Z")),
    ).toBeNull();
    expect(nextRitualTime(ritual("Nowhere/At_All"), instant("2026-10-22T10:00:00Z"))).toBeNull();
    expect(weekdayOf(day("2026-10-25"))).toBe(7);
  });
});

/** What the second library makes of the file, over some days. */
const readTimes = (file: string, count: number): readonly string[] => {
  const calendar = ICAL.Component.fromString(file);
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const all = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  const main = all.find((event) => !event.isRecurrenceException());
  if (main === undefined) throw new Error("no event");
  for (const event of all) if (event.isRecurrenceException()) main.relateException(event);
  const walk = main.iterator();
  return Array.from({ length: count }, () => {
    const next = walk.next();
    if (next === undefined || next === null) throw new Error("the series ended");
    const details: unknown = main.getOccurrenceDetails(next);
    if (typeof details !== "object" || details === null || !("startDate" in details)) throw new Error("no start");
    if (!(details.startDate instanceof ICAL.Time)) throw new Error("no time");
    return details.startDate.toJSDate().toISOString();
  });
};

describe("a time in a form", () => {
  it("is minutes after midnight, and nothing else is a time", () => {
    expect(["00:00", "19:15", "23:59"].map(minuteOf)).toEqual([0, 1155, 1439]);
    expect(["", "24:00", "7:15", "19:60", "19:15:00", "aa:bb"].map(minuteOf)).toEqual(Array(6).fill(null));
  });

  it("is on the clock of the ritual's zone", () => {
    const at = instant("2026-10-25T18:30:00Z");
    expect(timeField(at, "Europe/Berlin")).toEqual({ day: "2026-10-25", time: "19:30" });
    expect(timeField(at, "Asia/Tokyo")).toEqual({ day: "2026-10-26", time: "03:30" });
  });
});

describe("a ritual's calendar file", () => {
  it("has its properties before its components, as the standard wants, and loses none", () => {
    const file = writeRitualCalendar({
      ...{ ritual: ritual("Europe/Berlin"), title: "Time for us", now: instant("2026-10-20T10:00:00Z"), quiet: null },
    });
    const [head = ""] = file.split("BEGIN:VTIMEZONE");
    expect(head.split("\r\n").filter((line) => /TIMEZONE/.test(line))).toEqual([
      "TIMEZONE-ID:Europe/Berlin",
      "X-WR-TIMEZONE:Europe/Berlin",
    ]);
    expect(file.match(/^(?:TIMEZONE-ID|X-WR-TIMEZONE):/gm)).toHaveLength(2);
  });

  it.each(["Europe/Berlin", "America/New_York", "America/Mexico_City", "Australia/Lord_Howe"])(
    "is read by another library as the very times that the app shows, over a year in %s",
    (zone) => {
      const one = {
        ...ritual(zone),
        changes: [
          { day: day("2026-11-05"), to: null },
          { day: day("2026-11-08"), to: { day: day("2026-11-09"), minute: 615 } },
        ],
      };
      const expected = iso(ritualTimes(one, day("2026-10-20"), 365));
      const file = writeRitualCalendar({
        ritual: one,
        title: "Time for us",
        now: instant("2026-10-20T10:00:00Z"),
        quiet: null,
      });
      expect(readTimes(file, 80)).toEqual(expected.slice(0, 80));
    },
  );

  it("carries the alarm that its owner chose and says nothing but the title", () => {
    const file = writeRitualCalendar({
      ritual: ritual("Europe/Berlin"),
      title: "Reminder",
      now: instant("2026-10-20T10:00:00Z"),
      quiet: null,
    });
    const event = ICAL.Component.fromString(file).getFirstSubcomponent("vevent");
    expect(event?.getFirstPropertyValue("summary")).toBe("Reminder");
    expect(event?.getFirstSubcomponent("valarm")?.getFirstPropertyValue("trigger")?.toString()).toBe("-PT10M");
    for (const name of ["description", "url", "location", "organizer", "attendee"]) {
      expect(event?.getFirstPropertyValue(name)).toBeNull();
    }
    expect(file.toLowerCase()).not.toContain("couple");
  });

  it("lets an alarm wait for the end of this phone's quiet hours, each day by its own time, and loses none", () => {
    const late = {
      ...ritual("Europe/Berlin", { minute: 30 }),
      changes: [{ day: day("2026-11-05"), to: { day: day("2026-11-06"), minute: 12 * 60 } }],
    };
    const triggers = (zone: string): readonly string[] => {
      const quiet = { hours: USUAL_QUIET, zone };
      const file = writeRitualCalendar({ ritual: late, title: "x", now: instant("2026-10-20T10:00:00Z"), quiet });
      const alarms = ICAL.Component.fromString(file).getAllSubcomponents("vevent");
      return alarms.map((event) => {
        const trigger = event.getFirstSubcomponent("valarm")?.getFirstProperty("trigger");
        return `${trigger?.getFirstParameter("related") ?? "START"} ${String(trigger?.getFirstValue())}`;
      });
    };
    // Half past midnight in Berlin: six hours and a half until seven. In New York it is evening.
    expect(triggers("Europe/Berlin")).toEqual(["START PT6H30M", "START -PT10M"]);
    expect(triggers("America/New_York")).toEqual(["START -PT10M", "START PT1H"]);
  });

  it("is written as RFC 5545 has it: stamped in UTC, every time with its zone, no empty list", () => {
    for (const zone of ["Europe/Berlin", "UTC"]) {
      const file = writeRitualCalendar({
        ...{ ritual: ritual(zone), title: "x", now: instant("2026-10-20T10:00:00Z"), quiet: null },
      });
      expect(file).toContain("\r\nDTSTAMP:20261020T100000Z\r\n");
      expect(file).toMatch(/\r\nDTSTART;TZID=\w+\/\w+:20261022T193000\r\n/);
      expect(file).not.toContain("EXDATE");
      expect(file).toContain(`\r\nSEQUENCE:${Date.parse("2026-10-20T10:00:00Z") / 60_000}\r\n`);
      expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    }
  });

  it("has no alarm where none was wished", () => {
    const quiet = { ...ritual("Europe/Berlin"), reminderMinutes: null };
    expect(
      writeRitualCalendar({ ritual: quiet, title: "x", now: instant("2026-10-20T10:00:00Z"), quiet: null }),
    ).not.toContain("VALARM");
  });
});
