import { describe, expect, it } from "vitest";
import { labelsWithRoom } from "./marker-labels.ts";

describe("labels beside markers", () => {
  it("are shown where they end before the next sign and before the edge", () => {
    expect(labelsWithRoom([100, 300], ["counted", "after a lull"], 600)).toEqual([true, true]);
    expect(labelsWithRoom([100, 150], ["counted", "after a lull"], 600)).toEqual([false, true]);
    expect(labelsWithRoom([580], ["counted"], 600)).toEqual([false]);
  });

  it("need more room when the text is larger", () => {
    expect(labelsWithRoom([480], ["counted"], 600, 1)).toEqual([true]);
    expect(labelsWithRoom([480], ["counted"], 600, 2.5)).toEqual([false]);
  });
});
