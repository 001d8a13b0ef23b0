/**
 * Speech probabilities of a sound file in the worker: the same engine that listens live, its weights from the own origin.
 *
 * **Privacy:** each piece of sound becomes numbers and is dropped; nothing is kept and nothing is sent.
 */
import { ok, type Millis, type Result } from "@undivided/domain";
import type { SpeechFrame } from "@undivided/sensing";
import type { RecordingError, WavRecording } from "@undivided/sensing/recording";
import { createSpeechStream, unpackWeights, type SileroWeights } from "@undivided/sensing/voice";
import { fetchPackedWeights } from "../../platform/voice/fetch-weights.ts";
import type { AnalysisOptions } from "./analysis.ts";

/** `null` for the stream when the weights cannot be had or are not what they should be. */
export const createSpeechOpener =
  (weightsUrl: string): AnalysisOptions["openSpeech"] =>
  async (sound, startAt) => {
    const packed = await fetchPackedWeights(weightsUrl);
    if (packed.type === "error") return null;
    const weights = unpackWeights(packed.value);
    return weights.type === "error" ? null : streamSpeech(sound, weights.value, startAt);
  };

async function* streamSpeech(
  sound: WavRecording,
  weights: SileroWeights,
  startAt: Millis,
): AsyncGenerator<Result<readonly SpeechFrame[], RecordingError>> {
  const stream = createSpeechStream({ weights, sampleRate: sound.sampleRate, startAt });
  for await (const batch of sound.samples) {
    if (batch.type === "error") {
      yield batch;
      return;
    }
    yield ok(stream.push(batch.value));
  }
  yield ok(stream.end());
}
