import { isErr } from "@undivided/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSileroFile } from "../../../../tests/voice/sound-fixtures.ts";
import { createMagnitudeSpectrum, SPECTRUM_BINS, SPECTRUM_WINDOW } from "./magnitude-spectrum.ts";
import { readOnnxTensors } from "./onnx-tensors.ts";

const spectrumOf = (samples: Float32Array): readonly number[] => {
  const out = new Float32Array(SPECTRUM_BINS);
  createMagnitudeSpectrum()(samples, 0, out, 0, 1);
  return [...out];
};

const tensors = readOnnxTensors(readSileroFile());
if (isErr(tensors)) throw new Error(tensors.error.type);
const basis = tensors.value.get("model.stft.forward_basis_buffer")?.values ?? new Float32Array(0);

/** The transform as the model file has it: 258 products with a stored basis row. */
const spectrumByBasis = (samples: Float32Array): readonly number[] => {
  const project = (row: number): number =>
    samples.reduce((sum, sample, n) => sum + sample * (basis[row * SPECTRUM_WINDOW + n] ?? NaN), 0);
  return Array.from({ length: SPECTRUM_BINS }, (_, k) => Math.hypot(project(k), project(SPECTRUM_BINS + k)));
};

describe("createMagnitudeSpectrum", () => {
  it("gives what the basis stored in the model gives, for any samples", () => {
    fc.assert(
      fc.property(
        fc.float32Array({ minLength: 256, maxLength: 256, min: -1, max: 1, noNaN: true, noDefaultInfinity: true }),
        (samples) => {
          const expected = spectrumByBasis(samples);
          const differences = spectrumOf(samples).map((value, k) => Math.abs(value - (expected[k] ?? NaN)));
          expect(Math.max(...differences)).toBeLessThan(5e-5);
        },
      ),
      { numRuns: 20 },
    );
  });

  it("puts a tone of whole periods into its bin and the window's two neighbours", () => {
    const tone = Float32Array.from({ length: 256 }, (_, n) => Math.cos((2 * Math.PI * 20 * n) / 256));
    const spectrum = spectrumOf(tone).map((value) => Math.round(1000 * value) / 1000);
    expect(spectrum.slice(18, 23)).toEqual([0, 32, 64, 32, 0]);
    expect(spectrum[100]).toBe(0);
  });

  it("reads and writes where it is told to", () => {
    const samples = new Float32Array(300).fill(1, 44);
    const out = new Float32Array(2 * SPECTRUM_BINS + 1);
    createMagnitudeSpectrum()(samples, 44, out, 1, 2);
    expect(out[1]).toBeCloseTo(128, 4);
    expect(out[3]).toBeCloseTo(64, 4);
    expect(out.filter((_, index) => index % 2 === 0).every((value) => value === 0)).toBe(true);
  });
});
