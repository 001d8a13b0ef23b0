import { parseCivilDate, parsePersonId, parseRecordId, type ReflectionRecord } from "@undivided/domain";
import { describe, expect, it } from "vitest";
import { withoutChange } from "./take-back.ts";

const id = parseRecordId("a".repeat(32));
const owner = parsePersonId("b".repeat(32));
const day = parseCivilDate("2026-11-25");
if (id.type === "error" || owner.type === "error" || day.type === "error") throw new Error("valid ids and a day");

const before: ReflectionRecord = {
  type: "reflection",
  id: id.value,
  owner: owner.value,
  about: null,
  day: day.value,
  doing: "We were eating",
  before: ["habit"],
  after: [],
  gaveMe: null,
  elseCouldGive: null,
};

describe("taking a change back", () => {
  it("puts back what it set", () => {
    const after = { ...before, before: ["habit", "bored"], gaveMe: "A break" } as const;
    expect(withoutChange(before, after, after)).toEqual(before);
  });

  it("leaves what was changed after it, another field or the same", () => {
    const after = { ...before, doing: "I was waiting", gaveMe: "A break" };
    const later = { ...after, gaveMe: "A laugh", elseCouldGive: "Three slow breaths" };
    expect(withoutChange(before, after, later)).toEqual({ ...later, doing: "We were eating" });
  });

  it("writes nothing when there is nothing left of it", () => {
    const after = { ...before, doing: "I was waiting" };
    expect(withoutChange(before, after, null)).toBeNull();
    expect(withoutChange(before, after, { ...after, doing: "I was listening" })).toBeNull();
    expect(withoutChange(before, before, before)).toBeNull();
  });
});
