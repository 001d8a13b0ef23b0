/**
 * Talk and quiet on real sounds. Scenes are composed of clips (and say so in their names); no clip is in both halves. The
 * parameters were set on the first half; the second was only looked at afterwards.
 */
import { millis } from "@undivided/domain";
import { beforeAll, describe, expect, it } from "vitest";
import { composeScene, cutClip, probabilitiesOf, readClip, type Clip } from "../../../../tests/recorded/scenes.ts";
import { loadSileroWeights } from "../../../../tests/voice/sound-fixtures.ts";
import { createConversationDetector, CONVERSATION_PARAMS, type ConversationEvent } from "./conversation.ts";

type Probe = (clip: Clip) => readonly ConversationEvent[];

let detect: Probe = () => [];
beforeAll(() => {
  const weights = loadSileroWeights();
  detect = (clip) => {
    const detector = createConversationDetector();
    const { frameMs } = CONVERSATION_PARAMS;
    const probabilities = probabilitiesOf(weights, clip.samples);
    const events = probabilities.flatMap((speech, i) => detector.push({ at: millis((i + 1) * frameMs), speech }));
    return [...events, ...detector.close(millis(probabilities.length * frameMs))];
  };
});

const silence: Clip = { name: "silence", samples: new Float32Array(16_000), speech: [] };

const isTalkAt = (events: readonly ConversationEvent[], seconds: number): boolean =>
  events.some((event) => event.type === "talk" && event.at <= seconds * 1000 && seconds * 1000 < event.until);

/** Share of right answers where the truth is beyond doubt: while somebody speaks or up to 3 s after, and 12 s after or more. */
const scoreScene = (scene: Clip): { readonly talk: number; readonly lull: number } => {
  const events = detect(scene);
  const right = { talk: 0, lull: 0 };
  const all = { talk: 0, lull: 0 };
  for (let at = 0; at < scene.samples.length / 16_000; at += 0.1) {
    const before = scene.speech.filter(([from]) => from <= at);
    const since = before.length === 0 ? Infinity : at - Math.max(...before.map(([, until]) => until));
    const kind = since <= 3 ? "talk" : since >= 12 ? "lull" : null;
    if (kind === null) continue;
    all[kind] += 1;
    if (isTalkAt(events, at) === (kind === "talk")) right[kind] += 1;
  }
  return { talk: right.talk / all.talk, lull: right.lull / all.lull };
};

const clip = readClip;

describe.each([
  ["first", ["ami_trn00", "ami_trn03", "ami_trn05"], ["noise_sb1", "typing"]],
  ["second", ["ami_trn04", "ami_trn06", "cnt_2"], ["noise_sb2", "music_salsa"]],
] as const)("on the %s half of the clips", (_, talks, noises) => {
  it("says talk while meetings talk, and a lull while noise goes on (composed)", () => {
    const [a, b, c] = talks;
    const [noise, other] = noises;
    const scene = composeScene("composed", [
      [clip(noise), 40],
      [clip(a), 30],
      [clip(b), 30],
      [clip(other), 60],
      [clip(c), 30],
      [silence, 40],
      [clip(a), 30],
      [clip(noise), 40],
    ]);
    const score = scoreScene(scene);
    expect(score.talk).toBeGreaterThan(0.85);
    expect(score.lull).toBeGreaterThan(0.97);
  });

  it.each(noises)("hears no talk in ten minutes of %s (repeated)", (name) => {
    expect(detect(composeScene("repeated", [[clip(name), 600]])).map((event) => event.type)).toEqual(["quiet"]);
  });
});

it("does not take a quiet couple for silence: one word in five seconds is a talk (composed)", () => {
  const words = clip("cnt_2").speech.slice(0, 8);
  const scene = composeScene(
    "sparse words",
    words.flatMap(([from, until]) => [
      [cutClip(clip("cnt_2"), from - 0.1, until + 0.1), until - from + 0.2] as const,
      [silence, 4.4] as const,
    ]),
  );
  const talk = detect(scene).filter((event) => event.type === "talk");
  expect(talk).toHaveLength(1);
  expect(talk[0]?.at).toBeLessThan(1000);
});

it("misses talk that is too far away to be heard, and says so by staying quiet", () => {
  // Single remarks at the far end of a meeting room: three words in 30 s, and one in 30 s.
  for (const name of ["ami_trn01", "ami_trn02"] as const)
    expect(detect(clip(name)).map((event) => event.type)).toEqual(["quiet"]);
});
