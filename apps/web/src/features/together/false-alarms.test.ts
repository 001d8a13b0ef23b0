import {
  parseDeviceId,
  parseEpochMs,
  parsePersonId,
  parseRecordId,
  parseUtcOffset,
  type MomentRecord,
} from "@undivided/domain";
import { describe, expect, it } from "vitest";
import { falseAlarms } from "./false-alarms.ts";

const must = <T>(result: { readonly type: "ok"; readonly value: T } | { readonly type: "error" }): T => {
  if (result.type === "error") throw new Error("not ok");
  return result.value;
};
const hex = (value: number): string => value.toString(16).padStart(32, "0");
const at = (minute: number) => must(parseEpochMs(Date.parse("2026-11-20T18:00:00Z") + minute * 60_000));

const moment = (index: number, word: "wrong" | "not-me" | "needed" | null): MomentRecord => ({
  type: "moment",
  id: must(parseRecordId(hex(index))),
  owner: must(parsePersonId(hex(1))),
  at: at(index),
  utcOffset: must(parseUtcOffset(0)),
  source: {
    type: "sensed",
    kind: "picked-up",
    together: must(parseRecordId(hex(9999))),
    device: must(parseDeviceId(hex(1))),
    until: at(index + 1),
    reasons: ["was-resting", "talk"],
  },
  corrections: word === null ? [] : [{ type: "said", at: at(index + 2), correction: word, announcedMs: null }],
});
const several = (count: number, from: number, word: Parameters<typeof moment>[1]): readonly MomentRecord[] =>
  Array.from({ length: count }, (_, index) => moment(from + index, word));

describe("the share of false alarms", () => {
  it("is not said over fewer than ten", () => {
    expect(falseAlarms(several(9, 1, "wrong"))).toEqual({ type: "too-little", have: 9 });
  });

  it("counts what its owner called wrong or not theirs, and nothing else they said", () => {
    const found = falseAlarms([...several(2, 1, "wrong"), ...several(1, 3, "not-me"), ...several(9, 4, "needed")]);
    expect(found).toMatchObject({ type: "known", lately: { hits: 3, trials: 12, value: 0.25 }, before: null });
    if (found.type === "known") expect(found.lately.high).toBeGreaterThan(0.4);
  });

  it("tells lately from before", () => {
    const found = falseAlarms([...several(12, 1, "wrong"), ...several(30, 100, null)]);
    expect(found).toMatchObject({ lately: { hits: 0, trials: 30 }, before: { hits: 12, trials: 12 } });
  });

  it("forgets a word that was taken back", () => {
    const [first, ...rest] = several(10, 1, "wrong");
    if (first === undefined) return;
    const back: MomentRecord = {
      ...first,
      corrections: [...first.corrections, { type: "taken-back", at: at(50), correction: "wrong" }],
    };
    expect(falseAlarms([back, ...rest])).toMatchObject({ lately: { hits: 9 } });
  });
});
