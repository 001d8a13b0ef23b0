import { isErr } from "@undivided/domain";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { beforeAll, describe, expect, it } from "vitest";
import { inferByOnnxRuntime } from "../../../../tests/voice/silero-reference.ts";
import {
  findSileroFile,
  joinSounds,
  loadSileroWeights,
  readSound,
  SOUNDS,
  type SoundName,
} from "../../../../tests/voice/sound-fixtures.ts";
import { packWeights, unpackWeights } from "./packed-weights.ts";
import { createSileroVad, VAD_FRAME_PARTS, VAD_FRAME_SAMPLES, type SileroVad } from "./silero-vad.ts";
import type { SileroWeights } from "./silero-weights.ts";

const weights = loadSileroWeights();

const framesOf = (samples: Float32Array): readonly Float32Array[] =>
  Array.from({ length: Math.floor(samples.length / VAD_FRAME_SAMPLES) }, (_, frame) =>
    samples.subarray(frame * VAD_FRAME_SAMPLES, (frame + 1) * VAD_FRAME_SAMPLES),
  );

const infer = (vad: SileroVad, samples: Float32Array): readonly number[] =>
  framesOf(samples).map((frame) => vad.step(frame));

const inferAfresh = (samples: Float32Array, from: SileroWeights = weights): readonly number[] =>
  infer(createSileroVad(from), samples);

const throughDownload = (): SileroWeights => {
  const unpacked = unpackWeights(packWeights(weights));
  if (isErr(unpacked)) throw new Error(unpacked.error.type);
  return unpacked.value;
};

describe("against onnxruntime on the original model file", () => {
  const tried: readonly { readonly title: string; readonly names: readonly SoundName[] }[] = [
    ...SOUNDS.map((name) => ({ title: name, names: [name] })),
    { title: "all sounds in a row without reset", names: SOUNDS },
  ];
  const referenceByTitle = new Map<string, Float32Array>();
  beforeAll(async () => {
    const session = await InferenceSession.create(findSileroFile(), { intraOpNumThreads: 1 });
    for (const { title, names } of tried) {
      referenceByTitle.set(title, await inferByOnnxRuntime(session, Tensor, joinSounds(names)));
    }
  }, 60_000);

  const largestDifference = (title: string, names: readonly SoundName[], from: SileroWeights): number => {
    const reference = referenceByTitle.get(title) ?? new Float32Array(0);
    const ours = inferAfresh(joinSounds(names), from);
    expect(ours).toHaveLength(reference.length);
    return ours.reduce((most, speech, frame) => Math.max(most, Math.abs(speech - (reference[frame] ?? NaN))), 0);
  };

  it.each(tried)("differs by less than 0.00002 on $title", ({ title, names }) => {
    expect(largestDifference(title, names, weights)).toBeLessThan(0.000_02);
  });

  it.each(tried)("differs by less than 0.0005 with the downloaded weights on $title", ({ title, names }) => {
    expect(largestDifference(title, names, throughDownload())).toBeLessThan(0.000_5);
  });
});

describe("createSileroVad", () => {
  const speech = readSound("cnt_1");
  const frame = new Float32Array(VAD_FRAME_SAMPLES);

  it("gives the same whether a frame is done at once or in parts", () => {
    const vad = createSileroVad(weights);
    const inParts = framesOf(speech).map((samples) => {
      vad.begin(samples);
      const results = Array.from({ length: VAD_FRAME_PARTS }, () => vad.advance());
      expect(results.slice(0, -1)).toEqual([null, null, null]);
      return results.at(-1);
    });
    expect(inParts).toEqual(inferAfresh(speech));
    expect(vad.advance()).toBeNull();
  });

  it("remembers nothing after a reset, not even a half-done frame", () => {
    const vad = createSileroVad(weights);
    infer(vad, readSound("ami_trn03"));
    vad.begin(speech.subarray(8000, 8000 + VAD_FRAME_SAMPLES));
    vad.advance();
    vad.reset();
    expect(vad.advance()).toBeNull();
    expect(infer(vad, speech)).toEqual(inferAfresh(speech));
  });

  it("remembers nothing of its warm-up", () => {
    const vad = createSileroVad(weights);
    vad.warmUp();
    expect(infer(vad, speech)).toEqual(inferAfresh(speech));
  });

  it.each([NaN, Infinity, -Infinity])("takes a burst of %s as silence, with no trace afterwards", (value) => {
    const burst = speech.slice().fill(value, 20_000, 23_000);
    const silence = speech.slice().fill(0, 20_000, 23_000);
    expect(inferAfresh(burst)).toEqual(inferAfresh(silence));
  });

  it("begins anew when samples of absurd size overflow its state", () => {
    const vad = createSileroVad(weights);
    infer(vad, speech);
    expect(vad.step(frame.map((_, n) => (n < 100 ? 3e38 : 0)))).toBe(0);
    expect(infer(vad, speech)).toEqual(inferAfresh(speech));
  });

  it("is not held up by loud junk below that size", () => {
    const vad = createSileroVad(weights);
    for (const size of [1e3, 1e10, 1e30]) {
      const probability = vad.step(frame.map((_, n) => (n % 3 === 0 ? size : -size)));
      expect(probability).toBeGreaterThanOrEqual(0);
      expect(probability).toBeLessThanOrEqual(1);
    }
    expect(infer(vad, speech).some((probability) => probability > 0.9)).toBe(true);
  });

  it("refuses a frame of another length", () => {
    expect(() => createSileroVad(weights).step(new Float32Array(480))).toThrow(RangeError);
  });

  it("allocates nothing for a frame but the number it returns", () => {
    const vad = createSileroVad(weights);
    const frames = framesOf(speech);
    const measureRound = (): number => {
      const before = process.memoryUsage();
      for (const samples of frames) vad.step(samples);
      const after = process.memoryUsage();
      const grown = after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers;
      return grown / frames.length;
    };
    for (let round = 0; round < 20; round++) measureRound(); // until the code is compiled
    // A copy of the frame would be 2 kB. Rounds are so short that a garbage collection falls into few of them.
    const rounds = Array.from({ length: 41 }, measureRound).sort((a, b) => a - b);
    const bytesPerFrame = rounds[20];
    expect(bytesPerFrame).toBeLessThan(200);
  });
});
