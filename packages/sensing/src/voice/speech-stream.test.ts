import { millis } from "@undivided/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frameAuc, labelFrames, shareAtLeast } from "../../../../tests/voice/frame-score.ts";
import { sampleFaster } from "../../../../tests/voice/resampled.ts";
import {
  loadSileroWeights,
  readSound,
  readSpeechSegments,
  SPEECH_SOUNDS,
  SPEECHLESS_SOUNDS,
} from "../../../../tests/voice/sound-fixtures.ts";
import type { SpeechFrame } from "../events.ts";
import { createSpeechStream } from "./speech-stream.ts";

const weights = loadSileroWeights();

const streamOf = (sampleRate: number, startAt = 0) =>
  createSpeechStream({ weights, sampleRate, startAt: millis(startAt) });

const hear = (samples: Float32Array, sampleRate = 16_000, startAt = 0): readonly SpeechFrame[] => {
  const stream = streamOf(sampleRate, startAt);
  return [...stream.push(samples), ...stream.end()];
};

const speechOf = (frames: readonly SpeechFrame[]): readonly number[] => frames.map(({ speech }) => speech);

describe("createSpeechStream", () => {
  const counting = readSound("cnt_1");

  it("dates each frame by its end, on the clock of the source", () => {
    const frames = hear(counting, 16_000, 1500);
    expect(frames).toHaveLength(Math.floor(counting.length / 512));
    expect(frames.slice(0, 3).map(({ at }) => at)).toEqual([1532, 1564, 1596]);
  });

  it.each([16_000, 44_100, 48_000])("gives exactly the same frames wherever the stream is cut, at %d Hz", (rate) => {
    const sound = sampleFaster(counting.subarray(0, 24_000), rate);
    const whole = hear(sound, rate);
    expect(whole).toHaveLength(46);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 10 }), (lengths) => {
        const stream = streamOf(rate);
        const frames: SpeechFrame[] = [];
        let from = 0;
        for (let cut = 0; from < sound.length; cut++) {
          const until = cut === 60 ? sound.length : from + (lengths[cut % lengths.length] ?? 0);
          frames.push(...stream.push(sound.subarray(from, until)));
          from = until;
        }
        expect([...frames, ...stream.end()]).toEqual(whole);
      }),
      { numRuns: 10 },
    );
  });

  it("hears after a gap as if it had heard nothing before, on the given time", () => {
    const stream = streamOf(48_000);
    const sound = sampleFaster(counting.subarray(0, 40_000), 48_000);
    stream.push(sampleFaster(readSound("cnt_2").subarray(0, 20_100), 48_000));
    stream.gap(millis(9000));
    expect([...stream.push(sound), ...stream.end()]).toEqual(hear(sound, 48_000, 9000));
  });

  it("is not marked by a burst of NaN beyond the silence that it stands for", () => {
    const burst = counting.slice().fill(NaN, 30_000, 40_000);
    expect(hear(burst)).toEqual(hear(counting.slice().fill(0, 30_000, 40_000)));
  });

  it.each([44_100, 48_000])("hears the same speech in a recording of %d Hz as in one of 16 kHz", (rate) => {
    const names = ["cnt_1", "ami_trn04"] as const;
    const differences = names.flatMap((name) => {
      const sound = readSound(name).subarray(-80_000);
      const direct = speechOf(hear(sound));
      const resampled = speechOf(hear(sampleFaster(sound, rate), rate));
      expect(resampled).toHaveLength(direct.length);
      return resampled.map((speech, frame) => Math.abs(speech - (direct[frame] ?? NaN)));
    });
    expect(differences.reduce((sum, difference) => sum + difference, 0) / differences.length).toBeLessThan(0.01);
    // The filter takes away what lies above 7.6 kHz, which the model may miss at the edge of a word.
    expect(Math.max(...differences)).toBeLessThan(0.15);
  });
});

describe("speech as people marked it", () => {
  const frames = SPEECH_SOUNDS.map((name) => {
    const speech = speechOf(hear(readSound(name)));
    return { speech, labels: labelFrames(speech.length, readSpeechSegments(name)) };
  });

  it("is told from the rest with a frame AUC above 0.97, on 226 seconds", () => {
    const auc = frameAuc(
      frames.flatMap(({ speech }) => speech),
      frames.flatMap(({ labels }) => labels),
    );
    expect(auc).toBeGreaterThan(0.97);
  });

  it.each(SPEECHLESS_SOUNDS)("is hardly ever heard in %s, where there is none", (name) => {
    const speech = speechOf(hear(readSound(name)));
    expect(shareAtLeast(speech, 0.5)).toBeLessThanOrEqual(0.005);
    expect(shareAtLeast(speech, 0.3)).toBeLessThanOrEqual(0.012);
  });
});
