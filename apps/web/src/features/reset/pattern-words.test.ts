import { parseCivilDate } from "@undivided/domain";
import { expect, test } from "vitest";
import { isSameRitual, patternWords } from "./pattern-words.ts";

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
