import { parseEpochMs } from "@undivided/domain";
import { describe, expect, it } from "vitest";
import { breakUntil, speaksAt, stageAt, standingOf, TALK_STAGES, timeGone } from "./talk-stages.ts";

describe("the stages of a talk", () => {
  it("give each of the two a turn where one speaks and one listens, and end with both", () => {
    expect(TALK_STAGES.map(({ step, leads }) => `${step} ${leads}`)).toEqual([
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

  it("let who asks listen, and who is asked speak", () => {
    expect([speaksAt("own-it", true), speaksAt("own-it", false)]).toEqual([true, false]);
    expect([speaksAt("listen", true), speaksAt("listen", false)]).toEqual([false, true]);
    expect([speaksAt("sorry-and-repair", true), speaksAt("sorry-and-repair", false)]).toEqual([true, false]);
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

  it("offer a break of twenty minutes", () => {
    const paused = parseEpochMs(1_800_000_000_000);
    if (paused.type === "error") throw new Error("a time");
    expect(breakUntil(paused.value) - paused.value).toBe(1_200_000);
  });
});

describe("a talk on two phones", () => {
  it("stands where the slower one is", () => {
    expect(standingOf(3, 2, 2)).toEqual({ place: 2, hasEnded: false, other: "beside" });
    expect(standingOf(2, 3, 2)).toEqual({ place: 2, hasEnded: false, other: "beside" });
  });

  it("stays where both were when the other ends it, though this one had tapped to go on", () => {
    expect(standingOf(7, null, 6)).toEqual({ place: 6, hasEnded: true, other: "beside" });
  });

  it("is where its only one is as long as nobody else has come", () => {
    expect(standingOf(3, null, 3)).toEqual({ place: 3, hasEnded: false, other: "beside" });
  });

  it("says when the other came in at another step than the next", () => {
    expect(standingOf(3, 0, 3)).toEqual({ place: 0, hasEnded: false, other: "behind" });
    expect(standingOf(0, 3, 0)).toEqual({ place: 0, hasEnded: false, other: "ahead" });
  });
});
