import { loadTexts } from "@undivided/content/load";
import { expect, it } from "vitest";
import { viewWords } from "./view-words.ts";

const texts = { words: await loadTexts("words", "en"), feelings: await loadTexts("feelings", "en") };

it("says what is shown in its owner's own voice, and the day", () => {
  expect(viewWords({ type: "moment", day: "2026-11-24", kind: "quick-reply" }, texts)).toEqual({
    day: "2026-11-24",
    text: "I sent a quick reply",
  });
  expect(viewWords({ type: "felt-second", day: "2026-11-24", feeling: "lonely" }, texts)?.text).toBe("I felt lonely");
});

it("shows nothing of what it does not know, and no clock time whatever comes with it", () => {
  expect(viewWords({ type: "moment", day: "2026-11-24", kind: "constructor" }, texts)).toBeNull();
  expect(viewWords({ type: "good-moment", day: "yesterday", kind: "eye-contact" }, texts)).toBeNull();
  expect(viewWords({ type: "reflection", day: "2026-11-24", doing: "secret" }, texts)).toBeNull();
  expect(viewWords({ type: "bid", day: "2026-11-24", outcome: "missed", at: "19:41" }, texts)).toEqual({
    day: "2026-11-24",
    text: "I let it go by",
  });
});
