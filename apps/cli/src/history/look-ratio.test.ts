import { createRandom } from "@undivided/insight";
import { expect, it } from "vitest";
import { estimateLookRatio } from "./look-ratio.ts";

const stretches = (...counts: readonly number[]) => counts.map((count) => ({ count, hours: 2 }));

it("is the ratio of the rates within its interval, by whole stretches where there are enough", () => {
  const ratio = estimateLookRatio({ together: stretches(2, 3, 1, 4, 2, 3), apart: stretches(6, 4, 5, 7, 3, 5, 6) });
  if (ratio.type === "no-ratio") throw new Error(ratio.reason);
  expect(ratio.method).toBe("permuted-stretches");
  expect(ratio.value).toBeCloseTo(15 / 12 / (36 / 14), 12);
  expect(ratio.low).toBeLessThan(ratio.value);
  expect(ratio.high).toBeGreaterThan(ratio.value);
  expect(ratio.high).toBeLessThan(1);
});

it("rests on independent looks where there are few stretches, and covers the truth nine times in ten", () => {
  const random = createRandom(7);
  const poisson = (mean: number): number => {
    let count = -1;
    for (let sum = 0; sum < mean; count++) sum -= Math.log(1 - random());
    return count;
  };
  let hits = 0;
  const runs = 2_000;
  for (let run = 0; run < runs; run++) {
    const ratio = estimateLookRatio({
      together: [{ count: poisson(20), hours: 4 }],
      apart: [{ count: poisson(40), hours: 16 }],
    });
    if (ratio.type === "no-ratio") throw new Error(ratio.reason);
    expect(ratio.method).toBe("independent-looks");
    if (ratio.low <= 2 && 2 <= ratio.high) hits++;
  }
  // Four standard errors of 2000 draws.
  expect(Math.abs(hits / runs - 0.9)).toBeLessThan(0.027);
});

it("says why there is none", () => {
  const reasonOf = (together: readonly number[], apart: readonly number[]) => {
    const ratio = estimateLookRatio({ together: stretches(...together), apart: stretches(...apart) });
    return ratio.type === "no-ratio" ? ratio.reason : [ratio.value, ratio.low, Number.isFinite(ratio.high)];
  };
  expect(reasonOf([], [5])).toBe("no-time-together");
  expect(reasonOf([5], [])).toBe("no-time-apart");
  expect(reasonOf([9], [0])).toBe("no-looks-apart");
  expect(reasonOf([1], [2])).toBe("too-few-looks");
  expect(reasonOf([0], [9])).toEqual([0, 0, true]);
});
