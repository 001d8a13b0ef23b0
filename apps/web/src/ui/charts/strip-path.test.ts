import { describe, expect, it } from "vitest";
import type { Strip } from "./lanes.ts";
import { createEnvelope } from "./min-max.ts";
import { stripPath, thresholdHeight } from "./strip-path.ts";

const strip = (shape: Strip["shape"], values: readonly (readonly [number, number])[]): Strip => {
  const envelope = createEnvelope(0, 100, 64);
  for (const [at, value] of values) envelope.add(at, value);
  return { shape, envelope: envelope.build(), ceiling: 1, threshold: 0.5 };
};

describe("the path of a measured curve", () => {
  it("stands on the ground as an area", () => {
    const path = stripPath(strip("area", [[0, 1], [100, 0.5]]), { from: 0, until: 200 }, 2, 10); // prettier-ignore
    expect(path).toBe("M0.5,0L1.5,5L1.5,10L0.5,10Z");
  });

  it("keeps a steady line visible", () => {
    const path = stripPath(strip("line", [[0, 0.5], [100, 0.5]]), { from: 0, until: 200 }, 2, 10); // prettier-ignore
    expect(path).toBe("M0.5,4.25L1.5,4.25L1.5,5.75L0.5,5.75Z");
  });

  it("has a hole where nothing was measured", () => {
    const path = stripPath(strip("area", [[0, 1], [300, 1]]), { from: 0, until: 400 }, 4, 10); // prettier-ignore
    expect(path.match(/M/g)).toHaveLength(2);
  });

  it("stays inside its height, whatever the values", () => {
    const path = stripPath(strip("area", [[0, 7]]), { from: 0, until: 100 }, 1, 10);
    expect(path).toContain(",0");
    expect(path).not.toContain("-");
  });

  it("marks its threshold at its height", () => {
    expect(thresholdHeight(strip("area", []), 10)).toBe(5);
  });
});
