/**
 * The posterior density of rates, followers and half-life, in coordinates that suit a sampler.
 *
 * Priors: half-life log-normal with median 5 min and sd 0.7 of its logarithm; each n exponential with mean 1/3; each mu with
 * density mu^(-1/2), Jeffreys' for a Poisson rate, which knows no unit. Coordinates: mu = u², where that prior is flat; n = |u|,
 * so that a count near 0 has no long tail as its logarithm has; the logarithm of the half-life. Times are in hours.
 */
import { betaAt, evaluateFlat, flatLength } from "../points/log-likelihood.ts";
import type { PointData } from "../points/point-data.ts";

export const priorHalfLifeHours = 5 / 60;
export const priorHalfLifeSd = 0.7;
export const priorFollowers = 1 / 3;

/** A log density over free coordinates. `evaluate` writes the gradient and returns the value; NaN or infinite where it overflows. */
export interface LogDensity {
  readonly dimension: number;
  /** Coordinates in which the density is symmetric about 0. */
  readonly isFolded: readonly boolean[];
  readonly evaluate: (at: Float64Array, gradient: Float64Array) => number;
}

/** Which flat parameter each free coordinate stands for; the last is the half-life. */
export const freeParameters = (streamCount: number): readonly number[] =>
  streamCount === 1 ? [0, 2, betaAt] : [0, 1, 2, 3, 4, 5, betaAt];

/** The flat parameter, or for the last place the half-life, at a free coordinate. */
export const parameterAt = (place: number, coordinate: number): number =>
  place === betaAt ? Math.exp(coordinate) : place < 2 ? coordinate * coordinate : Math.abs(coordinate);

/** The density for points in hours. Its buffers are its own: one caller at a time. */
export const createPosteriorDensity = (points: PointData): LogDensity => {
  const free = freeParameters(points.counts.length);
  const flat = new Float64Array(flatLength);
  const slopes = new Float64Array(flatLength);
  return {
    dimension: free.length,
    isFolded: free.map((place) => place !== betaAt),
    evaluate: (at, gradient) => {
      for (const [k, place] of free.entries()) {
        const parameter = parameterAt(place, at[k] ?? 0);
        flat[place] = place === betaAt ? Math.LN2 / parameter : parameter;
      }
      let value = evaluateFlat(points, flat, slopes);
      for (const [k, place] of free.entries()) {
        const coordinate = at[k] ?? 0;
        const slope = slopes[place] ?? 0;
        if (place === betaAt) {
          const deviation = (coordinate - Math.log(priorHalfLifeHours)) / priorHalfLifeSd;
          value -= (deviation * deviation) / 2;
          gradient[k] = -slope * (flat[place] ?? 0) - deviation / priorHalfLifeSd;
        } else if (place < 2) {
          gradient[k] = 2 * coordinate * slope;
        } else {
          value -= Math.abs(coordinate) / priorFollowers;
          gradient[k] = (coordinate < 0 ? -1 : 1) * (slope - 1 / priorFollowers);
        }
      }
      return value;
    },
  };
};
