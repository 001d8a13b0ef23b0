import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createResampler, RESAMPLER_BLOCK } from "./resampler.ts";

const RATES = [8000, 11_025, 22_050, 32_000, 44_100, 48_000, 96_000, 192_000, 44_101] as const;

/** The whole output, as if silence followed; `lengths` says how the input is cut (over and over). */
const resampleAll = (rate: number, input: Float32Array, lengths: readonly number[] = [RESAMPLER_BLOCK]): number[] => {
  const resampler = createResampler(rate, 16_000);
  const output = new Float32Array(resampler.largestOutput);
  const padded = new Float32Array(input.length + resampler.waiting);
  padded.set(input);
  const resampled: number[] = [];
  let from = 0;
  for (let cut = 0; from < padded.length; cut++) {
    const until = Math.min(padded.length, from + (lengths[cut % lengths.length] ?? 1));
    const count = resampler.resample(padded, from, until, output);
    resampled.push(...output.subarray(0, count));
    from = until;
  }
  return resampled;
};

const tone = (hertz: number, rate: number, seconds: number): Float32Array =>
  Float32Array.from({ length: Math.round(rate * seconds) }, (_, n) => Math.sin((2 * Math.PI * hertz * n) / rate));

/** Without the first and last 20 ms, where the tone begins and ends. */
const inner = (samples: readonly number[]): readonly number[] => samples.slice(320, -320);

const decibels = (samples: readonly number[]): number =>
  10 * Math.log10((2 * samples.reduce((sum, sample) => sum + sample * sample, 0)) / samples.length);

describe("createResampler", () => {
  it.each(RATES)("keeps a tone of speech in size and in time, from %d Hz", (rate) => {
    for (const hertz of [100, 1000, 3000]) {
      const expected = tone(hertz, 16_000, 0.2);
      const errors = resampleAll(rate, tone(hertz, rate, 0.2)).map((sample, n) => sample - (expected[n] ?? 0));
      expect(decibels(inner(errors))).toBeLessThan(-65);
    }
  });

  it.each([22_050, 44_100, 48_000, 96_000])("lets nothing fold back into speech, from %d Hz", (rate) => {
    for (const hertz of [8400, 9000, 10_500].filter((tried) => tried < rate / 2)) {
      expect(decibels(inner(resampleAll(rate, tone(hertz, rate, 0.2))))).toBeLessThan(-60);
    }
  });

  it.each(RATES)("gives 16 samples for every millisecond, from %d Hz", (rate) => {
    expect(resampleAll(rate, new Float32Array(rate / 4))).toHaveLength(
      Math.ceil((Math.floor(rate / 4) / rate) * 16_000),
    );
  });

  it.each([16_000, 44_100, 48_000])("takes samples that are not finite as silence, at %d Hz", (rate) => {
    const sound = tone(440, rate, 0.1);
    const burst = sound.slice();
    burst.set([NaN, Infinity, -Infinity, NaN], 2000 % burst.length);
    const silence = sound.slice().fill(0, 2000 % burst.length, (2000 % burst.length) + 4);
    expect(resampleAll(rate, burst)).toEqual(resampleAll(rate, silence));
  });

  it("gives exactly the same wherever the stream is cut", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(8000, 11_025, 16_000, 44_100, 48_000, 192_000),
        fc.array(fc.integer({ min: 1, max: RESAMPLER_BLOCK }), { minLength: 1, maxLength: 8 }),
        (rate, lengths) => {
          const sound = tone(440, rate, 0.03);
          expect(resampleAll(rate, sound, lengths)).toEqual(resampleAll(rate, sound));
        },
      ),
      { numRuns: 30 },
    );
  });

  it("begins anew after a reset", () => {
    const resampler = createResampler(48_000, 16_000);
    const output = new Float32Array(resampler.largestOutput);
    const heardAfresh = (): readonly number[] => {
      const count = resampler.resample(new Float32Array(RESAMPLER_BLOCK).fill(1), 0, RESAMPLER_BLOCK, output);
      return [...output.subarray(0, count)];
    };
    const first = heardAfresh();
    heardAfresh();
    resampler.reset();
    expect(heardAfresh()).toEqual(first);
  });

  it("refuses rates that no sound has", () => {
    for (const rate of [0, NaN, 7999, 16_000.5, 192_001]) {
      expect(() => createResampler(rate, 16_000)).toThrow(RangeError);
    }
  });
});
