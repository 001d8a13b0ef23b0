import { millis } from "@undivided/domain";
import type { SensingEvent } from "@undivided/sensing";
import { describe, expect, it } from "vitest";
import { countMoments, decidingReason, momentAt, momentViews } from "./moment-view.ts";

const at = millis;

const events: readonly SensingEvent[] = [
  { type: "resting", at: at(4000) },
  { type: "talk", at: at(5000), until: at(50_000) },
  { type: "picked-up", at: at(30_000) },
  {
    type: "moment",
    at: at(30_000),
    until: at(57_000),
    kind: "picked-up",
    counted: true,
    why: ["was-resting", "talk", "other-phone-unknown"],
  },
  { type: "quiet", at: at(50_000), until: at(90_000) },
  { type: "put-back", at: at(57_000) },
  { type: "picked-up", at: at(80_000) },
  {
    type: "moment",
    at: at(80_000),
    until: at(82_000),
    kind: "picked-up",
    counted: false,
    why: ["was-resting", "lull"],
  },
  { type: "put-back", at: at(82_000) },
  { type: "unknown", of: "sound", at: at(90_000), until: at(100_000), why: "interrupted" },
  {
    type: "moment",
    at: at(95_000),
    until: at(100_000),
    kind: "left-app",
    counted: null,
    why: ["rest-unsure", "sound-unknown"],
  },
];

describe("moments as the page shows them", () => {
  const moments = momentViews(events, 100_000);

  it("carry a sign for counted, not counted and open", () => {
    expect(moments.map(({ sign }) => sign)).toEqual(["counted", "not-counted", "open"]);
  });

  it("say how long the phone had been lying and the room been quiet", () => {
    expect(moments[0]?.reasons[0]).toEqual({ reason: "was-resting", weight: "for", lastedMs: 26_000 });
    expect(moments[1]?.reasons).toEqual([
      { reason: "was-resting", weight: "for", lastedMs: 23_000 },
      { reason: "lull", weight: "against", lastedMs: 30_000 },
    ]);
  });

  it("know that one was still going on when the recording ended", () => {
    expect(moments.map(({ open }) => open)).toEqual([false, false, true]);
  });

  it("name the reason that decided: against before open before for", () => {
    expect(moments.map((moment) => decidingReason(moment)?.reason)).toEqual(["was-resting", "lull", "rest-unsure"]);
  });

  it("are counted apart, the open ones outside every count", () => {
    expect(countMoments(moments)).toEqual({ counted: 1, notCounted: 1, open: 1, total: 3, onlyPickups: false });
    expect(countMoments([])).toEqual({ counted: 0, notCounted: 0, open: 0, total: 0, onlyPickups: true });
  });

  it("are found by time, half-open", () => {
    expect(momentAt(moments, 30_000)?.index).toBe(0);
    expect(momentAt(moments, 56_999)?.index).toBe(0);
    expect(momentAt(moments, 57_000)).toBeNull();
  });
});

it("does not claim how long the phone lay when motion was lost in between", () => {
  const [moment] = momentViews(
    [
      { type: "resting", at: at(0) },
      { type: "unknown", of: "motion", at: at(10), until: at(20), why: "gap" },
      { type: "moment", at: at(30), until: at(40), kind: "picked-up", counted: null, why: ["was-resting"] },
    ],
    100,
  );
  expect(moment?.reasons[0]?.lastedMs).toBeNull();
});
