/**
 * Hamiltonian Monte Carlo around a Gaussian: the Gaussian's own motion is solved exactly, by turning, and only what the density differs from
 * it is left to steps, so that where the two are alike one step, and one evaluation, is a whole quarter turn.
 *
 * Sources: R. Neal, "MCMC using Hamiltonian dynamics", Handbook of MCMC (2011); the splitting: Shahbaba, Lan, Johnson & Neal, Stat. Comput. 24
 * (2014); the averaging of the step, with its constants: Hoffman & Gelman, JMLR 15 (2014). The Gaussian is that of the draws during warm-up,
 * weighed with the first guess. A move is accepted by the density itself: a Gaussian that fits badly costs time, never truth.
 * Coordinates in which the density is symmetric are kept on the side above 0.
 * Limits: made for a handful of dimensions and one top.
 */
import { drawNormal, type Random } from "../chance/random.ts";
import type { LogDensity } from "./log-density.ts";

/** What the density is thought to look like. */
export interface Gaussian {
  readonly centre: Float64Array;
  /** Lower Cholesky factor of the covariance, row by row. */
  readonly root: Float64Array;
}

/** One chain, to be advanced. */
export interface Chain {
  /** Moves once and returns the new place; the array is the chain's own and changes with the next move. */
  readonly move: () => Float64Array;
  /** Whether the step has come to be a whole path, so that the Gaussian fits as it is. */
  readonly isAtEase: () => boolean;
  /** Ends the warm-up: the step stays, the Gaussian too. */
  readonly settle: () => void;
  /** Replaces the Gaussian by that of these draws. */
  readonly learnFrom: (draws: readonly Float64Array[]) => void;
}

/** Acceptance that the step aims at. */
const targetAcceptance = 0.8;
/** An angle, a little over a quarter turn: then a draw leans to the other side of the centre from the one before it. */
const pathLength = 0.56 * Math.PI;
const maxSteps = 16;
/** Beyond a path a longer step is no other step; this far the search for it may go. */
const longestLogStep = Math.log(2 * pathLength);

/** Starts at `start`, which is copied, with a first guess of what the density looks like. */
export const createChain = (density: LogDensity, start: Float64Array, guess: Gaussian, random: Random): Chain => {
  const size = density.dimension;
  const at = start.slice();
  const slope = new Float64Array(size);
  let value = density.evaluate(at, slope);
  let { centre, root } = guess;

  let isWarm = true;
  let tries = 0;
  let logStep = Math.log(pathLength / 2);
  let aim = logStep;
  let meanLogStep = logStep;
  let error = 0;
  const restartStep = (): void => {
    aim = Math.min(longestLogStep, logStep + Math.log(2));
    tries = 0;
    error = 0;
    meanLogStep = logStep;
  };

  const place = new Float64Array(size);
  const placeSlope = new Float64Array(size);
  // Position and momentum in coordinates in which the Gaussian is round: place = centre + root * round.
  const round = new Float64Array(size);
  const momentum = new Float64Array(size);
  const makeRound = (): void => {
    for (let k = 0; k < size; k += 1) {
      let rest = (at[k] ?? 0) - (centre[k] ?? 0);
      for (let l = 0; l < k; l += 1) rest -= (root[k * size + l] ?? 0) * (round[l] ?? 0);
      round[k] = rest / (root[k * size + k] ?? 1);
    }
  };
  /** By what the density pulls more than the Gaussian does. */
  const push = (step: number): void => {
    for (let k = 0; k < size; k += 1) {
      let pull = round[k] ?? 0;
      for (let l = k; l < size; l += 1) pull += (root[l * size + k] ?? 0) * (placeSlope[l] ?? 0);
      momentum[k] = (momentum[k] ?? 0) + step * pull;
    }
  };
  const turn = (angle: number): void => {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    for (let k = 0; k < size; k += 1) {
      const [was, moving] = [round[k] ?? 0, momentum[k] ?? 0];
      round[k] = was * cos + moving * sin;
      momentum[k] = moving * cos - was * sin;
    }
    for (let k = 0; k < size; k += 1) {
      let moved = centre[k] ?? 0;
      for (let l = 0; l <= k; l += 1) moved += (root[k * size + l] ?? 0) * (round[l] ?? 0);
      place[k] = moved;
    }
  };
  const energy = (): number => momentum.reduce((sum, one) => sum + one * one, 0) / 2;

  const move = (): Float64Array => {
    const step = Math.min(pathLength, Math.exp(isWarm ? logStep : meanLogStep)) * (0.8 + 0.4 * random());
    const steps = Math.max(1, Math.min(maxSteps, Math.round((pathLength * (0.6 + 0.8 * random())) / step)));
    for (let k = 0; k < size; k += 1) momentum[k] = drawNormal(random);
    const before = value - energy();
    makeRound();
    placeSlope.set(slope);
    let newValue = value;
    push(step / 2);
    for (let index = 1; index <= steps; index += 1) {
      turn(step);
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
      // The mirror image is as likely; staying on one side keeps the Gaussian's correlations true.
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
      logStep = Math.min(longestLogStep, aim - (Math.sqrt(tries) / 0.05) * error);
      const weight = tries ** -0.75;
      meanLogStep += weight * (logStep - meanLogStep);
    }
    return at;
  };

  return {
    move,
    isAtEase: () => meanLogStep >= Math.log(pathLength),
    settle: () => {
      isWarm = false;
    },
    learnFrom: (draws) => {
      ({ centre, root } = gaussianOf(draws, guess, size));
      restartStep();
    },
  };
};

/** How many draws the guess is worth: what few draws say of a covariance is rough. */
const guessedDraws = 60;

/** The Gaussian of the draws and, beside them, of the guess. */
const gaussianOf = (draws: readonly Float64Array[], guess: Gaussian, size: number): Gaussian => {
  const count = draws.length;
  const share = count / (count + guessedDraws);
  const centre = guess.centre.map((one, k) => {
    const mean = draws.reduce((sum, draw) => sum + (draw[k] ?? 0), 0) / count;
    return share * mean + (1 - share) * one;
  });
  const covariance = new Float64Array(size * size);
  for (let k = 0; k < size; k += 1) {
    for (let l = 0; l <= k; l += 1) {
      let [drawn, guessed] = [0, 0];
      for (const draw of draws) drawn += ((draw[k] ?? 0) - (centre[k] ?? 0)) * ((draw[l] ?? 0) - (centre[l] ?? 0));
      for (let m = 0; m <= l; m += 1) guessed += (guess.root[k * size + m] ?? 0) * (guess.root[l * size + m] ?? 0);
      covariance[k * size + l] = (share * drawn) / count + (1 - share) * guessed;
    }
  }
  return { centre, root: factorize(covariance, size) };
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
