/**
 * What the journal itself keeps in `mine`, beside records: openings, shares, removals, running sessions. Never in `ours`, never
 * in an export. Written like records; an app that does not know a type keeps it and shows it nowhere.
 */
import type {
  CivilDate,
  DeviceId,
  Instant,
  RecordId,
  RecordType,
  UnknownFields,
  UnknownSense,
} from "@undivided/domain";
import { err, ok, RECORD_TYPES, SENSES } from "@undivided/domain";
import {
  boolean,
  civilDate,
  deviceId,
  instant,
  listOf,
  object,
  oneOf,
  orNull,
  parsedText,
  recordId,
  text,
  variants,
  wholeNumber,
  type Codec,
  type FieldCodecs,
} from "@undivided/domain/codecs";

/** In UTF-16 units. One entry holds at most 64 KiB. */
export const MAX_DRAFT_LENGTH = 12_000;

/** Shown each week, or in the spiral, from `from` until `until`. */
export interface Opening extends UnknownFields {
  readonly type: "opening";
  readonly version: number;
  /** The space that it is meant for: another pairing begins with nothing. */
  readonly space: string;
  readonly form: "weekly" | "spiral";
  /** Null for the spiral. */
  readonly kind: RecordType | null;
  readonly from: Instant;
  readonly until: Instant;
}

/** One record that its owner tapped to share. */
export interface Share extends UnknownFields {
  readonly type: "share";
  readonly version: number;
  readonly space: string;
  readonly record: RecordId;
  readonly from: Instant;
  readonly until: Instant;
}

/** Records that are being deleted: hidden at once, gone for good from `until` on. */
export interface RemovalDocument extends UnknownFields {
  readonly type: "removal";
  readonly version: number;
  /** On which it was asked for; its clock says when the minute is over. */
  readonly device: DeviceId;
  readonly records: readonly RecordId[];
  readonly at: Instant;
  readonly until: Instant;
}

/** A proposal or an agreement of the other that is not to be shown any more. */
export interface PutAway extends UnknownFields {
  readonly type: "put-away";
  readonly version: number;
  readonly proposal: RecordId;
}

/** At `at` of the own clock, what the other phone had written at `sentAt` of its clock was here. */
export interface Heard extends UnknownFields {
  readonly of: RecordId;
  readonly sentAt: Instant;
  readonly at: Instant;
}

export interface Announced extends UnknownFields {
  readonly at: Instant;
  readonly ms: number;
}

/** What a time together is beside its record: while it runs, and afterwards until it is known whether the other joined. */
export interface SessionDocument extends UnknownFields {
  readonly type: "session";
  readonly version: number;
  readonly together: RecordId;
  readonly with: "partner" | "nobody";
  /** Where its signals and, once joined, its taps stand in `ours`. */
  readonly signals: RecordId;
  readonly taps: RecordId;
  readonly alive: Instant;
  readonly draft: string | null;
  readonly unknown: readonly UnknownSense[];
  readonly heard: readonly Heard[];
  readonly soundMine: "yes" | "no" | null;
  readonly soundHere: "yes" | "no" | null;
  /** Whether everybody had said yes at some time of it. */
  readonly soundWasOn: boolean;
  readonly announced: readonly Announced[];
}

/** A yes to a report about both, with the figures that go into it. */
export interface ReportYes extends UnknownFields {
  readonly type: "report-yes";
  readonly version: number;
  readonly space: string;
  readonly weeks: ReportWeeks;
  /** Text of the figures with their salt: what the yes in `ours` is over. */
  readonly figures: string;
  readonly from: Instant;
  readonly until: Instant;
  /** The one report that it made, and what the other's yes was over; null until there is one. */
  readonly made: { readonly digest: string; readonly theirs: string } | null;
}

/** Weeks that were in a report about both. Kept while paired: another cut of them would tell of single weeks. */
export interface ReportGiven extends UnknownFields {
  readonly type: "report-given";
  readonly version: number;
  readonly space: string;
  readonly weeks: ReportWeeks;
}

interface ReportWeeks extends UnknownFields {
  readonly from: CivilDate;
  readonly until: CivilDate;
}

export type OwnDocument = OwnDocumentByType[keyof OwnDocumentByType];

interface OwnDocumentByType {
  readonly opening: Opening;
  readonly share: Share;
  readonly removal: RemovalDocument;
  readonly "put-away": PutAway;
  readonly session: SessionDocument;
  readonly "report-yes": ReportYes;
  readonly "report-given": ReportGiven;
}

export const version = wholeNumber(1, 1);

export const heardCodec: Codec<Heard> = object({ of: recordId, sentAt: instant, at: instant });

export const yesNo = oneOf(["yes", "no"]);

/** SHA-256 in hexadecimal digits. */
export const digest = parsedText(
  (value) => (/^[0-9a-f]{64}$/.test(value) ? ok(value) : err({ type: "not-an-id" })),
  "not-an-id",
);
export const reportWeeks: Codec<ReportWeeks> = object({ from: civilDate, until: civilDate });
/** Figures are small numbers, at most one for each of 26 weeks. */
export const MAX_FIGURES_LENGTH = 2000;

const unknownSense: Codec<UnknownSense> = object({ of: oneOf(SENSES), from: instant, until: instant });

const codecs: FieldCodecs<OwnDocumentByType> = {
  opening: object({
    type: oneOf(["opening"]),
    version,
    space: text(64),
    form: oneOf(["weekly", "spiral"]),
    kind: orNull(oneOf(RECORD_TYPES)),
    from: instant,
    until: instant,
  }),
  share: object({ type: oneOf(["share"]), version, space: text(64), record: recordId, from: instant, until: instant }),
  removal: object({
    type: oneOf(["removal"]),
    version,
    device: deviceId,
    records: listOf(recordId),
    at: instant,
    until: instant,
  }),
  "put-away": object({ type: oneOf(["put-away"]), version, proposal: recordId }),
  session: object({
    type: oneOf(["session"]),
    version,
    together: recordId,
    with: oneOf(["partner", "nobody"]),
    signals: recordId,
    taps: recordId,
    alive: instant,
    draft: orNull(text(MAX_DRAFT_LENGTH)),
    unknown: listOf(unknownSense),
    heard: listOf(heardCodec),
    soundMine: orNull(yesNo),
    soundHere: orNull(yesNo),
    soundWasOn: boolean,
    announced: listOf(object({ at: instant, ms: wholeNumber(1, 86_400_000) })),
  }),
  "report-yes": object({
    type: oneOf(["report-yes"]),
    version,
    space: text(64),
    weeks: reportWeeks,
    figures: text(MAX_FIGURES_LENGTH),
    from: instant,
    until: instant,
    made: orNull(object({ digest, theirs: digest })),
  }),
  "report-given": object({ type: oneOf(["report-given"]), version, space: text(64), weeks: reportWeeks }),
};

export const ownDocument: Codec<OwnDocument> = variants<OwnDocumentByType>(codecs);

/** Types that are never records, also in a file that is read in. */
export const OWN_DOCUMENT_TYPES: readonly string[] = Object.keys(codecs);
