import { formatInstant, parseInstant, type Instant } from "@undivided/domain";
import { describe, expect, test } from "vitest";
import { parseZone, type Zone } from "../clock/zone.ts";
import { expandRule, parseRule } from "./rule.ts";

const at = (text: string): Instant => {
  const parsed = parseInstant(text);
  if (parsed.type === "error") throw new Error(text);
  return parsed.value;
};

const zone = (name: string): Zone => {
  const parsed = parseZone(name);
  if (parsed.type === "error") throw new Error(name);
  return parsed.value;
};

const times = (rule: string, zoneName: string, from: string, until: string): readonly string[] => {
  const parsed = parseRule(rule);
  if (parsed.type === "error") throw new Error(rule);
  return expandRule(parsed.value, zone(zoneName), {
    from: at(`${from}T00:00:00Z`),
    until: at(`${until}T00:00:00Z`),
  }).map((time) => `${formatInstant(time.from).slice(0, 16)} ${String((time.until - time.from) / 60_000)}`);
};

describe("a rule", () => {
  test("names its days one by one, as ranges over Sunday, and by word", () => {
    const weekdaysOf = (text: string) => {
      const rule = parseRule(text);
      return rule.type === "ok" ? rule.value.weekdays : rule.error.type;
    };
    expect(weekdaysOf("mon-fri 19:00-22:00")).toEqual([1, 2, 3, 4, 5]);
    expect(weekdaysOf("Sat,Sun 9:00-12:00")).toEqual([6, 7]);
    expect(weekdaysOf("fri-mon 19:00-24:00")).toEqual([1, 5, 6, 7]);
    expect(weekdaysOf("daily 00:00-24:00")).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(weekdaysOf("weekends,wed 19:00-22:00")).toEqual([3, 6, 7]);
  });

  test.each([
    "",
    "mon",
    "19:00-22:00",
    "mon 19-22",
    "mon 25:00-26:00",
    "mon 19:60-20:00",
    "mon-tue-wed 1:00-2:00",
    "moon 1:00-2:00",
    "mon 19:00-19:00",
    "mon 24:00-02:00",
    "mon 23:00-24:30",
    "mon, 1:00-2:00",
  ])("is refused: %j", (text) => {
    expect(parseRule(text)).toEqual({ type: "error", error: { type: "bad-rule", text } });
  });

  test("follows the wall clock over both changes, in three zones", () => {
    expect(times("daily 19:00-22:00", "Europe/Berlin", "2026-03-28", "2026-03-30")).toEqual([
      "2026-03-28T18:00 180",
      "2026-03-29T17:00 180",
    ]);
    // The night of the change: 22:00–06:00 lasts seven hours in spring and nine in autumn.
    expect(times("sat 22:00-06:00", "Europe/Berlin", "2026-03-28", "2026-03-30")).toEqual(["2026-03-28T21:00 420"]);
    expect(times("sat 22:00-06:00", "Europe/Berlin", "2026-10-24", "2026-10-26")).toEqual(["2026-10-24T20:00 540"]);
    expect(times("sat 22:00-06:00", "America/New_York", "2026-10-31", "2026-11-02")).toEqual(["2026-11-01T02:00 540"]);
    // Half an hour is what Lord Howe Island changes by.
    expect(times("sat 22:00-06:00", "Australia/Lord_Howe", "2026-04-04", "2026-04-06")).toEqual([
      "2026-04-04T11:00 510",
    ]);
  });

  test("gives every time that touches the span, also one that began before it", () => {
    expect(times("sun 22:00-02:00", "UTC", "2026-11-23", "2026-11-24")).toEqual(["2026-11-22T22:00 240"]);
    expect(times("mon 00:00-24:00", "UTC", "2026-11-24", "2026-11-25")).toEqual([]);
  });
});

test("a zone is a name of the time zone database", () => {
  expect(parseZone("Europe/Berlin").type).toBe("ok");
  for (const text of ["Europe/Nowhere", "+01:00", "", "CET/../x"]) expect(parseZone(text).type).toBe("error");
});
