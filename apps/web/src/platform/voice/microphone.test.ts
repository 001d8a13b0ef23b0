import { describe, expect, it } from "vitest";
import { nameMicrophoneProblem } from "./microphone.ts";

describe("nameMicrophoneProblem", () => {
  it.each([
    ["NotAllowedError", "refused"],
    ["SecurityError", "refused"],
    ["NotFoundError", "no-microphone"],
    ["OverconstrainedError", "no-microphone"],
    ["NotReadableError", "failed"],
    ["AbortError", "failed"],
  ])("tells %s as %s", (name, type) => {
    expect(nameMicrophoneProblem(new DOMException("", name))).toEqual({ type });
  });

  it("takes anything else for a failure", () => {
    expect(nameMicrophoneProblem("no")).toEqual({ type: "failed" });
  });
});
