/**
 * Pick-up detector: motion readings in, what the phone did out: resting, picked up, put back, still elsewhere, unknown.
 *
 * Deterministic and streaming: it reads no clock and its memory is two short windows, so a recorded trace replays to the same
 * events on a phone, on the command line and in a test, wherever the stream is cut. The decision is `stepPickup`.
 */
import type { Millis } from "@undivided/domain";
import type { MotionReading, PhoneEvent, UnknownReason, UnknownStretch } from "../events.ts";
import { createMotionTicks, type MotionStep } from "./motion-ticks.ts";
import { endPickup, INITIAL_PICKUP_STATE, restOf, stepPickup } from "./pickup.ts";
import { PICKUP_PARAMS, type PickupParams } from "./pickup-params.ts";
import { angleBetween, type Vector } from "./vector.ts";

export type PickupEvent = PhoneEvent | UnknownStretch;

/** For drawing. `angleDeg` is against where the phone last rested; null while that is not known. */
export interface PickupReading {
  readonly at: Millis;
  readonly angleDeg: number | null;
}

export interface PickupDetector {
  /** A reading not later than the one before is ignored: browsers repeat and reorder sensor events. */
  push(reading: MotionReading): readonly PickupEvent[];
  /** Motion is lost from `at` until the next reading with values, for instance because the page was hidden. */
  lose(at: Millis, why: UnknownReason): readonly PickupEvent[];
  /** No more readings will come; the session ends at `until`. */
  close(until: Millis): readonly PickupEvent[];
}

/** `onTick` is called twenty times a second of recorded time, for a picture of what the detector saw. */
export const createPickupDetector = (
  params: PickupParams = PICKUP_PARAMS,
  onTick: (reading: PickupReading) => void = () => undefined,
): PickupDetector => {
  const ticks = createMotionTicks(params);
  let state = INITIAL_PICKUP_STATE;
  let rest: Vector | null = null;

  const take = (steps: readonly MotionStep[]): readonly PickupEvent[] => {
    if (steps.length === 0) return [];
    const events: PickupEvent[] = [];
    for (const step of steps) {
      switch (step.type) {
        case "tick": {
          const [next, said] = stepPickup(params, state, step);
          state = next;
          rest = restOf(state) ?? rest;
          events.push(...said);
          onTick({ at: step.at, angleDeg: rest === null ? null : angleBetween(step.gravity, rest) });
          break;
        }
        case "run-ended":
          events.push(...endPickup(params, state, step.at, step.why));
          state = INITIAL_PICKUP_STATE;
          rest = null;
          break;
        case "unknown":
          events.push(step);
          break;
      }
    }
    return events;
  };

  return {
    push: (reading) => take(ticks.push(reading)),
    lose: (at, why) => take(ticks.lose(at, why)),
    close: (until) => take(ticks.close(until)),
  };
};
