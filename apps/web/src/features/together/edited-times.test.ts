import {
  parseDeviceId,
  parseEpochMs,
  parsePersonId,
  parseRecordId,
  parseUtcOffset,
  type TogetherRecord,
} from "@undivided/domain";
import { describe, expect, it } from "vitest";
import { withTimes } from "./edited-times.ts";

const must = <T>(result: { readonly type: "ok"; readonly value: T } | { readonly type: "error" }): T => {
  if (result.type === "error") throw new Error("not ok");
  return result.value;
};
const at = (text: string) => must(parseEpochMs(Date.parse(text)));

/** 23:40 to 00:20 by its owner's clock, an hour ahead of UTC, with a pause. */
const record: TogetherRecord = {
  type: "together",
  id: must(parseRecordId("1".repeat(32))),
  owner: must(parsePersonId("2".repeat(32))),
  device: must(parseDeviceId("3".repeat(32))),
  start: at("2026-11-20T22:40:17Z"),
  utcOffset: must(parseUtcOffset(60)),
  pauses: [{ from: at("2026-11-20T23:00:00Z"), until: at("2026-11-20T23:05:00Z") }],
  end: at("2026-11-20T23:20:30Z"),
  participation: { type: "one-phone" },
  sound: false,
  unknown: [],
};

const now = at("2026-11-21T10:00:00Z");
const edit = (start: string, end: string, of: TogetherRecord = record) => withTimes(of, start, end, now);

describe("times put right by hand", () => {
  it("stay exact where the minute did not change, and go over midnight", () => {
    expect(edit("23:40", "00:10")).toMatchObject({
      record: { start: record.start, end: at("2026-11-20T23:10:00Z") },
    });
    expect(edit("23:55", "00:20")).toMatchObject({
      record: { start: at("2026-11-20T22:55:00Z"), end: record.end },
    });
  });

  it("may lie on both sides of a midnight, wherever they lay before", () => {
    const supper = { ...record, pauses: [], start: at("2026-11-20T18:00:10Z"), end: at("2026-11-20T18:30:00Z") };
    expect(edit("22:30", "00:45", supper)).toMatchObject({
      record: { start: at("2026-11-20T21:30:00Z"), end: at("2026-11-20T23:45:00Z") },
    });
    // At noon, put back to the night before: the same hours of the coming night are still ahead.
    const noon = { ...record, pauses: [], start: at("2026-11-21T09:30:00Z"), end: at("2026-11-21T09:50:00Z") };
    expect(edit("23:30", "00:30", noon)).toMatchObject({
      record: { start: at("2026-11-20T22:30:00Z"), end: at("2026-11-20T23:30:00Z") },
    });
  });

  it("are refused at the field that has to change: no time, a wrong order, what is ahead, a pause outside", () => {
    expect(edit("23:40", "")).toEqual({ type: "problem", of: "end", problem: { type: "no-time" } });
    expect(edit("25:00", "00:20")).toEqual({ type: "problem", of: "start", problem: { type: "no-time" } });
    expect(edit("23:40", "23:30")).toEqual({ type: "problem", of: "end", problem: { type: "order" } });
    const noon = { ...record, pauses: [], start: at("2026-11-21T09:30:00Z"), end: at("2026-11-21T09:50:00Z") };
    expect(edit("10:30", "13:00", noon)).toEqual({ type: "problem", of: "end", problem: { type: "ahead" } });
    expect(edit("00:01", "00:20")).toEqual({
      ...{ type: "problem", of: "start" },
      problem: { type: "pause", at: at("2026-11-20T23:00:00Z") },
    });
    expect(edit("23:40", "00:02")).toEqual({
      ...{ type: "problem", of: "end" },
      problem: { type: "pause", at: at("2026-11-20T23:05:00Z") },
    });
  });
});
