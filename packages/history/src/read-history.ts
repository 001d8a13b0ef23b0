/**
 * Reads the histories of one phone from any number of files into screen sessions.
 *
 * Streams: each file is gone through once, and only times are kept of it. Several files are one history: what two of them say
 * twice counts once.
 * **Privacy:** only one's own phone. Of any other that a file tells of, nothing is read but its id, to ask which is whose.
 */
import {
  err,
  mergeIntervals,
  ok,
  subtractIntervals,
  type Instant,
  type Interval,
  type Result,
} from "@undivided/domain";
import type { HistoryFile } from "./bytes/history-file.ts";
import type { Zone } from "./clock/zone.ts";
import type { FoundDevice, HistoryError, OnSkipped } from "./history-error.ts";
import { createOwnerGate, type OwnerGate } from "./phone/owner-gate.ts";
import { createPhoneLog, type PhoneLog } from "./phone/phone-log.ts";
import { makeSessions, type Oddities, type ScreenSession, type SessionBasis } from "./phone/screen-session.ts";
import { openFile } from "./readers/open-file.ts";
import type { HistorySink, HistorySource } from "./readers/reader.ts";
import { createSink, toInstant, type Span } from "./readers/sink.ts";

export interface HistoryOptions {
  /** For times without a zone. Null: such a file is refused with `zone-needed`. */
  readonly zone: Zone | null;
  /** Which phone or person is one's own, by the id that the source gives. Null: asked for where there are several. */
  readonly own: string | null;
  readonly onSkipped: OnSkipped;
  /** After each chunk; bytes read of the file, and its size where known. */
  readonly onProgress?: (file: string, bytes: number, size: number | null) => void;
  /** Asked after each chunk; true ends the reading. */
  readonly isCancelled?: () => boolean;
}

export interface ReadFile {
  readonly file: string;
  readonly source: HistorySource;
}

/** What a source cannot see, to be said beside the figures. */
export type Unseen = "lock-screen-looks" | "unlocking" | "apps" | "screen";

export interface PhoneHistory {
  readonly files: readonly ReadFile[];
  readonly basis: SessionBasis;
  readonly unseen: readonly Unseen[];
  readonly oddities: Oddities;
  /** In time order, none overlapping. Made anew at each call, one at a time. */
  readonly sessions: () => Iterable<ScreenSession>;
  readonly firstEvent: Instant;
  readonly lastEvent: Instant;
  /** When the sources looked: each file from its first event to its last, without stretches of which it knows nothing and those where an end was lost. A set. */
  readonly observed: readonly Interval<Instant>[];
  /** Laptops that the files tell of too, unread: their owner may ask for one by its id. */
  readonly laptops: readonly FoundDevice[];
}

export interface Cancelled {
  readonly type: "cancelled";
}

/** Never rejects unless a callback throws. On an error nothing that was read is given out. */
export const readHistory = async (
  files: readonly HistoryFile[],
  options: HistoryOptions,
): Promise<Result<PhoneHistory, HistoryError | Cancelled>> => {
  if (files.length === 0) return err({ type: "no-files" });
  const reading = createReading(options);
  for (const file of files) {
    const end = await readFile(file, reading, options);
    if (end !== null) return err(end);
  }
  return reading.finish();
};

const readFile = async (
  file: HistoryFile,
  reading: Reading,
  options: HistoryOptions,
): Promise<HistoryError | Cancelled | null> => {
  const reader = reading.open(file.name);
  let bytes = 0;
  const chunks = nextChunk(file);
  for (;;) {
    const chunk = await chunks.next();
    if (chunk.type === "error") return chunk.error;
    if (chunk.value === null) break;
    reader.push(chunk.value);
    bytes += chunk.value.length;
    options.onProgress?.(file.name, bytes, file.size ?? null);
    const isCancelled = options.isCancelled?.() === true;
    if (isCancelled || reading.failure() !== null) {
      await chunks.close();
      return isCancelled ? { type: "cancelled" } : reading.failure();
    }
  }
  reader.finish();
  return reading.failure();
};

/** A source that throws becomes an error value here, so that no reader has to catch anything. */
const nextChunk = (file: HistoryFile) => {
  let iterator: AsyncIterator<Uint8Array> | null = null;
  return {
    async next(): Promise<Result<Uint8Array | null, HistoryError>> {
      try {
        iterator ??= file.chunks()[Symbol.asyncIterator]();
        const step = await iterator.next();
        return ok(step.done === true ? null : step.value);
      } catch (failure) {
        return err({ type: "unreadable", file: file.name, ...failureFacts(failure) });
      }
    },
    async close(): Promise<void> {
      try {
        await iterator?.return?.();
      } catch {
        // The file is not needed any more: how it failed to close changes nothing for the reader.
      }
    },
  };
};

const failureFacts = (failure: unknown): { readonly code: string | null; readonly message: string } => {
  if (typeof failure !== "object" || failure === null) return { code: null, message: String(failure) };
  const code = "code" in failure && typeof failure.code === "string" ? failure.code : null;
  return { code, message: "message" in failure && typeof failure.message === "string" ? failure.message : "" };
};

