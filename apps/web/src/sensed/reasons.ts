/** The reasons of a moment, each with how it weighs and how long the state behind it had lasted. No words here. */
import type { MomentReason, SensedMoment, SensingEvent } from "@undivided/sensing";

/** `for`: it made the moment count. `against`: it is why it does not. `open`: it is why nobody can know. `beside`: said, not weighed. */
export type Weight = "for" | "against" | "open" | "beside";

export interface ReasonView {
  readonly reason: MomentReason;
  readonly weight: Weight;
  /** How long the state before had lasted, where that is known; milliseconds. */
  readonly lastedMs: number | null;
}

const weightOf = (reason: MomentReason): Weight => {
  switch (reason) {
    case "was-resting":
    case "talk":
      return "for";
    case "no-lift":
    case "same-pick-up":
    case "lull":
    case "other-phone-in-use":
      return "against";
    case "rest-unsure":
    case "no-motion":
    case "tv-on":
    case "no-sound":
    case "sound-unknown":
      return "open";
    case "other-phone-unknown":
      return "beside";
  }
};

/** A reason of a moment that is kept: what went before it is not. */
export const weighed = (reason: MomentReason): ReasonView => ({ reason, weight: weightOf(reason), lastedMs: null });

/** Since when the phone had been at rest, or the room quiet, just before `at`; null if that is not what was said last. */
const lastedUntil = (events: readonly SensingEvent[], reason: MomentReason, at: number): number | null => {
  if (reason === "was-resting") {
    const phone = events.filter(
      (event) =>
        event.at < at &&
        (event.type === "resting" ||
          event.type === "put-back" ||
          event.type === "picked-up" ||
          event.type === "still-elsewhere" ||
          (event.type === "unknown" && event.of === "motion")),
    );
    const since = phone.at(-1);
    return since?.type === "resting" || since?.type === "put-back" ? at - since.at : null;
  }
  if (reason === "lull") {
    const quiet = events.find((event) => event.type === "quiet" && event.at < at && event.until >= at);
    return quiet === undefined ? null : at - quiet.at;
  }
  return null;
};

export const reasonViews = (events: readonly SensingEvent[], moment: SensedMoment): readonly ReasonView[] =>
  moment.why.map((reason) => ({
    reason,
    weight: weightOf(reason),
    lastedMs: lastedUntil(events, reason, moment.at),
  }));
