import { parseCivilDate, parsePersonId, parseRecordId, type KnownRecord, type RecordId } from "@undivided/domain";
import { describe, expect, it } from "vitest";
import { groupByDay, sentenceOf } from "./record-days.ts";

const valueOf = <T>(result: { type: "ok"; value: T } | { type: "error"; error: unknown }): T => {
  if (result.type === "error") throw new Error("not valid");
  return result.value;
};
const idOf = (digit: string): RecordId => valueOf(parseRecordId(digit.repeat(32)));
const owner = valueOf(parsePersonId("f".repeat(32)));
const [monday, tuesday] = ["2026-11-23", "2026-11-24"].map((text) => valueOf(parseCivilDate(text)));
if (monday === undefined || tuesday === undefined) throw new Error("two days");

const felt: KnownRecord = { type: "felt-second", id: idOf("1"), owner, day: tuesday, feeling: "lonely" };
const sentence: KnownRecord = {
  type: "reflection",
  id: idOf("2"),
  owner,
  day: tuesday,
  about: felt.id,
  doing: "I felt lonely.",
  before: [],
  after: [],
  gaveMe: null,
  elseCouldGive: null,
};
const good: KnownRecord = { type: "good-moment", id: idOf("3"), owner, day: monday, kind: "eye-contact" };
const alone: KnownRecord = { ...sentence, id: idOf("4"), about: null };

describe("what one kept", () => {
  it("stands by day in the given order", () => {
    expect(groupByDay([felt, good], "all").map(({ day }) => day)).toEqual([tuesday, monday]);
  });

  it("shows the sentence of a feeling with the feeling, not as another line", () => {
    expect(groupByDay([felt, sentence, alone], "all")).toEqual([{ day: tuesday, records: [felt, alone] }]);
    expect(sentenceOf([felt, sentence], felt.id)).toBe(sentence);
    expect(sentenceOf([felt, alone], felt.id)).toBeNull();
  });

  it("shows a sentence whose feeling is gone by itself, so that nothing kept is out of reach", () => {
    expect(groupByDay([sentence], "all")).toEqual([{ day: tuesday, records: [sentence] }]);
  });

  it("can be narrowed", () => {
    expect(groupByDay([felt, good], "good")).toEqual([{ day: monday, records: [good] }]);
    expect(groupByDay([felt, good], "moments")).toEqual([]);
    expect(groupByDay([felt, good], "inner")).toEqual([{ day: tuesday, records: [felt] }]);
  });
});
