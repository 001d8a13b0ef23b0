/**
 * What sensing said, as bands on a timeline: what the phone did, and whether there was talk in the room.
 *
 * A state lasts until the next event of the same sense; where nothing is known the band says so and nothing is filled in.
 */
import type { PhoneEvent, SensingEvent, UnknownStretch } from "@undivided/sensing";
import type { Band, BandTone } from "../ui/charts/lanes.ts";

export interface RecordingSpan {
  readonly from: number;
  readonly until: number;
}

const toneOf = (type: PhoneEvent["type"]): BandTone => {
  switch (type) {
    case "resting":
    case "put-back":
      return "rest";
    case "picked-up":
      return "lifted";
    case "still-elsewhere":
      return "still";
  }
};

const isOfPhone = (event: SensingEvent): event is PhoneEvent | (UnknownStretch & { readonly of: "motion" }) =>
  event.type === "resting" ||
  event.type === "put-back" ||
  event.type === "picked-up" ||
  event.type === "still-elsewhere" ||
  (event.type === "unknown" && event.of === "motion");

/** In the order of time, without overlap. A stretch before the first event, or after an unknown one, has no band. */
export const phoneBands = (events: readonly SensingEvent[], { from, until }: RecordingSpan): readonly Band[] => {
  const phone = events.filter(isOfPhone);
  return joinBands(
    phone.flatMap((event, index): readonly Band[] => {
      const end = phone[index + 1]?.at ?? until;
      const at = Math.max(event.at, from);
      if (event.type === "unknown") return [{ at, until: Math.min(event.until, until), tone: "unknown" }];
      return end > at ? [{ at, until: end, tone: toneOf(event.type) }] : [];
    }),
  );
};

/** Talk, quiet and unknown of the sound, as they came. */
export const talkBands = (events: readonly SensingEvent[]): readonly Band[] =>
  joinBands(
    events.flatMap((event): readonly Band[] => {
      switch (event.type) {
        case "talk":
        case "quiet":
          return [{ at: event.at, until: event.until, tone: event.type }];
        case "unknown":
          return event.of === "sound" ? [{ at: event.at, until: event.until, tone: "unknown" }] : [];
        default:
          return [];
      }
    }),
  );

/** Neighbours of one tone become one band; empty ones go. */
const joinBands = (bands: readonly Band[]): readonly Band[] => {
  const joined: Band[] = [];
  for (const band of bands) {
    if (band.until <= band.at) continue;
    const last = joined.at(-1);
    if (last !== undefined && last.tone === band.tone && last.until >= band.at) {
      joined[joined.length - 1] = { ...last, until: Math.max(last.until, band.until) };
    } else joined.push(band);
  }
  return joined;
};

/** The band at a time, or null where the lane is empty. */
export const bandAt = (bands: readonly Band[], at: number): Band | null =>
  bands.find((band) => at >= band.at && at < band.until) ?? null;
