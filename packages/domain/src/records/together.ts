/**
 * Together: one time together as this phone's owner tapped it, and what their own phone could not see of it.
 *
 * Each phone writes its own. Start, pauses and end are taps, nothing sensed; the unknown stretches are what the senses
 * of this phone missed and never leave it.
 */
import {
  boolean,
  listOf,
  object,
  oneOf,
  orNull,
  refine,
  variants,
  wholeNumber,
  type Codec,
  type UnknownFields,
} from "../encoding/codec.ts";
import type { DecodeFault } from "../encoding/decode-error.ts";
import { deviceId, instant, recordId, utcOffset } from "../encoding/value-codecs.ts";
import type { DeviceId, RecordId } from "../people/ids.ts";
import { offer } from "../sharing/sharing-row.ts";
import { civilDateAt, type UtcOffset } from "../time/civil-date.ts";
import { formatInstant, type Instant } from "../time/instant.ts";
import { subtractIntervals, totalLengthMs, type Interval } from "../time/interval.ts";
import { SENSES, type Sense } from "./moment-kinds.ts";
import { defineRecord, headOf, type RecordHead } from "./record-kind.ts";

/** As tapped. An open pause, `until` null, lasts until the end. */
export interface Pause extends UnknownFields {
  readonly from: Instant;
  readonly until: Instant | null;
}

/** A stretch in which one sense knew nothing: neither rest nor silence. */
export interface UnknownSense extends UnknownFields {
  readonly of: Sense;
  readonly from: Instant;
  readonly until: Instant;
}

/** Only this phone took part, or the other person joined with theirs. */
export type Participation = OnePhone | BothPhones;

export interface OnePhone extends UnknownFields {
  readonly type: "one-phone";
}

export interface BothPhones extends UnknownFields {
  readonly type: "both-phones";
  /** Under which identifiers the taps of the other phone and of this one stand where both keep them. */
  readonly other: RecordId;
  readonly taps: RecordId;
  /** When both were together, on this phone's clock: where the taps of both overlap. Own unknown stretches are still in it. */
  readonly overlap: readonly Interval<Instant>[];
  /** What the other phone's clock was ahead of this one, as used to lay the two over each other. */
  readonly clockOffsetMs: number;
  /** How far that may be wrong. */
  readonly clockErrorMs: number;
}

export interface TogetherRecord extends RecordHead<"together"> {
  readonly device: DeviceId;
  readonly start: Instant;
  readonly utcOffset: UtcOffset;
  /** In order, apart from each other, within the time together. */
  readonly pauses: readonly Pause[];
  /** Null while it goes on, and where the app was stopped before anybody tapped. */
  readonly end: Instant | null;
  readonly participation: Participation;
  /** Whether the microphone listened, because everybody had said yes. */
  readonly sound: boolean;
  readonly unknown: readonly UnknownSense[];
}

/** A thousand years: no clock that a person looks at is further off. */
const MAX_CLOCK_OFFSET_MS = 1000 * 366 * 86_400_000;

/** A year: whoever does not know better than that knows nothing. */
const MAX_CLOCK_ERROR_MS = 366 * 86_400_000;

const pause: Codec<Pause> = object({ from: instant, until: orNull(instant) });

const unknownSense: Codec<UnknownSense> = refine(
  object({ of: oneOf(SENSES), from: instant, until: instant }),
  ({ from, until }) => (until < from ? "out-of-order" : null),
);

const onePhone: Codec<OnePhone> = object({ type: oneOf(["one-phone"]) });
const bothPhones: Codec<BothPhones> = object({
  type: oneOf(["both-phones"]),
  other: recordId,
  taps: recordId,
  overlap: listOf(
    refine(object({ from: instant, until: instant }), ({ from, until }) => (until <= from ? "out-of-order" : null)),
  ),
  clockOffsetMs: wholeNumber(-MAX_CLOCK_OFFSET_MS, MAX_CLOCK_OFFSET_MS),
  clockErrorMs: wholeNumber(0, MAX_CLOCK_ERROR_MS),
});

const fields: Codec<TogetherRecord> = refine(
  object({
    ...headOf("together"),
    device: deviceId,
    start: instant,
    utcOffset,
    pauses: listOf(pause),
    end: orNull(instant),
    participation: variants({ "one-phone": onePhone, "both-phones": bothPhones }),
    sound: boolean,
    unknown: listOf(unknownSense),
  }),
  (record) => checkTaps(record),
);

const checkTaps = ({ start, pauses, end }: TogetherRecord): DecodeFault | null => {
  let latest = start;
  for (const [index, one] of pauses.entries()) {
    if (one.from < latest) return "out-of-order";
    latest = one.from;
    if (one.until === null) {
      if (index < pauses.length - 1) return "out-of-order";
    } else {
      if (one.until < one.from) return "out-of-order";
      latest = one.until;
    }
  }
  return end !== null && end < latest ? "out-of-order" : null;
};

/** When they were together, without the pauses; nothing as long as no end is known. */
export const togetherIntervals = ({ start, pauses, end }: TogetherRecord): readonly Interval<Instant>[] =>
  end === null
    ? []
    : subtractIntervals(
        [{ from: start, until: end }],
        pauses.map((one) => ({ from: one.from, until: one.until ?? end })),
      );

const minutesOf = (record: TogetherRecord): number => totalLengthMs(togetherIntervals(record)) / 60_000;

/** **Privacy:** the offset from UTC would tell a place, the device a phone, and the unknown stretches what was sensed. */
export const togetherKind = defineRecord<TogetherRecord>({
  version: 1,
  fields,
  dayOf: (record) => civilDateAt(record.start, record.utcOffset),
  sharing: {
    item: "never",
    weekly: offer(["minutes"], (records) => ({
      minutes: Math.round(records.reduce((sum, record) => sum + minutesOf(record), 0)),
    })),
    joined: offer(["start", "pauses", "end"], ({ participation, start, pauses, end }) =>
      participation.type === "both-phones"
        ? {
            start: formatInstant(start),
            pauses: pauses.map(({ from, until }) => ({
              from: formatInstant(from),
              until: until === null ? null : formatInstant(until),
            })),
            end: end === null ? null : formatInstant(end),
          }
        : null,
    ),
  },
});
