import fc from "fast-check";
import { expect, test } from "vitest";
import { fillTemplate, placesOf } from "./template.ts";

test("fills every place, and leaves one without a part empty", () => {
  expect(fillTemplate("{felt} {when}. {wish}", { felt: "I felt sad", when: "at the door" })).toBe(
    "I felt sad at the door.",
  );
});

test("own words are never read as a template", () => {
  expect(fillTemplate("{a} and {b}", { a: "{b}", b: "x" })).toBe("{b} and x");
});

test("names the places once, in order", () => {
  expect(placesOf("{when} {felt} {when}")).toEqual(["felt", "when"]);
});

test("own words stay whole, whatever they are", () => {
  fc.assert(
    fc.property(fc.string(), (own) => {
      const plain = own.replace(/\s+/g, " ").trim();
      expect(fillTemplate("I felt {own}", { own: plain })).toBe(`I felt ${plain}`.trim());
    }),
  );
});
