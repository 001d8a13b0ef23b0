/**
 * Magnitudes of the 129 Fourier bins of 256 real samples under a periodic Hann window.
 *
 * Silero's model file carries this transform as a convolution with a stored basis; the basis equals the window times the
 * discrete Fourier transform to 8e-8, so a fast transform gives the same magnitudes for a twentieth of the work and nothing
 * to download.
 *
 * Method: even samples as real and odd samples as imaginary parts of a 128-point radix-2 transform, then the usual split
 * (Press et al., Numerical Recipes, 3rd ed., section 12.3.2).
 */

export const SPECTRUM_WINDOW = 256;
export const SPECTRUM_BINS = 129;

const HALF = SPECTRUM_WINDOW / 2;

/** Writes bin `k` of the window that starts at `samples[from]` to `out[to + k × stride]`. Allocates nothing. */
export type WriteMagnitudes = (
  samples: Float32Array,
  from: number,
  out: Float32Array,
  to: number,
  stride: number,
) => void;

/** The returned function owns its scratch memory: not to be shared between interleaved callers of different threads. */
export const createMagnitudeSpectrum = (): WriteMagnitudes => {
  const angle = (index: number): number => (2 * Math.PI * index) / SPECTRUM_WINDOW;
  const hann = Float64Array.from({ length: SPECTRUM_WINDOW }, (_, n) => 0.5 - 0.5 * Math.cos(angle(n)));
  const cosines = Float64Array.from({ length: HALF }, (_, n) => Math.cos(angle(n)));
  const sines = Float64Array.from({ length: HALF }, (_, n) => Math.sin(angle(n)));
  const reversed = Uint8Array.from({ length: HALF }, (_, n) => reverseBits(n, 7));
  const re = new Float64Array(HALF);
  const im = new Float64Array(HALF);

  return (samples, from, out, to, stride) => {
    for (let n = 0; n < HALF; n++) {
      const source = 2 * (reversed[n] ?? 0);
      re[n] = (samples[from + source] ?? 0) * (hann[source] ?? 0);
      im[n] = (samples[from + source + 1] ?? 0) * (hann[source + 1] ?? 0);
    }
    for (let half = 1; half < HALF; half *= 2) {
      const turn = HALF / half;
      for (let k = 0; k < half; k++) {
        const c = cosines[k * turn] ?? 0;
        const s = sines[k * turn] ?? 0;
        for (let a = k; a < HALF; a += 2 * half) {
          const b = a + half;
          const bRe = re[b] ?? 0;
          const bIm = im[b] ?? 0;
          const aRe = re[a] ?? 0;
          const aIm = im[a] ?? 0;
          const turnedRe = bRe * c + bIm * s;
          const turnedIm = bIm * c - bRe * s;
          re[a] = aRe + turnedRe;
          im[a] = aIm + turnedIm;
          re[b] = aRe - turnedRe;
          im[b] = aIm - turnedIm;
        }
      }
    }
    // Bin k of the real transform comes from bins k and 128 − k of the complex one, and gives bin 128 − k as well.
    for (let k = 0; k <= HALF / 2; k++) {
      const mirror = (HALF - k) % HALF;
      const kRe = re[k] ?? 0;
      const kIm = im[k] ?? 0;
      const mirrorRe = re[mirror] ?? 0;
      const mirrorIm = im[mirror] ?? 0;
      const evenRe = (kRe + mirrorRe) / 2;
      const evenIm = (kIm - mirrorIm) / 2;
      const oddRe = (kIm + mirrorIm) / 2;
      const oddIm = (mirrorRe - kRe) / 2;
      const c = cosines[k] ?? 0;
      const s = sines[k] ?? 0;
      const turnedRe = oddRe * c + oddIm * s;
      const turnedIm = oddIm * c - oddRe * s;
      out[to + k * stride] = length(evenRe + turnedRe, evenIm + turnedIm);
      out[to + (HALF - k) * stride] = length(evenRe - turnedRe, evenIm - turnedIm);
    }
  };
};

/** `Math.hypot` guards against overflow that sound cannot reach, and costs twenty times as much. */
const length = (re: number, im: number): number => Math.sqrt(re * re + im * im);

const reverseBits = (value: number, bits: number): number => {
  let reversed = 0;
  for (let bit = 0; bit < bits; bit++) reversed |= ((value >> bit) & 1) << (bits - 1 - bit);
  return reversed;
};
