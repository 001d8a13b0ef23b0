import { parseEpochMs, totalLengthMs, type Instant, type Interval } from "@undivided/domain";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseZone } from "../clock/zone.ts";
import type { ScreenSession } from "../phone/screen-session.ts";
import { kindsOfApps } from "../phone/app-kind.ts";
import { crossByHour } from "./cross-by-hour.ts";
import { crossByKind } from "./cross-by-kind.ts";
import { crossHistory } from "./cross.ts";
import { toLookStretches } from "./stretches.ts";
import { summariseSessions } from "./summarise.ts";

const at = (ms: number): Instant => {
  const parsed = parseEpochMs(ms);
  if (parsed.type === "error") throw new Error(String(ms));
  return parsed.value;
};
const stretch = (from: number, until: number): Interval<Instant> => ({ from: at(from), until: at(until) });
const look = (from: number, until: number | null, unlocked: boolean | null = null): ScreenSession => ({
  from: at(from),
  until: until === null ? null : at(until),
  unlocked,
  apps: [],
});

describe("crossing", () => {
  test("a look counts where it begins, its minutes where they lie, exposure where something was known", () => {
    const crossing = crossHistory(
      [look(0, 10), look(95, 110), look(150, null), look(250, 260), look(400, 400)],
      [stretch(0, 200), stretch(300, 400)],
      [stretch(100, 350)],
    );
    expect(crossing).toEqual({
      together: { looks: 1, useMs: 10, exposureMs: 150 },
      apart: { looks: 3, useMs: 15, exposureMs: 150 },
      outside: 1,
    });
  });

  const set = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 })), { maxLength: 12 })
    .map((steps) => {
      let now = 0;
      return steps.map(([pause, length]) => {
        const from = now + pause;
        now = from + length;
        return stretch(from, now);
      });
    });

  test("agrees with counting millisecond by millisecond", () => {
    fc.assert(
      fc.property(set, set, set, (looks, observed, together) => {
        const sessions = looks.map(({ from, until }) => look(from, until));
        const has = (of: readonly Interval<Instant>[], ms: number) =>
          of.some(({ from, until }) => from <= ms && ms < until);
        const known = (ms: number) => has(observed, ms);
        const use = { together: 0, apart: 0 };
        for (const { from, until } of looks) {
          for (let ms: number = from; ms < until; ms++) if (known(ms)) use[has(together, ms) ? "together" : "apart"]++;
        }
        const begin = { together: 0, apart: 0, outside: 0 };
        for (const { from } of looks) {
          const isKnown = known(from) || observed.some(({ until }) => until === from);
          begin[!isKnown ? "outside" : has(together, from) ? "together" : "apart"]++;
        }
        const crossing = crossHistory(sessions, observed, together);
        expect(crossing.together.looks).toBe(begin.together);
        expect(crossing.apart.looks).toBe(begin.apart);
        expect(crossing.outside).toBe(begin.outside);
        expect(crossing.together.useMs).toBe(use.together);
        expect(crossing.apart.useMs).toBe(use.apart);
        expect(crossing.together.exposureMs + crossing.apart.exposureMs).toBe(totalLengthMs(observed));
      }),
      { numRuns: 500 },
    );
  });

  test("stretch by stretch it is the same, whatever is joined", () => {
    fc.assert(
      fc.property(set, set, set, (looks, observed, together) => {
        const sessions = looks.map(({ from, until }) => look(from, until));
        const crossing = crossHistory(sessions, observed, together);
        const stretches = toLookStretches(sessions, observed, together);
        for (const side of ["together", "apart"] as const) {
          const sum = (of: "count" | "hours") => stretches[side].reduce((total, one) => total + one[of], 0);
          expect(sum("hours") * 3_600_000).toBeCloseTo(crossing[side].exposureMs, 6);
          expect(stretches[side].every((one) => one.hours > 0)).toBe(true);
        }
        const minutes = (side: "together" | "apart") =>
          stretches[side].reduce((total, one) => total + one.useMinutes, 0);
        expect(minutes("together") * 60_000).toBeCloseTo(crossing.together.useMs, 6);
        expect(minutes("apart") * 60_000).toBeCloseTo(crossing.apart.useMs, 6);
        const counted = [...stretches.together, ...stretches.apart].reduce((total, one) => total + one.count, 0);
        expect(counted).toBe(crossing.together.looks + crossing.apart.looks);
      }),
      { numRuns: 500 },
    );
    const day = 86_400_000;
    const long = toLookStretches([look(day * 1.5, null)], [stretch(0, day * 3)], [stretch(day * 1.25, day * 1.75)]);
    expect(long).toEqual({
      together: [{ count: 1, useMinutes: 0, hours: 12 }],
      apart: [
        { count: 0, useMinutes: 0, hours: 24 },
        { count: 0, useMinutes: 0, hours: 6 },
        { count: 0, useMinutes: 0, hours: 6 },
        { count: 0, useMinutes: 0, hours: 24 },
      ],
    });
    expect(toLookStretches([], [stretch(0, day * 4_000)], []).apart).toHaveLength(400);
  });

  test("by weekday and hour it is the same, spread over 168 cells", () => {
    const zone = parseZone("Asia/Kolkata");
    if (zone.type === "error") throw new Error("no zone");
    const monday = Date.parse("2026-11-23T00:00:00+05:30");
    const hour = 3_600_000;
    const observed = [stretch(monday, monday + 7 * 24 * hour)];
    const together = [stretch(monday + 19 * hour, monday + 19.5 * hour)];
    const sessions = [
      look(monday + 5, monday + 9),
      look(monday + 19.25 * hour, null),
      look(monday + 19.75 * hour, null),
    ];
    const cells = crossByHour(sessions, observed, together, zone.value);
    expect(cells).toHaveLength(168);
    expect(cells[0]).toEqual({
      weekday: 1,
      hour: 0,
      together: { looks: 0, useMs: 0, exposureMs: 0 },
      apart: { looks: 1, useMs: 4, exposureMs: hour },
    });
    expect(cells[19]).toMatchObject({
      together: { looks: 1, exposureMs: hour / 2 },
      apart: { looks: 1, exposureMs: hour / 2 },
    });
    expect(cells.every((cell) => cell.together.exposureMs + cell.apart.exposureMs === hour)).toBe(true);
  });
});

