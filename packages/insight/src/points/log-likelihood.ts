/**
 * Log-likelihood of a Hawkes process of one or two streams with one exponential kernel, with its gradient, in O(n).
 *
 * Intensity of stream i inside a window: mu_i + sum_j n_ij * beta * S_j(t), where S_j(t) sums exp(-beta (t - t_m)) over the
 * events of stream j strictly before t, and beta = ln 2 / halfLife. n_ij is the expected number of direct followers in
 * stream i of one event in stream j. The state S is carried across the gaps between windows by the wall clock; what
 * happened inside the gaps is not known and counts as nothing.
 *
 * Method: the recursion of Ogata (1981) and Ozaki (Ann. Inst. Statist. Math. 31, 1979): one exponential an event (`decay.ts`). The
 * logarithm is taken of products of intensities, one for about every hundred events.
 */
import { decayTo } from "./decay.ts";
import type { PointData } from "./point-data.ts";

/** Rates per unit of time, followers, and half-life in units of time. `mu` has one or two entries, `n` as many rows and columns. */
export interface ExcitationParams {
  readonly mu: readonly number[];
  readonly n: readonly (readonly number[])[];
  readonly halfLife: number;
}

export interface LogLikelihood {
  /** Natural logarithm; -Infinity if an event falls where the intensity is 0. */
  readonly value: number;
  /** Its derivative by every parameter. Not finite where `value` is not. */
  readonly gradient: ExcitationParams;
}

/** Where a parameter stands in the flat form: `muA, muB, nAA, nAB, nBA, nBB, beta`. */
export const flatLength = 7;
/** Index of the decay rate in the flat form. */
export const betaAt = 6;

/** The flat form, with zeros for a stream that is not there. */
export const toFlat = ({ mu, n, halfLife }: ExcitationParams): Float64Array =>
  Float64Array.of(
    mu[0] ?? 0,
    mu[1] ?? 0,
    n[0]?.[0] ?? 0,
    n[0]?.[1] ?? 0,
    n[1]?.[0] ?? 0,
    n[1]?.[1] ?? 0,
    Math.LN2 / halfLife,
  );

/** Rates and followers in their own shape, from the flat form. `halfLife` is what the seventh place becomes. */
export const fromFlat = (flat: ArrayLike<number>, streamCount: number, halfLife: number): ExcitationParams => {
  const at = (index: number): number => flat[index] ?? NaN;
  return streamCount === 1
    ? { mu: [at(0)], n: [[at(2)]], halfLife }
    : {
        mu: [at(0), at(1)],
        n: [
          [at(2), at(3)],
          [at(4), at(5)],
        ],
        halfLife,
      };
};

/** The log-likelihood with its gradient. `halfLife` is above 0, everything else at least 0. */
export const logLikelihood = (points: PointData, params: ExcitationParams): LogLikelihood => {
  const gradient = new Float64Array(flatLength);
  const flat = toFlat(params);
  const value = evaluateFlat(points, flat, gradient);
  const beta = flat[betaAt] ?? NaN;
  const byHalfLife = (-(gradient[betaAt] ?? NaN) * beta * beta) / Math.LN2;
  return { value, gradient: fromFlat(gradient, points.counts.length, byHalfLife) };
};

