/**
 * Hamiltonian Monte Carlo with a dense metric, a fixed path length jittered by the draw, and dual averaging of the step.
 *
 * Sources: R. Neal, "MCMC using Hamiltonian dynamics", Handbook of MCMC (2011); Hoffman & Gelman, JMLR 15 (2014), for the
 * dual averaging with their constants. The metric is the inverse of the draws' covariance during warm-up, shrunk as Stan does.
 * Coordinates in which the density is symmetric are kept on the side above 0.
 * Limits: made for a handful of dimensions and one top.
 */
import { drawNormal, type Random } from "../chance/random.ts";
import type { LogDensity } from "./log-density.ts";

/** One chain, to be advanced. */
export interface Chain {
  /** Moves once and returns the new place; the array is the chain's own and changes with the next move. */
  readonly move: () => Float64Array;
  /** Ends the warm-up: the step stays, the metric too. */
  readonly settle: () => void;
  /** Replaces the metric by one from these draws. */
  readonly learnFrom: (draws: readonly Float64Array[]) => void;
}

/** Acceptance that the step aims at. */
const targetAcceptance = 0.8;
/** In units of the metric: a quarter turn of a Gaussian, where draws are least alike. */
const pathLength = Math.PI / 2;
const maxSteps = 16;

/** Starts at `start`, which is copied, with `metric` as lower Cholesky factor of the covariance that is guessed first. */
export const createChain = (density: LogDensity, start: Float64Array, metric: Float64Array, random: Random): Chain => {
  const size = density.dimension;
  const at = start.slice();
  const slope = new Float64Array(size);
  let value = density.evaluate(at, slope);
  let root = metric;

  let isWarm = true;
  let tries = 0;
  let logStep = Math.log(0.5);
  let centre = logStep;
  let meanLogStep = logStep;
  let error = 0;
  const restartStep = (): void => {
    centre = logStep + Math.log(2);
    tries = 0;
    error = 0;
    meanLogStep = logStep;
  };

  const place = new Float64Array(size);
  const placeSlope = new Float64Array(size);
  const momentum = new Float64Array(size);
  // With covariance root rootᵀ as inverse metric, whitened momenta are standard normal: position moves by root * momentum.
  const push = (step: number): void => {
    for (let k = 0; k < size; k += 1) {
      let whitened = 0;
      for (let l = k; l < size; l += 1) whitened += (root[l * size + k] ?? 0) * (placeSlope[l] ?? 0);
      momentum[k] = (momentum[k] ?? 0) + step * whitened;
    }
  };
  const drift = (step: number): void => {
    for (let k = 0; k < size; k += 1) {
      let moved = 0;
      for (let l = 0; l <= k; l += 1) moved += (root[k * size + l] ?? 0) * (momentum[l] ?? 0);
      place[k] = (place[k] ?? 0) + step * moved;
    }
  };
  const energy = (): number => momentum.reduce((sum, one) => sum + one * one, 0) / 2;

  const move = (): Float64Array => {
    const step = Math.exp(isWarm ? logStep : meanLogStep) * (0.8 + 0.4 * random());
    const steps = Math.max(1, Math.min(maxSteps, Math.round((pathLength * (0.6 + 0.8 * random())) / step)));
    for (let k = 0; k < size; k += 1) momentum[k] = drawNormal(random);
    const before = value - energy();
    place.set(at);
    placeSlope.set(slope);
    let newValue = value;
    push(step / 2);
    for (let index = 1; index <= steps; index += 1) {
      drift(step);
      newValue = density.evaluate(place, placeSlope);
      if (!Number.isFinite(newValue)) break;
      push(index === steps ? step / 2 : step);
    }
    const change = newValue - energy() - before;
    const acceptance = Number.isFinite(change) ? Math.min(1, Math.exp(change)) : 0;
    if (random() < acceptance) {
      at.set(place);
      slope.set(placeSlope);
      value = newValue;
      // The mirror image is as likely; staying on one side keeps the metric's correlations true.
      for (let k = 0; k < size; k += 1) {
        if (density.isFolded[k] === true && (at[k] ?? 0) < 0) {
          at[k] = -(at[k] ?? 0);
          slope[k] = -(slope[k] ?? 0);
        }
      }
    }
    if (isWarm) {
      tries += 1;
      error += (targetAcceptance - acceptance - error) / (tries + 10);
      logStep = centre - (Math.sqrt(tries) / 0.05) * error;
      const weight = tries ** -0.75;
      meanLogStep += weight * (logStep - meanLogStep);
    }
    return at;
  };

  return {
    move,
    settle: () => {
      isWarm = false;
    },
    learnFrom: (draws) => {
      root = factorize(shrunkCovariance(draws, size), size);
      restartStep();
    },
  };
};

const shrunkCovariance = (draws: readonly Float64Array[], size: number): Float64Array => {
  const count = draws.length;
  const mean = Array.from({ length: size }, (_, k) => draws.reduce((sum, draw) => sum + (draw[k] ?? 0), 0) / count);
  const covariance = new Float64Array(size * size);
  for (const draw of draws) {
    for (let k = 0; k < size; k += 1) {
      for (let l = 0; l <= k; l += 1) {
        covariance[k * size + l] =
          (covariance[k * size + l] ?? 0) +
          (((draw[k] ?? 0) - (mean[k] ?? 0)) * ((draw[l] ?? 0) - (mean[l] ?? 0))) / (count - 1);
      }
    }
  }
  const kept = count / (count + 5);
  for (let k = 0; k < size; k += 1) {
    for (let l = 0; l <= k; l += 1)
      covariance[k * size + l] = kept * (covariance[k * size + l] ?? 0) + (k === l ? (1 - kept) * 1e-4 : 0);
  }
  return covariance;
};

/** Lower Cholesky factor of a positive definite matrix given by its lower half. */
const factorize = (matrix: Float64Array, size: number): Float64Array => {
  const root = new Float64Array(size * size);
  for (let k = 0; k < size; k += 1) {
    for (let l = 0; l <= k; l += 1) {
      let rest = matrix[k * size + l] ?? 0;
      for (let m = 0; m < l; m += 1) rest -= (root[k * size + m] ?? 0) * (root[l * size + m] ?? 0);
      root[k * size + l] = k === l ? Math.sqrt(Math.max(rest, 1e-12)) : rest / (root[l * size + l] ?? 1);
    }
  }
  return root;
};
