/** The posterior against brute force, against known truths drawn from its own prior, and its diagnostics against known chains. */
import { describe, expect, it } from "vitest";
import { createRandom, drawExponential, drawNormal } from "../chance/random.ts";
import { type ExcitationParams, logLikelihood } from "../points/log-likelihood.ts";
import { fitMaximumLikelihood } from "../points/maximum-likelihood.ts";
import { createPointData, type PointData, scaleTime } from "../points/point-data.ts";
import { dailyWindows, simulatePoints } from "../simulation/simulate-points.ts";
import { effectiveSampleSize, splitRHat } from "./chain-diagnostics.ts";
import { createPosteriorDensity } from "./log-density.ts";
import { type Interval90, samplePosterior } from "./posterior.ts";

const draw = (truth: ExcitationParams, hours: number, seed: number): PointData => {
  const still = { ...truth, mood: { type: "none" }, commonRate: 0, commonDelay: 1 } as const;
  const { windows, streams } = simulatePoints(still, dailyWindows(hours, 3), createRandom(seed));
  const made = createPointData(windows, streams);
  if (made.type === "error") throw new Error(JSON.stringify(made.error));
  return made.value;
};

const sample = (points: PointData, seed: number, hoursPerUnit = 1) =>
  samplePosterior(points, {
    hoursPerUnit,
    fit: fitMaximumLikelihood(points, 5 / 60 / hoursPerUnit),
    random: createRandom(seed),
  });

/** The share of a grid's mass at or below a bound. */
const shareUpTo = (mass: readonly (readonly [number, number])[], bound: number): number => {
  const total = mass.reduce((sum, [, weight]) => sum + weight, 0);
  return mass.reduce((sum, [at, weight]) => sum + (at <= bound ? weight : 0), 0) / total;
};

