/**
 * Maximum likelihood of rates and followers for a given half-life.
 *
 * For a fixed half-life the log-likelihood is concave and splits by stream: for stream i, sum over its events of
 * log(x . v_m) - c . x with x = (mu_i, n_i1, n_i2) at least 0, v_m = (1, beta S_1, beta S_2) and c the exposure and the
 * masses. Solved in the shares phi_k = x_k c_k / N of the stream's N events, which add up to 1 at the optimum, by Newton
 * steps on the coordinates that are not held at 0 (Bertsekas, SIAM J. Control Optim. 20, 1982).
 */
import { decayTo } from "./decay.ts";
import type { PointData } from "./point-data.ts";

/** The decayed sums at every event, for one decay rate. */
export interface Excitation {
  readonly beta: number;
  /** beta S_1 and beta S_2 at each event, in the order of `points.times`. */
  readonly fromA: Float64Array;
  readonly fromB: Float64Array;
  /** Expected followers of each stream's events inside the windows, per unit of n. */
  readonly massA: number;
  readonly massB: number;
}

/** The decayed sums for one decay rate. O(n), one exponential an event. */
export const computeExcitation = (points: PointData, beta: number): Excitation => {
  const { times, marks, windows, eventsUntil } = points;
  const fromA = new Float64Array(times.length);
  const fromB = new Float64Array(times.length);
  let sumA = 0;
  let sumB = 0;
  let jumpA = 0;
  let jumpB = 0;
  let last = windows[0]?.start ?? 0;
  let massA = 0;
  let massB = 0;
  let event = 0;
  for (const [index, window] of windows.entries()) {
    const toStart = decayTo(-beta * (window.start - last));
    sumA = (sumA + jumpA) * toStart;
    sumB = (sumB + jumpB) * toStart;
    jumpA = 0;
    jumpB = 0;
    last = window.start;
    massA += sumA;
    massB += sumB;
    const until = eventsUntil[index] ?? 0;
    for (; event < until; event += 1) {
      const time = times[event] ?? 0;
      if (time > last) {
        const decay = decayTo(-beta * (time - last));
        sumA = (sumA + jumpA) * decay;
        sumB = (sumB + jumpB) * decay;
        jumpA = 0;
        jumpB = 0;
        last = time;
      }
      fromA[event] = beta * sumA;
      fromB[event] = beta * sumB;
      const ofB = marks[event] ?? 0;
      jumpA += 1 - ofB;
      jumpB += ofB;
    }
    const toEnd = decayTo(-beta * (window.end - last));
    sumA = (sumA + jumpA) * toEnd;
    sumB = (sumB + jumpB) * toEnd;
    jumpA = 0;
    jumpB = 0;
    last = window.end;
    massA -= sumA;
    massB -= sumB;
  }
  massA += points.counts[0] ?? 0;
  massB += points.counts[1] ?? 0;
  return { beta, fromA, fromB, massA: Math.max(0, massA), massB: Math.max(0, massB) };
};

export interface StreamFit {
  readonly mu: number;
  /** Followers in this stream of one event of the first and of the second stream. */
  readonly fromA: number;
  readonly fromB: number;
  readonly logLikelihood: number;
}

const maxSteps = 100;
/** On shares, which add up to 1; the log-likelihood is then exact to about the number of events times its square. */
export const fineTolerance = 1e-10;

/** The best rate and followers of one stream. `start` is a fit at a near half-life, if there is one. */
export const fitStream = (
  points: PointData,
  excitation: Excitation,
  stream: number,
  start?: StreamFit,
  tolerance = fineTolerance,
): StreamFit => {
  const count = points.counts[stream] ?? 0;
  const { massA, massB } = excitation;
  const masses = [points.exposure, massA, points.counts.length === 2 ? massB : 0] as const;
  const scale = masses.map((mass) => (mass > 0 ? count / mass : 0));
  const scaleMu = scale[0] ?? 0;
  const scaleA = scale[1] ?? 0;
  const scaleB = scale[2] ?? 0;

  // The stream's own events, in shares: rate = (shareMu + shareA a + shareB b) * scaleMu.
  const a = new Float64Array(count);
  const b = new Float64Array(count);
  let filled = 0;
  for (let event = 0; event < points.times.length; event += 1) {
    if (points.marks[event] !== stream) continue;
    a[filled] = ((excitation.fromA[event] ?? 0) * scaleA) / scaleMu;
    b[filled] = ((excitation.fromB[event] ?? 0) * scaleB) / scaleMu;
    filled += 1;
  }

  const isUsed = [true, scaleA > 0, scaleB > 0];
  let share = startShares(start, masses, count, isUsed);
  let value = valueAt(a, b, share);
  for (let step = 0; step < maxSteps; step += 1) {
    const { gradient, curvature } = slopesAt(a, b, share);
    const isFree = share.map((one, k) => isUsed[k] === true && (one > 1e-14 || (gradient[k] ?? 0) > 0));
    const worst = Math.max(
      ...share.map((one, k) => (isFree[k] === true ? Math.abs(gradient[k] ?? 0) * Math.max(one, 1e-3) : 0)),
    );
    if (worst < tolerance * count) break;
    const direction = solveFree(curvature, gradient, isFree);
    const moved = searchAlong(a, b, share, value, gradient, direction) ?? stepByExpectation(a, b, share, gradient);
    const gained = moved.value - value;
    share = moved.share;
    value = moved.value;
    if (gained < 1e-14 * (1 + Math.abs(value)) && step > 3) break;
  }
  const [shareMu = 0, shareA = 0, shareB = 0] = share;
  return {
    mu: shareMu * scaleMu,
    fromA: shareA * scaleA,
    fromB: shareB * scaleB,
    logLikelihood: value + count * Math.log(scaleMu),
  };
};

