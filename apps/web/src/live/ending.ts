/**
 * The pick-up that ends the time together is the ending, not a moment of it: nobody can tap "End" without taking the phone.
 *
 * It is left out if it was still going on when the session ended, began shortly before, and the app was not left in between.
 * Longer than that it is a moment like any other.
 */
import type { Millis } from "@undivided/domain";
import type { SensedMoment, SensingEvent } from "@undivided/sensing";

/** Time to take the phone up, look and tap. A choice of this product, not a finding. */
export const ENDING_MS = 10_000;

export interface WithoutEnding {
  readonly events: readonly SensingEvent[];
  readonly endedByPickup: boolean;
}

export const leaveOutTheEnding = (events: readonly SensingEvent[], until: Millis): WithoutEnding => {
  const isMoment = (event: SensingEvent): event is SensedMoment => event.type === "moment";
  const last = events.findLast(isMoment);
  const ends = last !== undefined && last.kind === "picked-up" && last.until >= until && until - last.at <= ENDING_MS;
  return ends
    ? { events: events.filter((event) => event !== last), endedByPickup: true }
    : { events, endedByPickup: false };
};
