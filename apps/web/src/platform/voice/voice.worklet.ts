/**
 * The voice engine in the audio thread: 128 samples in, one number for every 32 ms out.
 *
 * Built into one file of its own (`build/voice-assets.ts`), since an audio thread can load nothing further; docs/adr/0004.
 * **Privacy:** samples never leave this thread. All that is posted is a speech probability and its time.
 */
import { createLiveSpeech, unpackWeights, type LiveSpeech } from "@undivided/sensing/voice";
import { VOICE_PROCESSOR, type FromEngine, type ToEngine, type VoiceProcessorOptions } from "./worklet-messages.ts";

class VoiceProcessor extends AudioWorkletProcessor implements AudioWorkletProcessorImpl {
  readonly #speech: LiveSpeech | null;
  #stopped = false;

  constructor({ processorOptions }: { readonly processorOptions: VoiceProcessorOptions }) {
    super();
    this.#speech = this.#createSpeech(processorOptions.packedWeights);
    this.port.onmessage = ({ data }: MessageEvent<ToEngine>) => {
      if (data === "stop") this.#stopped = true;
      else this.#speech?.restart();
    };
    this.#post({ type: this.#speech === null ? "unusable-weights" : "ready" });
  }

  /** Writes no output: it is connected only because browsers run what leads to their destination. */
  process([input]: readonly (readonly Float32Array[])[]): boolean {
    const samples = input?.[0];
    // No samples come while the microphone is not connected; `currentFrame` then shows the gap.
    if (samples !== undefined) this.#speech?.push(samples, currentFrame);
    return !this.#stopped;
  }

  #createSpeech(packedWeights: Uint8Array): LiveSpeech | null {
    const weights = unpackWeights(packedWeights);
    if (weights.type === "error") return null;
    const speech = createLiveSpeech({
      weights: weights.value,
      sampleRate,
      onFrame: (atMs, probability) => this.#post({ type: "frame", atMs, speech: probability }),
    });
    speech.warmUp();
    return speech;
  }

  #post(message: FromEngine): void {
    this.port.postMessage(message);
  }
}

registerProcessor(VOICE_PROCESSOR, VoiceProcessor);
