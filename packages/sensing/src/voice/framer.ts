/** Cuts streaming sound of any common rate into the voice model's frames: 512 samples at 16 kHz, back to back. */
import { createResampler, RESAMPLER_BLOCK } from "./resampler.ts";
import { VAD_FRAME_SAMPLES, VAD_SAMPLE_RATE } from "./silero-vad.ts";

export interface Framer {
  /** Mono samples, any number of them. The frames that come of it do not depend on how the stream is cut. */
  push(samples: Float32Array): void;
  /** Lets out the frames that only wait for later samples, as if silence followed. An unfinished frame is dropped. */
  end(): void;
  /** Forgets the unfinished frame and all before it. */
  reset(): void;
}

/**
 * `onFrame` gets each frame as it is complete; the array is used again for the next. Allocates nothing after creation.
 * @throws RangeError if the rate is not a whole number of Hz from 8000 to 192000.
 */
export const createFramer = (sampleRate: number, onFrame: (frame: Float32Array) => void): Framer => {
  const resampler = createResampler(sampleRate, VAD_SAMPLE_RATE);
  const block = new Float32Array(resampler.largestOutput);
  const frame = new Float32Array(VAD_FRAME_SAMPLES);
  const silence = new Float32Array(resampler.waiting);
  let filled = 0;

  const push = (samples: Float32Array): void => {
    for (let from = 0; from < samples.length; from += RESAMPLER_BLOCK) {
      const count = resampler.resample(samples, from, Math.min(from + RESAMPLER_BLOCK, samples.length), block);
      for (let at = 0; at < count; at++) {
        frame[filled++] = block[at] ?? 0;
        if (filled < VAD_FRAME_SAMPLES) continue;
        filled = 0;
        onFrame(frame);
      }
    }
  };

  const reset = (): void => {
    filled = 0;
    resampler.reset();
  };

  return {
    push,
    end: () => {
      push(silence);
      reset();
    },
    reset,
  };
};
