import { parseCivilDate, type CivilDate } from "@undivided/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readOptions } from "../../read-options.ts";
import { LOG_OPTIONS, readJsonDraft, readLogDraft } from "./log-draft.ts";

const day = (text: string): CivilDate => {
  const parsed = parseCivilDate(text);
  if (parsed.type === "error") throw new Error(text);
  return parsed.value;
};
const read = (args: string, today = "2026-11-20") => {
  const options = readOptions(args === "" ? [] : args.split(" "), LOG_OPTIONS);
  if (options.type === "wrong") return options;
  return readLogDraft(options.given, () => day(today));
};
const wordsOf = (args: string): string => {
  const draft = read(args);
  return draft.type === "wrong" ? draft.words : `not wrong: ${draft.type}`;
};

describe("what to log, from words", () => {
  it("takes every kind of the two-tap log", () => {
    expect(read("moment quick-reply")).toEqual({ type: "moment", kind: "quick-reply" });
    expect(read("moment phone-at-the-door --at 2026-11-20T18:00:00Z")).toMatchObject({
      at: Date.UTC(2026, 10, 20, 18),
    });
    expect(read("felt-second lonely --day 2026-11-19")).toEqual({
      type: "felt-second",
      feeling: "lonely",
      day: "2026-11-19",
    });
    expect(read("good-moment eye-contact")).toEqual({ type: "good-moment", kind: "eye-contact" });
    expect(read("bid missed")).toEqual({ type: "bid", outcome: "missed" });
  });

  it("takes a reflection, its lists in their own order and once each", () => {
    expect(read("reflection --before habit --before bored --before habit --after relief --doing cooking")).toEqual({
      type: "reflection",
      answers: {
        about: null,
        doing: "cooking",
        before: ["bored", "habit"],
        after: ["relief"],
        gaveMe: null,
        elseCouldGive: null,
      },
    });
  });

  it("takes a check-in about the week that is over, on a Sunday about the one that ends", () => {
    const weekOf = (today: string) => {
      const draft = read("check-in --own-stress 5", today);
      return draft.type === "check-in" ? draft.week : draft.type;
    };
    expect(["2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24"].map(weekOf)).toEqual([
      "2026-11-09",
      "2026-11-16",
      "2026-11-16",
      "2026-11-16",
    ]);
    expect(read("check-in --week 2026-11-02 --felt-close 1")).toMatchObject({
      week: "2026-11-02",
      answers: { feltClose: 1, ownStress: null },
    });
  });

  it("says what is wrong with a call", () => {
    expect(wordsOf("")).toBe(
      '"" is no kind to log; there is moment, felt-second, good-moment, bid, reflection, check-in, and - for JSON',
    );
    expect(wordsOf("toString")).toMatch(/is no kind to log/);
    expect(wordsOf("moment")).toMatch(/^a word is missing: a moment is picked-up-in-mid-talk, /);
    expect(wordsOf("moment rude")).toMatch(/^"rude" is not in the list/);
    expect(wordsOf("moment quick-reply bid")).toBe('"bid" is one word too many');
    expect(wordsOf("moment quick-reply --day 2026-11-20")).toBe("--day does not go with moment");
    expect(wordsOf("moment quick-reply --at 18:00")).toMatch(/^--at is "18:00", and a time is written in UTC/);
    expect(wordsOf("bid answered --day 2026-02-30")).toMatch(/^--day is "2026-02-30"/);
    expect(wordsOf("check-in")).toBe("a check-in has at least one answer");
    expect(wordsOf("check-in --own-stress 6")).toMatch(/^--own-stress is "6"/);
    expect(wordsOf("check-in --own-stress 3 --week 2026-11-03")).toMatch(/^--week is "2026-11-03"/);
    expect(wordsOf("reflection --about me")).toMatch(/^--about is no id/);
    expect(wordsOf("reflection --before her")).toMatch(/^--before is "her"/);
  });

  it("has no word, no option and no list for somebody else's behaviour", () => {
    for (const word of ["--owner", "--person", "--partner", "--about-partner", "--for"]) {
      expect(wordsOf(`moment quick-reply ${word} x`)).toMatch(/Unknown option/);
    }
  });
});

describe("what to log, from JSON", () => {
  it("takes any kind without id and owner, with or without its version", () => {
    const bid = { type: "bid", day: "2026-11-20", outcome: "missed" };
    for (const written of [bid, { ...bid, version: 1 }]) {
      expect(readJsonDraft(JSON.stringify(written))).toMatchObject({ type: "draft", record: bid });
    }
    expect(readJsonDraft('{"type":"marked-day","day":"2026-11-20","note":"new job"}')).toMatchObject({ type: "draft" });
  });

  it("takes nobody's name but the caller's: id and owner are not given by the line", () => {
    for (const field of ["id", "owner"]) {
      const line = JSON.stringify({ type: "bid", day: "2026-11-20", outcome: "missed", [field]: "a".repeat(32) });
      expect(readJsonDraft(line)).toEqual({ type: "not-yours-to-give", field });
    }
  });

  it("says what is wrong and where, never with the value", () => {
    expect(readJsonDraft("{")).toMatchObject({ error: { type: "not-json", path: [] } });
    expect(readJsonDraft("[]")).toMatchObject({ error: { type: "not-an-object", path: [] } });
    expect(readJsonDraft('{"type":"bid","day":"soon","outcome":"missed"}')).toMatchObject({
      error: { type: "not-a-day", path: ["day"] },
    });
    expect(readJsonDraft('{"type":"bid","version":99}')).toEqual({ type: "unknown-kind" });
    expect(readJsonDraft('{"type":"score-of-a-person","version":1}')).toEqual({ type: "unknown-kind" });
  });

  it("is total", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (line) => readJsonDraft(line).type !== undefined),
      { numRuns: 500 },
    );
  });
});
