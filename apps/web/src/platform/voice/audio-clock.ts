/**
 * Audio time as page time: the audio thread counts samples, the page reads its own clock, and nobody tells how they relate.
 *
 * Method: a message is never early, so the smallest lateness seen so far is the offset between the clocks. It is let grow
 * by 0.1 % of the time that passes, far above what crystals drift (0.01 %), so that hours do not pull the two apart.
 */
import { millis, type Millis } from "@undivided/domain";

export interface AudioClock {
  /** The page's time of `audioMs`, which was told at `toldAt`. Never earlier than the last one given. */
  toPageTime(audioMs: number, toldAt: Millis): Millis;
  /** The audio clock stood still: what was learnt is void. */
  reset(): void;
}

const LARGEST_DRIFT = 0.001;

export const createAudioClock = (): AudioClock => {
  let offsetMs = Infinity;
  let lastAudioMs = 0;
  let lastGiven = -Infinity;
  return {
    toPageTime: (audioMs, toldAt) => {
      offsetMs = Math.min(toldAt - audioMs, offsetMs + LARGEST_DRIFT * Math.max(0, audioMs - lastAudioMs));
      lastAudioMs = audioMs;
      lastGiven = Math.max(lastGiven, audioMs + offsetMs);
      return millis(lastGiven);
    },
    reset: () => (offsetMs = Infinity),
  };
};
