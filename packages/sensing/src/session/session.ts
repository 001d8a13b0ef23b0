/**
 * A together session of one phone: motion, speech probabilities and page changes in, events out, moments when it is over.
 *
 * The same code runs live and on recorded files. It reads no clock; each input carries its time on the session's own clock.
 * Inputs of one sense come in order; the senses may run ahead of each other, except that a page change comes before the
 * readings that follow it.
 */
import { addMillis, type Interval, type Millis } from "@undivided/domain";
import {
  CONVERSATION_PARAMS,
  createConversationDetector,
  type ConversationEvent,
  type ConversationParams,
} from "../conversation/conversation.ts";
import type {
  MotionReading,
  PageChange,
  SensedMoment,
  SensingEvent,
  SpeechFrame,
  UnknownReason,
  UnknownStretch,
} from "../events.ts";
import { createPickupDetector, type PickupEvent, type PickupReading } from "../pickup/pickup-detector.ts";
import { PICKUP_PARAMS, type PickupParams } from "../pickup/pickup-params.ts";
import { fuseMoments } from "./fuse-moments.ts";

export interface SessionOptions {
  readonly startedAt: Millis;
  /** Which senses take part: one that does is unknown until its first reading. */
  readonly motion: boolean;
  readonly sound: boolean;
  readonly pickup?: PickupParams;
  readonly conversation?: ConversationParams;
  /** Called twenty times a second of session time, for drawing. */
  readonly onMotion?: (reading: PickupReading) => void;
}

export interface Session {
  motion(reading: MotionReading): readonly SensingEvent[];
  speech(frame: SpeechFrame): readonly SensingEvent[];
  page(change: PageChange): readonly SensingEvent[];
  /** A sense is lost from `at` until its next reading, for instance because the microphone was taken away. */
  lose(sense: "motion" | "sound", at: Millis, why: UnknownReason): readonly SensingEvent[];
  /** The owner says that a television or radio is on (or off again): from then on talk cannot be told. */
  television(at: Millis, on: boolean): void;
  /**
   * The moments of what is known so far, as if it ended at `until`. It goes on: this is for keeping what a stopped app would lose,
   * never for showing. The last pick-up may still change.
   */
  soFar(until: Millis): readonly SensedMoment[];
  /** Ends the session and says the rest, all moments included. What comes later is ignored. */
  close(until: Millis): readonly SensingEvent[];
}

/** Intervals made of switches on and off. */
const createSwitch = () => {
  const done: Interval<Millis>[] = [];
  let since: Millis | null = null;
  return {
    set(at: Millis, on: boolean): void {
      if (on) since ??= at;
      else if (since !== null) {
        if (at > since) done.push({ from: since, until: at });
        since = null;
      }
    },
    isOn: () => since !== null,
    until(end: Millis): readonly Interval<Millis>[] {
      return since === null || since > end ? done : [...done, { from: since, until: end }];
    },
  };
};

export const createSession = (options: SessionOptions): Session => {
  const { startedAt } = options;
  const pickup = createPickupDetector(options.pickup ?? PICKUP_PARAMS, options.onMotion);
  const conversation = createConversationDetector(options.conversation ?? CONVERSATION_PARAMS);
  const motionEvents: PickupEvent[] = [];
  const soundEvents: ConversationEvent[] = [];
  const hidden = createSwitch();
  const television = createSwitch();
  let hasMotion = false;
  let hasSound = false;
  let closed = false;

  const tellMotion = (events: readonly PickupEvent[]): readonly PickupEvent[] => {
    motionEvents.push(...events);
    return events;
  };
  const tellSound = (events: readonly ConversationEvent[]): readonly ConversationEvent[] => {
    soundEvents.push(...events);
    return events;
  };

  /** A sense that begins late was unknown until then. */
  const late = (of: "motion" | "sound", until: Millis): readonly UnknownStretch[] =>
    until - startedAt > (options.pickup ?? PICKUP_PARAMS).gapMs
      ? [{ type: "unknown", of, at: startedAt, until, why: "before-first-sample" }]
      : [];

  const byTime = (a: { at: Millis }, b: { at: Millis }): number => a.at - b.at;
  const momentsOf = (conversationEvents: readonly ConversationEvent[], until: Millis): readonly SensedMoment[] =>
    fuseMoments({
      phone: hasMotion || options.motion ? motionEvents.toSorted(byTime) : null,
      conversation: hasSound || options.sound ? conversationEvents.toSorted(byTime) : null,
      hidden: hidden.until(until),
      television: television.until(until),
      until,
      lullMs: (options.conversation ?? CONVERSATION_PARAMS).lullMs,
    });

  return {
    motion(reading) {
      if (closed || hidden.isOn()) return [];
      const start = hasMotion ? [] : tellMotion(late("motion", reading.at));
      hasMotion = true;
      return [...start, ...tellMotion(pickup.push(reading))];
    },
    speech(frame) {
      if (closed || hidden.isOn()) return [];
      const frameMs = (options.conversation ?? CONVERSATION_PARAMS).frameMs;
      const start = hasSound ? [] : tellSound(late("sound", addMillis(frame.at, -frameMs)));
      hasSound = true;
      return [...start, ...tellSound(conversation.push(frame))];
    },
    page({ at, visible }) {
      if (closed || hidden.isOn() === !visible) return [];
      hidden.set(at, !visible);
      if (visible) return [];
      return [
        ...(hasMotion ? tellMotion(pickup.lose(at, "page-hidden")) : []),
        ...(hasSound ? tellSound(conversation.lose(at, "page-hidden")) : []),
      ];
    },
    lose(sense, at, why) {
      if (closed) return [];
      return sense === "motion" ? tellMotion(pickup.lose(at, why)) : tellSound(conversation.lose(at, why));
    },
    television(at, on) {
      if (!closed) television.set(at, on);
    },
    soFar(until) {
      const now = conversation.current();
      return momentsOf(now === null ? soundEvents : [...soundEvents, now], until);
    },
    close(until) {
      if (closed) return [];
      closed = true;
      const rest: SensingEvent[] = [
        ...tellMotion(hasMotion ? pickup.close(until) : options.motion ? late("motion", until) : []),
        ...tellSound(hasSound ? conversation.close(until) : options.sound ? late("sound", until) : []),
      ];
      return [...rest, ...momentsOf(soundEvents, until)];
    },
  };
};
