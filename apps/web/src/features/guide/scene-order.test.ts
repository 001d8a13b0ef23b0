import { SCENES } from "@undivided/content/bids";
import { describe, expect, it } from "vitest";
import { sceneAt } from "./scene-order.ts";

const round = (day: number): readonly string[] => SCENES.map((_, step) => sceneAt(day, step).id);

describe("practice scenes", () => {
  it("come all once before any comes again, whatever the day", () => {
    for (const day of [0, 1, 20_417, -3]) expect(new Set(round(day)).size).toBe(SCENES.length);
  });

  it("begin with another scene on the next day", () => {
    expect(sceneAt(20_417, 0).id).not.toBe(sceneAt(20_418, 0).id);
  });
});
