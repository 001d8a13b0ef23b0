/**
 * Silero VAD v6 at 16 kHz: the speech probability of each 32 ms of sound, in plain TypeScript.
 *
 * Method: the network of https://github.com/snakers4/silero-vad (MIT), layer by layer. One frame is 512 new samples; with 64
 * samples of the frame before and 64 reflected ones at the end it gives
 *   magnitudes [129 bins, 4 hops] → four convolutions with ReLU, [128, 4] → [64, 2] → [64] → [128]
 *   → LSTM of 128 units → ReLU → one weighted sum → sigmoid.
 * Tests hold it to less than 0.001 from onnxruntime on every fixture; docs/adr/0004 says why there is no runtime.
 *
 * Speed: every layer adds weight columns, scaled by one input each, to a row of sums that lie side by side in memory; inputs
 * that a ReLU made zero are skipped, which saves most of the LSTM's input matrix. Loops are plain on purpose: they stay fast
 * across versions of V8. A frame allocates nothing.
 *
 * Limits: says that somebody speaks, not who or what. Speech from a television is speech.
 */
import { addColumns, rectify, toColumns } from "./columns.ts";
import { createMagnitudeSpectrum, SPECTRUM_BINS } from "./magnitude-spectrum.ts";
import type { SileroWeights } from "./silero-weights.ts";

/** Samples per second that the model was trained on. */
export const VAD_SAMPLE_RATE = 16_000;
/** New samples in one frame. */
export const VAD_FRAME_SAMPLES = 512;
/** How long one frame lasts, in milliseconds. */
export const VAD_FRAME_MS = (1000 * VAD_FRAME_SAMPLES) / VAD_SAMPLE_RATE;
/** How many calls of `advance` one frame takes. */
export const VAD_FRAME_PARTS = 4;

const CONTEXT = 64;
const HOPS = 4;
const HOP = 128;
const UNITS = 128;
const GATES = 4 * UNITS;
/** Warm-up frames: after about 60 the optimising compilers of V8 have taken over; 100 leaves a margin. */
const WARM_UP_FRAMES = 100;

export interface SileroVad {
  /**
   * The speech probability, 0 to 1, of the next 512 samples (16 kHz mono, −1 to 1). Samples that are not finite count as 0.
   * Not to be called between `begin` and the last `advance` of a frame.
   * @throws RangeError if the frame is not 512 samples long.
   */
  step(frame: Float32Array): number;
  /** Takes a frame in, to be worked on by {@link VAD_FRAME_PARTS} calls of `advance`. Throws as `step` does. */
  begin(frame: Float32Array): void;
  /** Does about a quarter of the frame's work. The last of the four calls returns the probability, the others `null`. */
  advance(): number | null;
  /** Forgets everything heard, a half-done frame too. To be called after any gap. */
  reset(): void;
  /** Runs the network on made sound until it is compiled, then resets: the first frames take ten times as long as later ones. */
  warmUp(): void;
}

