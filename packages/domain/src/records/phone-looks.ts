/**
 * Phone looks: what its owner imported of their own phone's history, one week of one import.
 *
 * Only when the screen was looked at, for how long and, if its owner asked for it, with what kinds of app: never which app, no place,
 * nothing of another phone. A look is not a moment. An import is removed whole, by its `import`.
 * **Privacy:** never shared in any form.
 */
import { boolean, listOf, object, orNull, refine, text, wholeNumber, type Codec } from "../encoding/codec.ts";
import { instant, monday, recordId } from "../encoding/value-codecs.ts";
import type { RecordId } from "../people/ids.ts";
import type { CivilDate } from "../time/civil-date.ts";
import type { Instant } from "../time/instant.ts";
import { defineRecord, headOf, type RecordHead } from "./record-kind.ts";

/** Kinds of app, in the order of their bits in `kinds`; only ever added to at the end. */
export const APP_KINDS = [
  "messages",
  "calls",
  "social",
  "mail",
  "web",
  "video-music",
  "games",
  "reading",
  "tools",
  "other",
] as const;
export type AppKind = (typeof APP_KINDS)[number];

/** A week has no more seconds. */
const WEEK_SECONDS = 691_200;
/** So that a week fits in one entry of the vault, whatever is in it. */
export const MAX_WEEK_LOOKS = 3000;
/** As many gaps as no history has in a week. */
export const MAX_WEEK_STRETCHES = 200;

/** A stretch in which the history was there to see looks. */
export interface WatchedStretch {
  readonly from: Instant;
  readonly until: Instant;
}

export interface PhoneLooksRecord extends RecordHead<"phone-looks"> {
  /** The Monday, in UTC, of the week. */
  readonly week: CivilDate;
  /** Which import it came with. */
  readonly import: RecordId;
  /** What the source is called, such as `aware-screen`. */
  readonly source: string;
  /** Whether the source sees looks at a locked screen. */
  readonly seesLockScreen: boolean;
  readonly watched: readonly WatchedStretch[];
  /** Seconds from the Monday's midnight in UTC at which each look began, ascending. */
  readonly at: readonly number[];
  /** How many seconds each lasted; null where the end was not seen. As many as `at`. */
  readonly seconds: readonly (number | null)[];
  /** Which kinds of app were in each look, as bits; as many as `at`. Null unless its owner asked for it. */
  readonly kinds: readonly number[] | null;
}

/** Bits of a word are enough for twice as many kinds. */
const KINDS_LIMIT = 2 ** 20 - 1;

const fields: Codec<PhoneLooksRecord> = refine(
  object({
    ...headOf("phone-looks"),
    week: monday,
    import: recordId,
    source: text(40),
    seesLockScreen: boolean,
    watched: listOf(object({ from: instant, until: instant })),
    at: listOf(wholeNumber(0, WEEK_SECONDS)),
    seconds: listOf(orNull(wholeNumber(0, WEEK_SECONDS))),
    kinds: orNull(listOf(wholeNumber(0, KINDS_LIMIT))),
  }),
  ({ at, seconds, kinds, watched }) =>
    at.length === seconds.length &&
    (kinds === null || kinds.length === at.length) &&
    at.length <= MAX_WEEK_LOOKS &&
    watched.length <= MAX_WEEK_STRETCHES
      ? null
      : "out-of-range",
);

export const phoneLooksKind = defineRecord<PhoneLooksRecord>({
  version: 1,
  fields,
  dayOf: (record) => record.week,
  sharing: { item: "never", weekly: "never", joined: "never" },
});
