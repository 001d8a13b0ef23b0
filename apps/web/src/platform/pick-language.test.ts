import { describe, expect, it } from "vitest";
import { pickLanguage } from "./pick-language.ts";

const available = ["en", "es"] as const;

describe("the language of the app", () => {
  it("is the stored choice, whatever the browser prefers", () => {
    expect(pickLanguage(available, "es", ["en-GB"])).toBe("es");
  });

  it("is the first of the browser's languages that the app has, region or not", () => {
    expect(pickLanguage(available, null, ["ca", "es-MX", "en"])).toBe("es");
    expect(pickLanguage(available, null, ["EN-us", "es"])).toBe("en");
  });

  it("does not take a language for another that begins alike", () => {
    expect(pickLanguage(available, null, ["est", "eng"])).toBe("en");
    expect(pickLanguage(["es", "en"], null, ["eng"])).toBe("es");
  });

  it("falls back to the first language for an unknown choice", () => {
    expect(pickLanguage(available, "xx", [])).toBe("en");
  });
});