/** Lays the weights out anew (about 0.9 MB), so that the given arrays may be dropped afterwards. */
export const createSileroVad = (weights: SileroWeights): SileroVad => {
  const encoder0 = toColumns(weights.encoder0Weight, 128);
  const encoder1 = toColumns(weights.encoder1Weight, 64);
  const encoder2 = toColumns(weights.encoder2Weight, 64);
  const encoder3 = toColumns(weights.encoder3Weight, 128);
  const lstmInput = toColumns(weights.lstmInput, GATES);
  const lstmRecurrent = toColumns(weights.lstmRecurrent, GATES);
  const { encoder0Bias, encoder1Bias, encoder2Bias, encoder3Bias, lstmBias, headWeight, headBias } = weights;

  const writeMagnitudes = createMagnitudeSpectrum();
  const samples = new Float32Array(CONTEXT + VAD_FRAME_SAMPLES + CONTEXT);
  const magnitudes = new Float32Array(SPECTRUM_BINS * HOPS); // [bin, hop]
  const sums0 = new Float64Array(HOPS * 128); // [hop, channel]
  const sums1 = new Float64Array(2 * 64); // [hop, channel]
  const inputs2 = new Float64Array(64 * 2); // [channel, hop]
  const sums2 = new Float64Array(64);
  const sums3 = new Float64Array(128);
  const gates = new Float64Array(GATES);
  const hidden = new Float64Array(UNITS);
  const cell = new Float64Array(UNITS);
  const active = new Uint8Array(128);
  let part = VAD_FRAME_PARTS;

  const transform = (): void => {
    const end = CONTEXT + VAD_FRAME_SAMPLES;
    for (let n = 0; n < CONTEXT; n++) samples[end + n] = samples[end - 2 - n] ?? 0;
    for (let hop = 0; hop < HOPS; hop++) writeMagnitudes(samples, hop * HOP, magnitudes, hop, HOPS);
    for (let hop = 0; hop < HOPS; hop++) sums0.set(encoder0Bias, hop * 128);
  };

  /** Kernel 3, stride 1, one zero before and after: outputs at four hops from inputs at four. */
  const encode0 = (fromBin: number, toBin: number): void => {
    for (let bin = fromBin; bin < toBin; bin++) {
      const x0 = magnitudes[HOPS * bin] ?? 0;
      const x1 = magnitudes[HOPS * bin + 1] ?? 0;
      const x2 = magnitudes[HOPS * bin + 2] ?? 0;
      const x3 = magnitudes[HOPS * bin + 3] ?? 0;
      const column = bin * 3 * 128;
      for (let out = 0; out < 128; out++) {
        const before = encoder0[column + out] ?? 0;
        const here = encoder0[column + 128 + out] ?? 0;
        const after = encoder0[column + 256 + out] ?? 0;
        sums0[out] = (sums0[out] ?? 0) + here * x0 + after * x1;
        sums0[128 + out] = (sums0[128 + out] ?? 0) + before * x0 + here * x1 + after * x2;
        sums0[256 + out] = (sums0[256 + out] ?? 0) + before * x1 + here * x2 + after * x3;
        sums0[384 + out] = (sums0[384 + out] ?? 0) + before * x2 + here * x3;
      }
    }
  };

  /** Kernel 3, stride 2, one zero before: outputs at two hops from inputs at four. */
  const encode1 = (): void => {
    rectify(sums0);
    sums1.set(encoder1Bias);
    sums1.set(encoder1Bias, 64);
    for (let channel = 0; channel < 128; channel++) {
      const x0 = sums0[channel] ?? 0;
      const x1 = sums0[128 + channel] ?? 0;
      const x2 = sums0[256 + channel] ?? 0;
      const x3 = sums0[384 + channel] ?? 0;
      if (x0 + x1 + x2 + x3 === 0) continue;
      const column = channel * 3 * 64;
      for (let out = 0; out < 64; out++) {
        const before = encoder1[column + out] ?? 0;
        const here = encoder1[column + 64 + out] ?? 0;
        const after = encoder1[column + 128 + out] ?? 0;
        sums1[out] = (sums1[out] ?? 0) + here * x0 + after * x1;
        sums1[64 + out] = (sums1[64 + out] ?? 0) + before * x1 + here * x2 + after * x3;
      }
    }
  };

  /** Encoders 2 and 3 have one hop left to give, which makes them plain matrices. */
  const encode2And3 = (): void => {
    rectify(sums1);
    for (let channel = 0; channel < 64; channel++) {
      inputs2[2 * channel] = sums1[channel] ?? 0;
      inputs2[2 * channel + 1] = sums1[64 + channel] ?? 0;
    }
    sums2.set(encoder2Bias);
    addColumns(encoder2, inputs2, sums2, active);
    rectify(sums2);
    sums3.set(encoder3Bias);
    addColumns(encoder3, sums2, sums3, active);
    rectify(sums3);
  };

  /** Moves the LSTM's state on from the finished gates, and gives the probability. */
  const decode = (): number => {
    let logit = headBias[0] ?? 0;
    let check = 0;
    for (let unit = 0; unit < UNITS; unit++) {
      const admit = sigmoid(gates[unit] ?? 0);
      const keep = sigmoid(gates[UNITS + unit] ?? 0);
      const candidate = Math.tanh(gates[2 * UNITS + unit] ?? 0);
      const show = sigmoid(gates[3 * UNITS + unit] ?? 0);
      const remembered = keep * (cell[unit] ?? 0) + admit * candidate;
      const shown = show * Math.tanh(remembered);
      cell[unit] = remembered;
      hidden[unit] = shown;
      check += remembered + shown;
      if (shown > 0) logit += (headWeight[unit] ?? 0) * shown;
    }
    // Samples near the largest float32 overflow on their way here, and one NaN in the state would stay there for good.
    if (Number.isFinite(check)) return sigmoid(logit);
    reset();
    return 0;
  };

  const reset = (): void => {
    samples.fill(0);
    hidden.fill(0);
    cell.fill(0);
    part = VAD_FRAME_PARTS;
  };

  const begin = (frame: Float32Array): void => {
    if (frame.length !== VAD_FRAME_SAMPLES) throw new RangeError(`a frame of ${String(frame.length)} samples`);
    samples.copyWithin(0, VAD_FRAME_SAMPLES, VAD_FRAME_SAMPLES + CONTEXT);
    for (let n = 0; n < VAD_FRAME_SAMPLES; n++) {
      const sample = frame[n] ?? 0;
      samples[CONTEXT + n] = Number.isFinite(sample) ? sample : 0;
    }
    part = 0;
  };

  const advance = (): number | null => {
    switch (part++) {
      case 0:
        transform();
        encode0(0, 64);
        return null;
      case 1:
        encode0(64, SPECTRUM_BINS);
        return null;
      case 2:
        encode1();
        encode2And3();
        gates.set(lstmBias);
        addColumns(lstmInput, sums3, gates, active);
        return null;
      case 3:
        addColumns(lstmRecurrent, hidden, gates, active);
        return decode();
      default:
        part = VAD_FRAME_PARTS;
        return null;
    }
  };

  const step = (frame: Float32Array): number => {
    begin(frame);
    let speech: number | null = null;
    while (part < VAD_FRAME_PARTS) speech = advance();
    return speech ?? 0;
  };

  const warmUp = (): void => {
    const noise = new Float32Array(VAD_FRAME_SAMPLES);
    let seed = 1;
    for (let count = 0; count < WARM_UP_FRAMES; count++) {
      for (let n = 0; n < VAD_FRAME_SAMPLES; n++) {
        seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) | 0;
        noise[n] = seed / 2 ** 33;
      }
      step(noise);
    }
    reset();
  };

  return { step, begin, advance, reset, warmUp };
};

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));