const startShares = (
  start: StreamFit | undefined,
  masses: readonly [number, number, number],
  count: number,
  isUsed: readonly boolean[],
): number[] => {
  // Away from the edges, so that the first step sees every coordinate.
  const wished =
    start === undefined
      ? [0.7, 0.15, 0.15]
      : [start.mu * masses[0], start.fromA * masses[1], start.fromB * masses[2]].map((one) => one / count + 0.01);
  const used = wished.map((one, k) => (isUsed[k] === true ? one : 0));
  const sum = used.reduce((total, one) => total + one, 0);
  return used.map((one) => one / sum);
};

/** Sum of log(share . v) - count (sum of shares): the log-likelihood but for a constant. */
const valueAt = (a: Float64Array, b: Float64Array, share: readonly number[]): number => {
  const [mu = 0, byA = 0, byB = 0] = share;
  let logSum = 0;
  let product = 1;
  for (let i = 0; i < a.length; i += 1) {
    product *= mu + byA * (a[i] ?? 0) + byB * (b[i] ?? 0);
    if (product > 1e120 || product < 1e-120) {
      logSum += Math.log(product);
      product = 1;
    }
  }
  return logSum + Math.log(product) - a.length * (mu + byA + byB);
};

/** Gradient, and minus the second derivatives (11, 12, 13, 22, 23, 33). */
const slopesAt = (a: Float64Array, b: Float64Array, share: readonly number[]) => {
  const [mu = 0, byA = 0, byB = 0] = share;
  let g1 = -a.length;
  let g2 = -a.length;
  let g3 = -a.length;
  let h11 = 0;
  let h12 = 0;
  let h13 = 0;
  let h22 = 0;
  let h23 = 0;
  let h33 = 0;
  for (let i = 0; i < a.length; i += 1) {
    const va = a[i] ?? 0;
    const vb = b[i] ?? 0;
    const inverse = 1 / (mu + byA * va + byB * vb);
    const ra = va * inverse;
    const rb = vb * inverse;
    g1 += inverse;
    g2 += ra;
    g3 += rb;
    h11 += inverse * inverse;
    h12 += inverse * ra;
    h13 += inverse * rb;
    h22 += ra * ra;
    h23 += ra * rb;
    h33 += rb * rb;
  }
  return {
    gradient: [g1, g2, g3],
    curvature: [
      [h11, h12, h13],
      [h12, h22, h23],
      [h13, h23, h33],
    ],
  };
};

/** Solves curvature * d = gradient on the free coordinates by elimination; a whisper of ridge keeps flat directions finite. */
const solveFree = (
  curvature: readonly (readonly number[])[],
  gradient: readonly number[],
  isFree: readonly boolean[],
): number[] => {
  const free = [0, 1, 2].filter((k) => isFree[k] === true);
  const rows = free.map((k) => [
    ...free.map((l) => (curvature[k]?.[l] ?? 0) * (k === l ? 1 + 1e-12 : 1)),
    gradient[k] ?? 0,
  ]);
  const size = free.length;
  for (let pivot = 0; pivot < size; pivot += 1) {
    const pivotRow = rows[pivot] ?? [];
    const head = Math.max(pivotRow[pivot] ?? 0, 1e-300);
    for (let below = pivot + 1; below < size; below += 1) {
      const row = rows[below] ?? [];
      const factor = (row[pivot] ?? 0) / head;
      for (let column = pivot; column <= size; column += 1)
        row[column] = (row[column] ?? 0) - factor * (pivotRow[column] ?? 0);
    }
  }
  const direction = [0, 0, 0];
  for (let pivot = size - 1; pivot >= 0; pivot -= 1) {
    const row = rows[pivot] ?? [];
    let rest = row[size] ?? 0;
    for (let column = pivot + 1; column < size; column += 1) {
      rest -= (row[column] ?? 0) * (direction[free[column] ?? 0] ?? 0);
    }
    direction[free[pivot] ?? 0] = rest / Math.max(row[pivot] ?? 0, 1e-300);
  }
  return direction;
};

/** One step of expectation and maximization: short, never downhill, and there where Newton's step is lost to rounding. */
const stepByExpectation = (a: Float64Array, b: Float64Array, share: readonly number[], gradient: readonly number[]) => {
  const next = share.map((one, k) => one * (1 + (gradient[k] ?? 0) / a.length));
  return { share: next, value: valueAt(a, b, next) };
};

const searchAlong = (
  a: Float64Array,
  b: Float64Array,
  share: readonly number[],
  value: number,
  gradient: readonly number[],
  direction: readonly number[],
): { readonly share: number[]; readonly value: number } | undefined => {
  // No share exceeds 1 at the optimum; where the curvature is flat the whole step would be far too long.
  const longest = Math.max(...direction.map(Math.abs));
  for (let length = Math.min(1, 1 / longest); length > 1e-14; length /= 2) {
    const next = share.map((one, k) => Math.max(0, one + length * (direction[k] ?? 0)));
    const promised = next.reduce((sum, one, k) => sum + (one - (share[k] ?? 0)) * (gradient[k] ?? 0), 0);
    const nextValue = valueAt(a, b, next);
    if (nextValue >= value + 1e-4 * promised && nextValue > -Infinity) return { share: next, value: nextValue };
  }
  return undefined;
};
