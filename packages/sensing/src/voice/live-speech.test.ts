import { millis } from "@undivided/domain";
import { describe, expect, it } from "vitest";
import { sampleFaster } from "../../../../tests/voice/resampled.ts";
import { loadSileroWeights, readSound } from "../../../../tests/voice/sound-fixtures.ts";
import type { SpeechFrame } from "../events.ts";
import { createLiveSpeech } from "./live-speech.ts";
import { createSpeechStream } from "./speech-stream.ts";

const weights = loadSileroWeights();
const counting = readSound("cnt_1").subarray(0, 32_000);
const QUANTUM = 128;

interface Heard extends SpeechFrame {
  /** The samples that had come in when the frame was told. */
  readonly toldAfter: number;
}

const hearLive = (
  samples: Float32Array,
  sampleRate: number,
  breakAt = Infinity,
  breakSamples = 0,
): readonly Heard[] => {
  const heard: Heard[] = [];
  let next = 0;
  const live = createLiveSpeech({
    weights,
    sampleRate,
    onFrame: (at, speech) => heard.push({ at, speech, toldAfter: next }),
  });
  live.warmUp();
  for (let from = 0; from + QUANTUM <= samples.length; from += QUANTUM) {
    next = from + QUANTUM;
    live.push(samples.subarray(from, next), from + (from >= breakAt ? breakSamples : 0));
  }
  return heard;
};

const withoutTelling = (heard: readonly Heard[]): readonly SpeechFrame[] =>
  heard.map(({ at, speech }) => ({ at, speech }));

describe("createLiveSpeech", () => {
  it.each([16_000, 44_100, 48_000])("hears in quanta what the stream hears at once, at %d Hz", (rate) => {
    const sound = sampleFaster(counting, rate);
    const live = hearLive(sound, rate);
    const whole = createSpeechStream({ weights, sampleRate: rate, startAt: millis(0) }).push(sound);
    expect(live.length).toBeGreaterThanOrEqual(whole.length - 1);
    expect(withoutTelling(live)).toEqual(whole.slice(0, live.length));
  });

  it.each([16_000, 48_000])("tells each frame before the next one ends, at %d Hz", (rate) => {
    const delays = hearLive(sampleFaster(counting, rate), rate).map(
      ({ at, toldAfter }) => (1000 * toldAfter) / rate - at,
    );
    expect(Math.min(...delays)).toBeGreaterThan(0);
    expect(Math.max(...delays)).toBeLessThanOrEqual(32);
  });

  it("keeps up where two quanta make a frame", () => {
    const sound = counting.filter((_, index) => index % 2 === 0);
    const whole = createSpeechStream({ weights, sampleRate: 8000, startAt: millis(0) }).push(sound);
    const live = hearLive(sound, 8000);
    expect(live.length).toBeGreaterThanOrEqual(whole.length - 1);
    expect(withoutTelling(live)).toEqual(whole.slice(0, live.length));
  });

  it("begins anew on the audio clock where samples are missing", () => {
    const breakAt = 100 * QUANTUM + 256; // inside a frame
    const heard = withoutTelling(hearLive(counting, 16_000, breakAt, 48_000));
    const before = heard.filter(({ at }) => at < 2000);
    const after = heard.filter(({ at }) => at >= 2000);
    expect(before).toHaveLength(25);
    const afresh = createSpeechStream({ weights, sampleRate: 16_000, startAt: millis((breakAt + 48_000) / 16) });
    expect(after).toEqual(afresh.push(counting.subarray(breakAt)).slice(0, after.length));
  });

  it("tells nothing of a frame that was under way at a restart", () => {
    const heard: number[] = [];
    const live = createLiveSpeech({ weights, sampleRate: 16_000, onFrame: (at) => heard.push(at) });
    live.push(counting.subarray(0, 512), 0);
    live.restart();
    live.push(counting.subarray(512, 640), 512);
    live.push(counting.subarray(640, 768), 640);
    expect(heard).toEqual([]);
  });
});
