import { describe, expect, it } from "vitest";
import { toMotionReading, type MotionEventLike } from "./motion.ts";

const event = (change: Partial<MotionEventLike>): MotionEventLike => ({
  timeStamp: 1234.5,
  accelerationIncludingGravity: { x: 0.1, y: -0.2, z: 9.8 },
  rotationRate: { alpha: 180, beta: -90, gamma: 0 },
  ...change,
});

describe("a devicemotion event", () => {
  it("becomes a reading on the event's own clock, with rotation in radians per second", () => {
    const reading = toMotionReading(event({}));
    expect(reading.at).toBe(1234.5);
    expect(reading.acceleration).toEqual([0.1, -0.2, 9.8]);
    expect(reading.acceleration === null ? null : reading.rotationRate).toEqual([Math.PI, -Math.PI / 2, 0]);
  });

  it("without acceleration says that motion is not known: as Chromium sends once where there is no sensor", () => {
    const lost = { at: 1234.5, acceleration: null };
    expect(toMotionReading(event({ accelerationIncludingGravity: null }))).toEqual(lost);
    expect(toMotionReading(event({ accelerationIncludingGravity: { x: null, y: null, z: null } }))).toEqual(lost);
    expect(toMotionReading(event({ accelerationIncludingGravity: { x: 0, y: null, z: 9.8 } }))).toEqual(lost);
    expect(toMotionReading(event({ accelerationIncludingGravity: { x: 0, y: Number.NaN, z: 9.8 } }))).toEqual(lost);
  });

  it("without a gyroscope still has its acceleration", () => {
    for (const rotationRate of [null, { alpha: null, beta: null, gamma: null }, { alpha: 1, beta: null, gamma: 0 }]) {
      expect(toMotionReading(event({ rotationRate }))).toEqual({
        at: 1234.5,
        acceleration: [0.1, -0.2, 9.8],
        rotationRate: null,
      });
    }
  });
});
