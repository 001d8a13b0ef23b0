/**
 * A moment as the page shows it: its sign, its time, and each of its reasons with what it says and how it weighs.
 *
 * No words here: `recording-words.ts` says them.
 */
import type { MomentReason, SensedMoment, SensingEvent } from "@undivided/sensing";
import type { MarkerKind } from "../../ui/charts/lanes.ts";

/** `for`: it made the moment count. `against`: it is why it does not. `open`: it is why nobody can know. `beside`: said, not weighed. */
export type Weight = "for" | "against" | "open" | "beside";

export interface ReasonView {
  readonly reason: MomentReason;
  readonly weight: Weight;
  /** How long the state before had lasted, where that is known; milliseconds. */
  readonly lastedMs: number | null;
}

export interface MomentView {
  /** Position among the moments, from nought: its identity on this page. */
  readonly index: number;
  readonly at: number;
  readonly until: number;
  readonly kind: SensedMoment["kind"];
  readonly sign: MarkerKind;
  readonly reasons: readonly ReasonView[];
  /** It was still going on when the recording ended. */
  readonly open: boolean;
}

const signOf = (counted: boolean | null): MarkerKind =>
  counted === null ? "open" : counted ? "counted" : "not-counted";

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

export const momentViews = (events: readonly SensingEvent[], endMs: number): readonly MomentView[] =>
  events
    .filter((event) => event.type === "moment")
    .map((moment, index) => ({
      index,
      at: moment.at,
      until: moment.until,
      kind: moment.kind,
      sign: signOf(moment.counted),
      reasons: moment.why.map((reason) => ({
        reason,
        weight: weightOf(reason),
        lastedMs: lastedUntil(events, reason, moment.at),
      })),
      open: moment.until >= endMs,
    }));

/** The reason that decided: the first against, else the first that left it open, else the first that speaks for it. */
export const decidingReason = ({ reasons }: MomentView): ReasonView | null =>
  (["against", "open", "for"] as const).flatMap((weight) => reasons.filter((one) => one.weight === weight))[0] ?? null;

export interface Counts {
  readonly counted: number;
  readonly notCounted: number;
  readonly open: number;
  readonly total: number;
  /** Whether all of them are pick-ups, so that the word can be used. */
  readonly onlyPickups: boolean;
}

export const countMoments = (moments: readonly MomentView[]): Counts => {
  const of = (sign: MarkerKind): number => moments.filter((moment) => moment.sign === sign).length;
  return {
    counted: of("counted"),
    notCounted: of("not-counted"),
    open: of("open"),
    total: moments.length,
    onlyPickups: moments.every(({ kind }) => kind === "picked-up"),
  };
};

/** The moment at a time: the last one that began at or before it and was not over. */
export const momentAt = (moments: readonly MomentView[], at: number): MomentView | null =>
  moments.findLast((moment) => at >= moment.at && at < moment.until) ?? null;
