/** Where the findings of one file go: into the log of the phone, through the gate that lets only one's own through. */
import { parseEpochMs, type Instant, type Interval } from "@undivided/domain";
import { createLocalClock, type Zone } from "../clock/zone.ts";
import type { HistoryError, OnSkipped } from "../history-error.ts";
import type { OwnerGate } from "../phone/owner-gate.ts";
import { MAX_APPS, type PhoneLog } from "../phone/phone-log.ts";
import { MAX_LOOK_MS } from "../phone/screen-session.ts";
import type { HistorySink } from "./reader.ts";

/** What one file observed; `firstMs` is Infinity as long as that is nothing. */
export interface Span {
  firstMs: number;
  lastMs: number;
  seesUnlocks: boolean;
  readonly unknown: Interval<Instant>[];
}

export interface SinkParts {
  readonly file: string;
  readonly gate: OwnerGate;
  readonly log: PhoneLog;
  readonly spans: Span[];
  readonly zone: Zone | null;
  readonly fail: (error: HistoryError) => void;
  readonly hasFailed: () => boolean;
  readonly skip: OnSkipped;
}

/** Readers give only times within a century; anything else is a broken invariant. */
export const toInstant = (ms: number): Instant => {
  const instant = parseEpochMs(ms);
  if (instant.type === "error") throw new RangeError(`not a time: ${String(ms)}`);
  return instant.value;
};

export const createSink = ({ file, gate, log, spans, zone, fail, hasFailed, skip }: SinkParts): HistorySink => {
  const span: Span = { firstMs: Infinity, lastMs: -Infinity, seesUnlocks: false, unknown: [] };
  spans.push(span);
  const clock = zone === null ? null : createLocalClock(zone);
  const seen = (atMs: number): void => {
    if (atMs < span.firstMs) span.firstMs = atMs;
    if (atMs > span.lastMs) span.lastMs = atMs;
  };
  return {
    admit: gate.admit,
    screen: (atMs, change) => {
      seen(atMs);
      log.addChange(atMs, change);
    },
    app: (fromMs, untilMs, app) => {
      seen(fromMs);
      // A use longer than any look: where it ended was lost, where it began was not.
      const isEndLost = untilMs !== null && untilMs - fromMs > MAX_LOOK_MS;
      const isKept = log.addUse(fromMs, isEndLost ? null : untilMs, app);
      if (!isKept) fail({ type: "too-many-apps", limit: MAX_APPS });
    },
    active: log.addActive,
    unknown: (fromMs, untilMs) => void span.unknown.push({ from: toInstant(fromMs), until: toInstant(untilMs) }),
    seesUnlocks: () => {
      span.seesUnlocks = true;
    },
    seen,
    skip: (line, reason) => skip({ file, line, reason }),
    fail,
    hasFailed,
    toInstantMs: (localMs, notBeforeMs) => {
      if (clock !== null) return clock.toInstantMs(localMs, notBeforeMs);
      fail({ type: "zone-needed", file });
      return null;
    },
  };
};
