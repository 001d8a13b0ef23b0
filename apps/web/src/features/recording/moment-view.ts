/**
 * A moment as the page shows it: its sign, its time, and each of its reasons with what it says and how it weighs.
 *
 * No words here: `recording-words.ts` says them.
 */
import type { SensedMoment, SensingEvent } from "@undivided/sensing";
import { reasonViews, type ReasonView } from "../../sensed/reasons.ts";
import type { MarkerKind } from "../../ui/charts/lanes.ts";

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

export const momentViews = (events: readonly SensingEvent[], endMs: number): readonly MomentView[] =>
  events
    .filter((event) => event.type === "moment")
    .map((moment, index) => ({
      index,
      at: moment.at,
      until: moment.until,
      kind: moment.kind,
      sign: signOf(moment.counted),
      reasons: reasonViews(events, moment),
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
