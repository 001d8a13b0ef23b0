import { describe, expect, it } from "vitest";
import { placeOfBoth, stageAt, TALK_STAGES, timeGone } from "./talk-stages.ts";

describe("the stages of a talk", () => {
  it("give each of the two a turn where one speaks and one listens, and end with both", () => {
    expect(TALK_STAGES.map(({ step, speaker }) => `${step} ${speaker}`)).toEqual([
      "own-it far",
      "own-it near",
      "listen far",
      "listen near",
      "sorry-and-repair far",
      "sorry-and-repair near",
      "one-small-thing both",
      "close both",
    ]);
  });

  it("have a screen for every place that another version could name", () => {
    expect(stageAt(-4)).toBe(TALK_STAGES[0]);
    expect(stageAt(100)).toBe(TALK_STAGES.at(-1));
  });

  it("offer time and never push on", () => {
    expect(timeGone(2, 60_000)).toBe(0.5);
    expect(timeGone(2, 3_600_000)).toBe(1);
    expect(timeGone(null, 5)).toBeNull();
  });

  it("stand where the slower of two phones is", () => {
    expect(placeOfBoth(3, 1)).toBe(1);
    expect(placeOfBoth(3, null)).toBe(3);
  });
});
