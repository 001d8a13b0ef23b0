import { describe, expect, test } from "vitest";
import { wordsOf } from "../safety-words.ts";
import { SAFETY_WORDS as english } from "./en.ts";
import { SAFETY_WORDS as spanish } from "./es.ts";

/** How many letters have to be changed, added or left out to make one word of the other (Levenshtein). */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [at, letter] of Array.from(one).entries()) {
    const next = [at + 1];
    for (const [index, against] of Array.from(other).entries()) {
      const change = (row[index] ?? 0) + (letter === against ? 0 : 1);
      next.push(Math.min(change, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};

describe.each([
  ["English", english],
  ["Spanish", spanish],
])("the safety words in %s", (_, words) => {
  test("are 256, one for each byte, in small letters only", () => {
    expect(words).toHaveLength(256);
    expect(words.filter((word) => !/^[a-záéíóúüñ]{2,13}$/.test(word))).toEqual([]);
  });

  test("differ from one another by more than one letter, accents left aside", () => {
    const plain = words.map((word) => word.normalize("NFD").replace(/\p{M}/gu, ""));
    const near = plain.flatMap((word, at) => plain.slice(0, at).filter((other) => distance(word, other) < 2));
    expect(near).toEqual([]);
  });
});

test("numbers become words of a list", () => {
  expect(wordsOf(english, [0, 1, 255, 0])).toEqual([english[0], english[1], english[255], english[0]]);
  expect(() => wordsOf(english.slice(1), [0, 1, 255, 0])).toThrow("256");
});
