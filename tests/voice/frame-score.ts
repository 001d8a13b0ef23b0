/** How well frame probabilities agree with what is spoken. */
import { VAD_FRAME_MS } from "@undivided/sensing/voice";
import type { SpeechSegment } from "./sound-fixtures.ts";

/** Whether the middle of each frame lies in a segment. */
export const labelFrames = (count: number, segments: readonly SpeechSegment[]): readonly boolean[] =>
  Array.from({ length: count }, (_, frame) => {
    const middle = ((frame + 0.5) * VAD_FRAME_MS) / 1000;
    return segments.some(({ from, until }) => from <= middle && middle < until);
  });

/**
 * Area under the ROC curve: the chance that a frame with speech scores above one without, ties counted half
 * (Mann and Whitney's U over the number of pairs).
 */
export const frameAuc = (scores: readonly number[], isSpeech: readonly boolean[]): number => {
  const order = scores.map((_, frame) => frame).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  let rankSum = 0;
  for (let first = 0; first < order.length;) {
    const score = scores[order[first] ?? 0];
    let after = first;
    while (after < order.length && scores[order[after] ?? 0] === score) after++;
    for (const frame of order.slice(first, after)) if (isSpeech[frame] === true) rankSum += (first + 1 + after) / 2;
    first = after;
  }
  const positives = isSpeech.filter(Boolean).length;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * (scores.length - positives));
};

export const shareAtLeast = (scores: readonly number[], threshold: number): number =>
  scores.filter((score) => score >= threshold).length / scores.length;
