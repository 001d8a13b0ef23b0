/**
 * Moment: the owner's phone may have come first, noticed by it or logged by them.
 *
 * A record is about its owner only. `at` and everything sensed stay on the owner's devices; see the sharing row.
 */
import { listOf, object, oneOf, refine, variants, type Codec, type UnknownFields } from "../encoding/codec.ts";
import { deviceId, instant, recordId, utcOffset } from "../encoding/value-codecs.ts";
import type { DeviceId, RecordId } from "../people/ids.ts";
import { offer } from "../sharing/sharing-row.ts";
import { civilDateAt, type CivilDate, type UtcOffset } from "../time/civil-date.ts";
import type { Instant } from "../time/instant.ts";
import { correctionsInEffect, correctionSteps, type CorrectionStep } from "./corrections.ts";
import {
  LOGGED_MOMENT_KINDS,
  MOMENT_REASONS,
  SENSED_MOMENT_KINDS,
  type LoggedMomentKind,
  type MomentReason,
  type SensedMomentKind,
} from "./moment-kinds.ts";
import { defineRecord, headOf, type RecordHead } from "./record-kind.ts";
import { decideVerdict, type Verdict } from "./verdict.ts";

/** Noticed by the owner's own phone in a time together. */
export interface SensedSource extends UnknownFields {
  readonly type: "sensed";
  readonly kind: SensedMomentKind;
  readonly together: RecordId;
  readonly device: DeviceId;
  /** When the phone came to rest again or the app was back; not before `at`. */
  readonly until: Instant;
  readonly reasons: readonly MomentReason[];
}

/** Logged by its owner with two taps, on any of their devices. */
export interface LoggedSource extends UnknownFields {
  readonly type: "logged";
  readonly kind: LoggedMomentKind;
}

export interface MomentRecord extends RecordHead<"moment"> {
  readonly at: Instant;
  readonly utcOffset: UtcOffset;
  readonly source: SensedSource | LoggedSource;
  /** In the order of time; only ever added to. */
  readonly corrections: readonly CorrectionStep[];
}

const sensed: Codec<SensedSource> = object({
  type: oneOf(["sensed"]),
  kind: oneOf(SENSED_MOMENT_KINDS),
  together: recordId,
  device: deviceId,
  until: instant,
  reasons: listOf(oneOf(MOMENT_REASONS)),
});

const logged: Codec<LoggedSource> = object({ type: oneOf(["logged"]), kind: oneOf(LOGGED_MOMENT_KINDS) });

const fields: Codec<MomentRecord> = refine(
  object({
    ...headOf("moment"),
    at: instant,
    utcOffset,
    source: variants({ sensed, logged }),
    corrections: correctionSteps,
  }),
  ({ at, source }) => (source.type === "sensed" && source.until < at ? "out-of-order" : null),
);

/** Whether the moment counts now, from its reasons and what its owner said. */
export const verdictOf = ({ at, source, corrections }: MomentRecord): Verdict =>
  decideVerdict({
    at,
    corrections,
    until: source.type === "sensed" ? source.until : null,
    reasons: source.type === "sensed" ? source.reasons : null,
  });

/** Whether its owner said that a cause outside set it off. */
export const isFromOutside = ({ corrections }: MomentRecord): boolean =>
  correctionsInEffect(corrections).has("from-outside");

const dayOf = (record: MomentRecord): CivilDate => civilDateAt(record.at, record.utcOffset);

const isCounted = (record: MomentRecord): boolean => verdictOf(record).type === "counted";

/**
 * **Privacy:** which sense noticed it does not leave: both sensed kinds are shown as "picked-up". Only what counts can
 * be shown, so that nothing excused or doubted is ever held up.
 */
export const momentKind = defineRecord<MomentRecord>({
  version: 2,
  versionOf: ({ corrections }) => (corrections.some(({ correction }) => correction === "from-outside") ? 2 : 1),
  fields,
  dayOf,
  sharing: {
    item: offer(["day", "kind"], (record) =>
      isCounted(record)
        ? { day: dayOf(record), kind: record.source.type === "sensed" ? "picked-up" : record.source.kind }
        : null,
    ),
    weekly: offer(["counted"], (records) => ({ counted: records.filter(isCounted).length })),
    joined: "never",
  },
});
