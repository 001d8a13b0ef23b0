import { millis } from "@undivided/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAudioClock } from "./audio-clock.ts";

describe("createAudioClock", () => {
  it("learns the offset from the message that was least late", () => {
    const clock = createAudioClock();
    expect(clock.toPageTime(32, millis(5072))).toBe(5072); // 40 ms late, which nobody can know yet
    expect(clock.toPageTime(64, millis(5068))).toBe(5072); // 4 ms late
    expect(clock.toPageTime(96, millis(5160))).toBeCloseTo(5100.032, 5);
  });

  it("never goes back, and is never later than the telling", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 200 }), { minLength: 1, maxLength: 200 }), (lateness) => {
        const clock = createAudioClock();
        let last = -Infinity;
        let lastToldAt = 0;
        lateness.forEach((late, frame) => {
          lastToldAt = Math.max(lastToldAt, 32 * frame + late);
          const at = clock.toPageTime(32 * frame, millis(lastToldAt));
          expect(at).toBeGreaterThanOrEqual(last);
          expect(at).toBeLessThanOrEqual(lastToldAt);
          last = at;
        });
      }),
    );
  });

  it("follows clocks that drift apart for hours", () => {
    const clock = createAudioClock();
    const drifted = (audioMs: number): number => audioMs * 1.0001 + 100;
    let at = 0;
    for (let audioMs = 0; audioMs < 3 * 3_600_000; audioMs += 32) {
      at = clock.toPageTime(audioMs, millis(drifted(audioMs) + (audioMs % 10)));
    }
    expect(at).toBeGreaterThan(drifted(3 * 3_600_000 - 32) - 1);
    expect(at).toBeLessThan(drifted(3 * 3_600_000 - 32) + 10);
  });

  it("learns anew after a reset, without going back", () => {
    const clock = createAudioClock();
    clock.toPageTime(32, millis(1032));
    clock.reset();
    expect(clock.toPageTime(64, millis(60_064))).toBe(60_064);
    clock.reset();
    expect(clock.toPageTime(96, millis(60_050))).toBe(60_064);
  });
});
