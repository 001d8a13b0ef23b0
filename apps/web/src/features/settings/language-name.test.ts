import { expect, it } from "vitest";
import { languageName } from "./language-name.ts";

it("names each language in its own words", () => {
  expect(languageName("en")).toBe("English");
  expect(languageName("es")).toBe("Español");
});
