/**
 * An evening: one time together of this phone as it is kept, from the tap that begins it to the look-back.
 *
 * It is made of stretches in which the senses read; a pause, a change of what may be heard, and a stop of the app part them.
 * What lies between two stretches and was no pause is unknown. Every few seconds what was noticed so far is handed to the
 * journal, at once when something ended or the page is hidden, so that an app that is killed loses nothing that was over.
 * **Privacy:** nothing sensed is shown or leaves while it runs. Whether there was talk stays in memory until the look-back is
 * closed; only moments are kept.
 */
import { addToInstant, type Instant, type Millis, type RecordId, type UnknownSense } from "@undivided/domain";
import type { JournalFault, SensedMoment, TogetherTime } from "@undivided/journal";
import type { SensedMoment as Noticed, SensingEvent } from "@undivided/sensing";
import type { Clock } from "../platform/clock.ts";
import { readDraft, writeDraft, type EveningDraft } from "./draft.ts";
import {
  startLiveSession,
  type FinishedSession,
  type LiveChoice,
  type LivePorts,
  type LiveSession,
  type Reading,
  type SoundProblem,
} from "./live-session.ts";

export interface EveningPorts {
  readonly live: LivePorts;
  readonly clock: Clock;
  readonly together: Pick<TogetherTime, "save" | "pause" | "resume" | "end" | "addSensed">;
  readonly setInterval: (run: () => void, ms: number) => () => void;
  /** Calls after `state` changed. */
  readonly changed: (state: EveningState) => void;
}

/** A stretch of talk or quiet in the room; held for the look-back that follows, kept nowhere. */
export interface RoomBand {
  readonly type: "talk" | "quiet";
  readonly from: Instant;
  readonly until: Instant;
}

/** What its page shows. */
export interface EveningState {
  readonly reading: Reading;
  readonly isPaused: boolean;
  readonly soundProblem: SoundProblem | null;
  /** It could not be written when it was ended; `end` tries again. */
  readonly fault: JournalFault | null;
}

export interface Evening {
  readonly id: RecordId;
  readonly state: () => EveningState;
  readonly lastedMs: () => number;
  /** Everybody said yes, or not any more: what is read follows at once. */
  readonly hear: (sound: boolean) => void;
  readonly pause: () => Promise<void>;
  readonly resume: () => Promise<void>;
  /** True once everything is kept. */
  readonly end: () => Promise<boolean>;
  /** The page is being left without an end: reading stops, what was noticed is kept, and it can be gone on with. */
  readonly leave: () => void;
  readonly room: () => readonly RoomBand[];
}

/** Between two savings; the journal writes less often unless something has ended. */
const SAVE_EVERY_MS = 5_000;

/** The two clocks agree within this. */
const STILL_LASTS_MS = 250;

interface Stretch {
  readonly session: LiveSession;
  readonly beganAt: Instant;
  readonly choice: LiveChoice;
}

export interface EveningStart {
  readonly id: RecordId;
  readonly start: Instant;
  readonly choice: LiveChoice;
  readonly isPaused: boolean;
  /** From when on nothing was read: the tap that began it, or the last sign of an app that was stopped. */
  readonly unreadSince: Instant;
  readonly draft: string | null;
}

