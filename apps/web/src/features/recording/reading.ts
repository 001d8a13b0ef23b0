/** What is known at one time of a recording: the state of the phone, of the room, and the measured values. */
import type { SensingEvent, UnknownReason } from "@undivided/sensing";
import type { Band, BandTone } from "../../ui/charts/lanes.ts";
import { toColumns, type Envelope } from "../../ui/charts/min-max.ts";
import { bandAt } from "../../sensed/bands.ts";

export interface SenseReading {
  readonly tone: BandTone;
  /** Only where the tone is unknown. */
  readonly why: UnknownReason | null;
  /** Degrees from rest, or likelihood of speech from 0 to 1; null where it was not measured. */
  readonly value: number | null;
}

export const senseAt = (
  sense: "motion" | "sound",
  bands: readonly Band[],
  events: readonly SensingEvent[],
  envelope: Envelope | null,
  at: number,
): SenseReading | null => {
  const band = bandAt(bands, at);
  if (band === null) return null;
  if (band.tone === "unknown") {
    const unknown = events.find(
      (event) => event.type === "unknown" && event.of === sense && at >= event.at && at < event.until,
    );
    return { tone: "unknown", why: unknown?.type === "unknown" ? unknown.why : null, value: null };
  }
  const [column] = envelope === null ? [null] : toColumns(envelope, { from: at, until: at + envelope.bucketMs }, 1);
  return { tone: band.tone, why: null, value: column?.high ?? null };
};

/** Where the keyboard stops: every change and every moment, ascending, each once. */
export const stopsOf = (bands: readonly Band[], moments: readonly { readonly at: number }[]): readonly number[] =>
  [...new Set([...bands.map(({ at }) => at), ...moments.map(({ at }) => at)])].sort((a, b) => a - b);
