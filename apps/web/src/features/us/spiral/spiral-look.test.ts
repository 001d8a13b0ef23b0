import { createRandom, simulateCouple } from "@undivided/insight";
import { describe, expect, it } from "vitest";
import { lookAtSpiral } from "./spiral-look.ts";

const HOUR_MS = 3_600_000;

/** A couple as the journal would give it: ms from the start of the first window. */
const timesOf = (weeks: number, seed: number) => {
  const { windows, streams } = simulateCouple({ weeks, resetWorks: true }, createRandom(seed));
  const zero = windows[0]?.start ?? 0;
  const ms = (hour: number): number => (hour - zero) * HOUR_MS;
  return {
    windows: windows.map(({ start, end }) => [ms(start), ms(end)] as const),
    mine: (streams[0] ?? []).map(ms),
    theirs: (streams[1] ?? []).map(ms),
  };
};

describe("a look at the times of both", () => {
  it("says nothing under fifty hours, and when it will", () => {
    expect(lookAtSpiral(timesOf(3, 5))).toMatchObject({ verdict: "too-early", restsOn: null, next: 50 });
  });

  it("is the same when the two are swapped", () => {
    const { windows, mine, theirs } = timesOf(12, 7);
    const look = lookAtSpiral({ windows, mine, theirs });
    expect(look).toEqual(lookAtSpiral({ windows, mine: theirs, theirs: mine }));
    expect(look.restsOn).toBe(100);
  });

  it("does not change between two looks, whatever happens in between", () => {
    const all = timesOf(12, 7);
    let hours = 0;
    const windows = all.windows.filter(([from, until]) => (hours += (until - from) / HOUR_MS) < 112);
    const end = windows.at(-1)?.[1] ?? 0;
    const inside = (times: readonly number[]): readonly number[] => times.filter((at) => at <= end);
    const later = lookAtSpiral({ windows, mine: inside(all.mine), theirs: inside(all.theirs) });
    const more = lookAtSpiral({
      windows,
      mine: [...inside(all.mine), end - 1000, end - 500],
      theirs: inside(all.theirs),
    });
    expect(later.restsOn).toBe(100);
    expect(more.verdict).toBe(later.verdict);
  });

  it("calls an evening in which nobody slipped too few, not an error", () => {
    const { windows } = timesOf(12, 7);
    expect(lookAtSpiral({ windows, mine: [], theirs: [] }).verdict).toBe("too-few");
  });

  it("carries a verdict and hours, and no figure of who", () => {
    expect(Object.keys(lookAtSpiral(timesOf(8, 2))).sort()).toEqual(["hours", "next", "restsOn", "verdict"]);
  });
});
