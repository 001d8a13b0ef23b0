/**
 * Pick-up decision: a pure Mealy machine over motion ticks, `step(params, state, tick) -> [state, events]`.
 *
 * Method: rotation of gravity against the phone's own rest vector is the evidence for a lift; shaking only dates it. The
 * gyroscope, where there is one, only tells a firm rest (`put-back`) from a lap or a hand (`still-elsewhere`), so the pick-ups
 * are the same with and without it. See docs/adr/0003.
 *
 * Limits: says that the phone was handled, never by whom or why. A phone lifted without turning is seen once it turns.
 */
import { addMillis, millis, type Millis } from "@undivided/domain";
import type { PhoneEvent, UnknownReason } from "../events.ts";
import type { MotionTick } from "./motion-ticks.ts";
import type { PickupParams } from "./pickup-params.ts";
import { angleBetween, distanceBetween, tiltOf, type Vector } from "./vector.ts";

/** A stillness that goes on: since when, and where gravity pointed when it began. */
interface Stillness {
  readonly since: Millis;
  readonly gravity: Vector;
}

/** Movement away from rest that may become a lift. */
interface Departure {
  readonly onset: Millis;
  /** Time spent beyond the lift angle. */
  readonly beyondMs: number;
  readonly backSince: Millis | null;
}

interface Lying {
  readonly type: "lying";
  readonly rest: Vector;
  readonly since: Millis;
  /** Where it came from decides whether a firm rest is `resting` or `put-back`. */
  readonly from: "unknown" | "in-hand";
  /** Whether the event about this stillness is out. */
  readonly said: boolean;
  readonly departure: Departure | null;
}

/** Time that gravity spent around one direction. */
interface Stay {
  readonly gravity: Vector;
  readonly ms: number;
}

/** Not lying. `said` is whether `still-elsewhere` is out for the stillness that goes on. */
interface Moving {
  readonly type: "unknown" | "in-hand";
  readonly said: boolean;
  /**
   * Where gravity pointed since the run began, while that matters: a phone that was turned another way before it lay had been
   * in a hand. Being shaken is no handling: a table may be knocked, in the first moment too.
   */
  readonly stays: readonly Stay[];
}

export interface PickupState {
  readonly phase: Moving | Lying;
  readonly stillness: Stillness | null;
  /** The movement that goes on or has just ended. */
  readonly activity: { readonly since: Millis; readonly last: Millis } | null;
}

export const INITIAL_PICKUP_STATE: PickupState = {
  phase: { type: "unknown", said: false, stays: [] },
  stillness: null,
  activity: null,
};

type Stepped = readonly [PickupState, readonly PhoneEvent[]];

/** Advances by one tick. Total. O(1) time and memory. */
export const stepPickup = (params: PickupParams, state: PickupState, tick: MotionTick): Stepped => {
  const stillness = stepStillness(params, state.stillness, tick);
  const restarted = state.stillness !== null && stillness?.since !== state.stillness.since;
  const ended = restarted ? endStillness(params, state, tick.at) : null;
  const { phase } = ended === null ? state : ended[0];
  const events = ended === null ? [] : ended[1];
  const activity = stepActivity(params, state, tick);
  const next: PickupState = { phase, stillness, activity };
  const [after, more] =
    phase.type === "lying" ? stepLying(params, next, phase, tick) : stepMoving(params, next, phase, tick);
  return [after, [...events, ...more]];
};

/**
 * The stream ends or breaks off: tells what can be told of what was still being watched. A lift that had begun when the page
 * was left is a lift: the app is left with the hand.
 */
export const endPickup = (
  params: PickupParams,
  state: PickupState,
  at: Millis,
  why: UnknownReason,
): readonly PhoneEvent[] => {
  const { phase, stillness } = state;
  if (phase.type === "lying") {
    const events: PhoneEvent[] = phase.said ? [] : [{ type: "still-elsewhere", at: phase.since }];
    if (why === "page-hidden" && phase.departure !== null && phase.departure.beyondMs >= params.shortLiftMs) {
      events.push({ type: "picked-up", at: phase.departure.onset });
    }
    return events;
  }
  if (phase.said || stillness === null || at - stillness.since < params.restMs) return [];
  return [{ type: "still-elsewhere", at: stillness.since }];
};

/** Angle of the phone against its rest vector in degrees; null while it is not known to lie. */
export const restOf = (state: PickupState): Vector | null => (state.phase.type === "lying" ? state.phase.rest : null);

const stepStillness = (params: PickupParams, before: Stillness | null, tick: MotionTick): Stillness | null => {
  if (tick.spread >= params.stillSpread) return null;
  if (before !== null && distanceBetween(tick.gravity, before.gravity) < params.stillDrift) return before;
  // The median settles half a window after the movement ended; the first window of a run has nothing before it.
  const backMs = tick.first ? params.gravityWindowMs : params.gravityWindowMs / 2;
  return { since: addMillis(tick.at, -backMs), gravity: tick.gravity };
};

/** What is said when a stillness ends: a lasting tilted one that was being watched was still elsewhere. */
const endStillness = (params: PickupParams, state: PickupState, at: Millis): Stepped => {
  const { phase, stillness } = state;
  if (phase.type === "lying") return [state, []];
  const lasted = stillness !== null && at - stillness.since >= params.elsewhereMs;
  const events: readonly PhoneEvent[] = lasted && !phase.said ? [{ type: "still-elsewhere", at: stillness.since }] : [];
  return [{ ...state, phase: { ...phase, said: false } }, events];
};

