/** Sessions and summary as the lines of `undivided history`. docs/spec/history.md is their contract. */
import { formatInstant } from "@undivided/domain";
import {
  classOfDuration,
  summariseSessions,
  type Crossing,
  type PhoneHistory,
  type ScreenSession,
  type Side,
} from "@undivided/history";
import type { LookRatio } from "./look-ratio.ts";
import type { SkippedLines } from "./skipped-lines.ts";

/** `until` and `class` are null where the source did not see the end. */
export const toSessionLine = ({ from, until, unlocked, apps }: ScreenSession): Readonly<Record<string, unknown>> => ({
  type: "screen-session",
  from: formatInstant(from),
  until: until === null ? null : formatInstant(until),
  unlocked,
  class: until === null ? null : classOfDuration(until - from),
  ...(apps.length > 0 ? { apps } : {}),
});

/** A history beside times together. */
export interface Crossed {
  readonly crossing: Crossing;
  readonly ratio: LookRatio;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const LISTED_LINES = 20;

export const toSummaryLine = (
  history: PhoneHistory,
  skipped: SkippedLines,
  crossed: Crossed | null,
): Readonly<Record<string, unknown>> => {
  const { sessions, medianSeconds, shareUnder15s, shareUnder30s, shareNeverUnlocked } = summariseSessions(
    history.sessions,
  );
  return {
    sessions,
    days: (history.lastEvent - history.firstEvent) / DAY_MS,
    medianSeconds,
    shareUnder15s,
    shareUnder30s,
    // Where looks at the lock screen are not seen, those that are were unlocked: their share says nothing.
    shareNeverUnlocked: history.unseen.includes("lock-screen-looks") ? null : shareNeverUnlocked,
    skippedCount: skipped.count(),
    skipped: skipped.first(LISTED_LINES).map(({ file, line, reason }) => ({ file, line, reason: reason.type })),
    ...(crossed === null ? {} : crossedFields(crossed)),
  };
};

export const perHour = ({ looks, exposureMs }: Side): number | null =>
  exposureMs === 0 ? null : looks / (exposureMs / HOUR_MS);

const crossedFields = ({ crossing, ratio }: Crossed): Readonly<Record<string, unknown>> => ({
  perHourTogether: perHour(crossing.together),
  perHourApart: perHour(crossing.apart),
  ...(ratio.type === "no-ratio"
    ? { ratio: null, ratioReason: ratio.reason }
    : { ratio: { value: ratio.value, low: ratio.low, high: ratio.high } }),
});
