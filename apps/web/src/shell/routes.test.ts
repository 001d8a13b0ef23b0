import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownRouteTypes, parseRoute, pathOf } from "./routes.ts";

describe("routes", () => {
  it("find every page again by its own address, with or without a slash at the end", () => {
    for (const type of knownRouteTypes) {
      expect(parseRoute(pathOf(type))).toEqual({ type });
      expect(parseRoute(`${pathOf(type)}/`)).toEqual({ type });
    }
  });

  it("keep the path of an unknown address, so that the page can say it", () => {
    expect(parseRoute("/together/now")).toEqual({ type: "unknown", path: "/together/now" });
    expect(parseRoute("/TODAY")).toEqual({ type: "unknown", path: "/TODAY" });
  });

  it("are total: any text is a route", () => {
    fc.assert(
      fc.property(fc.string(), (path) => {
        expect(typeof parseRoute(path).type).toBe("string");
      }),
    );
  });
});
