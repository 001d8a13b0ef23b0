/** A recording as another microphone would have sampled it, made slowly and independently of the resampler under test. */

/** Zero crossings on either side. */
const REACH = 32;

/** Samples of 16 kHz at a higher rate: a Hann-windowed sinc over 64 samples, evaluated afresh for every output. */
export const sampleFaster = (samples: Float32Array, rate: number): Float32Array => {
  const made = new Float32Array(Math.floor((samples.length * rate) / 16_000));
  for (let n = 0; n < made.length; n++) {
    const at = (n * 16_000) / rate;
    const middle = Math.floor(at);
    let sum = 0;
    for (let k = middle - REACH + 1; k <= middle + REACH; k++) {
      const distance = at - k;
      const weight = distance === 0 ? 1 : Math.sin(Math.PI * distance) / (Math.PI * distance);
      sum += (samples[k] ?? 0) * weight * (0.5 + 0.5 * Math.cos((Math.PI * distance) / REACH));
    }
    made[n] = sum;
  }
  return made;
};
