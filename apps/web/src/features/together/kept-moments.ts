/**
 * The look-back on a kept time together, as a view: own moments with reasons, the line of the evening, what is not known.
 *
 * The verdict is the domain's; what the owner said stands in the record. No words here.
 */
import {
  correctionsInEffect,
  intersectIntervals,
  mergeIntervals,
  SENSES,
  subtractIntervals,
  togetherIntervals,
  totalLengthMs,
  type Instant,
  type Interval,
  type RecordId,
  type Sense,
  type TogetherRecord,
} from "@undivided/domain";
import type { LookBackMoment } from "@undivided/journal";
import { questionFor, type OwnMoment } from "../../live/own-moment.ts";
import { weighed } from "../../sensed/reasons.ts";

export interface KeptMoment extends OwnMoment {
  readonly id: RecordId;
  readonly at: Instant;
}

/** `asking`: those about which their owner is asked now, if they are open. */
export const keptMoments = (moments: readonly LookBackMoment[], asking: ReadonlySet<RecordId>): readonly KeptMoment[] =>
  moments.flatMap(({ record, verdict }): readonly KeptMoment[] => {
    const { source } = record;
    if (source.type !== "sensed") return [];
    const isAsked = verdict.type === "open" && asking.has(record.id);
    return [
      {
        id: record.id,
        key: record.id,
        at: record.at,
        lastedMs: source.until - record.at,
        kind: source.kind,
        standing: verdict.type,
        reasons: source.reasons.map(weighed),
        said: [...correctionsInEffect(record.corrections).keys()],
        question: isAsked ? questionFor(source.reasons) : null,
        driftOffered: verdict.type === "not-counted" && verdict.driftOffered !== null,
      },
    ];
  });

export interface UnknownPart extends Interval<Instant> {
  /** `all`: no sense knew anything. */
  readonly of: Sense | "all";
}

/** A sense that needs a moment to begin is in the picture, but not worth a sentence. */
const SHORTEST_TOLD_MS = 5_000;

/** What was not known, each stretch said once: where motion knew nothing and sound neither, it is one stretch. */
export const unknownParts = (record: TogetherRecord): readonly UnknownPart[] => {
  const of = (sense: Sense): readonly Interval<Instant>[] =>
    mergeIntervals(record.unknown.filter((one) => one.of === sense));
  const page = of("page");
  const parts: UnknownPart[] = page.map((one) => ({ ...one, of: "all" }));
  for (const sense of SENSES) {
    if (sense === "page" || (sense === "sound" && !record.sound)) continue;
    for (const one of subtractIntervals(of(sense), page)) parts.push({ ...one, of: sense });
  }
  return parts
    .filter(({ from, until }) => until - from >= SHORTEST_TOLD_MS)
    .toSorted((one, other) => one.from - other.from);
};

/** Whether motion was read for any part of it, pauses apart: in one nothing is read. Of a very short one, for half of it. */
export const wasMotionRead = (record: TogetherRecord): boolean => {
  if (record.end === null) return true;
  const whole = togetherIntervals(record);
  const least = Math.min(SHORTEST_TOLD_MS, totalLengthMs(whole) / 2);
  const motion = record.unknown.filter((one) => one.of === "motion");
  return subtractIntervals(whole, motion).some(({ from, until }) => until - from > least);
};

/** How long both were in it, within its times as they stand now; on one phone none of it. */
export const bothMs = (record: TogetherRecord): number =>
  record.participation.type === "both-phones"
    ? totalLengthMs(intersectIntervals(togetherIntervals(record), record.participation.overlap))
    : 0;
