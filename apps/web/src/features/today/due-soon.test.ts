import {
  addDays,
  parseCivilDate,
  parsePersonId,
  parseRecordId,
  type CivilDate,
  type KnownRecord,
} from "@undivided/domain";
import { describe, expect, it } from "vitest";
import { dueSoon } from "./due-soon.ts";

const read = [parseCivilDate("2026-11-26"), parseRecordId("0".repeat(32)), parsePersonId("a".repeat(32))] as const;
const [day, id, owner] = read;
if (day.type === "error" || id.type === "error" || owner.type === "error") throw new Error("a record");
const today = day.value;
const head = { id: id.value, owner: owner.value };
const ago = (days: number): CivilDate => addDays(today, -days);
const plan = (from: CivilDate, more: object = {}): KnownRecord => ({
  ...{ ...head, type: "plan", day: from, when: "it rings", then: "let it", about: null, review: null, ended: null },
  ...more,
});
const weeks = (start: CivilDate, ended: CivilDate | null = null): KnownRecord => ({
  ...{ ...head, type: "four-weeks", start, alone: true, tasks: [], lookBack: null, ended },
});
const due = (records: readonly KnownRecord[], untils: readonly CivilDate[] = []) => dueSoon({ records, untils }, today);

describe("what asks for a look", () => {
  it("is nothing where nothing was begun, or all of it is over", () => {
    expect(due([])).toBeNull();
    expect(due([plan(ago(6)), plan(ago(9), { ended: ago(1) }), weeks(ago(9), ago(1))], [ago(1), ago(-3)])).toBeNull();
    expect(due([plan(ago(9), { review: { day: ago(1), outcome: "did-not-help" } })])).toBeNull();
  });

  it("is a plan after a week", () => {
    expect(due([plan(ago(7)), weeks(ago(3))])).toEqual({ type: "plan" });
  });

  it("is the end of a sentence of one's own, two days before and on its last day", () => {
    expect(due([plan(ago(7))], [ago(-2), ago(-20)])).toEqual({ type: "agreement", until: ago(-2) });
    expect(due([], [today])).toEqual({ type: "agreement", until: today });
  });

  it("is the plan of four weeks while it lasts and when it is over, and rest stretches it", () => {
    expect(due([weeks(ago(27))])).toEqual({ type: "four-weeks" });
    expect(due([weeks(ago(28))])).toEqual({ type: "four-weeks-over" });
    const rest: KnownRecord = { ...head, type: "rest", from: ago(10), until: ago(8), why: "pause" };
    expect(due([weeks(ago(28)), rest])).toEqual({ type: "four-weeks" });
  });
});
