import { millis } from "@undivided/domain";
import type { SensingEvent } from "@undivided/sensing";
import { describe, expect, it } from "vitest";
import type { Band } from "../../ui/charts/lanes.ts";
import { createEnvelope } from "../../ui/charts/min-max.ts";
import { senseAt, stopsOf } from "./reading.ts";

const bands: readonly Band[] = [
  { at: 0, until: 1000, tone: "unknown" },
  { at: 1000, until: 2000, tone: "rest" },
];
const events: readonly SensingEvent[] = [
  { type: "unknown", of: "sound", at: millis(0), until: millis(1000), why: "interrupted" },
  { type: "unknown", of: "motion", at: millis(0), until: millis(1000), why: "gap" },
];

describe("the reading at one time", () => {
  it("says why nothing is known, of the right sense", () => {
    expect(senseAt("motion", bands, events, null, 500)).toEqual({ tone: "unknown", why: "gap", value: null });
    expect(senseAt("sound", bands, events, null, 500)).toEqual({ tone: "unknown", why: "interrupted", value: null });
  });

  it("carries the measured value just there", () => {
    const envelope = createEnvelope(0, 100, 64);
    for (const [at, value] of [
      [1400, 1],
      [1500, 7],
      [1600, 2],
    ] as const) {
      envelope.add(at, value);
    }
    expect(senseAt("motion", bands, events, envelope.build(), 1500)?.value).toBe(7);
    expect(senseAt("motion", bands, events, envelope.build(), 1900)?.value).toBeNull();
  });

  it("is nothing where nothing was said", () => {
    expect(senseAt("motion", bands, events, null, 2500)).toBeNull();
  });
});

it("stops once at every change and moment, in order", () => {
  expect(stopsOf(bands, [{ at: 1000 }, { at: 400 }])).toEqual([0, 400, 1000]);
});
