import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOk } from "../result.ts";
import { addToInstant, parseInstant, type Instant } from "../time/instant.ts";
import { moments } from "./arbitraries.contract.ts";
import { correctionsInEffect, type Correction, type CorrectionStep } from "./corrections.ts";
import { MOMENT_REASONS, type MomentReason } from "./moment-kinds.ts";
import { verdictOf } from "./moment.ts";
import { decideVerdict, EXCUSE_MS, weighReasons, type Verdict } from "./verdict.ts";

const parsed = parseInstant("2026-11-20T18:00:00Z");
if (!isOk(parsed)) throw new Error(parsed.error.type);
const AT: Instant = parsed.value;
const MINUTE = 60_000;

const TALKING: readonly MomentReason[] = ["was-resting", "talk", "other-phone-unknown"];
const NO_SOUND: readonly MomentReason[] = ["was-resting", "no-sound"];

const said = (correction: Correction, announcedMs: number | null = null): CorrectionStep => ({
  type: "said",
  at: addToInstant(AT, 60 * MINUTE),
  correction,
  announcedMs,
});

const takenBack = (correction: Correction): CorrectionStep => ({
  type: "taken-back",
  at: addToInstant(AT, 61 * MINUTE),
  correction,
});

const verdict = (
  reasons: readonly MomentReason[] | null,
  lengthMs: number,
  ...corrections: CorrectionStep[]
): Verdict =>
  decideVerdict({ at: AT, until: reasons === null ? null : addToInstant(AT, lengthMs), reasons, corrections });

const after = (ms: number): Instant => addToInstant(AT, ms);

describe("the reasons alone", () => {
  test.each<[readonly MomentReason[], boolean | null]>([
    [["was-resting", "talk"], true],
    [["was-resting", "talk", "other-phone-unknown"], true],
    [["was-resting", "talk", "other-phone-in-use"], false],
    [["was-resting", "lull"], false],
    [["was-resting", "no-sound"], null],
    [["was-resting", "sound-unknown"], null],
    [["was-resting", "tv-on"], null],
    [["rest-unsure", "talk"], null],
    [["no-motion", "talk"], null],
    [["no-lift", "talk"], false],
    [["same-pick-up", "talk"], false],
    [["was-resting"], null],
    [[], null],
  ])("%j → %j", (reasons, counts) => {
    expect(weighReasons(reasons)).toBe(counts);
  });

  test("nothing counts without talk, and one more reason against or in doubt never makes a moment count", () => {
    fc.assert(
      fc.property(fc.subarray([...MOMENT_REASONS]), fc.constantFrom(...MOMENT_REASONS), (reasons, one) => {
        if (!reasons.includes("talk")) expect(weighReasons(reasons)).not.toBe(true);
        if (weighReasons(reasons) === false) expect(weighReasons([...reasons, one])).toBe(false);
        if (weighReasons([one, "was-resting", "talk"]) !== true) expect(weighReasons([...reasons, one])).not.toBe(true);
      }),
    );
  });
});

test("the specification names every reason, and says of each what the code makes of it", () => {
  const text = readFileSync(new URL("../../../../docs/spec/detect.md", import.meta.url), "utf8");
  const rows = [...text.matchAll(/^\| `([a-z-]+)` *\| (for|open|against|–) *\|/gm)].map(([, ...cells]) => cells);
  const speaks = (reason: MomentReason): string => {
    const counts = weighReasons(["was-resting", "talk", reason]);
    if (counts === false) return "against";
    if (counts === null) return "open";
    return reason === "other-phone-unknown" ? "–" : "for";
  };
  expect(rows).toEqual(MOMENT_REASONS.map((reason) => [reason, speaks(reason)]));
});

