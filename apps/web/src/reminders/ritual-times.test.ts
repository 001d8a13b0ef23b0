import { parseCivilDate, parseEpochMs, type CivilDate, type Instant, type RitualRecord } from "@undivided/domain";
import { describe, expect, it } from "vitest";
import { changePattern, fitsMove, latestMove, moveDay, nextRitualTime, skipDay } from "./ritual-times.ts";

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

type Timed = Pick<RitualRecord, "pattern" | "changes">;

const onDays = (...weekdays: readonly number[]): Timed => ({
  pattern: {
    ...{ weekdays, minute: 19 * 60 + 30, zone: "Europe/Madrid", lengthMinutes: 40 },
    ...{ from: day("2026-10-01"), until: null },
  },
  changes: [],
});
const now = instant("2026-11-26T10:00:00Z");
const today = day("2026-11-26");

describe("a change of a day", () => {
  it("holds until its day is over, however many days are skipped at once", () => {
    let ritual = onDays(4, 5);
    for (let times = 0; times < 10; times += 1) {
      const next = nextRitualTime(ritual, now);
      if (next === null) throw new Error("nothing to skip");
      ritual = skipDay(ritual, next.day, today);
    }
    expect(ritual.changes).toHaveLength(10);
    expect(nextRitualTime(ritual, now)?.day).toBe("2026-12-31");
  });

  it("is not lost by another one that is far away, nor by the day that it was moved to", () => {
    const back = moveDay(onDays(7), day("2026-12-06"), { day: day("2026-10-01"), minute: 600 }, today);
    const far = moveDay(back, day("2026-12-13"), { day: day("2027-12-01"), minute: 600 }, today);
    expect(far.changes.map((one) => one.day)).toEqual(["2026-12-06", "2026-12-13"]);
  });

  it("is forgotten when its day and the day it was moved to are four weeks past", () => {
    const changes = [
      { day: day("2026-10-01"), to: null },
      { day: day("2026-10-08"), to: { day: day("2026-11-20"), minute: 600 } },
    ];
    const skipped = skipDay({ ...onDays(4), changes }, day("2026-12-03"), today);
    expect(skipped.changes.map((one) => one.day)).toEqual(["2026-10-08", "2026-12-03"]);
  });
});

describe("moving one day", () => {
  it("takes no time that has passed, and none so late that it would not be found", () => {
    const fits = (to: string, minute: number) =>
      fitsMove(day("2026-11-29"), { day: day(to), minute }, "Europe/Madrid", now);
    expect(fits("2020-01-01", 600)).toBe("passed");
    expect(fits("2026-11-26", 10 * 60)).toBe("passed");
    expect(fits("2026-11-26", 12 * 60)).toBe("fits");
    expect(fits("2026-12-20", 600)).toBe("fits");
    expect(fits("2026-12-21", 600)).toBe("too-late");
  });

  it("is found on the latest day that it takes", () => {
    const latest = latestMove(day("2026-11-29"));
    const none = { ...onDays(7), pattern: { ...onDays(7).pattern, until: day("2026-11-29") } };
    const moved = moveDay(none, day("2026-11-29"), { day: latest, minute: 600 }, today);
    expect(nextRitualTime(moved, instant(`${latest}T08:00:00Z`))?.day).toBe("2026-11-29");
  });
});

describe("other days for a ritual", () => {
  it("hold from today, and keep what was skipped on a day that still belongs to it", () => {
    const skipped = skipDay(skipDay(onDays(4, 7), day("2026-11-29"), today), day("2026-12-03"), today);
    const changed = changePattern(skipped, { weekdays: [1, 4], minute: 600 }, today);
    expect(changed.pattern).toMatchObject({ weekdays: [1, 4], minute: 600, from: today });
    expect(changed.changes.map((one) => one.day)).toEqual(["2026-12-03"]);
    expect(nextRitualTime(changed, now)?.day).toBe("2026-11-30");
  });
});
