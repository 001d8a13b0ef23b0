/**
 * Speech probabilities inside an audio thread: the engine of `createSpeechStream`, with a frame's work spread over the calls
 * that follow it, so that no call takes long.
 *
 * **Privacy:** runs where the samples are, so that only numbers need to leave.
 */
import { millis, type Millis } from "@undivided/domain";
import { createFramer } from "./framer.ts";
import { createSileroVad, VAD_FRAME_MS, VAD_FRAME_PARTS } from "./silero-vad.ts";
import type { SileroWeights } from "./silero-weights.ts";

export interface LiveSpeechOptions {
  readonly weights: SileroWeights;
  /** Samples a second; a whole number from 8000 to 192000. */
  readonly sampleRate: number;
  /** Called for each frame, at most one frame's time after its end; `at` is that end, in ms since sample 0 of the clock. */
  readonly onFrame: (at: Millis, speech: number) => void;
}

export interface LiveSpeech {
  /**
   * Takes in the next mono samples and does a quarter of a frame's work. `firstSample` is the number of the first one on the
   * audio clock: where it does not follow on the last call's, what was heard before is forgotten. Allocates nothing.
   */
  push(samples: Float32Array, firstSample: number): void;
  /** Forgets what was heard, as after a gap. */
  restart(): void;
  /** To be called once before the first samples: makes the first frames as fast as the later ones. Takes about 30 ms on a laptop. */
  warmUp(): void;
}

/** @throws RangeError if the sample rate is not a whole number of Hz from 8000 to 192000. */
export const createLiveSpeech = ({ weights, sampleRate, onFrame }: LiveSpeechOptions): LiveSpeech => {
  const vad = createSileroVad(weights);
  /** `null`: the next samples begin a new segment. */
  let expectedSample: number | null = null;
  let segmentStart = 0;
  let framesBegun = 0;
  let partsLeft = 0;

  const advance = (): void => {
    partsLeft--;
    const speech = vad.advance();
    if (speech !== null) onFrame(millis((1000 * segmentStart) / sampleRate + framesBegun * VAD_FRAME_MS), speech);
  };

  const framer = createFramer(sampleRate, (frame) => {
    // Only where one call brings more than a quarter of a frame.
    while (partsLeft > 0) advance();
    vad.begin(frame);
    framesBegun++;
    partsLeft = VAD_FRAME_PARTS;
  });

  const restart = (): void => {
    framer.reset();
    vad.reset();
    partsLeft = 0;
    expectedSample = null;
  };

  return {
    push: (samples, firstSample) => {
      if (firstSample !== expectedSample) {
        while (partsLeft > 0) advance(); // a frame that was heard whole before the gap
        restart();
        segmentStart = firstSample;
        framesBegun = 0;
      }
      expectedSample = firstSample + samples.length;
      framer.push(samples);
      if (partsLeft > 0) advance();
    },
    restart,
    warmUp: () => {
      restart();
      vad.warmUp();
    },
  };
};
