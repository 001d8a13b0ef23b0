import { describe, expect, it } from "vitest";
import { pickLanguage, pickRegion } from "./pick-language.ts";

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

describe("the region", () => {
  it("is the browser's for the language that is spoken, not for another one", () => {
    expect(pickRegion("es", ["en-US", "es-MX", "es-ES"])).toBe("es-MX");
    expect(pickRegion("en", ["es-MX", "en-US"])).toBe("en-US");
  });

  it("is none for Spanish and the widest for English where the browser names none", () => {
    expect(pickRegion("es", ["es", "en-US"])).toBe("es");
    expect(pickRegion("en", ["en", "es-MX"])).toBe("en-GB");
    expect(pickRegion("en", ["en-not a tag"])).toBe("en-GB");
  });
});
