import { expect, it } from "vitest";
import { durationWords } from "./words-of-time.ts";

it("says lengths of time in the words of the language", () => {
  expect(durationWords("en", 27_000)).toBe("27 seconds");
  expect(durationWords("en", 1000)).toBe("1 second");
  expect(durationWords("en", 125_000)).toBe("2 minutes, 5 seconds");
  expect(durationWords("en", 31 * 60_000 + 20_000)).toBe("31 minutes");
  expect(durationWords("en", 3_780_000)).toBe("1 hour, 3 minutes");
  expect(durationWords("es", 125_000)).toBe("2 minutos y 5 segundos");
});

it("never says nought seconds", () => {
  expect(durationWords("en", 120)).toBe("1 second");
});