/** Ids compare within one family of sources only: an AWARE user and a Home Assistant entity may be the same phone. */
type Family = "aware" | "activitywatch" | "home-assistant" | "other";

const familyOf = (source: HistorySource): Family => {
  switch (source) {
    case "aware-screen":
    case "aware-apps":
      return "aware";
    case "activitywatch":
      return "activitywatch";
    case "home-assistant-csv":
    case "home-assistant-json":
      return "home-assistant";
    case "android-usagestats":
    case "undivided-lines":
      return "other";
  }
};

interface Reading {
  readonly open: (name: string) => ReturnType<typeof openFile>;
  readonly failure: () => HistoryError | null;
  readonly finish: () => Result<PhoneHistory, HistoryError>;
}

const createReading = (options: HistoryOptions): Reading => {
  const log = createPhoneLog(toInstant);
  const gates = new Map<Family, OwnerGate>();
  const spans: Span[] = [];
  const read: ReadFile[] = [];
  const unpacked = { bytes: 0 };
  let failure: HistoryError | null = null;
  let skipped = 0;
  const fail = (error: HistoryError): void => {
    failure ??= error;
  };
  const skip: OnSkipped = (line) => {
    skipped++;
    options.onSkipped(line);
  };

  const sinkOf = (file: string, source: HistorySource): HistorySink => {
    const family = familyOf(source);
    const gate = gates.get(family) ?? createOwnerGate(options.own);
    gates.set(family, gate);
    return createSink({ file, gate, log, spans, fail, skip, hasFailed: () => failure !== null, zone: options.zone });
  };

  const open = (name: string): ReturnType<typeof openFile> => {
    const before = read.length;
    const reader = openFile({
      name,
      sinkOf,
      fail,
      hasFailed: () => failure !== null,
      onRecognised: (file, source) => read.push({ file, source }),
      onCutOff: (file) => skip({ file, line: 0, reason: { type: "cut-off" } }),
      unpacked,
    });
    return {
      push: reader.push,
      finish: () => {
        reader.finish();
        if (read.length === before) fail({ type: "unknown-format", file: name });
      },
    };
  };

  const finish = (): Result<PhoneHistory, HistoryError> => {
    const question = askWhichDevice([...gates.values()], options.own);
    const error = failure ?? question;
    if (error !== null) {
      log.clear();
      return err(error);
    }
    return toHistory(
      log,
      spans,
      read,
      [...gates.values()].flatMap((gate) => gate.devices()),
      options.own,
      skipped,
    );
  };

  return { open, failure: () => failure, finish };
};

const askWhichDevice = (gates: readonly OwnerGate[], own: string | null): HistoryError | null => {
  const inQuestion = gates.flatMap((gate) => gate.inQuestion());
  if (inQuestion.length > 0) return { type: "which-device", devices: inQuestion };
  const naming = gates.filter((gate) => gate.devices().length > 0);
  if (naming.length === 0 || naming.some((gate) => gate.isAdmitted())) return null;
  const devices = naming.flatMap((gate) => gate.devices());
  return own === null ? { type: "laptop-only", devices } : { type: "no-such-device", wanted: own, devices };
};

const toHistory = (
  log: PhoneLog,
  spans: readonly Span[],
  files: readonly ReadFile[],
  devices: readonly FoundDevice[],
  own: string | null,
  skipped: number,
): Result<PhoneHistory, HistoryError> => {
  const seen = spans.filter((span) => span.firstMs <= span.lastMs);
  const [first] = seen;
  const hasSessions = log.countChanges() > 0 || log.endedUses() > 0 || log.active().length > 0;
  if (first === undefined || !hasSessions) {
    if (log.countUses() > 0) return err({ type: "app-starts-only" });
    return err({ type: "no-events", file: files[0]?.file ?? "", skipped });
  }
  const toSpan = (span: Span): Interval<Instant> => ({ from: toInstant(span.firstMs), until: toInstant(span.lastMs) });
  const unlockSpans = mergeIntervals(seen.filter((span) => span.seesUnlocks).map(toSpan));
  const { basis, oddities, lost, sessions } = makeSessions(log, unlockSpans, toInstant);
  const unseen: Unseen[] = [];
  if (basis === "unlocks-and-apps") unseen.push("lock-screen-looks");
  if (basis === "activity") unseen.push("screen");
  if (basis !== "unlocks-and-apps" && unlockSpans.length === 0) unseen.push("unlocking");
  if (log.countUses() === 0) unseen.push("apps");
  return ok({
    files,
    basis,
    unseen,
    oddities,
    sessions,
    firstEvent: toInstant(Math.min(...seen.map((span) => span.firstMs))),
    lastEvent: toInstant(Math.max(...seen.map((span) => span.lastMs))),
    observed: subtractIntervals(
      mergeIntervals(seen.flatMap((span) => subtractIntervals([toSpan(span)], span.unknown))),
      lost,
    ),
    laptops: own === null ? devices.filter(({ type }) => type === "laptop") : [],
  });
};
