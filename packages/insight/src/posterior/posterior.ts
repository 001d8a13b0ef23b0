/**
 * The posterior of rates, followers and half-life: medians and 90 % equal-tailed intervals, with the chains' diagnostics.
 *
 * Four chains of Hamiltonian Monte Carlo, started apart, on a continuous half-life (a grid's interval for the half-life itself is
 * too coarse). Draws are made until every coordinate is worth `enoughDraws` independent ones, or the budget is spent: the
 * diagnostics say which. The budget counts likelihoods, not seconds, so that the same seed gives the same result everywhere.
 */
import type { Random } from "../chance/random.ts";
import { betaAt, toFlat } from "../points/log-likelihood.ts";
import { fitAtHalfLife, type MaximumLikelihoodFit } from "../points/maximum-likelihood.ts";
import { type PointData, scaleTime } from "../points/point-data.ts";
import { effectiveSampleSize, splitRHat } from "./chain-diagnostics.ts";
import { type Chain, createChain } from "./hamiltonian.ts";
import { guessGaussian } from "./start-gaussian.ts";
import {
  createPosteriorDensity,
  type LogDensity,
  freeParameters,
  parameterAt,
  priorHalfLifeHours,
} from "./log-density.ts";

/** 90 %, equal-tailed. */
export interface Interval90 {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** In the points' own unit; shaped as `ExcitationParams`. */
export interface Posterior {
  readonly mu: readonly Interval90[];
  readonly n: readonly (readonly Interval90[])[];
  readonly halfLife: Interval90;
}

export interface ChainReport {
  /** Largest split R-hat and smallest effective sample size of all parameters. */
  readonly rHat: number;
  readonly effectiveDraws: number;
  readonly draws: number;
  /** R-hat at most 1.05 and at least 100 effective draws: below that the intervals are not to be trusted. */
  readonly hasConverged: boolean;
}

const chainCount = 4;
const warmUpRounds = [20, 30];
const drawsARound = 75;
const enoughDraws = 500;
const mostRounds = 32;
const startCandidates = 9;

export interface PosteriorOptions {
  /** Hours in one unit of the points' times. */
  readonly hoursPerUnit: number;
  /** Where the chains begin. */
  readonly fit: MaximumLikelihoodFit;
  readonly random: Random;
}

/** About 1,000 to 20,000 likelihoods with gradient, each O(n): the fewer, the more the events say. */
export const samplePosterior = (
  points: PointData,
  { hoursPerUnit, fit, random }: PosteriorOptions,
): { readonly posterior: Posterior; readonly chains: ChainReport } => {
  const inHours = scaleTime(points, hoursPerUnit);
  const density = createPosteriorDensity(inHours);
  const { centre, spread } = chooseStart(inHours, hoursPerUnit, density, fit);
  const guess = guessGaussian(density, centre, spread);
  const chains = Array.from({ length: chainCount }, (_, index) => {
    const start = centre.map((one, k) => one + (spread[k] ?? 0) * (random() * 2 - 1) * (index === 0 ? 0 : 1.5));
    return createChain(density, start, guess, random);
  });
  let guessFits = false;
  for (const [round, moves] of warmUpRounds.entries()) {
    const seen = chains.map((chain) => draw(chain, moves));
    guessFits = round === 0 && chains.every((chain) => chain.isAtEase());
    if (guessFits) break;
    // The first moves of a chain still tell of its start.
    const pooled = seen.flatMap((draws) => draws.slice(Math.floor(moves / 3)));
    for (const chain of chains) chain.learnFrom(pooled);
  }
  for (const chain of chains) {
    if (!guessFits) draw(chain, 20);
    chain.settle();
  }

  const kept: Float64Array[][] = chains.map(() => []);
  let report: ChainReport = { rHat: Infinity, effectiveDraws: 0, draws: 0, hasConverged: false };
  for (let round = 1; round <= mostRounds; round += 1) {
    chains.forEach((chain, index) => kept[index]?.push(...draw(chain, drawsARound)));
    report = examine(kept, density.dimension);
    if (round > 1 && report.effectiveDraws >= enoughDraws && report.rHat < 1.02) break;
  }
  return { posterior: summarise(kept.flat(), points.counts.length, hoursPerUnit), chains: report };
};

const draw = (chain: Chain, moves: number): Float64Array[] => Array.from({ length: moves }, () => chain.move().slice());

/**
 * The best of some places between the maximum's half-life and the prior's: where the two disagree, the density has a top at
 * either, and the chains belong on the higher one.
 */
const chooseStart = (inHours: PointData, hoursPerUnit: number, density: LogDensity, fit: MaximumLikelihoodFit) => {
  const free = freeParameters(inHours.counts.length);
  const fitted = Math.log(fit.params.halfLife * hoursPerUnit);
  const prior = Math.log(priorHalfLifeHours);
  const slopes = new Float64Array(density.dimension);
  const candidates = Array.from({ length: startCandidates }, (_, step) => {
    const logHalfLife = fitted + ((prior - fitted) * step) / (startCandidates - 1);
    const flat = toFlat(fitAtHalfLife(inHours, Math.exp(logHalfLife)));
    const at = Float64Array.from(free, (place) => {
      if (place === betaAt) return logHalfLife;
      const one = flat[place] ?? 0;
      // Away from zeros, where a fit often ends and the density seldom has its mass.
      if (place < 2) return Math.sqrt(Math.max(one, (0.3 * (inHours.counts[place] ?? 1)) / inHours.exposure));
      return Math.min(0.8, Math.max(one, 0.05));
    });
    return { at, value: density.evaluate(at, slopes) };
  });
  const centre = candidates.reduce((best, one) => (one.value > best.value ? one : best)).at;
  // The square root of a rate is known to about 1 / (2 sqrt(hours)), followers to about 1 / sqrt(events).
  const spread = Float64Array.from(free, (place) => {
    if (place === betaAt) return Math.max(0.1, Math.min(0.5, 6 / Math.sqrt(inHours.times.length)));
    return place < 2 ? 0.7 / Math.sqrt(inHours.exposure) : Math.min(0.3, 1.5 / Math.sqrt(inHours.times.length));
  });
  return { centre, spread };
};

const examine = (kept: readonly (readonly Float64Array[])[], dimension: number): ChainReport => {
  let rHat = 0;
  let effectiveDraws = Infinity;
  for (let k = 0; k < dimension; k += 1) {
    const chains = kept.map((draws) => Float64Array.from(draws, (one) => one[k] ?? NaN));
    rHat = Math.max(rHat, splitRHat(chains));
    effectiveDraws = Math.min(effectiveDraws, effectiveSampleSize(chains));
  }
  const draws = kept.reduce((sum, one) => sum + one.length, 0);
  return { rHat, effectiveDraws, draws, hasConverged: rHat <= 1.05 && effectiveDraws >= 100 };
};

const summarise = (draws: readonly Float64Array[], streamCount: number, hoursPerUnit: number): Posterior => {
  const free = freeParameters(streamCount);
  const intervalAt = (place: number, scale: number): Interval90 => {
    const k = free.indexOf(place);
    const sorted = draws.map((one) => parameterAt(place, one[k] ?? NaN) * scale).sort((a, b) => a - b);
    return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.05), high: quantile(sorted, 0.95) };
  };
  const streams = Array.from({ length: streamCount }, (_, stream) => stream);
  return {
    mu: streams.map((i) => intervalAt(i, hoursPerUnit)),
    n: streams.map((i) => streams.map((j) => intervalAt(2 + 2 * i + j, 1))),
    halfLife: intervalAt(betaAt, 1 / hoursPerUnit),
  };
};

/** Linear between the ranks (Hyndman & Fan's type 7). */
const quantile = (sorted: readonly number[], share: number): number => {
  const rank = share * (sorted.length - 1);
  const below = Math.floor(rank);
  const low = sorted[below] ?? NaN;
  return low + (rank - below) * ((sorted[below + 1] ?? low) - low);
};
