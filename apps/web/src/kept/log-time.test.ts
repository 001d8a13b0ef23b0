import { parseEpochMs } from "@undivided/domain";
import { expect, it } from "vitest";
import { proposeLogTime, takeLogTime } from "./log-time.ts";

it("hands over one time once: the newest, and then none", () => {
  const at = (ms: number) => {
    const parsed = parseEpochMs(ms);
    if (parsed.type === "error") throw new Error("a time");
    return parsed.value;
  };
  expect(takeLogTime()).toBeNull();
  proposeLogTime(at(1));
  proposeLogTime(at(2));
  expect(takeLogTime()).toBe(2);
  expect(takeLogTime()).toBeNull();
});
