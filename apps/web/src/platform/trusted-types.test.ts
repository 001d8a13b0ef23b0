import { describe, expect, it } from "vitest";
import { installTrustedTypes, ownScriptAddress } from "./trusted-types.ts";

const origin = "https://undivided.example";

describe("script addresses", () => {
  it("pass on our own origin, absolute or not", () => {
    expect(ownScriptAddress(origin, "/assets/a.js")).toBe(`${origin}/assets/a.js`);
    expect(ownScriptAddress(origin, `${origin}/sw.js`)).toBe(`${origin}/sw.js`);
  });

  it("are refused from elsewhere and from text", () => {
    expect(() => ownScriptAddress(origin, "https://evil.example/a.js")).toThrow(TypeError);
    expect(() => ownScriptAddress(origin, "//evil.example/a.js")).toThrow(TypeError);
    expect(() => ownScriptAddress(origin, "data:text/javascript,alert(1)")).toThrow(TypeError);
    expect(() => ownScriptAddress(origin, "javascript:alert(1)")).toThrow(TypeError);
  });

  it("install one default policy, and nothing where the browser has none", () => {
    const names: string[] = [];
    installTrustedTypes({ createPolicy: (name) => names.push(name) }, origin);
    installTrustedTypes(undefined, origin);
    expect(names).toEqual(["default"]);
  });
});
