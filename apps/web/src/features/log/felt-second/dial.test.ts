import { FEELINGS_BEHIND, FIRST_WORDS } from "@undivided/content/feelings";
import { FEELINGS } from "@undivided/domain";
import { describe, expect, it } from "vitest";
import { arcPoints, arrangeFeelings } from "./dial.ts";

describe("the dial", () => {
  it("shows every feeling once, whatever came to mind first", () => {
    for (const word of [...FIRST_WORDS, null]) {
      expect(arrangeFeelings(word).toSorted()).toEqual(FEELINGS.toSorted());
    }
  });

  it("has the likeliest in the middle and the next ones beside it", () => {
    for (const word of FIRST_WORDS) {
      const [first, second, third] = FEELINGS_BEHIND[word];
      expect(arrangeFeelings(word).slice(1, 4)).toEqual([third, first, second]);
    }
  });

  it("stands on an arc that is the same above and below its middle", () => {
    const points = arcPoints(6);
    for (const [index, point] of points.entries()) {
      expect(point.inward).toBeCloseTo(points[5 - index]?.inward ?? NaN);
      expect(point.inward).toBeGreaterThanOrEqual(0);
      expect(point.inward).toBeLessThan(1);
    }
  });
});
