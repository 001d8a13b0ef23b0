import { parseEpochMs, type Instant } from "@undivided/domain";
import { MAX_DRAFT_LENGTH, type SensedMoment } from "@undivided/journal";
import { describe, expect, it } from "vitest";
import { NO_DRAFT, readDraft, writeDraft } from "./draft.ts";

const at = (ms: number): Instant => {
  const read = parseEpochMs(Date.parse("2026-11-20T18:00:00Z") + ms);
  if (read.type === "error") throw new Error("no time");
  return read.value;
};
const moment = (index: number): SensedMoment => ({
  kind: "picked-up",
  at: at(index * 60_000),
  until: at(index * 60_000 + 20_000),
  reasons: ["was-resting", "talk", "other-phone-unknown"],
});

describe("the draft of an evening", () => {
  it("comes back as it was written", () => {
    const draft = {
      moments: [moment(1), moment(2)],
      unknown: [{ of: "sound" as const, from: at(0), until: at(5) }],
    };
    expect(readDraft(writeDraft(draft))).toEqual(draft);
  });

  it("keeps to the journal's bound, the newest first", () => {
    const moments = Array.from({ length: 300 }, (_, index) => moment(index));
    const text = writeDraft({ moments, unknown: [] });
    expect(text.length).toBeLessThanOrEqual(MAX_DRAFT_LENGTH);
    const back = readDraft(text).moments;
    expect(back.length).toBeGreaterThan(40);
    expect(back.at(-1)).toEqual(moments.at(-1));
  });

  it("is empty where nothing, or nothing readable, was left", () => {
    for (const text of [null, "", "{", "[]", '{"version":2,"moments":[],"unknown":[]}', '{"version":1}']) {
      expect(readDraft(text)).toEqual(NO_DRAFT);
    }
  });
});
