/**
 * Brings sound of any common rate to the rate of the voice model, as it streams.
 *
 * Method: rational polyphase windowed sinc (Smith, Digital Audio Resampling, https://ccrma.stanford.edu/~jos/resample/) under
 * a Kaiser window. Output n lies at the input time n / to, exactly: the filter is symmetric, and every output waits until
 * half a filter's length of later samples is there, so its delay costs waiting and moves nothing in time. The ratio is kept
 * in whole numbers, so nothing drifts.
 *
 * Filter (16 kHz out): flat to 7 kHz, 6 dB down at 7.6 kHz, 60 dB down from 8.4 kHz; what folds back stays above 7.6 kHz.
 * An output waits 1.3 ms for the samples after it.
 * Limits: one table row for each phase, to / gcd of them: 160 for 44.1 kHz, 1 for 48 kHz; odd rates take up to 25 MB.
 */

/** Half the filter's length, in zero crossings of the sinc. */
const ZERO_CROSSINGS = 20;
/** Where the filter is 6 dB down, as a share of the lower of the two half rates. */
const CUTOFF = 0.95;
/** Kaiser's β for 70 dB: 0.1102 (70 − 8.7). */
const KAISER_BETA = 6.76;

/** Input samples taken in at most at once. */
export const RESAMPLER_BLOCK = 128;

export interface Resampler {
  /** Room that one block's output may take. */
  readonly largestOutput: number;
  /**
   * Takes in `input[from..until)`, at most {@link RESAMPLER_BLOCK} samples, and writes what is finished to `output`; gives
   * the number of samples written. Samples that are not finite count as 0. Allocates nothing.
   */
  resample(input: Float32Array, from: number, until: number, output: Float32Array): number;
  /** How many silent samples after the last one make every output before the end come out. */
  readonly waiting: number;
  /** Forgets what was heard: the next sample is at time 0 again, after silence. */
  reset(): void;
}

/** @throws RangeError unless both rates are whole numbers of Hz from 8000 to 192000. */
export const createResampler = (fromHz: number, toHz: number): Resampler => {
  for (const rate of [fromHz, toHz]) {
    if (!Number.isInteger(rate) || rate < 8000 || rate > 192_000) throw new RangeError(`${String(rate)} Hz`);
  }
  return fromHz === toHz ? createCopier() : createPolyphase(fromHz, toHz);
};

const createPolyphase = (fromHz: number, toHz: number): Resampler => {
  const divisor = greatestCommonDivisor(fromHz, toHz);
  const phases = toHz / divisor;
  const advance = fromHz / divisor; // in phases of one input sample
  const cutoff = (CUTOFF * Math.min(1, toHz / fromHz)) / 2; // cycles an input sample
  const half = Math.ceil(ZERO_CROSSINGS / (2 * cutoff));
  const taps = 2 * half;
  const table = createTable(phases, half, cutoff);

  // The last `taps` samples, then room for a block. Output needs `taps` samples from `start` on.
  const heard = new Float32Array(taps + RESAMPLER_BLOCK);
  let length = 0;
  let start = 0;
  let phase = 0;
  const reset = (): void => {
    heard.fill(0);
    // Time 0 has `half − 1` silent samples before it: tap `half − 1` is the one at the output's own time.
    length = half - 1;
    start = 0;
    phase = 0;
  };
  reset();

  const resample = (input: Float32Array, from: number, until: number, output: Float32Array): number => {
    for (let at = from; at < until; at++) {
      const sample = input[at] ?? 0;
      heard[length++] = Number.isFinite(sample) ? sample : 0;
    }
    let written = 0;
    while (start + taps <= length) {
      const row = phase * taps;
      // Two sums, since each addition has to wait for the one before it.
      let even = 0;
      let odd = 0;
      for (let tap = 0; tap < taps; tap += 2) {
        even += (heard[start + tap] ?? 0) * (table[row + tap] ?? 0);
        odd += (heard[start + tap + 1] ?? 0) * (table[row + tap + 1] ?? 0);
      }
      output[written++] = even + odd;
      phase += advance;
      start += Math.floor(phase / phases);
      phase %= phases;
    }
    const kept = Math.min(start, length);
    heard.copyWithin(0, kept, length);
    length -= kept;
    start -= kept;
    return written;
  };

  return { largestOutput: Math.ceil((RESAMPLER_BLOCK * toHz) / fromHz) + 1, resample, waiting: half, reset };
};

/** Row p, tap t: the filter at `t − (half − 1) − p / phases` input samples from its middle. Every row sums to 1. */
const createTable = (phases: number, half: number, cutoff: number): Float32Array => {
  const taps = 2 * half;
  const table = new Float32Array(phases * taps);
  for (let phase = 0; phase < phases; phase++) {
    const row = Float64Array.from({ length: taps }, (_, tap) => {
      const distance = tap - (half - 1) - phase / phases;
      return sinc(2 * cutoff * distance) * kaiser(distance / half);
    });
    const sum = row.reduce((total, value) => total + value, 0);
    table.set(
      row.map((value) => value / sum),
      phase * taps,
    );
  }
  return table;
};

/** Same rate: only cleans. */
const createCopier = (): Resampler => ({
  largestOutput: RESAMPLER_BLOCK,
  resample: (input, from, until, output) => {
    for (let at = from; at < until; at++) {
      const sample = input[at] ?? 0;
      output[at - from] = Number.isFinite(sample) ? sample : 0;
    }
    return until - from;
  },
  waiting: 0,
  reset: () => undefined,
});

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));

/** Kaiser's window, from −1 to 1, 0 outside; without its constant factor, which the rows' sums take out. */
const kaiser = (x: number): number => (Math.abs(x) > 1 ? 0 : besselI0(KAISER_BETA * Math.sqrt(1 - x * x)));

/** Modified Bessel function of the first kind, order 0, by its power series (Abramowitz & Stegun 9.6.12). */
const besselI0 = (x: number): number => {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > 1e-9 * sum; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
};

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));