describe("posterior", () => {
  it("has the quantiles that summing over a fine grid of all parameters gives", () => {
    const points = draw({ mu: [2], n: [[0.3]], halfLife: 5 / 60 }, 30, 21);
    const byMu: [number, number][] = [];
    const byN: [number, number][] = [];
    const byHalfLife: [number, number][] = [];
    for (let i = 0; i < 48; i += 1) {
      const mu = 0.3 + (i + 0.5) * 0.08;
      for (let j = 0; j < 48; j += 1) {
        const n = (j + 0.5) * 0.02;
        for (let k = 0; k < 32; k += 1) {
          const log = Math.log(5 / 60) + 0.7 * (((k + 0.5) / 32) * 7 - 3.5);
          const halfLife = Math.exp(log);
          const deviation = (log - Math.log(5 / 60)) / 0.7;
          const { value } = logLikelihood(points, { mu: [mu], n: [[n]], halfLife });
          const weight = Math.exp(value + 50 - 0.5 * Math.log(mu) - 3 * n - (deviation * deviation) / 2);
          byMu.push([mu, weight]);
          byN.push([n, weight]);
          byHalfLife.push([halfLife, weight]);
        }
      }
    }
    const { posterior } = sample(points, 1);
    const [mu] = posterior.mu;
    const n = posterior.n[0]?.[0];
    for (const [mass, interval] of [
      [byMu, mu],
      [byN, n],
      [byHalfLife, posterior.halfLife],
    ] as const) {
      if (interval === undefined) throw new Error("no interval");
      // 500 effective draws: four standard errors are 0.04 at the ends and 0.08 in the middle, and a grid step adds its part.
      expect(Math.abs(shareUpTo(mass, interval.low) - 0.05)).toBeLessThan(0.05);
      expect(Math.abs(shareUpTo(mass, interval.median) - 0.5)).toBeLessThan(0.1);
      expect(Math.abs(shareUpTo(mass, interval.high) - 0.95)).toBeLessThan(0.05);
    }
  }, 60_000);

  /** Truths drawn from the priors (rates from 1 to 4 an hour, at most 0.9 followers in all): then 90 % intervals cover 90 %. */
  it("covers truths that come from its prior as often as it says", () => {
    const random = createRandom(77);
    const hits = { mu: 0, n: 0, halfLife: 0 };
    const couples = 40;
    let drawn = 0;
    let unconverged = 0;
    while (drawn < couples) {
      const n = [0, 1].map(() => [0, 1].map(() => drawExponential(random) / 3));
      if (n.some((row) => row.reduce((sum, one) => sum + one, 0) > 0.9)) continue;
      const truth = {
        mu: [1 + 3 * random(), 1 + 3 * random()],
        n,
        halfLife: (5 / 60) * Math.exp(0.7 * drawNormal(random)),
      };
      drawn += 1;
      const { posterior, chains } = sample(draw(truth, 60, 3000 + drawn), drawn);
      if (!chains.hasConverged) unconverged += 1;
      const covers = ({ low, high }: Interval90, one: number | undefined): number =>
        one !== undefined && low <= one && one <= high ? 1 : 0;
      posterior.mu.forEach((interval, i) => (hits.mu += covers(interval, truth.mu[i])));
      posterior.n.forEach((row, i) => row.forEach((interval, j) => (hits.n += covers(interval, truth.n[i]?.[j]))));
      hits.halfLife += covers(posterior.halfLife, truth.halfLife);
    }
    // A half-life that the points hardly speak of makes a long ridge.
    expect(unconverged).toBeLessThanOrEqual(1);
    // Four standard errors of a share of 0.9 among 80, 160 and 40.
    expect(Math.abs(hits.mu / (2 * couples) - 0.9)).toBeLessThan(0.135);
    expect(Math.abs(hits.n / (4 * couples) - 0.9)).toBeLessThan(0.095);
    expect(Math.abs(hits.halfLife / couples - 0.9)).toBeLessThan(0.19);
  }, 120_000);

  it("gives the same draws for the same seed, other ones for another, and scales with the unit", () => {
    const points = draw({ mu: [2, 1.5], n: [[0.1, 0.3], [0.2, 0.1]], halfLife: 5 / 60 }, 40, 5); // prettier-ignore
    const first = sample(points, 1);
    expect(sample(points, 1)).toEqual(first);
    expect(sample(points, 2)).not.toEqual(first);
    const inMinutes = sample(scaleTime(points, 60), 1, 1 / 60).posterior;
    expect(inMinutes.halfLife.median / 60 / first.posterior.halfLife.median).toBeCloseTo(1, 0.7);
    expect(((inMinutes.mu[0]?.median ?? NaN) * 60) / (first.posterior.mu[0]?.median ?? NaN)).toBeCloseTo(1, 0.7);
  });

  it("has the gradient that central differences have, on both sides of its folds", () => {
    const density = createPosteriorDensity(draw({ mu: [2, 1.5], n: [[0.1, 0.3], [0.2, 0.1]], halfLife: 5 / 60 }, 40, 5)); // prettier-ignore
    for (const side of [1, -1]) {
      const at = Float64Array.of(1.4, 1.2 * side, 0.1, 0.3 * side, 0.2, 0.15, -2.3);
      const gradient = new Float64Array(7);
      density.evaluate(at, gradient);
      at.forEach((one, k) => {
        const near = (step: number): number => density.evaluate(at.with(k, one + step), new Float64Array(7));
        expect(gradient[k]).toBeCloseTo((near(1e-5) - near(-1e-5)) / 2e-5, 3);
      });
    }
  });
});

describe("chain diagnostics", () => {
  const chain = (seed: number, kept: number, centre: number): Float64Array => {
    const random = createRandom(seed);
    let state = drawNormal(random);
    return Float64Array.from({ length: 2000 }, () => {
      state = kept * state + Math.sqrt(1 - kept * kept) * drawNormal(random);
      return centre + state;
    });
  };

  it("counts independent draws as themselves and correlated ones as fewer", () => {
    const independent = effectiveSampleSize([1, 2, 3, 4].map((seed) => chain(seed, 0, 0)));
    expect(Math.abs(independent / 8000 - 1)).toBeLessThan(0.15);
    // A first-order autoregression of 0.8 is worth (1 - 0.8) / (1 + 0.8) of its length.
    const correlated = effectiveSampleSize([1, 2, 3, 4].map((seed) => chain(seed, 0.8, 0)));
    expect(Math.abs(correlated / (8000 / 9) - 1)).toBeLessThan(0.3);
  });

  it("sees chains that stay apart", () => {
    expect(splitRHat([1, 2, 3, 4].map((seed) => chain(seed, 0, 0)))).toBeLessThan(1.01);
    expect(splitRHat([1, 2, 3, 4].map((seed) => chain(seed, 0, seed)))).toBeGreaterThan(1.3);
  });
});
