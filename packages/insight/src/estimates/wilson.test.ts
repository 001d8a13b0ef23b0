import { describe, expect, it } from "vitest";
import { estimateShare } from "./share.ts";
import { wilsonShare } from "./wilson.ts";

const ends = (hits: number, trials: number): readonly [number, number] => {
  const found = wilsonShare(hits, trials, 10);
  return found.type === "estimate" ? [found.low, found.high] : [Number.NaN, Number.NaN];
};

describe("a share by the score interval", () => {
  it("solves the equation that defines it: at each end the share is one score away", () => {
    for (const [hits, trials] of [
      [3, 24],
      [1, 10],
      [15, 30],
      [99, 100],
    ] as const) {
      for (const end of ends(hits, trials)) {
        const score = Math.abs(hits / trials - end) / Math.sqrt((end * (1 - end)) / trials);
        expect(score).toBeCloseTo(1.6448536, 6);
      }
    }
  });

  it("reaches the end where all or none are hits, and never leaves nought to one", () => {
    expect(ends(0, 12)[0]).toBe(0);
    expect(ends(12, 12)[1]).toBe(1);
    expect(ends(0, 12)[1]).toBeGreaterThan(0.1);
    expect(ends(0, 12)[1]).toBeLessThan(0.3);
  });

  it("is near what the posterior says", () => {
    const exact = estimateShare(6, 40);
    const [low, high] = ends(6, 40);
    expect(exact.type).toBe("estimate");
    if (exact.type !== "estimate") return;
    expect(Math.abs(low - exact.low)).toBeLessThan(0.02);
    expect(Math.abs(high - exact.high)).toBeLessThan(0.02);
  });

  it("says nothing over too little", () => {
    expect(wilsonShare(2, 9, 10)).toMatchObject({ type: "insufficient-data", have: 9, need: 10 });
    expect(wilsonShare(0, 0, 0)).toMatchObject({ type: "insufficient-data" });
  });
});
