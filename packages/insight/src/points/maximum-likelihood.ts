/**
 * Maximum likelihood of rates, followers and half-life, without a prior.
 *
 * The best rates and followers for a given half-life come from `fitStream`; what is left is a search in one dimension. The
 * profile over the half-life may have several tops, so a grid over all half-lives that the times can speak of comes first
 * (steps of a factor 1.7), then the zero of the derivative beside the best grid point, by the Illinois variant of false position
 * (Dowell & Jarratt, BIT 11, 1971). At the best rates the derivative of the profile is that of the likelihood itself.
 */
import { computeExcitation, fineTolerance, fitStream, type StreamFit } from "./fixed-half-life.ts";
import { betaAt, evaluateFlat, type ExcitationParams, flatLength, toFlat } from "./log-likelihood.ts";
import type { PointData } from "./point-data.ts";

/** What the data say of the half-life. */
export type HalfLifeSearch =
  /** A top of the likelihood inside the range searched. */
  | { readonly type: "found" }
  /** The likelihood still rises at the edge of what the times can speak of; the half-life is that edge. */
  | { readonly type: "at-edge" }
  /** The best fit has no followers at all, so that every half-life fits alike; the half-life is the one asked for as a stand-in. */
  | { readonly type: "no-followers" };

export interface MaximumLikelihoodFit {
  readonly params: ExcitationParams;
  readonly logLikelihood: number;
  readonly search: HalfLifeSearch;
}

const gridFactor = 1.7;
/** Enough to see which grid point is best. */
const gridTolerance = 1e-4;
const relativeTolerance = 1e-11;
/** A gain in log-likelihood below this is rounding. */
const noGain = 1e-9;

/** The best fit. `standInHalfLife` is what the half-life is called when nothing follows anything. O(n) a half-life tried, about 50 of them. */
export const fitMaximumLikelihood = (points: PointData, standInHalfLife: number): MaximumLikelihoodFit => {
  let near: readonly StreamFit[] = [];
  const fitAt = (logHalfLife: number, tolerance = fineTolerance): Profile => {
    const profile = fitProfile(points, logHalfLife, near, tolerance);
    near = profile.fits;
    return profile;
  };

  const [low, high] = halfLifeRange(points);
  const steps = Math.max(2, Math.ceil(Math.log(high / low) / Math.log(gridFactor)));
  const width = Math.log(high / low) / steps;
  const grid = Array.from({ length: steps + 1 }, (_, step) => fitAt(Math.log(low) + step * width, gridTolerance));
  const coarse = grid.reduce((top, one) => (one.logLikelihood > top.logLikelihood ? one : top));
  near = coarse.fits;
  const best = fitAt(coarse.logHalfLife);

  const withoutFollowers = constantRates(points, standInHalfLife);
  if (best.logLikelihood <= withoutFollowers.logLikelihood + noGain) return withoutFollowers;

  const at = grid.indexOf(coarse);
  const bestSlope = slopeOf(points, best);
  const rises = bestSlope > 0;
  const neighbour = grid[rises ? at + 1 : at - 1];
  if (neighbour === undefined) return finish(points, best, { type: "at-edge" });
  near = neighbour.fits;
  const other = fitAt(neighbour.logHalfLife);
  const otherSlope = slopeOf(points, other);
  // The neighbour is no better, so between the two the profile has a top; without a change of sign it is at the grid point.
  near = best.fits;
  const top =
    rises === otherSlope > 0
      ? best
      : findZero({ ...best, slope: bestSlope }, { ...other, slope: otherSlope }, (logHalfLife) => {
          const profile = fitAt(logHalfLife);
          return { ...profile, slope: slopeOf(points, profile) };
        });
  return finish(points, top.logLikelihood >= best.logLikelihood ? top : best, { type: "found" });
};

