/**
 * What is written to `ours`, field by field (docs/spec/journal.md). Each document is put whole by its author and deleted by
 * its author; nothing in `ours` is set by both.
 *
 * Signs, signals and proposals of the other are read by this program and shown only where the rules allow: what a phone may
 * know and what a person sees are two things, and a modified program could show the first.
 */
import type { CivilDate, Instant, JsonObject, RecordId, UnknownFields } from "@undivided/domain";
import {
  boolean,
  civilDate,
  instant,
  isJsonObject,
  listOf,
  object,
  oneOf,
  orNull,
  recordId,
  refine,
  ritualPattern,
  ritualWhat,
  sentenceText,
  text,
  variants,
  wholeNumber,
  type Codec,
} from "@undivided/domain/codecs";
import { err, ok } from "@undivided/domain";
import type { Proposed } from "../commands/proposals.ts";
import { digest, heardCodec, MAX_FIGURES_LENGTH, reportWeeks, version, yesNo, type Heard } from "../own/documents.ts";

/** Hidden: "I would show something in this slot". No screen shows one. */
export interface Sign extends UnknownFields {
  readonly type: "sign";
  readonly version: number;
  readonly slot: string;
  readonly from: Instant;
  readonly until: Instant;
}

/** What the sharing table made of one record or one week. */
export interface View extends UnknownFields {
  readonly type: "view";
  readonly version: number;
  readonly slot: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly view: JsonObject;
}

export interface Taps extends UnknownFields {
  readonly start: Instant;
  readonly pauses: readonly { readonly from: Instant; readonly until: Instant | null }[];
  readonly end: Instant | null;
}

/** What its owner tapped in a time together that they began for both; deleted once its taps stand alone, or in 28 days. */
export interface Signals extends Taps {
  readonly type: "signals";
  readonly version: number;
  /** When it was written, on its author's clock. */
  readonly at: Instant;
  /** Under which identifier the taps will stand. */
  readonly taps: RecordId;
  readonly sound: "yes" | "no" | null;
  readonly back: { readonly at: Instant; readonly ms: number } | null;
  readonly heard: readonly Heard[];
}

/** The taps of a time together that both joined, as the sharing table makes them. */
export interface JoinedTaps extends UnknownFields {
  readonly type: "taps";
  readonly version: number;
  /** The signals that it follows. */
  readonly signals: RecordId;
  readonly heard: readonly Heard[];
  readonly view: Taps & { readonly type: "together" };
}

export interface TalkSignals extends UnknownFields {
  readonly type: "talk";
  readonly version: number;
  readonly at: Instant;
  readonly step: number;
  readonly isPaused: boolean;
}

export interface ProposalDocument extends UnknownFields {
  readonly type: "proposal";
  readonly version: number;
  readonly from: Instant;
  readonly until: Instant;
  readonly proposed: Proposed;
}

export interface Acceptance extends UnknownFields {
  readonly type: "acceptance";
  readonly version: number;
  readonly proposal: RecordId;
  /** SHA-256 of the proposal's text as it stood. */
  readonly digest: string;
}

export interface SentenceDocument extends UnknownFields {
  readonly type: "sentence";
  readonly version: number;
  readonly agreement: RecordId;
  readonly revision: number;
  readonly text: string;
  readonly until: CivilDate;
}

export interface Signature extends UnknownFields {
  readonly type: "signature";
  readonly version: number;
  readonly agreement: RecordId;
  /** SHA-256 of the text of each sentence that it signs, one or two, ascending. */
  readonly over: readonly string[];
}

/** A yes to a report about both of these weeks. No screen shows one. */
export interface ReportYesSign extends UnknownFields {
  readonly type: "report-yes";
  readonly version: number;
  readonly weeks: { readonly from: CivilDate; readonly until: CivilDate };
  /** SHA-256 of its author's figures, which follow once both said yes. */
  readonly over: string;
  readonly from: Instant;
  readonly until: Instant;
}

export interface ReportFigures extends UnknownFields {
  readonly type: "report-figures";
  readonly version: number;
  /** The report that they are for. */
  readonly digest: string;
  /** The text that the yes was over. */
  readonly figures: string;
  readonly from: Instant;
  readonly until: Instant;
}

interface OursByType {
  readonly sign: Sign;
  readonly view: View;
  readonly signals: Signals;
  readonly taps: JoinedTaps;
  readonly talk: TalkSignals;
  readonly proposal: ProposalDocument;
  readonly acceptance: Acceptance;
  readonly sentence: SentenceDocument;
  readonly signature: Signature;
  readonly "report-yes": ReportYesSign;
  readonly "report-figures": ReportFigures;
}

export type OursDocument = OursByType[keyof OursByType];
export type OursType = keyof OursByType;
export type OursDocumentOf<T extends OursType> = OursByType[T];

const slot = text(80);
const pauses = listOf(object({ from: instant, until: orNull(instant) }));
/** More than two people exchange in an evening. */
const heard: Codec<readonly Heard[]> = refine(listOf(heardCodec), (list) => (list.length > 16 ? "out-of-range" : null));
const jsonObject: Codec<JsonObject> = {
  decode: (value, path) => (isJsonObject(value) ? ok(value) : err({ type: "not-an-object" as const, path })),
  encode: (value) => value,
};

const proposed: Codec<Proposed> = variants({
  ritual: object({ type: oneOf(["ritual"]), what: ritualWhat, pattern: ritualPattern }),
  conversation: object({ type: oneOf(["conversation"]), day: civilDate, minute: wholeNumber(0, 1439) }),
});

export const oursDocument: Codec<OursDocument> = variants<OursByType>({
  sign: object({ type: oneOf(["sign"]), version, slot, from: instant, until: instant }),
  view: object({ type: oneOf(["view"]), version, slot, from: instant, until: instant, view: jsonObject }),
  signals: object({
    type: oneOf(["signals"]),
    version,
    at: instant,
    taps: recordId,
    start: instant,
    pauses,
    end: orNull(instant),
    sound: orNull(yesNo),
    back: orNull(object({ at: instant, ms: wholeNumber(1, 86_400_000) })),
    heard,
  }),
  taps: object({
    type: oneOf(["taps"]),
    version,
    signals: recordId,
    heard,
    view: object({ type: oneOf(["together"]), start: instant, pauses, end: orNull(instant) }),
  }),
  talk: object({ type: oneOf(["talk"]), version, at: instant, step: wholeNumber(0, 100), isPaused: boolean }),
  proposal: object({ type: oneOf(["proposal"]), version, from: instant, until: instant, proposed }),
  acceptance: object({ type: oneOf(["acceptance"]), version, proposal: recordId, digest }),
  sentence: object({
    type: oneOf(["sentence"]),
    version,
    agreement: recordId,
    revision: wholeNumber(1, 1000),
    text: sentenceText,
    until: civilDate,
  }),
  signature: object({ type: oneOf(["signature"]), version, agreement: recordId, over: listOf(digest) }),
  "report-yes": object({
    type: oneOf(["report-yes"]),
    version,
    weeks: reportWeeks,
    over: digest,
    from: instant,
    until: instant,
  }),
  "report-figures": object({
    type: oneOf(["report-figures"]),
    version,
    digest,
    figures: text(MAX_FIGURES_LENGTH),
    from: instant,
    until: instant,
  }),
});
