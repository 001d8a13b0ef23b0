/**
 * A together session of this phone, live: sensors in, nothing out until it is over.
 *
 * Reads only while the page is seen: hidden, it lets go of the motion sensor and the microphone, and takes them up again when it
 * is back. Whatever it loses on the way it goes on without, and the session knows the stretch as unknown.
 * **Privacy:** holds what sensing says of the time together, in memory; no reading, no sound, no frame.
 */
import type { Millis } from "@undivided/domain";
import {
  createSession,
  type MotionReading,
  type PageChange,
  type SensedMoment,
  type SensingEvent,
} from "@undivided/sensing";
import type { OpenSound } from "../platform/device.ts";
import type { Voice, VoiceProblem } from "../platform/voice/open-voice.ts";
import { leaveOutTheEnding } from "./ending.ts";

/** Why sound is not there. */
export type SoundProblem = Exclude<VoiceProblem["type"], "cancelled">;

export interface LivePorts {
  readonly listenToMotion: (listener: (reading: MotionReading) => void) => () => void;
  readonly openSound: OpenSound;
  readonly watchPage: (listeners: {
    readonly onChange: (change: PageChange) => void;
    readonly onLeave: () => void;
  }) => () => void;
  readonly holdScreen: () => () => void;
  /** The clock of all of them. */
  readonly now: () => Millis;
}

export interface LiveChoice {
  readonly motion: boolean;
  readonly sound: boolean;
  /** A television or radio is on. */
  readonly television: boolean;
}

/** What is read right now: what the sign says. */
export interface Reading {
  readonly motion: boolean;
  readonly sound: boolean;
}

export interface FinishedSession {
  readonly from: Millis;
  readonly until: Millis;
  readonly choice: LiveChoice;
  /** In the order of time. */
  readonly events: readonly SensingEvent[];
  /** Set where sound was asked for and could not be opened. */
  readonly soundProblem: SoundProblem | null;
  /** The last pick-up was the one that ended the session, so it is no moment. */
  readonly endedByPickup: boolean;
}

export interface LiveSession {
  readonly startedAt: Millis;
  /** The moments so far, for keeping what a stopped app would lose; nothing of them is shown while it goes on. */
  readonly soFar: () => readonly SensedMoment[];
  /** Ends all reading at once. Later calls return the same. */
  readonly stop: () => FinishedSession;
}

/** `onReading` tells each change of what is read; `onLeave` that the page is being left, after which `stop` is to be called. */
export const startLiveSession = (
  ports: LivePorts,
  choice: LiveChoice,
  { onReading, onLeave }: { readonly onReading: (reading: Reading) => void; readonly onLeave: () => void },
): LiveSession => {
  const startedAt = ports.now();
  const session = createSession({ startedAt, motion: choice.motion, sound: choice.sound });
  const events: SensingEvent[] = [];
  const keep = (more: readonly SensingEvent[]): void => void events.push(...more);
  if (choice.television) session.television(startedAt, true);

  let finished: FinishedSession | null = null;
  let soundProblem: SoundProblem | null = null;
  let stopMotion: (() => void) | null = null;
  let voice: Voice | null = null;
  /** The microphone hears, or is being opened: the sign rather says too much than too little. */
  let hears = false;
  /** Of the last wish to open; a wish that is given up opens no microphone any more. */
  let wish: AbortController | null = null;
  let visible = true;

  let said: Reading = { motion: false, sound: false };
  const say = (): void => {
    const reading = { motion: stopMotion !== null, sound: hears };
    if (reading.motion === said.motion && reading.sound === said.sound) return;
    said = reading;
    onReading(reading);
  };

  const closeSound = (): void => {
    wish?.abort();
    voice?.close();
    voice = null;
    hears = false;
  };

  const takeUpSound = async (): Promise<void> => {
    const mine = new AbortController();
    wish = mine;
    hears = true;
    const opened = await ports.openSound({
      signal: mine.signal,
      onFrame: (frame) => {
        if (mine.signal.aborted) return;
        keep(session.speech(frame));
        if (hears) return;
        hears = true;
        say();
      },
      onLost: (why, at) => {
        if (mine.signal.aborted) return;
        keep(session.lose("sound", at, why));
        if (why === "device-ended") closeSound();
        hears = false;
        say();
      },
    });
    if (opened.type === "ok") {
      if (mine.signal.aborted) opened.value.close();
      else voice = opened.value;
    } else if (!mine.signal.aborted && opened.error.type !== "cancelled") {
      soundProblem = opened.error.type;
      hears = false;
      say();
    }
  };

  const takeUp = (): void => {
    if (choice.motion) stopMotion ??= ports.listenToMotion((reading) => keep(session.motion(reading)));
    if (choice.sound) void takeUpSound();
    say();
  };
  const letGo = (): void => {
    stopMotion?.();
    stopMotion = null;
    closeSound();
    say();
  };

  const stopWatching = ports.watchPage({
    onChange: (change) => {
      if (change.visible === visible) return;
      visible = change.visible;
      if (!visible) letGo();
      keep(session.page(change));
      if (visible) takeUp();
    },
    onLeave,
  });
  const letScreenGo = ports.holdScreen();
  takeUp();

  return {
    startedAt,
    soFar: () => session.soFar(ports.now()),
    stop: () => {
      if (finished !== null) return finished;
      const until = ports.now();
      stopWatching();
      letScreenGo();
      letGo();
      keep(session.close(until));
      const whole = events.toSorted((a, b) => a.at - b.at);
      const { events: kept, endedByPickup } = leaveOutTheEnding(whole, until);
      finished = { from: startedAt, until, choice, events: kept, soundProblem, endedByPickup };
      return finished;
    },
  };
};
