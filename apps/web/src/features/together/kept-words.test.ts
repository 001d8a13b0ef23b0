import { parseEpochMs, parseUtcOffset, type Instant } from "@undivided/domain";
import { describe, expect, it } from "vitest";
import { spanWords, unknownWords } from "./kept-words.ts";

const must = <T>(result: { readonly type: "ok"; readonly value: T } | { readonly type: "error" }): T => {
  if (result.type === "error") throw new Error("not ok");
  return result.value;
};
const at = (text: string): Instant => must(parseEpochMs(Date.parse(`2026-11-20T${text}Z`)));
const record = { utcOffset: must(parseUtcOffset(0)), start: at("11:30:00") };

describe("a stretch", () => {
  it("within one minute is said with one time, a longer one with two", () => {
    const [first, last] = [at("11:39:05"), at("11:39:50")];
    const one = spanWords(first, last, record);
    expect(one).toMatch(/^At 11:39/);
    expect(one).not.toContain(" to ");
    expect(spanWords(first, at("11:41:00"), record)).toMatch(/^11:39.* to 11:41/);
    expect(unknownWords({ of: "motion", from: first, until: last }, record)).toContain(`${one}: motion wasn’t read`);
  });

  it("before it went dark is said to be that, and blames no hidden page", () => {
    const waited = { of: "all", from: record.start, until: at("11:31:00") } as const;
    expect(unknownWords(waited, record)).toContain("had not begun on this phone yet");
    expect(unknownWords({ ...waited, from: at("11:30:30") }, record)).toContain("The page was hidden");
  });
});
