import { SCENES } from "@undivided/content/bids";
import { describe, expect, it } from "vitest";
import { readStep, sceneAt, writeStep } from "./scene-order.ts";

const round = (day: number): readonly string[] => SCENES.map((_, step) => sceneAt(day, step).id);

describe("practice scenes", () => {
  it("come all once before any comes again, whatever the day", () => {
    for (const day of [0, 1, 20_417, -3]) expect(new Set(round(day)).size).toBe(SCENES.length);
  });

  it("begin with another scene on the next day", () => {
    expect(sceneAt(20_417, 0).id).not.toBe(sceneAt(20_418, 0).id);
  });

  it("go on at their place on the same day, and begin anew on another", () => {
    expect(readStep(writeStep(20_417, 5), 20_417)).toBe(5);
    expect(readStep(writeStep(20_417, 5), 20_418)).toBe(0);
    for (const none of [null, "", "20417", "20417-x", "20417-99999"]) expect(readStep(none, 20_417)).toBe(0);
  });
});