test("over the hours it is the same as over all, whatever lies where", () => {
  const zone = parseZone("Europe/Berlin");
  if (zone.type === "error") throw new Error("no zone");
  const minute = 60_000;
  const set = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 })), { maxLength: 8 })
    .map((steps) => {
      let now = 0;
      return steps.map(([pause, length]) => {
        const from = now + pause * minute;
        now = from + length * minute;
        return stretch(from, now);
      });
    });
  fc.assert(
    fc.property(set, set, set, (looks, observed, together) => {
      const sessions = looks.map(({ from, until }) => look(from, until));
      const crossing = crossHistory(sessions, observed, together);
      const cells = crossByHour(sessions, observed, together, zone.value);
      for (const side of ["together", "apart"] as const) {
        for (const figure of ["looks", "useMs", "exposureMs"] as const) {
          expect(cells.reduce((sum, cell) => sum + cell[side][figure], 0)).toBe(crossing[side][figure]);
        }
      }
    }),
    { numRuns: 100 },
  );
});

test("by kind of app a look counts in each of its kinds, and in no other", () => {
  const sessions = [
    { ...look(0, 10), apps: ["com.whatsapp", "Maps"] },
    { ...look(100, 120), apps: ["Signal"] },
    { ...look(130, 140), apps: ["Launcher"] },
  ];
  const crossed = crossByKind(sessions, ({ apps }) => kindsOfApps(apps), [stretch(0, 200)], [stretch(100, 200)]);
  expect(crossed.map(({ kind, crossing }) => [kind, crossing.together.looks, crossing.apart.looks])).toEqual([
    ["messages", 1, 1],
    ["tools", 0, 1],
  ]);
  expect(crossed[0]?.crossing.together.useMs).toBe(20);
});

test("the summary is over all sessions, and null where nothing is known", () => {
  const sessions = [
    look(0, 14_999, true),
    look(20_000, 35_000, false),
    look(40_000, 70_000, false),
    look(90_000, 190_000, true),
  ];
  expect(summariseSessions(() => sessions)).toEqual({
    sessions: 4,
    withoutEnd: 0,
    medianSeconds: 22.5,
    shareUnder15s: 0.25,
    shareUnder30s: 0.5,
    shareNeverUnlocked: 0.5,
  });
  expect(summariseSessions(() => [look(0, null, true), look(5, 10, null)])).toMatchObject({
    sessions: 2,
    withoutEnd: 1,
    medianSeconds: 0.005,
    shareNeverUnlocked: null,
  });
  expect(summariseSessions(() => [])).toMatchObject({ sessions: 0, medianSeconds: null, shareUnder15s: null });
});