const stepActivity = (params: PickupParams, state: PickupState, tick: MotionTick): PickupState["activity"] => {
  const { phase, activity } = state;
  const moved = phase.type === "lying" ? distanceBetween(tick.gravity, phase.rest) : 0;
  if (Math.max(tick.peak, moved) <= params.activeAcceleration) return activity;
  const goesOn = activity !== null && tick.at - activity.last <= params.activePauseMs;
  return { since: goesOn ? activity.since : addMillis(tick.at, -params.tickMs), last: tick.at };
};

/** Not lying yet: does the stillness last long enough to say that the phone lies somewhere? */
const stepMoving = (params: PickupParams, before: PickupState, was: Moving, tick: MotionTick): Stepped => {
  const phase: Moving = was.type === "unknown" ? { ...was, stays: addStay(params, was.stays, tick.gravity) } : was;
  const state: PickupState = { ...before, phase };
  const { stillness } = state;
  if (stillness === null) return [state, []];
  const lastedMs = tick.at - stillness.since;
  const flat = tiltOf(tick.gravity) <= params.flatDeg;
  if (lastedMs >= (flat ? params.restMs : params.tiltedRestMs)) {
    const lying: Lying = {
      type: "lying",
      rest: tick.gravity,
      since: stillness.since,
      from: wasInHand(params, phase, tick.gravity) ? "in-hand" : phase.type,
      said: phase.said,
      departure: null,
    };
    return stepLying(params, { ...state, phase: lying }, lying, tick);
  }
  if (flat || phase.said || lastedMs < params.elsewhereMs || isFirm(params, tick)) return [state, []];
  return [{ ...state, phase: { ...phase, said: true } }, [{ type: "still-elsewhere", at: stillness.since }]];
};

/** More directions than this are a hand in any case. */
const MOST_STAYS = 24;

const addStay = (params: PickupParams, stays: readonly Stay[], gravity: Vector): readonly Stay[] => {
  const index = stays.findIndex((stay) => angleBetween(stay.gravity, gravity) <= params.liftDeg / 2);
  const stay = stays[index];
  if (stay !== undefined) return stays.with(index, { ...stay, ms: stay.ms + params.tickMs });
  return stays.length < MOST_STAYS ? [...stays, { gravity, ms: params.tickMs }] : stays;
};

/** The same evidence as for a lift: time beyond the lift angle, seen from where the phone lies now. */
const wasInHand = (params: PickupParams, { stays }: Moving, rest: Vector): boolean =>
  stays.reduce((ms, stay) => ms + (angleBetween(stay.gravity, rest) > params.liftDeg ? stay.ms : 0), 0) >=
  params.liftMs;

const isFirm = (params: PickupParams, tick: MotionTick): boolean =>
  tick.rotationNoise !== null && tick.rotationNoise < params.firmRotation;

const stepLying = (params: PickupParams, state: PickupState, lying: Lying, tick: MotionTick): Stepped => {
  const told = lying.said ? null : tellRest(params, lying, tick, state.stillness !== null);
  const events = told === null ? [] : [told];
  const now: Lying = { ...lying, said: lying.said || told !== null };
  const departure = stepDeparture(params, state, now, tick);
  if (departure !== null && departure.beyondMs >= params.liftMs) {
    const unsaid: readonly PhoneEvent[] = now.said ? [] : [{ type: "still-elsewhere", at: now.since }];
    return [
      { ...state, phase: { type: "in-hand", said: false, stays: [] } },
      [...events, ...unsaid, { type: "picked-up", at: departure.onset }],
    ];
  }
  // Nudged or slid: it lies on, and rests as it lies now.
  const settled = state.stillness !== null && tick.at - state.stillness.since >= params.restMs;
  const rest = settled && departure === null ? tick.gravity : now.rest;
  return [{ ...state, phase: { ...now, rest, departure } }, events];
};

/** The event about a stillness, once it can be told where the phone lies; null until then. */
const tellRest = (params: PickupParams, lying: Lying, tick: MotionTick, still: boolean): PhoneEvent | null => {
  if (isFirm(params, tick) && still)
    return { type: lying.from === "unknown" ? "resting" : "put-back", at: lying.since };
  if (tick.rotationNoise === null) {
    // Without a gyroscope a lap cannot be told from a table; only a phone that was never lifted is taken to rest.
    const flat = tiltOf(lying.rest) <= params.flatDeg;
    return { type: lying.from === "unknown" && flat ? "resting" : "still-elsewhere", at: lying.since };
  }
  return tick.at - lying.since >= params.elsewhereMs ? { type: "still-elsewhere", at: lying.since } : null;
};

const stepDeparture = (params: PickupParams, state: PickupState, lying: Lying, tick: MotionTick): Departure | null => {
  const angleDeg = angleBetween(tick.gravity, lying.rest);
  const { departure } = lying;
  if (angleDeg > params.liftDeg) {
    const earliest = addMillis(tick.at, -params.backdateMs);
    const onset = state.activity === null ? earliest : millis(Math.max(state.activity.since, earliest));
    return { onset: departure?.onset ?? onset, beyondMs: (departure?.beyondMs ?? 0) + params.tickMs, backSince: null };
  }
  if (departure === null) return null;
  const settled = state.stillness !== null && tick.at - state.stillness.since >= params.restMs;
  if (settled) return null;
  if (angleDeg >= params.backDeg) return { ...departure, backSince: null };
  const backSince = departure.backSince ?? tick.at;
  return tick.at - backSince >= params.backMs ? null : { ...departure, backSince };
};
