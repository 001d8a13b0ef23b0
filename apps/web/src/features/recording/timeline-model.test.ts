import { millis } from "@undivided/domain";
import type { SensingEvent } from "@undivided/sensing";
import { describe, expect, it } from "vitest";
import { createEnvelope } from "../../ui/charts/min-max.ts";
import type { ShownRecording } from "./analysis.ts";
import { timelineModel, tonesOf, type LaneWords } from "./timeline-model.ts";

const words: LaneWords = {
  moments: ["moments", ""],
  room: ["room", ""],
  phone: ["phone", ""],
  label: ({ sign }) => sign,
};
const thresholds = { speech: 0.3, liftDegrees: 12 };

const recordingOf = (events: readonly SensingEvent[], more: Partial<ShownRecording> = {}): ShownRecording => ({
  from: 0,
  until: 100_000,
  events,
  angle: null,
  speech: null,
  files: [],
  leftOut: [],
  skipped: { count: 0, first: [] },
  ...more,
});

const at = millis;

describe("the picture of a recording", () => {
  it("has a lane only for what was recorded", () => {
    const motionOnly = timelineModel(recordingOf([{ type: "resting", at: at(0) }]), words, thresholds);
    expect(motionOnly.lanes.map(({ name }) => name)).toEqual(["moments", "phone"]);
    const soundOnly = timelineModel(recordingOf([{ type: "quiet", at: at(0), until: at(100_000) }]), words, thresholds);
    expect(soundOnly.lanes.map(({ name }) => name)).toEqual(["moments", "room"]);
  });

  it("opens at the first counted moment, else at the first, else at the start", () => {
    const open: SensingEvent = {
      type: "moment",
      at: at(5000),
      until: at(6000),
      kind: "picked-up",
      counted: null,
      why: ["was-resting", "no-sound"],
    };
    const counted: SensingEvent = {
      ...open,
      at: at(40_000),
      until: at(50_000),
      counted: true,
      why: ["was-resting", "talk"],
    };
    expect(timelineModel(recordingOf([open, counted]), words, thresholds).start).toBe(40_000);
    expect(timelineModel(recordingOf([open]), words, thresholds).start).toBe(5000);
    expect(timelineModel(recordingOf([]), words, thresholds).start).toBe(0);
  });

  it("scales the angle to what was reached, but never makes a tremble look like a lift", () => {
    const angle = createEnvelope(0, 50, 64);
    angle.add(0, 3);
    const trembling = timelineModel(recordingOf([], { angle: angle.build() }), words, thresholds);
    angle.add(100, 120);
    const lifted = timelineModel(recordingOf([], { angle: angle.build() }), words, thresholds);
    const ceilings = [trembling, lifted].map(({ lanes }) => {
      const lane = lanes.find(({ name }) => name === "phone");
      return lane?.type === "bands" ? lane.strip?.ceiling : undefined;
    });
    expect(ceilings).toEqual([45, 120]);
  });

  it("explains each tone that it draws once, unknown last", () => {
    const model = timelineModel(
      recordingOf([
        { type: "unknown", of: "motion", at: at(0), until: at(10), why: "gap" },
        { type: "resting", at: at(10) },
        { type: "talk", at: at(0), until: at(50_000) },
        { type: "quiet", at: at(50_000), until: at(60_000) },
        { type: "talk", at: at(60_000), until: at(100_000) },
      ]),
      words,
      thresholds,
    );
    expect(tonesOf(model)).toEqual(["talk", "quiet", "rest", "unknown"]);
  });
});