/** The best rates and followers for a given half-life. O(n). */
export const fitAtHalfLife = (points: PointData, halfLife: number): ExcitationParams =>
  paramsOf(fitProfile(points, Math.log(halfLife), []).fits, halfLife);

interface Profile {
  readonly logHalfLife: number;
  readonly fits: readonly StreamFit[];
  readonly logLikelihood: number;
}

interface Sloped extends Profile {
  readonly slope: number;
}

const fitProfile = (
  points: PointData,
  logHalfLife: number,
  near: readonly StreamFit[],
  tolerance = fineTolerance,
): Profile => {
  const excitation = computeExcitation(points, Math.LN2 / Math.exp(logHalfLife));
  const fits = points.counts.map((_, stream) => fitStream(points, excitation, stream, near[stream], tolerance));
  return { logHalfLife, fits, logLikelihood: fits.reduce((sum, fit) => sum + fit.logLikelihood, 0) };
};

/** Of the profile, by the logarithm of the half-life. */
const slopeOf = (points: PointData, { fits, logHalfLife }: Profile): number => {
  const gradient = new Float64Array(flatLength);
  const flat = toFlat(paramsOf(fits, Math.exp(logHalfLife)));
  evaluateFlat(points, flat, gradient);
  return -(gradient[betaAt] ?? 0) * (flat[betaAt] ?? 0);
};

const paramsOf = (fits: readonly StreamFit[], halfLife: number): ExcitationParams => ({
  mu: fits.map((fit) => fit.mu),
  n: fits.map((fit) => (fits.length === 1 ? [fit.fromA] : [fit.fromA, fit.fromB])),
  halfLife,
});

const finish = (points: PointData, profile: Profile, search: HalfLifeSearch): MaximumLikelihoodFit => {
  const params = paramsOf(profile.fits, Math.exp(profile.logHalfLife));
  return { params, logLikelihood: evaluateFlat(points, toFlat(params), new Float64Array(flatLength)), search };
};

/** Shorter than the shortest gap nothing can be told from nothing, longer than the whole span nothing from a constant. */
const halfLifeRange = ({ times, windows, exposure }: PointData): readonly [number, number] => {
  const span = (windows.at(-1)?.end ?? 0) - (windows[0]?.start ?? 0);
  let shortest = span;
  for (let i = 1; i < times.length; i += 1) {
    const gap = (times[i] ?? 0) - (times[i - 1] ?? 0);
    if (gap > 0 && gap < shortest) shortest = gap;
  }
  const meanGap = exposure / times.length;
  return [Math.min(Math.max(shortest / 4, meanGap * 1e-4), meanGap / 4), Math.max(2 * span, meanGap)];
};

const constantRates = (points: PointData, halfLife: number): MaximumLikelihoodFit => {
  const params: ExcitationParams = {
    mu: points.counts.map((count) => count / points.exposure),
    n: points.counts.map(() => points.counts.map(() => 0)),
    halfLife,
  };
  const logLikelihood = evaluateFlat(points, toFlat(params), new Float64Array(flatLength));
  return { params, logLikelihood, search: { type: "no-followers" } };
};

const findZero = (first: Sloped, second: Sloped, fitAt: (logHalfLife: number) => Sloped): Profile => {
  let left = first;
  let right = second;
  let leftSlope = left.slope;
  let rightSlope = right.slope;
  let best = first;
  for (let step = 0; step < 60; step += 1) {
    const next = fitAt((left.logHalfLife * rightSlope - right.logHalfLife * leftSlope) / (rightSlope - leftSlope));
    const moved = Math.abs(next.logHalfLife - best.logHalfLife);
    best = next;
    if (next.slope === 0 || moved < relativeTolerance) break;
    if (next.slope > 0 === rightSlope > 0) {
      right = next;
      rightSlope = next.slope;
      leftSlope /= 2;
    } else {
      left = right;
      leftSlope = rightSlope;
      right = next;
      rightSlope = next.slope;
    }
  }
  return best;
};
