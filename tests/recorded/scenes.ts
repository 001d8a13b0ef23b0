/** The real sounds, and scenes composed of them. A scene is longer than any clip, so it is made, and says so. */
import { createSileroVad, VAD_FRAME_SAMPLES, type SileroWeights } from "@undivided/sensing/voice";
import { readSound, readSpeechSegments, type SoundName } from "../voice/sound-fixtures.ts";

export const SOUND_RATE = 16_000;

/** Speech in a clip, in seconds. */
export type Segment = readonly [from: number, until: number];

export interface Clip {
  readonly name: string;
  readonly samples: Float32Array;
  /** Merged over speakers; empty for clips without speech. */
  readonly speech: readonly Segment[];
}

export const readClip = (name: SoundName): Clip => ({
  name,
  samples: readSound(name),
  speech: mergeSegments(readSpeechSegments(name).map(({ from, until }): Segment => [from, until])),
});

const mergeSegments = (segments: readonly Segment[]): readonly Segment[] => {
  const merged: [number, number][] = [];
  for (const [from, until] of segments.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], until);
    else merged.push([from, until]);
  }
  return merged;
};

/** Speech probability of every 32 ms. */
export const probabilitiesOf = (weights: SileroWeights, samples: Float32Array): readonly number[] => {
  const vad = createSileroVad(weights);
  const probabilities: number[] = [];
  for (let start = 0; start + VAD_FRAME_SAMPLES <= samples.length; start += VAD_FRAME_SAMPLES) {
    probabilities.push(vad.step(samples.subarray(start, start + VAD_FRAME_SAMPLES)));
  }
  return probabilities;
};

/** Clips one after the other, each for the given seconds (repeated if it is shorter), as one clip. */
export const composeScene = (name: string, parts: readonly (readonly [clip: Clip, seconds: number])[]): Clip => {
  const total = parts.reduce((sum, [, seconds]) => sum + seconds, 0);
  const samples = new Float32Array(Math.round(total * SOUND_RATE));
  const speech: Segment[] = [];
  let startS = 0;
  for (const [clip, seconds] of parts) {
    const clipS = clip.samples.length / SOUND_RATE;
    for (let offsetS = 0; offsetS < seconds; offsetS += clipS) {
      const takenS = Math.min(clipS, seconds - offsetS);
      const at = Math.round((startS + offsetS) * SOUND_RATE);
      const taken = clip.samples.subarray(0, Math.min(Math.round(takenS * SOUND_RATE), samples.length - at));
      samples.set(taken, at);
      for (const [from, until] of clip.speech) {
        if (from < takenS) speech.push([startS + offsetS + from, startS + offsetS + Math.min(until, takenS)]);
      }
    }
    startS += seconds;
  }
  return { name, samples, speech: mergeSegments(speech) };
};

/** A piece of a clip. */
export const cutClip = (clip: Clip, fromS: number, untilS: number): Clip => ({
  name: clip.name,
  samples: clip.samples.subarray(Math.round(fromS * SOUND_RATE), Math.round(untilS * SOUND_RATE)),
  speech: clip.speech
    .filter(([from, until]) => until > fromS && from < untilS)
    .map(([from, until]): Segment => [Math.max(from, fromS) - fromS, Math.min(until, untilS) - fromS]),
});
