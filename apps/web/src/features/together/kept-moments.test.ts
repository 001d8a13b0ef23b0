import {
  parseDeviceId,
  parseEpochMs,
  parsePersonId,
  parseRecordId,
  parseUtcOffset,
  type Instant,
  type TogetherRecord,
  type UnknownSense,
} from "@undivided/domain";
import { describe, expect, it } from "vitest";
import { bothMs, wasMotionRead } from "./kept-moments.ts";

const must = <T>(result: { readonly type: "ok"; readonly value: T } | { readonly type: "error" }): T => {
  if (result.type === "error") throw new Error("not ok");
  return result.value;
};
const START = Date.parse("2026-11-20T19:00:00Z");
const second = (count: number): Instant => must(parseEpochMs(START + count * 1000));
const lost = (of: UnknownSense["of"], from: number, until: number): UnknownSense => ({
  of,
  from: second(from),
  until: second(until),
});

const lasting = (seconds: number, change: Partial<TogetherRecord> = {}): TogetherRecord => ({
  type: "together",
  id: must(parseRecordId("1".repeat(32))),
  owner: must(parsePersonId("2".repeat(32))),
  device: must(parseDeviceId("3".repeat(32))),
  start: second(0),
  utcOffset: must(parseUtcOffset(0)),
  pauses: [],
  end: second(seconds),
  participation: { type: "one-phone" },
  sound: false,
  unknown: [],
  ...change,
});

describe("whether motion was read", () => {
  it("is no where it was lost all the while but for the moment before the end, also of a short time", () => {
    for (const length of [4, 600]) {
      expect(wasMotionRead(lasting(length)), `${length} s`).toBe(true);
      const blind = lasting(length, { unknown: [lost("motion", 0, length - 0.2)] });
      expect(wasMotionRead(blind), `${length} s, lost`).toBe(false);
    }
  });

  it("is yes where it was read for a part, and the sound does not matter", () => {
    expect(wasMotionRead(lasting(600, { unknown: [lost("motion", 0, 500), lost("sound", 0, 600)] }))).toBe(true);
  });
});

it("what was on both phones is no longer than the time that its owner put right", () => {
  const participation: TogetherRecord["participation"] = {
    ...{ type: "both-phones", other: must(parseRecordId("4".repeat(32))), taps: must(parseRecordId("5".repeat(32))) },
    ...{ overlap: [{ from: second(60), until: second(600) }], clockOffsetMs: 0, clockErrorMs: 100 },
  };
  expect(bothMs(lasting(300, { participation }))).toBe(240_000);
  expect(bothMs(lasting(300))).toBe(0);
});
