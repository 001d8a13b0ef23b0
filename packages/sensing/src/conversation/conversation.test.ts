import { millis } from "@undivided/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SpeechFrame } from "../events.ts";
import { createConversationDetector, type ConversationEvent } from "./conversation.ts";

/** Made frames: speech in the given seconds. */
const frames = (
  fromS: number,
  untilS: number,
  talks: readonly (readonly [number, number])[],
): readonly SpeechFrame[] => {
  const made: SpeechFrame[] = [];
  for (let at = fromS * 1000 + 32; at <= untilS * 1000; at += 32) {
    const talking = talks.some(([from, until]) => at > from * 1000 && at <= until * 1000);
    made.push({ at: millis(at), speech: talking ? 0.8 : 0.05 });
  }
  return made;
};

const run = (input: readonly SpeechFrame[], untilS: number): readonly ConversationEvent[] => {
  const detector = createConversationDetector();
  return [...input.flatMap((frame) => detector.push(frame)), ...detector.close(millis(untilS * 1000))];
};

const inSeconds = (events: readonly ConversationEvent[]) =>
  events.map(({ type, at, until }) => [type, Math.round(at / 100) / 10, Math.round(until / 100) / 10]);

describe("talk and quiet", () => {
  it("dates talk from the first word to the end of the lull", () => {
    expect(inSeconds(run(frames(0, 60, [[20, 23]]), 60))).toEqual([
      ["quiet", 0, 20],
      ["talk", 20, 30.6],
      ["quiet", 30.6, 60],
    ]);
  });

  it("keeps a talk together over pauses shorter than a lull", () => {
    const talk = run(
      frames(0, 60, [
        [10, 12],
        [18, 20],
        [26, 28],
      ]),
      60,
    ).filter(({ type }) => type === "talk");
    expect(inSeconds(talk)).toEqual([["talk", 10, 35.6]]);
  });

  it("takes less speech than a sentence for no talk", () => {
    expect(inSeconds(run(frames(0, 60, [[20, 21]]), 60))).toEqual([["quiet", 0, 60]]);
  });

  it("does not date a talk back over a lull to a lone word before it", () => {
    const talk = run(
      frames(0, 60, [
        [10, 10.3],
        [21, 24],
      ]),
      60,
    ).filter(({ type }) => type === "talk");
    expect(inSeconds(talk)).toEqual([["talk", 21, 31.6]]);
  });

  it("covers the whole time once, whatever is said", () => {
    const talks = fc.array(
      fc.tuple(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 20, noNaN: true })),
    );
    fc.assert(
      fc.property(talks, (drawn) => {
        const events = run(
          frames(
            0,
            100,
            drawn.map(([from, length]) => [from, from + length]),
          ),
          100,
        );
        expect(events[0]?.at).toBe(0);
        expect(events.at(-1)?.until).toBe(100_000);
        events.slice(1).forEach((event, index) => {
          expect(event.at).toBe(events[index]?.until);
          expect(event.type).not.toBe(events[index]?.type);
        });
      }),
      { numRuns: 50 },
    );
  });
});

describe("lost sound", () => {
  it("is unknown for a gap in the frames, and what was heard before it is forgotten", () => {
    const events = run([...frames(0, 30, [[20, 30]]), ...frames(40, 60, [])], 60);
    expect(inSeconds(events)).toEqual([
      ["quiet", 0, 20],
      ["talk", 20, 30],
      ["unknown", 30, 40],
      ["quiet", 40, 60],
    ]);
  });

  it("is unknown from the moment the microphone ends", () => {
    const detector = createConversationDetector();
    const events = frames(0, 10, []).flatMap((frame) => detector.push(frame));
    events.push(...detector.lose(millis(12_000), "device-ended"), ...detector.close(millis(20_000)));
    expect(events.at(-1)).toMatchObject({
      type: "unknown",
      of: "sound",
      at: 12_000,
      until: 20_000,
      why: "device-ended",
    });
  });

  it("ignores frames that come twice or too late", () => {
    const made = frames(0, 30, [[10, 20]]);
    const repeated = made.flatMap((frame, index) => [frame, frame, made[index - 5] ?? frame]);
    expect(run(repeated, 30)).toEqual(run(made, 30));
  });
});
