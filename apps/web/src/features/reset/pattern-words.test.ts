import { parseCivilDate, parseRecordId } from "@undivided/domain";
import { expect, test } from "vitest";
import { isIdeaOf, isNoSubject, isSameRitual, patternWords } from "./pattern-words.ts";

const from = parseCivilDate("2026-11-24");
if (from.type === "error") throw new Error("a day");
const pattern = {
  weekdays: [1, 4],
  minute: 190,
  zone: "America/New_York",
  lengthMinutes: 30,
  from: from.value,
  until: null,
};

test("days, time and whose clock it is are said in either language", () => {
  expect(patternWords(pattern, "en-GB")).toBe("Monday and Thursday, 3:10 (America/New York)");
  expect(patternWords({ ...pattern, weekdays: [7] }, "es-ES")).toBe("domingo, 3:10 (America/New York)");
});

test("a ritual is the same by its name or its words", () => {
  const walk = { type: "library", name: "walk" } as const;
  const own = { type: "own", text: "walk" } as const;
  expect([isSameRitual(walk, { ...walk }), isSameRitual(own, { ...own })]).toEqual([true, true]);
  expect([isSameRitual(walk, own), isSameRitual(own, walk), isSameRitual(own, { ...own, text: "run" })]).toEqual([
    ...[false, false, false],
  ]);
});

test("an idea is of a ritual that began as it, or that is the same", () => {
  const id = parseRecordId("1".repeat(32));
  const other = parseRecordId("2".repeat(32));
  if (id.type === "error" || other.type === "error") throw new Error("identifiers");
  const what = { type: "own", text: "walk" } as const;
  const idea = { id: id.value, proposed: { type: "ritual", what, pattern } } as const;
  const isOf = (ritual: Parameters<typeof isIdeaOf>[0]): boolean => isIdeaOf(ritual)(idea);
  expect(isOf({ what: { type: "own", text: "run" }, proposal: id.value })).toBe(true);
  expect(isOf({ what, proposal: null })).toBe(true);
  // Of one whose idea ended it is the same walk, suggested anew.
  expect(isOf({ what, proposal: other.value })).toBe(true);
  expect(isOf({ what: { type: "own", text: "run" }, proposal: null })).toBe(false);
});

test("what is no subject for an agreement is none for a ritual of two either, in words of one's own", () => {
  const own = (text: string): boolean => isNoSubject({ type: "own", text });
  expect(["Read each other’s messages", "Revisar tu celular", "Show you my location"].map(own)).toEqual([
    true,
    true,
    true,
  ]);
  expect(["Read a chapter aloud", "Look at old pictures", "Pasear sin teléfono"].map(own)).toEqual([
    false,
    false,
    false,
  ]);
  expect(isNoSubject({ type: "library", name: "read-aloud" })).toBe(false);
});
