/**
 * Motion readings → evenly spaced ticks with what the pick-up decision needs, and the stretches in which motion is unknown.
 *
 * A tick sees only the window before it, so it does not depend on how the stream was cut, and little on the sampling rate.
 * A gap, a reading without values or a lost sensor ends the run: the next reading starts a new one with empty windows.
 */
import { addMillis, millis, type Millis } from "@undivided/domain";
import type { MotionReading, UnknownReason, UnknownStretch } from "../events.ts";
import type { PickupParams } from "./pickup-params.ts";
import { createSampleWindow } from "./sample-window.ts";
import type { Vector } from "./vector.ts";

export interface MotionTick {
  readonly type: "tick";
  readonly at: Millis;
  /** True for the first tick of a run; its window begins with the run. */
  readonly first: boolean;
  /** Median acceleration of the gravity window, m/s². */
  readonly gravity: Vector;
  /** Spread of the acceleration in that window, m/s². */
  readonly spread: number;
  /** Largest distance of a sample since the previous tick from `gravity`, m/s². */
  readonly peak: number;
  /** Rotation noise of the rotation window, rad/s; null without a gyroscope. A constant offset does not count. */
  readonly rotationNoise: number | null;
}

/** The run ended: nothing carries over to the next tick. */
export interface RunEnded {
  readonly type: "run-ended";
  readonly at: Millis;
  readonly why: UnknownReason;
}

export type MotionStep = MotionTick | RunEnded | UnknownStretch;

export interface MotionTicks {
  push(reading: MotionReading): readonly MotionStep[];
  lose(at: Millis, why: UnknownReason): readonly MotionStep[];
  close(until: Millis): readonly MotionStep[];
}

/** A window with fewer samples says nothing: at 20 Hz the gravity window holds ten. */
const FEWEST_SAMPLES = 4;

/** Readings closer than this to the one before are skipped: some Android phones send 400 a second. */
const CLOSEST_MS = 4;

const NOTHING: readonly MotionStep[] = [];

export const createMotionTicks = (params: PickupParams): MotionTicks => {
  const acceleration = createSampleWindow(params.gravityWindowMs);
  const rotation = createSampleWindow(params.rotationWindowMs);
  let lastAt: Millis | null = null;
  let nextTick: Millis | null = null;
  let first = true;
  let lost: { readonly since: Millis; readonly why: UnknownReason } | null = null;

  const endRun = (at: Millis, why: UnknownReason): readonly MotionStep[] => {
    if (nextTick === null) return NOTHING;
    acceleration.clear();
    rotation.clear();
    nextTick = null;
    return [{ type: "run-ended", at, why }];
  };

  const tickAt = (at: Millis): MotionTick | null => {
    const summary = acceleration.summarise(at - params.gravityWindowMs, FEWEST_SAMPLES);
    if (summary === null) return null;
    const tick: MotionTick = {
      type: "tick",
      at,
      first,
      gravity: summary.median,
      spread: summary.spread,
      peak: acceleration.farthest(at - params.tickMs, summary.median),
      rotationNoise: rotation.summarise(at - params.rotationWindowMs, FEWEST_SAMPLES)?.meanSpread ?? null,
    };
    first = false;
    return tick;
  };

  const ticksBefore = (at: Millis): MotionStep[] => {
    const ticks: MotionStep[] = [];
    while (nextTick !== null && nextTick < at) {
      const tick = tickAt(nextTick);
      if (tick !== null) ticks.push(tick);
      nextTick = addMillis(nextTick, params.tickMs);
    }
    return ticks;
  };

  return {
    push(reading) {
      const { at } = reading;
      if (lastAt !== null && at <= lastAt) return NOTHING;
      if (reading.acceleration === null) {
        const steps = lost === null ? ticksBefore(at) : [];
        lost ??= { since: lastAt ?? at, why: "null-reading" };
        lastAt = at;
        return [...steps, ...endRun(at, "null-reading")];
      }
      const steps: MotionStep[] = [];
      if (lost === null && lastAt !== null && at - lastAt > params.gapMs) {
        steps.push(...ticksBefore(lastAt));
        lost = { since: lastAt, why: "gap" };
      }
      if (lost !== null) {
        steps.push(...endRun(lost.since, lost.why), {
          type: "unknown",
          of: "motion",
          at: lost.since,
          until: at,
          why: lost.why,
        });
        lost = null;
      } else if (lastAt !== null && at - lastAt < CLOSEST_MS) {
        return NOTHING;
      }
      if (nextTick === null) {
        nextTick = addMillis(at, params.gravityWindowMs);
        first = true;
      }
      const ticks = ticksBefore(at);
      acceleration.push(at, reading.acceleration);
      if (reading.rotationRate !== null) rotation.push(at, reading.rotationRate);
      lastAt = at;
      if (steps.length === 0) return ticks.length === 0 ? NOTHING : ticks;
      steps.push(...ticks);
      return steps;
    },
    lose(at, why) {
      if (lost !== null) return NOTHING;
      const steps = ticksBefore(at);
      lost = { since: lastAt === null || at > lastAt ? at : lastAt, why };
      lastAt = lost.since;
      return [...steps, ...endRun(at, why)];
    },
    close(until) {
      const steps: MotionStep[] = [];
      if (lastAt === null) return steps;
      if (lost === null) {
        steps.push(...ticksBefore(lastAt), ...endRun(lastAt, "after-last-sample"));
        if (until - lastAt > params.gapMs) lost = { since: lastAt, why: "after-last-sample" };
      }
      if (lost !== null && until > lost.since) {
        steps.push({ type: "unknown", of: "motion", at: lost.since, until, why: lost.why });
      }
      lost = { since: millis(until), why: "after-last-sample" };
      return steps;
    },
  };
};
