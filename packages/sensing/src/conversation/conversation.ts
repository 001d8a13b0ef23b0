/**
 * Conversation detector: speech probabilities in, "talk in the room" or "quiet" out. It says that there is talk, never who talks.
 *
 * Method: hysteresis. Talk begins once enough speech fell into the entry window, and is dated back to the first word of it.
 * It ends with a lull: when hardly any speech is left in a silence long enough to be a break. Pauses shorter than that belong
 * to the conversation, so a pick-up in the middle of one is a pick-up while talking. See docs/adr/0006.
 *
 * Limits: a monologue, a television and a radio look like a conversation; hence the owner's switch, see `tvOn` in the session.
 * **Privacy:** keeps one bit a frame for the entry window, nothing that could be turned back into sound.
 */
import { addMillis, type Millis } from "@undivided/domain";
import type { ConversationStretch, SpeechFrame, UnknownReason, UnknownStretch } from "../events.ts";

export interface ConversationParams {
  /** Probability from which a frame is speech. Low, so that a quiet couple is not taken for silence. */
  readonly speechThreshold: number;
  readonly frameMs: number;
  /** Talk begins when this much speech … */
  readonly enterSpeechMs: number;
  /** … fell into a window of this length. */
  readonly enterWindowMs: number;
  /** A silence this long is a lull: the talk ended. */
  readonly lullMs: number;
  /** Up to this much speech within `lullMs` is taken for noise, and does not keep a talk going. */
  readonly leaveSpeechMs: number;
  /** A time without frames longer than this is unknown. */
  readonly gapMs: number;
}

/** Chosen on half of the sounds in `fixtures/sound` and checked on the other half: docs/adr/0006. */
export const CONVERSATION_PARAMS: ConversationParams = {
  speechThreshold: 0.3,
  frameMs: 32,
  enterSpeechMs: 1200,
  enterWindowMs: 20_000,
  lullMs: 8000,
  leaveSpeechMs: 320,
  gapMs: 500,
};

export type ConversationEvent = ConversationStretch | UnknownStretch;

export interface ConversationDetector {
  /** Frames come in order; one that is not later than the one before is ignored. */
  push(frame: SpeechFrame): readonly ConversationEvent[];
  /** Sound is lost from `at` until the next frame. */
  lose(at: Millis, why: UnknownReason): readonly ConversationEvent[];
  /** No more frames will come; the session ends at `until`. */
  close(until: Millis): readonly ConversationEvent[];
  /** What is said about times before this will not change any more; null before the first frame. */
  settledUntil(): Millis | null;
  /** The stretch that goes on, as far as it is known. */
  current(): ConversationStretch | null;
}

/** A run of frames without a gap. `since` is where the current stretch began. */
interface Run {
  since: Millis;
  talking: boolean;
  /** Starts of the speech frames in the entry window, oldest first. */
  speech: Millis[];
  lastAt: Millis;
}

export const createConversationDetector = (params: ConversationParams = CONVERSATION_PARAMS): ConversationDetector => {
  const { frameMs } = params;
  let run: Run | null = null;
  let lost: { readonly since: Millis; readonly why: UnknownReason } | null = null;
  let closed = false;

  const endRun = (at: Millis): readonly ConversationEvent[] => {
    if (run === null) return [];
    const stretch = stretchOf(run, at);
    run = null;
    return stretch.until > stretch.at ? [stretch] : [];
  };

  const turn = (now: Run, talking: boolean, at: Millis): readonly ConversationEvent[] => {
    const stretch = stretchOf(now, at);
    now.talking = talking;
    now.since = at;
    return stretch.until > stretch.at ? [stretch] : [];
  };

  const step = (now: Run, frame: SpeechFrame): readonly ConversationEvent[] => {
    const { speech } = now;
    now.lastAt = frame.at;
    if (frame.speech >= params.speechThreshold) speech.push(addMillis(frame.at, -frameMs));
    const windowStart = frame.at - params.enterWindowMs;
    while (speech.length > 0 && (speech[0] ?? 0) < windowStart) speech.shift();
    if (!now.talking) {
      return speech.length * frameMs >= params.enterSpeechMs ? turn(now, true, firstWord(params, now)) : [];
    }
    const lullStart = frame.at - params.lullMs;
    const recent = countAfter(speech, lullStart);
    if (recent * frameMs > params.leaveSpeechMs || lullStart < now.since) return [];
    // What is left is noise: forget it, or it would help the next talk to begin.
    speech.length = 0;
    return turn(now, false, frame.at);
  };

  return {
    push(frame) {
      if (closed || (run !== null && frame.at <= run.lastAt)) return [];
      const events: ConversationEvent[] = [];
      const startsAt = addMillis(frame.at, -frameMs);
      if (run !== null && startsAt - run.lastAt > params.gapMs) {
        lost = { since: run.lastAt, why: "gap" };
        events.push(...endRun(run.lastAt));
      }
      if (lost !== null && startsAt > lost.since) {
        events.push({ type: "unknown", of: "sound", at: lost.since, until: startsAt, why: lost.why });
      }
      lost = null;
      run ??= { since: startsAt, talking: false, speech: [], lastAt: startsAt };
      events.push(...step(run, frame));
      return events;
    },
    lose(at, why) {
      if (lost !== null || closed) return [];
      const since = run === null || run.lastAt < at ? at : run.lastAt;
      lost = { since, why };
      return endRun(since);
    },
    close(until) {
      if (closed) return [];
      closed = true;
      const events: ConversationEvent[] = [];
      if (run !== null) {
        const { lastAt } = run;
        const short = until - lastAt <= params.gapMs;
        events.push(...endRun(short ? until : lastAt));
        if (!short) lost = { since: lastAt, why: "after-last-sample" };
      }
      if (lost !== null && until > lost.since) {
        events.push({ type: "unknown", of: "sound", at: lost.since, until, why: lost.why });
      }
      return events;
    },
    settledUntil: () => {
      if (run === null) return lost?.since ?? null;
      return run.talking ? run.lastAt : addMillis(run.lastAt, -params.enterWindowMs);
    },
    current: () => (run === null ? null : stretchOf(run, run.lastAt)),
  };
};

const stretchOf = (run: Run, until: Millis): ConversationStretch => ({
  type: run.talking ? "talk" : "quiet",
  at: run.since,
  until,
});

/** Where the talk began: the first of the speech frames in the window that no lull parts from the next. */
const firstWord = (params: ConversationParams, run: Run): Millis => {
  let first = run.speech.at(-1) ?? run.lastAt;
  for (let i = run.speech.length - 2; i >= 0; i -= 1) {
    const earlier = run.speech[i];
    if (earlier === undefined || first - earlier > params.lullMs) break;
    first = earlier;
  }
  return first < run.since ? run.since : first;
};

const countAfter = (times: readonly Millis[], since: number): number => {
  let count = 0;
  while (count < times.length && (times[times.length - 1 - count] ?? since) > since) count += 1;
  return count;
};
