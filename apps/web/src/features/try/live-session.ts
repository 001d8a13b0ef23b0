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
  type SensingEvent,
  type SpeechFrame,
} from "@undivided/sensing";
import { leaveOutTheEnding } from "./ending.ts";

/** Why sound is not there. */
export type SoundProblem =
  | "refused"
  | "no-microphone"
  | "unsafe-address"
  /** The part that tells speech from other sounds could not be fetched. */
  | "not-loaded"
  | "failed";

export interface SoundListeners {
  readonly onFrame: (frame: SpeechFrame) => void;
  /** The microphone was taken away: for good, or until `onFrame` is called again. */
  readonly onLost: (why: "device-ended" | "interrupted", at: Millis) => void;
}

export interface OpenSound {
  readonly type: "open";
  /** Lets go of the microphone at once. */
  readonly close: () => void;
}

/** Opens the microphone, with talk or no talk as its only outcome. */
export type OpenSoundSource = (
  listeners: SoundListeners,
) => Promise<OpenSound | { readonly type: "problem"; readonly why: SoundProblem }>;

export interface LivePorts {
  readonly listenToMotion: (listener: (reading: MotionReading) => void) => () => void;
  readonly openSound: OpenSoundSource;
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
  let openSound: OpenSound | null = null;
  /** The microphone hears, or is being opened: the sign rather says too much than too little. */
  let hears = false;
  /** Grows with each wish to open or close, so that a microphone that opens too late is closed again. */
  let soundTurn = 0;
  let visible = true;

  let said: Reading = { motion: false, sound: false };
  const say = (): void => {
    const reading = { motion: stopMotion !== null, sound: hears };
    if (reading.motion === said.motion && reading.sound === said.sound) return;
    said = reading;
    onReading(reading);
  };

  const closeSound = (): void => {
    soundTurn += 1;
    openSound?.close();
    openSound = null;
    hears = false;
  };

  const takeUpSound = async (): Promise<void> => {
    soundTurn += 1;
    const turn = soundTurn;
    hears = true;
    const isMine = (): boolean => turn === soundTurn && finished === null;
    const opened = await ports.openSound({
      onFrame: (frame) => {
        if (!isMine()) return;
        keep(session.speech(frame));
        if (hears) return;
        hears = true;
        say();
      },
      onLost: (why, at) => {
        if (!isMine()) return;
        keep(session.lose("sound", at, why));
        if (why === "device-ended") closeSound();
        hears = false;
        say();
      },
    });
    if (opened.type === "problem") {
      if (!isMine()) return;
      soundProblem = opened.why;
      hears = false;
      say();
    } else if (isMine()) openSound = opened;
    else opened.close();
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
