/** A WAV file as speech probabilities on the recording's clock. */
import { ok, type Millis, type Result } from "@undivided/domain";
import type { SpeechFrame } from "@undivided/sensing";
import type { RecordingError, WavRecording } from "@undivided/sensing/recording";
import { createSpeechStream, type SileroWeights } from "@undivided/sensing/voice";

export async function* streamSpeech(
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
