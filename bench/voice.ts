/**
 * Voice engine: times real time on all fixture sounds in a row, beside onnxruntime-web (wasm, SIMD, one thread) and
 * onnxruntime-node (one thread) on the original model; and what a browser downloads for it.
 *
 * All run in one process, one after the other, five rounds after one to warm up; the medians are told.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { millis } from "@undivided/domain";
import { createSileroVad, createSpeechStream, unpackWeights, VAD_FRAME_SAMPLES } from "@undivided/sensing/voice";
import * as ortNode from "onnxruntime-node";
import * as ortWeb from "onnxruntime-web/wasm";
import { makeVoiceFiles } from "../apps/web/build/voice-assets.ts";
import { sampleFaster } from "../tests/voice/resampled.ts";
import { inferByOnnxRuntime } from "../tests/voice/silero-reference.ts";
import { findSileroFile, joinSounds, readSileroFile, readSound, SOUNDS } from "../tests/voice/sound-fixtures.ts";

const ROUNDS = 5;

type Engine =
  | "ours"
  /** With resampling and time stamps. */
  | "ours-from-48-khz"
  | "onnxruntime-web"
  | "onnxruntime-node";

export type VoiceFigure =
  | {
      readonly bench: "voice-speed";
      readonly engine: Engine;
      /** Median of the rounds. */
      readonly timesRealTime: number;
      readonly rounds: readonly number[];
      readonly secondsOfSound: number;
    }
  | { readonly bench: "voice-ratio"; readonly ours: number; readonly than: Engine }
  /** The largest |Δp| from onnxruntime-node, all sounds in a row without reset. */
  | { readonly bench: "voice-difference"; readonly weights: "downloaded"; readonly largest: number }
  | { readonly bench: "voice-download"; readonly file: "worklet" | "weights" | "both"; readonly gzipBytes: number }
  | { readonly bench: "voice-download"; readonly file: "onnxruntime-web-and-model"; readonly gzipBytes: number };

export const benchVoice = async (): Promise<readonly VoiceFigure[]> => {
  const files = await makeVoiceFiles();
  const weights = unpackWeights(gunzipSync(files.weights.content));
  if (weights.type === "error") throw new Error(weights.error.type);

  const sound = joinSounds(SOUNDS);
  const fast = sampleFaster(readSound("ami_trn04"), 48_000);
  const stream = createSpeechStream({ weights: weights.value, sampleRate: 48_000, startAt: millis(0) });
  const vad = createSileroVad(weights.value);
  const inferOurs = (): Float32Array => {
    vad.reset();
    const speech = new Float32Array(Math.floor(sound.length / VAD_FRAME_SAMPLES));
    for (let frame = 0; frame < speech.length; frame++) {
      speech[frame] = vad.step(sound.subarray(frame * VAD_FRAME_SAMPLES, (frame + 1) * VAD_FRAME_SAMPLES));
    }
    return speech;
  };
  ortWeb.env.wasm.numThreads = 1;
  const web = await ortWeb.InferenceSession.create(readSileroFile(), { executionProviders: ["wasm"] });
  const node = await ortNode.InferenceSession.create(findSileroFile(), { intraOpNumThreads: 1, interOpNumThreads: 1 });

  const soundSeconds = sound.length / 16_000;
  const contestants: readonly { readonly engine: Engine; readonly seconds: number; readonly run: () => unknown }[] = [
    { engine: "ours", seconds: soundSeconds, run: inferOurs },
    {
      engine: "ours-from-48-khz",
      seconds: fast.length / 48_000,
      run: () => {
        stream.gap(millis(0));
        return stream.push(fast);
      },
    },
    { engine: "onnxruntime-web", seconds: soundSeconds, run: () => inferByOnnxRuntime(web, ortWeb.Tensor, sound) },
    { engine: "onnxruntime-node", seconds: soundSeconds, run: () => inferByOnnxRuntime(node, ortNode.Tensor, sound) },
  ];
  const roundsByEngine = new Map<Engine, number[]>(contestants.map(({ engine }) => [engine, []]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { engine, seconds, run } of contestants) {
      const startedAt = performance.now();
      await run();
      const timesRealTime = (1000 * seconds) / (performance.now() - startedAt);
      if (round > 0) roundsByEngine.get(engine)?.push(Math.round(timesRealTime));
    }
  }
  const medianOf = (engine: Engine): number =>
    roundsByEngine.get(engine)?.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? NaN;
  const ratioTo = (than: Engine): VoiceFigure => ({
    bench: "voice-ratio",
    ours: Math.round((100 * medianOf("ours")) / medianOf(than)) / 100,
    than,
  });

  const reference = await inferByOnnxRuntime(node, ortNode.Tensor, sound);
  const largest = inferOurs().reduce((most, p, frame) => Math.max(most, Math.abs(p - (reference[frame] ?? NaN))), 0);
  const workletBytes = gzipSync(files.worklet.content, { level: 9 }).length;
  const weightsBytes = files.weights.content.length;

  return [
    ...contestants.map(({ engine, seconds }): VoiceFigure => ({
      bench: "voice-speed",
      engine,
      timesRealTime: medianOf(engine),
      rounds: roundsByEngine.get(engine) ?? [],
      secondsOfSound: Math.round(seconds * 10) / 10,
    })),
    ratioTo("onnxruntime-web"),
    ratioTo("onnxruntime-node"),
    { bench: "voice-difference", weights: "downloaded", largest },
    { bench: "voice-download", file: "worklet", gzipBytes: workletBytes },
    { bench: "voice-download", file: "weights", gzipBytes: weightsBytes },
    { bench: "voice-download", file: "both", gzipBytes: workletBytes + weightsBytes },
    { bench: "voice-download", file: "onnxruntime-web-and-model", gzipBytes: measureRuntime() },
  ];
};

/** What the same would cost with onnxruntime-web: its smallest script, its wasm, and the model. */
const measureRuntime = (): number => {
  const dist = dirname(createRequire(import.meta.url).resolve("onnxruntime-web"));
  return ["ort.wasm.min.mjs", "ort-wasm-simd-threaded.mjs", "ort-wasm-simd-threaded.wasm"]
    .map((name) => readFileSync(join(dist, name)))
    .concat(readFileSync(findSileroFile()))
    .reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const figure of await benchVoice()) console.log(JSON.stringify(figure));
  process.exit(); // onnxruntime-web keeps the process alive
}
