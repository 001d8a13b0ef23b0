/**
 * Sound in, speech probabilities out: one for every 32 ms, on the clock of the source.
 *
 * The same engine runs on files and, a quarter of a frame at a time, in the browser's audio thread.
 * **Privacy:** holds less than a frame of sound (32 ms and the filter's few milliseconds) and gives out numbers only.
 */
import { addMillis, type Millis } from "@undivided/domain";
import type { SpeechFrame } from "../events.ts";
import { createFramer } from "./framer.ts";
import { createSileroVad, VAD_FRAME_MS } from "./silero-vad.ts";
import type { SileroWeights } from "./silero-weights.ts";

export interface SpeechStreamOptions {
  readonly weights: SileroWeights;
  /** Samples a second; a whole number from 8000 to 192000. */
  readonly sampleRate: number;
  /** The time of the first sample. */
  readonly startAt: Millis;
}

export interface SpeechStream {
  /**
   * Mono samples from −1 to 1, in chunks of any length: the frames are exactly the same wherever the stream is cut. Samples
   * that are not finite count as silence.
   */
  push(samples: Float32Array): readonly SpeechFrame[];
  /**
   * At the end of the source, or before `gap`: the frames that lie wholly before the end but waited for the resampler's
   * next milliseconds. A last unfinished frame is dropped. Only `gap` may follow.
   */
  end(): readonly SpeechFrame[];
  /** Sound was lost; the next sample is at `at`. Everything heard before is forgotten. */
  gap(at: Millis): void;
}

/** @throws RangeError if the sample rate is not a whole number of Hz from 8000 to 192000. */
export const createSpeechStream = ({ weights, sampleRate, startAt }: SpeechStreamOptions): SpeechStream => {
  const vad = createSileroVad(weights);
  let segmentStart = startAt;
  let framesInSegment = 0;
  let finished: SpeechFrame[] = [];

  const framer = createFramer(sampleRate, (frame) => {
    framesInSegment++;
    finished.push({ at: addMillis(segmentStart, framesInSegment * VAD_FRAME_MS), speech: vad.step(frame) });
  });

  const takeFinished = (): readonly SpeechFrame[] => {
    const frames = finished;
    finished = [];
    return frames;
  };

  return {
    push: (samples) => {
      framer.push(samples);
      return takeFinished();
    },
    end: () => {
      framer.end();
      return takeFinished();
    },
    gap: (at) => {
      framer.reset();
      vad.reset();
      segmentStart = at;
      framesInSegment = 0;
    },
  };
};
