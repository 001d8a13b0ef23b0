import { expect, it } from "vitest";
import {
  createRandom,
  createXoshiro128,
  drawBelow,
  drawExponential,
  drawNormal,
  drawPoisson,
  shuffle,
} from "./random.ts";

it("gives the numbers of the authors' C code for the state 1, 2, 3, 4", () => {
  const next = createXoshiro128([1, 2, 3, 4]);
  expect([next(), next(), next(), next()]).toEqual([11520, 0, 5927040, 70819200]);
});

it("gives the same numbers for a seed, others for another, also beyond 32 bits", () => {
  const first = (seed: number): readonly number[] => {
    const random = createRandom(seed);
    return [random(), random(), random()];
  };
  expect(first(7)).toEqual(first(7));
  const seen = new Set([0, 1, 2, 2 ** 32, 2 ** 32 + 1, 2 ** 53 - 1].map((seed) => first(seed).join()));
  expect(seen.size).toBe(6);
});

it("draws with the means and the spread that the distributions have", () => {
  const random = createRandom(1);
  const count = 40_000;
  const mean = (draw: () => number): number =>
    Array.from({ length: count }, draw).reduce((sum, one) => sum + one, 0) / count;
  expect(mean(random)).toBeCloseTo(0.5, 1.9);
  expect(Math.abs(mean(() => drawExponential(random)) - 1)).toBeLessThan(0.02);
  expect(Math.abs(mean(() => drawNormal(random)))).toBeLessThan(0.02);
  expect(Math.abs(mean(() => drawNormal(random) ** 2) - 1)).toBeLessThan(0.03);
  expect(Math.abs(mean(() => drawPoisson(random, 0.3)) - 0.3)).toBeLessThan(0.012);
  expect(Math.abs(mean(() => drawBelow(random, 5)) - 2)).toBeLessThan(0.03);
});

it("shuffles so that each item is equally often at each place", () => {
  const random = createRandom(2);
  const firsts = [0, 0, 0, 0];
  for (let draw = 0; draw < 8000; draw += 1) {
    const items = Uint8Array.of(0, 1, 2, 3);
    shuffle(items, random);
    expect([...items].sort()).toEqual([0, 1, 2, 3]);
    firsts[items[0] ?? 0] = (firsts[items[0] ?? 0] ?? 0) + 1;
  }
  for (const count of firsts) expect(Math.abs(count - 2000)).toBeLessThan(160);
});
