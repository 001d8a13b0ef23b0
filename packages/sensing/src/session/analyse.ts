/**
 * Runs a whole recording through one session: the way files are analysed, on the command line and in the app.
 *
 * The streams are merged by time and fed to the very same session that runs live. Memory is flat in the length of the
 * recording: only the events are kept, and frames and angles are handed on as they come.
 */
import { addMillis, millis, ok, type Millis, type Result } from "@undivided/domain";
import { CONVERSATION_PARAMS } from "../conversation/conversation.ts";
import type { MotionReading, PageChange, SensingEvent, SpeechFrame } from "../events.ts";
import type { PickupReading } from "../pickup/pickup-detector.ts";
import { createSession } from "./session.ts";

/** Items of one sense in the order of time, in batches; an error ends the stream. */
export type SenseStream<T, E> = AsyncIterable<Result<readonly T[], E>>;

export interface RecordingStreams<E> {
  readonly motion: SenseStream<MotionReading, E> | null;
  readonly speech: SenseStream<SpeechFrame, E> | null;
  readonly page: SenseStream<PageChange, E> | null;
}

export interface RecordingListeners {
  readonly onFrame?: (frame: SpeechFrame) => void;
  readonly onMotion?: (reading: PickupReading) => void;
  /** Called once in a while with the time reached; awaited, so that whoever writes the frames can keep up. */
  readonly onProgress?: (at: Millis) => void | Promise<void>;
  readonly isCancelled?: () => boolean;
}

export interface RecordingAnalysis {
  /** The recording counts as one session, from the first item of any stream to the last. */
  readonly from: Millis;
  readonly until: Millis;
  /** Sorted by `at`. */
  readonly events: readonly SensingEvent[];
}

/** One stream with its next item in hand. */
interface Cursor<T, E> {
  /** Null at the end. */
  readonly peek: () => T | null;
  /** Steps within the batch; false if the batch is used up and `refill` must be awaited. */
  readonly advance: () => boolean;
  readonly refill: () => Promise<Result<null, E>>;
  readonly close: () => Promise<void>;
}

/**
 * Rejects only if a stream or a listener does; an error of a stream is returned as it came. Null if no stream holds an item, or if
 * it was cancelled.
 */
export const analyseRecording = async <E>(
  streams: RecordingStreams<E>,
  listeners: RecordingListeners = {},
): Promise<Result<RecordingAnalysis | null, E>> => {
  const motion = openCursor(streams.motion);
  const speech = openCursor(streams.speech);
  const page = openCursor(streams.page);
  const cursors = [motion, speech, page];
  try {
    for (const cursor of cursors) {
      const filled = await cursor.refill();
      if (filled.type === "error") return filled;
    }
    const startOf = { motion: motion.peek()?.at, speech: frameStart(speech.peek()), page: page.peek()?.at };
    const sensed = [startOf.motion, startOf.speech].filter((at) => at !== undefined);
    const from = sensed.length > 0 ? millis(Math.min(...sensed)) : startOf.page;
    if (from === undefined) return ok(null);

    const session = createSession({
      startedAt: from,
      motion: streams.motion !== null,
      sound: streams.speech !== null,
      ...(listeners.onMotion === undefined ? {} : { onMotion: listeners.onMotion }),
    });
    const events: SensingEvent[] = [];
    let until = from;
    for (;;) {
      const change = page.peek();
      const reading = motion.peek();
      const frame = speech.peek();
      const next = Math.min(change?.at ?? Infinity, reading?.at ?? Infinity, frame?.at ?? Infinity);
      if (next === Infinity) break;
      until = millis(Math.max(until, next));
      let used: Cursor<unknown, E> = page;
      if (change !== null && change.at === next) {
        addAll(events, session.page(change));
      } else if (reading !== null && reading.at === next) {
        used = motion;
        addAll(events, session.motion(reading));
      } else if (frame !== null) {
        used = speech;
        listeners.onFrame?.(frame);
        addAll(events, session.speech(frame));
      }
      if (!used.advance()) {
        const filled = await used.refill();
        if (filled.type === "error") return filled;
        await listeners.onProgress?.(until);
        if (listeners.isCancelled?.() === true) return ok(null);
      }
    }
    addAll(events, session.close(until));
    events.sort((a, b) => a.at - b.at);
    return ok({ from, until, events });
  } finally {
    for (const cursor of cursors) await cursor.close();
  }
};

const frameStart = (frame: SpeechFrame | null): Millis | undefined =>
  frame === null ? undefined : addMillis(frame.at, -CONVERSATION_PARAMS.frameMs);

const addAll = <T>(list: T[], more: readonly T[]): void => {
  for (const one of more) list.push(one);
};

const openCursor = <T, E>(stream: SenseStream<T, E> | null): Cursor<T, E> => {
  const iterator = stream?.[Symbol.asyncIterator]();
  let batch: readonly T[] = [];
  let index = 0;
  return {
    peek: () => batch[index] ?? null,
    advance() {
      index += 1;
      return index < batch.length;
    },
    async refill() {
      batch = [];
      index = 0;
      while (iterator !== undefined && batch.length === 0) {
        const step = await iterator.next();
        if (step.done === true) break;
        if (step.value.type === "error") return step.value;
        batch = step.value.value;
      }
      return ok(null);
    },
    async close() {
      await iterator?.return?.();
    },
  };
};
