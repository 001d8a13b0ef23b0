/** The day of a record around a clock change: by the offset of that very moment, not of when the program began. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { localOffset, localToday, instantOf } from "./local-clock.ts";

const inZone = (zone: string, utc: string): readonly [string, number] => {
  vi.stubEnv("TZ", zone);
  const now = () => Date.parse(utc);
  return [localToday(now), localOffset(instantOf(now))];
};

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("the day on the clock of this machine", () => {
  it.each([
    // 29 March 2026 has 23 hours in Berlin, 25 October 25: each day from its first half hour to its last.
    ["Europe/Berlin", "2026-03-28T22:30:00Z", "2026-03-28", 60],
    ["Europe/Berlin", "2026-03-28T23:30:00Z", "2026-03-29", 60],
    ["Europe/Berlin", "2026-03-29T21:30:00Z", "2026-03-29", 120],
    ["Europe/Berlin", "2026-03-29T22:30:00Z", "2026-03-30", 120],
    ["Europe/Berlin", "2026-10-24T21:30:00Z", "2026-10-24", 120],
    ["Europe/Berlin", "2026-10-24T22:30:00Z", "2026-10-25", 120],
    ["Europe/Berlin", "2026-10-25T22:30:00Z", "2026-10-25", 60],
    ["Europe/Berlin", "2026-10-25T23:30:00Z", "2026-10-26", 60],
    // Half an hour, and the change of Santiago, which takes place at midnight itself.
    ["Australia/Lord_Howe", "2026-04-04T14:59:00Z", "2026-04-05", 660],
    ["Australia/Lord_Howe", "2026-04-05T13:29:00Z", "2026-04-05", 630],
    ["America/Santiago", "2026-09-06T03:59:00Z", "2026-09-05", -240],
    ["America/Santiago", "2026-09-06T04:00:00Z", "2026-09-06", -180],
  ])("in %s at %s is %s", (zone, utc, day, offset) => {
    expect(inZone(zone, utc)).toEqual([day, offset]);
  });

  it("stays the same in the hour that the clocks show twice", () => {
    expect(inZone("Europe/Berlin", "2026-10-25T00:30:00Z")).toEqual(["2026-10-25", 120]);
    expect(inZone("Europe/Berlin", "2026-10-25T01:30:00Z")).toEqual(["2026-10-25", 60]);
  });
});
