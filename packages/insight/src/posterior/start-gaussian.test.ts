import { describe, expect, it } from "vitest";
import type { LogDensity } from "./log-density.ts";
import { guessGaussian } from "./start-gaussian.ts";

/** A Gaussian in two dimensions, or with `sign` 1 a valley. */
const quadratic = (precision: readonly [number, number, number], sign: 1 | -1): LogDensity => ({
  dimension: 2,
  isFolded: [false, false],
  evaluate: (at, gradient) => {
    const [x = 0, y = 0] = at;
    const [xx, xy, yy] = precision;
    gradient[0] = sign * (xx * x + xy * y);
    gradient[1] = sign * (xy * x + yy * y);
    return (sign * (xx * x * x + 2 * xy * x * y + yy * y * y)) / 2;
  },
});

const at = Float64Array.from([0.3, -0.2]);
// So wide that the share of it that is mixed in hardly shows.
const spread = Float64Array.from([1000, 1000]);

describe("the Gaussian that chains begin with", () => {
  it("is the covariance of a Gaussian, correlation included", () => {
    const { centre, root } = guessGaussian(quadratic([4, 1, 9], -1), at, spread);
    const [a = 0, b = 0, c = 0, d = 0] = root;
    // The inverse of [[4, 1], [1, 9]] is [[9, -1], [-1, 4]] / 35.
    expect(b).toBe(0);
    expect(a * a).toBeCloseTo(9 / 35, 5);
    expect(a * c).toBeCloseTo(-1 / 35, 5);
    expect(c * c + d * d).toBeCloseTo(4 / 35, 5);
    // Its top is at 0, one step away.
    expect(centre[0]).toBeCloseTo(0, 5);
    expect(centre[1]).toBeCloseTo(0, 5);
  });

  it("is the guess where the density is no hill", () => {
    const { centre, root } = guessGaussian(quadratic([4, 1, 9], 1), at, Float64Array.from([2, 3]));
    expect([...root]).toEqual([2, 0, 0, 3]);
    expect(centre).toEqual(at);
  });
});
