import { addDays, parseCivilDate, parseRecordId } from "@undivided/domain";
import type { Agreement, Sentence } from "@undivided/journal";
import { describe, expect, test } from "vitest";
import { earlierWords, refusedIn, wholeSentence } from "./agreement-words.ts";
import { isToBeRead } from "./to-read.ts";

const must = <T>(result: { readonly type: "ok"; readonly value: T } | { readonly type: "error" }): T => {
  if (result.type === "error") throw new Error("not parsed");
  return result.value;
};
const today = must(parseCivilDate("2026-11-26"));
const said = (text: string, language: string | null = null): Sentence => ({
  ...{ revision: 1, text, until: addDays(today, 28), language },
});
const agreed = (mine: readonly string[], theirs: readonly string[], isSignedByMe = false): Agreement => ({
  id: must(parseRecordId("0".repeat(32))),
  mine: mine.map((text) => said(text)),
  theirs: theirs.map((text) => said(text)),
  ...{ isOnlyHere: false, wording: null, isInForce: false, isSignedByMe },
});

describe("a sentence", () => {
  test("stays whole in its author's language, whoever reads it", () => {
    expect(wholeSentence(said("mirarte al hablar", "es"), "en")).toEqual({
      text: "Yo voy a mirarte al hablar",
      lang: "es",
    });
    expect(wholeSentence(said("look up", "en"), "es")).toEqual({ text: "I will look up", lang: "en" });
    // As before, and of a language that this version does not have.
    expect(wholeSentence(said("look up"), "en")).toEqual({ text: "I will look up", lang: undefined });
    expect(wholeSentence(said("look up", "fr"), "en")).toEqual({ text: "I will look up", lang: undefined });
  });

  test("that was only lengthened has no earlier wording; of the others the newest are listed", () => {
    const texts = (list: readonly string[]) => earlierWords(list.map((text) => said(text))).map(({ text }) => text);
    expect(texts(["a", "a"])).toEqual([]);
    expect(texts(["a", "b", "a", "b"])).toEqual(["a"]);
    expect(texts(["a", "b", "c", "d", "e"])).toEqual(["d", "c", "b"]);
    expect(texts([])).toEqual([]);
  });

  test("that is no subject is held back on either side, whatever app wrote it", () => {
    expect(refusedIn(agreed([], ["read your messages"]))).toBe("messages");
    expect(refusedIn(agreed(["give you my password"], ["look up"]))).toBe("passwords");
    expect(refusedIn(agreed(["look up"], ["say why first"]))).toBeNull();
  });

  test("is to be read until it is answered or signed", () => {
    expect(isToBeRead(agreed([], ["look up"]))).toBe(true);
    expect(isToBeRead(agreed([], ["look up"], true))).toBe(false);
    expect(isToBeRead(agreed(["say why"], ["look up"]))).toBe(false);
    expect(isToBeRead(agreed(["say why"], []))).toBe(false);
  });
});
