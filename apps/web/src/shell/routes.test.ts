import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownRouteTypes, parseRoute, pathOf } from "./routes.ts";

describe("routes", () => {
  it("find every page again by its own address, with or without a slash at the end", () => {
    for (const type of knownRouteTypes) {
      expect(parseRoute(pathOf(type))).toEqual({ type, part: null });
      expect(parseRoute(`${pathOf(type)}/`)).toEqual({ type, part: null });
    }
  });

  it("keep the path of an unknown address, so that the page can say it", () => {
    expect(parseRoute("/us/now")).toEqual({ type: "unknown", path: "/us/now" });
    expect(parseRoute("/TODAY")).toEqual({ type: "unknown", path: "/TODAY" });
  });

  it("hold one more word where a page makes sense of it, and only there", () => {
    expect(parseRoute(pathOf("together", "start"))).toEqual({ type: "together", part: "start" });
    expect(parseRoute(pathOf("help", "lost-phone"))).toEqual({ type: "help", part: "lost-phone" });
    expect(parseRoute("/help/lost-phone/now").type).toBe("unknown");
    expect(parseRoute("/us/lost-phone").type).toBe("unknown");
  });

  it("are total: any text is a route", () => {
    fc.assert(
      fc.property(fc.string(), (path) => {
        expect(typeof parseRoute(path).type).toBe("string");
      }),
    );
  });
});
