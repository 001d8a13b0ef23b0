import { describe, expect, it } from "vitest";
import { decayTo } from "./decay.ts";

describe("decay", () => {
  it("is the exponential, over all that a double can tell from 0", () => {
    let worst = 0;
    for (let x = 0; x > -690; x -= 0.00917) worst = Math.max(worst, Math.abs(decayTo(x) / Math.exp(x) - 1));
    for (let x = -1e-9; x > -0.05; x *= 1.003) worst = Math.max(worst, Math.abs(decayTo(x) / Math.exp(x) - 1));
    // Both round.
    expect(worst).toBeLessThan(1e-15);
    expect(decayTo(0)).toBe(1);
    expect(decayTo(-0)).toBe(1);
  });

  it("ends in 0, and passes on what is no number", () => {
    expect(decayTo(-701)).toBe(0);
    expect(decayTo(-Infinity)).toBe(0);
    expect(decayTo(NaN)).toBeNaN();
  });
});