/** The same in flat form, into a buffer of the caller's. The gradient's places of a stream that is not there mean nothing. */
export const evaluateFlat = (points: PointData, flat: Float64Array, gradient: Float64Array): number => {
  const { times, marks, windows, eventsUntil } = points;
  const muA = flat[0] ?? 0;
  const muB = flat[1] ?? 0;
  const nAA = flat[2] ?? 0;
  const nAB = flat[3] ?? 0;
  const nBA = flat[4] ?? 0;
  const nBB = flat[5] ?? 0;
  const beta = flat[6] ?? 0;
  const moreMu = muB - muA;
  const moreA = nBA - nAA;
  const moreB = nBB - nAB;

  // S and the sum of (t - t_m) exp(-beta (t - t_m)), both just before `last`; `jump` is what happened at `last` itself.
  let sumA = 0;
  let sumB = 0;
  let agedA = 0;
  let agedB = 0;
  let jumpA = 0;
  let jumpB = 0;
  let last = 0;

  let logSum = 0;
  let product = 1;
  // Of all events, and of those of the second stream.
  let byMu = 0;
  let byMuB = 0;
  let byA = 0;
  let byB = 0;
  let byBA = 0;
  let byBB = 0;
  let byBeta = 0;
  // Followers inside the windows that an event of each stream is short of, in all.
  let lostA = 0;
  let lostB = 0;
  let massByBetaA = 0;
  let massByBetaB = 0;

  let event = 0;
  for (let index = 0; index < windows.length; index += 1) {
    const window = windows[index];
    if (window === undefined) break;
    const until = eventsUntil[index] ?? 0;
    if (index === 0) last = window.start;
    const beforeStart = window.start - last;
    const toStart = decayTo(-beta * beforeStart);
    sumA += jumpA;
    sumB += jumpB;
    agedA = (agedA + beforeStart * sumA) * toStart;
    agedB = (agedB + beforeStart * sumB) * toStart;
    sumA *= toStart;
    sumB *= toStart;
    jumpA = 0;
    jumpB = 0;
    last = window.start;
    lostA -= sumA;
    lostB -= sumB;
    massByBetaA -= agedA;
    massByBetaB -= agedB;

    for (; event < until; event += 1) {
      const time = times[event] ?? 0;
      const step = time - last;
      if (step > 0) {
        const decay = decayTo(-beta * step);
        sumA += jumpA;
        sumB += jumpB;
        agedA = (agedA + step * sumA) * decay;
        agedB = (agedB + step * sumB) * decay;
        sumA *= decay;
        sumB *= decay;
        jumpA = 0;
        jumpB = 0;
        last = time;
      }
      // Which stream it is of, as a number: a branch on it would be guessed wrong every other time.
      const ofB = marks[event] ?? 0;
      const fromA = nAA + ofB * moreA;
      const fromB = nAB + ofB * moreB;
      const rate = muA + ofB * moreMu + beta * (fromA * sumA + fromB * sumB);
      const inverse = 1 / rate;
      const inverseB = ofB * inverse;
      product *= rate;
      byMu += inverse;
      byMuB += inverseB;
      byA += inverse * sumA;
      byB += inverse * sumB;
      byBA += inverseB * sumA;
      byBB += inverseB * sumB;
      byBeta += inverse * (fromA * (sumA - beta * agedA) + fromB * (sumB - beta * agedB));
      jumpA += 1 - ofB;
      jumpB += ofB;
      if (product > 1e120 || product < 1e-120) {
        logSum += Math.log(product);
        product = 1;
      }
    }

    const toEndLength = window.end - last;
    const toEnd = decayTo(-beta * toEndLength);
    sumA += jumpA;
    sumB += jumpB;
    agedA = (agedA + toEndLength * sumA) * toEnd;
    agedB = (agedB + toEndLength * sumB) * toEnd;
    sumA *= toEnd;
    sumB *= toEnd;
    jumpA = 0;
    jumpB = 0;
    last = window.end;
    lostA += sumA;
    lostB += sumB;
    massByBetaA += agedA;
    massByBetaB += agedB;
  }
  logSum += Math.log(product);

  const exposure = points.exposure;
  const massA = (points.counts[0] ?? 0) - lostA;
  const massB = (points.counts[1] ?? 0) - lostB;
  gradient[0] = byMu - byMuB - exposure;
  gradient[1] = byMuB - exposure;
  gradient[2] = (byA - byBA) * beta - massA;
  gradient[3] = (byB - byBB) * beta - massB;
  gradient[4] = byBA * beta - massA;
  gradient[5] = byBB * beta - massB;
  gradient[6] = byBeta - (nAA + nBA) * massByBetaA - (nAB + nBB) * massByBetaB;
  return logSum - (muA + muB) * exposure - (nAA + nBA) * massA - (nAB + nBB) * massB;
};
