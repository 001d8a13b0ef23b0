import { millis, parseInstant, type Instant } from "@undivided/domain";
import type { MomentReason, SensedMoment, SensingEvent } from "@undivided/sensing";
import { describe, expect, it } from "vitest";
import type { FinishedSession } from "../../live/live-session.ts";
import {
  answer,
  askAgain,
  blankStretches,
  createLookBack,
  ownMoments,
  say,
  takeBack,
  type LookBack,
} from "./look-back.ts";

const parsed = parseInstant("2026-11-20T20:00:00Z");
if (parsed.type === "error") throw new Error(parsed.error.type);
const endedAt: Instant = parsed.value;

const moment = (atSeconds: number, why: readonly MomentReason[], change: Partial<SensedMoment> = {}): SensedMoment => ({
  type: "moment",
  kind: "picked-up",
  at: millis(atSeconds * 1000),
  until: millis(atSeconds * 1000 + 20_000),
  counted: null,
  why,
  ...change,
});

const lookBackOn = (...events: SensingEvent[]): LookBack => {
  const session: FinishedSession = {
    from: millis(10_000),
    until: millis(700_000),
    choice: { motion: true, sound: true, television: false },
    events,
    soundProblem: null,
    endedByPickup: false,
  };
  return createLookBack(session, endedAt, 1);
};

const only = (lookBack: LookBack) => {
  const [first] = ownMoments(lookBack);
  if (first === undefined) throw new Error("no moment");
  return first;
};

const counted = moment(30, ["was-resting", "talk", "other-phone-unknown"]);
const silent = moment(30, ["was-resting", "no-sound"]);

describe("the look-back", () => {
  it("shows a moment at its time since the beginning, with what made it count", () => {
    expect(only(lookBackOn({ type: "resting", at: millis(14_000) }, counted))).toEqual({
      index: 0,
      key: "0",
      at: 20_000,
      lastedMs: 20_000,
      kind: "picked-up",
      standing: "counted",
      reasons: [
        { reason: "was-resting", weight: "for", lastedMs: 16_000 },
        { reason: "talk", weight: "for", lastedMs: null },
        { reason: "other-phone-unknown", weight: "beside", lastedMs: null },
      ],
      said: [],
      question: null,
      driftOffered: false,
    });
  });

  it.each(["used-together", "said-why-first", "needed", "lull", "not-me", "wrong"] as const)(
    "takes a moment out of the count by one tap, and puts it back as it was: %s",
    (correction) => {
      const said = say(lookBackOn(counted), 0, correction, endedAt);
      expect(only(said)).toMatchObject({ standing: "not-counted", said: [correction] });
      expect(only(takeBack(said, 0, endedAt))).toMatchObject({ standing: "counted", said: [] });
    },
  );

  it("leaves the other moments alone", () => {
    const two = say(lookBackOn(counted, moment(60, ["was-resting", "talk"])), 1, "needed", endedAt);
    expect(ownMoments(two).map(({ standing }) => standing)).toEqual(["counted", "not-counted"]);
  });

  it("asks once about a moment that cannot be known, and takes the answer", () => {
    const asked = lookBackOn(silent);
    expect(only(asked)).toMatchObject({ standing: "open", question: "talk" });
    expect(only(answer(asked, 0, "yes", endedAt))).toMatchObject({ standing: "counted", question: null });
    expect(only(answer(asked, 0, "no", endedAt))).toMatchObject({ standing: "not-counted", said: ["lull"] });
    expect(only(answer(asked, 0, "not-known", endedAt))).toMatchObject({ standing: "open", question: null });
  });

  it("asks again only after an answer was taken back", () => {
    const answered = answer(lookBackOn(silent), 0, "yes", endedAt);
    expect(only(takeBack(answered, 0, endedAt))).toMatchObject({ standing: "open", question: "talk" });
  });

  it("asks again where its owner did not know, and then does remember", () => {
    const left = answer(lookBackOn(silent), 0, "not-known", endedAt);
    expect(only(askAgain(left, 0))).toMatchObject({ standing: "open", question: "talk" });
  });

  it("excuses what counts since its owner said that there was talk, and takes back word by word", () => {
    const answered = answer(lookBackOn(silent), 0, "yes", endedAt);
    const excused = say(answered, 0, "needed", endedAt);
    expect(only(excused)).toMatchObject({ standing: "not-counted", said: ["were-talking", "needed"] });
    expect(only(takeBack(excused, 0, endedAt))).toMatchObject({ standing: "counted", said: ["were-talking"] });
  });

  it("asks what is not known: the talk, the television, or whether it was picked up", () => {
    expect(only(lookBackOn(moment(30, ["was-resting", "tv-on"]))).question).toBe("television");
    const unsure = lookBackOn(moment(30, ["rest-unsure", "talk"]));
    expect(only(unsure).question).toBe("pick-up");
    expect(only(answer(unsure, 0, "yes", endedAt)).standing).toBe("counted");
    expect(only(answer(unsure, 0, "no", endedAt)).said).toEqual(["wrong"]);
  });

  it("offers drifting after an excuse that the moment outlasted", () => {
    const long = moment(30, ["was-resting", "talk"], { until: millis(300_000) });
    const shared = say(lookBackOn(long), 0, "used-together", endedAt);
    expect(only(shared)).toMatchObject({ standing: "not-counted", driftOffered: true });
    expect(only(say(shared, 0, "drifted", endedAt))).toMatchObject({ standing: "counted", driftOffered: false });
    const short = say(lookBackOn(counted), 0, "used-together", endedAt);
    expect(only(short).driftOffered).toBe(false);
  });
});

describe("what was not known", () => {
  const unknown = (
    of: "motion" | "sound",
    at: number,
    until: number,
    why: "page-hidden" | "device-ended" | "before-first-sample",
  ): SensingEvent => ({
    type: "unknown",
    of,
    at: millis(at),
    until: millis(until),
    why,
  });

  it("is said once for a hidden page, although every sense lost it", () => {
    const away = moment(50, ["no-lift", "talk"], { kind: "left-app", until: millis(60_000) });
    expect(
      blankStretches(
        lookBackOn(
          away,
          unknown("motion", 50_000, 60_100, "page-hidden"),
          unknown("sound", 50_000, 60_800, "page-hidden"),
        ),
      ),
    ).toEqual([{ of: "all", why: "page-hidden", at: 40_000, until: 50_000 }]);
  });

  it("names a lost microphone, but not the second that it takes to open", () => {
    expect(
      blankStretches(
        lookBackOn(
          unknown("sound", 10_000, 11_200, "before-first-sample"),
          unknown("sound", 80_000, 700_000, "device-ended"),
        ),
      ),
    ).toEqual([{ of: "sound", why: "device-ended", at: 70_000, until: 690_000 }]);
  });
});
