/** Events as the lines of `undivided detect`: times in seconds. */
import { millisToSeconds, type Millis } from "@undivided/domain";
import type { SensingEvent, SpeechFrame } from "@undivided/sensing";

/** A tenth of a millisecond is finer than any sensor's clock; the rest would be the noise of binary fractions. */
const inSeconds = (at: Millis): number => Math.round(millisToSeconds(at) * 10_000) / 10_000;

export const toEventLine = (event: SensingEvent): Readonly<Record<string, unknown>> =>
  "until" in event
    ? { ...event, at: inSeconds(event.at), until: inSeconds(event.until) }
    : { ...event, at: inSeconds(event.at) };

export const toFrameLine = ({ at, speech }: SpeechFrame): Readonly<Record<string, unknown>> => ({
  type: "frame",
  at: inSeconds(at),
  speech: Math.round(speech * 1e6) / 1e6,
});
