/**
 * Seeded randomness: xoshiro128** 1.1, and the few distributions the package draws from.
 *
 * Source: D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47 (2021), and their
 * reference C code `xoshiro128starstar.c` (public domain, prng.di.unimi.it). The state is filled by a 32-bit splitmix
 * whose mixing step is the finalizer of MurmurHash3 (A. Appleby, public domain).
 * Limits: for simulation and resampling. Never for keys or identifiers.
 */

/** Uniform on [0, 1), 53 bits a call. */
export type Random = () => number;

/** Two different seeds give unrelated sequences; the same seed gives the same one everywhere. `seed` is an integer from 0 to 2^53 - 1. */
export const createRandom = (seed: number): Random => {
  const next = createXoshiro128(fillState(seed));
  return () => ((next() >>> 5) * 67_108_864 + (next() >>> 6)) / 9_007_199_254_740_992;
};

/** The four state words for `seed`. */
const fillState = (seed: number): readonly [number, number, number, number] => {
  let word = (seed >>> 0) ^ Math.imul(Math.floor(seed / 4_294_967_296) >>> 0, 0x85ebca6b);
  const step = (): number => {
    word = (word + 0x9e3779b9) | 0;
    let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
  return [step(), step(), step(), step()];
};

/** 32 random bits a call, as an unsigned integer. Exported for the test against the authors' output. */
export const createXoshiro128 = (state: readonly [number, number, number, number]): (() => number) => {
  let [a, b, c, d] = state;
  return () => {
    const scrambled = Math.imul(b, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };
};

/** Exponential with mean 1. */
export const drawExponential = (random: Random): number => -Math.log(1 - random());

/** Standard normal, by Box and Muller (Ann. Math. Statist. 29, 1958). */
export const drawNormal = (random: Random): number =>
  Math.sqrt(2 * drawExponential(random)) * Math.cos(2 * Math.PI * random());

/** A whole number from 0 up to, not including, `bound`. */
export const drawBelow = (random: Random, bound: number): number => Math.floor(random() * bound);

/** Poisson with `mean`: counts the arrivals of unit rate. O(mean). */
export const drawPoisson = (random: Random, mean: number): number => {
  let count = 0;
  for (let sum = drawExponential(random); sum < mean; sum += drawExponential(random)) count += 1;
  return count;
};

/** Shuffles in place: every order is equally likely (Fisher and Yates, in Durstenfeld's form, CACM 7, 1964). */
export const shuffle = (items: Uint8Array | Int32Array, random: Random): void => {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = drawBelow(random, last + 1);
    const kept = items[last] ?? 0;
    items[last] = items[other] ?? 0;
    items[other] = kept;
  }
};
