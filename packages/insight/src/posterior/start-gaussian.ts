/**
 * A first guess of what the density looks like: the Gaussian of the same slope and curvature at the place where the chains begin.
 *
 * Method: Laplace's, from central differences of the gradient, with a little of the guessed spread mixed in, which bounds what the data hardly
 * know; the centre is one step of Newton's away, at most a guessed spread. Where the density is no hill at that place, the guess alone.
 */
import type { Gaussian } from "./hamiltonian.ts";
import type { LogDensity } from "./log-density.ts";

/** In units of the guessed spread. */
const differenceStep = 0.1;
const guessWeight = 0.1;

/** Two gradients a dimension. */
export const guessGaussian = (density: LogDensity, at: Float64Array, spread: Float64Array): Gaussian => {
  const size = density.dimension;
  const precision = new Float64Array(size * size);
  const pull = new Float64Array(size);
  const place = at.slice();
  const [up, down] = [new Float64Array(size), new Float64Array(size)];
  for (let k = 0; k < size; k += 1) {
    const step = differenceStep * (spread[k] ?? 0);
    place[k] = (at[k] ?? 0) + step;
    density.evaluate(place, up);
    place[k] = (at[k] ?? 0) - step;
    density.evaluate(place, down);
    place[k] = at[k] ?? 0;
    for (let l = 0; l < size; l += 1) {
      const curvature = ((down[l] ?? 0) - (up[l] ?? 0)) / (2 * step);
      pull[l] = (pull[l] ?? 0) + ((up[l] ?? 0) + (down[l] ?? 0)) / (2 * size);
      precision[k * size + l] = (precision[k * size + l] ?? 0) + curvature / 2;
      precision[l * size + k] = (precision[l * size + k] ?? 0) + curvature / 2;
    }
  }
  for (let k = 0; k < size; k += 1)
    precision[k * size + k] = (precision[k * size + k] ?? 0) + guessWeight / (spread[k] ?? 1) ** 2;
  const precisionRoot = choleskyOf(precision, size);
  const covariance = precisionRoot === null ? null : inverseOf(precisionRoot, size);
  const root = covariance === null ? null : choleskyOf(covariance, size);
  if (covariance === null || root === null) return { centre: at, root: diagonalOf(spread) };
  const centre = at.map((one, k) => {
    let step = 0;
    for (let l = 0; l < size; l += 1) step += (covariance[k * size + l] ?? 0) * (pull[l] ?? 0);
    const longest = spread[k] ?? 0;
    return one + Math.max(-longest, Math.min(longest, step));
  });
  return { centre, root };
};

/** The lower factor, or null where the matrix is not positive definite. */
const choleskyOf = (matrix: Float64Array, size: number): Float64Array | null => {
  const root = new Float64Array(size * size);
  for (let k = 0; k < size; k += 1) {
    for (let l = 0; l <= k; l += 1) {
      let rest = matrix[k * size + l] ?? 0;
      for (let m = 0; m < l; m += 1) rest -= (root[k * size + m] ?? 0) * (root[l * size + m] ?? 0);
      if (k === l && !(rest > 0)) return null;
      root[k * size + l] = k === l ? Math.sqrt(rest) : rest / (root[l * size + l] ?? 1);
    }
  }
  return root;
};

/** The inverse of the matrix whose lower factor this is: for each unit vector, forward and back substitution. */
const inverseOf = (root: Float64Array, size: number): Float64Array => {
  const inverse = new Float64Array(size * size);
  const at = (k: number, l: number): number => root[k * size + l] ?? 0;
  for (let column = 0; column < size; column += 1) {
    const solved = new Float64Array(size);
    for (let k = 0; k < size; k += 1) {
      let rest = k === column ? 1 : 0;
      for (let l = 0; l < k; l += 1) rest -= at(k, l) * (solved[l] ?? 0);
      solved[k] = rest / at(k, k);
    }
    for (let k = size - 1; k >= 0; k -= 1) {
      let rest = solved[k] ?? 0;
      for (let l = k + 1; l < size; l += 1) rest -= at(l, k) * (solved[l] ?? 0);
      solved[k] = rest / at(k, k);
    }
    for (let k = 0; k < size; k += 1) inverse[k * size + column] = solved[k] ?? 0;
  }
  return inverse;
};

const diagonalOf = (spread: Float64Array): Float64Array => {
  const root = new Float64Array(spread.length ** 2);
  spread.forEach((one, k) => {
    root[k * spread.length + k] = one;
  });
  return root;
};