export const startEvening = (ports: EveningPorts, begun: EveningStart): Evening => {
  const { clock, together } = ports;
  let state: EveningState = {
    reading: { motion: false, sound: false },
    isPaused: begun.isPaused,
    soundProblem: null,
    fault: null,
  };
  const show = (change: Partial<EveningState>): void => {
    state = { ...state, ...change };
    ports.changed(state);
  };

  const earlier = readDraft(begun.draft);
  const moments: SensedMoment[] = [...earlier.moments];
  const unknown: UnknownSense[] = [...earlier.unknown];
  const room: RoomBand[] = [];
  let choice = begun.choice;
  let stretch: Stretch | null = null;
  let unreadSince: Instant | null = begun.isPaused ? null : begun.unreadSince;
  let saved = "[]";
  let isOver = false;

  const toInstant = (one: Stretch, at: Millis): Instant => addToInstant(one.beganAt, at - one.session.startedAt);
  const momentFrom = (one: Stretch, { kind, at, until, why }: Noticed): SensedMoment => ({
    kind,
    at: toInstant(one, at),
    until: toInstant(one, until),
    reasons: why,
  });

  const startStretch = (): void => {
    const beganAt = clock.instant();
    if (unreadSince !== null && unreadSince < beganAt) {
      for (const of of ["motion", "sound", "page"] as const) unknown.push({ of, from: unreadSince, until: beganAt });
    }
    unreadSince = null;
    const session = startLiveSession(ports.live, choice, {
      onReading: (reading) => show({ reading }),
      onLeave: () => leave(),
    });
    stretch = { session, beganAt, choice };
  };
  const stopStretch = (): void => {
    if (stretch === null) return;
    const one = stretch;
    stretch = null;
    keepStretch(one, one.session.stop());
  };
  const keepStretch = (one: Stretch, finished: FinishedSession): void => {
    const { events } = finished;
    if (finished.soundProblem !== null) show({ soundProblem: finished.soundProblem });
    unknown.push(...unreadIn(one));
    for (const event of events) keepEvent(one, event);
  };
  /** By the clock of the day, which goes on where a phone that sleeps stops the other one. */
  const unreadIn = ({ choice: { motion }, beganAt: from }: Stretch): readonly UnknownSense[] =>
    motion || from >= clock.instant() ? [] : [{ of: "motion", from, until: clock.instant() }];
  const keepEvent = (one: Stretch, event: SensingEvent): void => {
    if (event.type === "moment") moments.push(momentFrom(one, event));
    if (event.type !== "unknown" && event.type !== "talk" && event.type !== "quiet") return;
    const [from, until] = [toInstant(one, event.at), toInstant(one, event.until)];
    if (event.type === "unknown") {
      if (until > from) unknown.push({ of: event.of, from, until });
    } else room.push({ type: event.type, from, until });
  };

  const soFar = (): EveningDraft => {
    const one = stretch;
    if (one === null) return { moments, unknown };
    const now = one.session.soFar().map((moment) => momentFrom(one, moment));
    return { moments: [...moments, ...now], unknown: [...unknown, ...unreadIn(one)] };
  };
  const save = (urgent: boolean): void => {
    const draft = soFar();
    // A pick-up that still lasts grows with every look; what is over is worth writing at once.
    const now = clock.instant() - STILL_LASTS_MS;
    const over = JSON.stringify(draft.moments.filter(({ until }) => until < now));
    void together.save({ draft: writeDraft(draft), unknown: draft.unknown, urgent: urgent || over !== saved });
    saved = over;
  };

  const stopSaving = ports.setInterval(() => save(false), SAVE_EVERY_MS);
  const stopWatching = ports.live.watchPage({
    onChange: ({ visible }) => {
      if (!visible) save(true);
      else if (stretch === null && !state.isPaused && !isOver) startStretch();
    },
    onLeave: () => leave(),
  });
  /** Reading stops; what follows is unknown until it goes on. */
  const leave = (): void => {
    if (isOver || stretch === null) return;
    stopStretch();
    unreadSince = clock.instant();
    save(true);
  };

  if (!begun.isPaused) startStretch();
  // At once: a draft, however empty, tells a time that was begun from one that is still waited for.
  save(true);

  return {
    id: begun.id,
    state: () => state,
    lastedMs: () => clock.instant() - begun.start,
    hear: (sound) => {
      if (sound === choice.sound || isOver) return;
      choice = { ...choice, sound };
      if (stretch === null) return;
      stopStretch();
      startStretch();
    },
    pause: async () => {
      if (state.isPaused) return;
      show({ isPaused: true });
      stopStretch();
      save(true);
      await together.pause();
    },
    resume: async () => {
      if (!state.isPaused) return;
      await together.resume();
      show({ isPaused: false });
      unreadSince = null;
      if (!isOver) startStretch();
    },
    end: async () => {
      isOver = true;
      stopSaving();
      stopWatching();
      stopStretch();
      const ended = await together.end();
      // Ended already and only what was noticed is missing: that is tried again.
      if (ended.type === "error" && ended.error.type !== "not-running") {
        show({ fault: ended.error });
        return false;
      }
      const kept = await together.addSensed(begun.id, { moments, unknown });
      show({ fault: kept.type === "error" ? kept.error : null });
      return kept.type === "ok";
    },
    leave: () => {
      leave();
      isOver = true;
      stopSaving();
      stopWatching();
    },
    room: () => room,
  };
};