describe("a sensed moment", () => {
  test("counts when the phone was picked up from rest while there was talk", () => {
    expect(verdict(TALKING, MINUTE)).toEqual({ type: "counted", from: AT });
  });

  test("is open without sound, and its owner's answer settles it either way", () => {
    expect(verdict(NO_SOUND, MINUTE)).toEqual({ type: "open" });
    expect(verdict(NO_SOUND, MINUTE, said("were-talking"))).toEqual({ type: "counted", from: AT });
    expect(verdict(NO_SOUND, MINUTE, said("lull"))).toMatchObject({ type: "not-counted", because: "lull" });
  });

  test("counts when its owner remembers talk where the microphone heard a break", () => {
    expect(verdict(["was-resting", "lull"], MINUTE)).toMatchObject({ type: "not-counted", because: "reasons" });
    expect(verdict(["was-resting", "lull"], MINUTE, said("were-talking"))).toEqual({ type: "counted", from: AT });
  });

  test("does not count for talk alone while the other phone was in use already", () => {
    const reasons: readonly MomentReason[] = ["was-resting", "no-sound", "other-phone-in-use"];
    expect(verdict(reasons, MINUTE, said("were-talking"))).toMatchObject({ type: "not-counted", because: "reasons" });
  });

  test.each<Correction>(["needed", "lull", "not-me", "wrong"])("does not count once its owner said %s", (word) => {
    expect(verdict(TALKING, 60 * MINUTE, said(word))).toEqual({
      type: "not-counted",
      because: word,
      driftOffered: null,
    });
  });

  test("counts as before once its owner said that something outside set it off, and is in doubt as before", () => {
    expect(verdict(TALKING, MINUTE, said("from-outside"))).toEqual({ type: "counted", from: AT });
    expect(verdict(NO_SOUND, MINUTE, said("from-outside"))).toEqual({ type: "open" });
  });

  test.each<Correction>(["used-together", "said-why-first"])("is excused for two minutes by %s", (word) => {
    expect(verdict(TALKING, EXCUSE_MS, said(word))).toEqual({ type: "not-counted", because: word, driftOffered: null });
  });

  test("what follows the excuse is offered as drifting, and counts only when its owner says so", () => {
    expect(verdict(TALKING, 5 * MINUTE, said("used-together"))).toEqual({
      type: "not-counted",
      because: "used-together",
      driftOffered: { from: after(2 * MINUTE), until: after(5 * MINUTE) },
    });
    expect(verdict(TALKING, 5 * MINUTE, said("used-together"), said("drifted"))).toEqual({
      type: "counted",
      from: after(2 * MINUTE),
    });
    expect(verdict(TALKING, EXCUSE_MS, said("used-together"), said("drifted"))).toMatchObject({ type: "not-counted" });
  });

  test("an announced time excuses as long as was announced, shorter or longer than two minutes", () => {
    expect(verdict(TALKING, 9 * MINUTE, said("said-why-first", 10 * MINUTE))).toMatchObject({ driftOffered: null });
    expect(verdict(TALKING, 2 * MINUTE, said("said-why-first", MINUTE))).toMatchObject({
      driftOffered: { from: after(MINUTE), until: after(2 * MINUTE) },
    });
    expect(verdict(TALKING, 2 * MINUTE, said("said-why-first", MINUTE), said("used-together"))).toMatchObject({
      driftOffered: null,
    });
  });

  test("counts as before once its owner takes a correction back", () => {
    expect(verdict(TALKING, MINUTE, said("needed"), takenBack("needed"))).toEqual({ type: "counted", from: AT });
    expect(verdict(TALKING, MINUTE, said("needed"), takenBack("lull"))).toMatchObject({ because: "needed" });
    expect(verdict(TALKING, MINUTE, takenBack("needed"), said("needed"))).toMatchObject({ because: "needed" });
  });
});

test("a logged moment counts until its owner says otherwise", () => {
  expect(verdict(null, 0)).toEqual({ type: "counted", from: AT });
  expect(verdict(null, 0, said("wrong"))).toMatchObject({ type: "not-counted", because: "wrong" });
  expect(verdict(null, 0, said("used-together"))).toMatchObject({ type: "not-counted", driftOffered: null });
});

test("taking back every correction gives the verdict of no correction at all", () => {
  fc.assert(
    fc.property(moments, (moment) => {
      const undone = [...correctionsInEffect(moment.corrections).keys()].map(takenBack);
      expect(verdictOf({ ...moment, corrections: [...moment.corrections, ...undone] })).toEqual(
        verdictOf({ ...moment, corrections: [] }),
      );
    }),
  );
});

test("what counts begins within the moment", () => {
  fc.assert(
    fc.property(moments, (moment) => {
      const result = verdictOf(moment);
      if (result.type !== "counted") return;
      expect(result.from).toBeGreaterThanOrEqual(moment.at);
      if (moment.source.type === "sensed") expect(result.from).toBeLessThanOrEqual(moment.source.until);
    }),
  );
});
