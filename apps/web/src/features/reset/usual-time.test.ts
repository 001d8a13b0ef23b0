import { RITUALS } from "@undivided/content/rituals";
import { describe, expect, it } from "vitest";
import { usualTime } from "./usual-time.ts";

const of = (id: string) => usualTime(RITUALS.find((ritual) => ritual.id === id) ?? null);

describe("when a ritual is offered", () => {
  it("is a weekend for those of the weekend, and a working day for all others", () => {
    for (const ritual of RITUALS)
      expect([ritual.id, usualTime(ritual).weekday > 5]).toEqual([ritual.id, ritual.occasions[0] === "weekend"]);
  });

  it("is an hour at which it can be done", () => {
    expect(of("breakfast-sitting-down").minute).toBe(7 * 60 + 30);
    expect(of("door-hello").minute).toBe(18 * 60);
    expect(of("same-bedtime").minute).toBe(22 * 60);
    expect(usualTime(null)).toEqual({ weekday: 4, minute: 19 * 60 + 30 });
  });
});
