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

describe("times put right by hand", () => {
  it("stay exact where the minute did not change, and go over midnight", () => {
    expect(withTimes(record, "23:40", "00:10")).toMatchObject({
      start: record.start,
      end: at("2026-11-20T23:10:00Z"),
    });
    expect(withTimes(record, "23:55", "00:20")).toMatchObject({
      start: at("2026-11-20T22:55:00Z"),
      end: record.end,
    });
  });

  it("are refused where they do not fit each other or a pause, or are none", () => {
    expect(withTimes(record, "00:01", "00:20")).toBeNull();
    expect(withTimes(record, "23:40", "00:02")).toBeNull();
    expect(withTimes(record, "23:40", "")).toBeNull();
    expect(withTimes(record, "25:00", "00:20")).toBeNull();
  });
});
