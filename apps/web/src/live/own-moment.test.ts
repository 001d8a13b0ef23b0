import type { Correction, MomentReason } from "@undivided/domain";
import { describe, expect, it } from "vitest";
import { weighed } from "../sensed/reasons.ts";
import { correctionsFor, reasonsThatHold, saidAgainst } from "./own-moment.ts";

const moment = (reasons: readonly MomentReason[], ...said: readonly Correction[]) => ({
  reasons: reasons.map(weighed),
  said,
});
const holding = (...given: Parameters<typeof moment>): readonly MomentReason[] =>
  reasonsThatHold(moment(...given)).map(({ reason }) => reason);

describe("a moment that counts", () => {
  it("can be excused by one tap, also where its owner's own word made it count", () => {
    const every = ["used-together", "said-why-first", "needed", "lull", "not-me", "wrong"];
    for (const said of [[], ["were-talking"], ["from-outside"]] as const) {
      expect(correctionsFor(moment(["was-resting"], ...said)), said.join()).toEqual(every);
    }
    // What its owner calls drifting went on past the excuse.
    expect(correctionsFor(moment(["was-resting", "talk"], "used-together", "drifted"))).toEqual(every.slice(2));
  });

  it("does not say that talk cannot be known where its owner said that there was talk", () => {
    const sensed = ["was-resting", "no-sound"] as const;
    expect(holding(sensed)).toEqual(sensed);
    expect(holding(sensed, "were-talking")).toEqual(["was-resting"]);
    expect(holding(["was-resting", "lull", "tv-on", "no-lift"], "were-talking")).toEqual(["was-resting", "no-lift"]);
  });
});

it("a moment that does not count is explained by what speaks against it alone", () => {
  expect(saidAgainst(moment([], "were-talking", "from-outside", "lull"))).toEqual(["lull"]);
  expect(saidAgainst(moment([], "were-talking"))).toEqual([]);
});
