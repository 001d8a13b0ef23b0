import { millis } from "@undivided/domain";
import type { SensingEvent } from "@undivided/sensing";
import { describe, expect, it } from "vitest";
import { bandAt, phoneBands, talkBands } from "./bands.ts";

const span = { from: 0, until: 140_000 };
const at = millis;

/** A table pick-up as sensing says it: rest, up, carried, still on a lap; sound known only in the middle. */
const pickedUpInTalk: readonly SensingEvent[] = [
  { type: "unknown", of: "sound", at: at(0), until: at(44_000), why: "before-first-sample" },
  { type: "resting", at: at(0) },
  { type: "quiet", at: at(44_000), until: at(54_000) },
  { type: "talk", at: at(54_000), until: at(74_000) },
  { type: "picked-up", at: at(66_400) },
  {
    type: "moment",
    at: at(66_400),
    until: at(134_000),
    kind: "picked-up",
    counted: true,
    why: ["was-resting", "talk"],
  },
  { type: "unknown", of: "sound", at: at(74_000), until: at(140_000), why: "after-last-sample" },
  { type: "still-elsewhere", at: at(134_000) },
];

describe("the phone as bands", () => {
  it("lets each state last until the next event of the phone, whatever else happens meanwhile", () => {
    expect(phoneBands(pickedUpInTalk, span)).toEqual([
      { at: 0, until: 66_400, tone: "rest" },
      { at: 66_400, until: 134_000, tone: "lifted" },
      { at: 134_000, until: 140_000, tone: "still" },
    ]);
  });

  it("claims nothing between an unknown stretch and the next thing known", () => {
    const bands = phoneBands(
      [
        { type: "resting", at: at(0) },
        { type: "unknown", of: "motion", at: at(10_000), until: at(20_000), why: "gap" },
        { type: "resting", at: at(21_000) },
      ],
      { from: 0, until: 30_000 },
    );
    expect(bands).toEqual([
      { at: 0, until: 10_000, tone: "rest" },
      { at: 10_000, until: 20_000, tone: "unknown" },
      { at: 21_000, until: 30_000, tone: "rest" },
    ]);
    expect(bandAt(bands, 20_500)).toBeNull();
    expect(bandAt(bands, 20_000)).toBeNull();
    expect(bandAt(bands, 19_999)?.tone).toBe("unknown");
  });

  it("joins a put-back and the rest that follows", () => {
    const bands = phoneBands(
      [
        { type: "put-back", at: at(5000) },
        { type: "resting", at: at(9000) },
      ],
      { from: 0, until: 10_000 },
    );
    expect(bands).toEqual([{ at: 5000, until: 10_000, tone: "rest" }]);
  });
});

describe("the talk as bands", () => {
  it("keeps talk, lulls and what is unknown of the sound, and nothing of the motion", () => {
    const gap: SensingEvent = { type: "unknown", of: "motion", at: at(1), until: at(2), why: "gap" };
    expect(talkBands([gap, ...pickedUpInTalk]).map(({ tone }) => tone)).toEqual([
      "unknown",
      "quiet",
      "talk",
      "unknown",
    ]);
  });
});
