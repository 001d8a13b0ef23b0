/**
 * Agreements read: from the sentences and signatures of both, as they hold today.
 *
 * What is listed is what a signature would be over: a sentence that has ended is on no screen and in no wording. The signatures of
 * before stay good for what remains, as long as the document of the ended one is still there to show what they were over: nobody
 * can drop a sentence early and keep the other bound.
 */
import type { AgreementRecord, RecordId, UnknownFields } from "@undivided/domain";
import type { Agreement, Sentence, Wording } from "../commands/agreements.ts";
import type { Core } from "../core.ts";
import type { SentenceDocument } from "../ours/documents.ts";
import { postedOf, type OursView, type Posted } from "../ours/ours-view.ts";
import type { Digests } from "./digests.ts";

type Side = OursView["mine"];

export interface AgreementReader {
  readonly recordsOf: () => readonly AgreementRecord[];
  readonly describe: (agreement: RecordId) => Agreement;
  readonly wordingOf: (ours: OursView, agreement: RecordId) => Wording | null;
  /** The last sentence of one side, if it holds today. */
  readonly lastOf: (side: Side, agreement: RecordId) => Posted<SentenceDocument> | null;
}

export const isSame = (one: Wording, other: Wording): boolean => one.join() === other.join();

/** Each of `some` is in `all`, and not more often. */
const isWithin = (some: Wording, all: Wording): boolean => {
  const count = (list: Wording, wanted: string): number => list.filter((hash) => hash === wanted).length;
  return some.every((hash) => count(some, hash) <= count(all, hash));
};

export const createAgreementReader = (core: Core, digests: Digests): AgreementReader => {
  const { own, today } = core;

  const recordsOf = (): readonly AgreementRecord[] =>
    [...own().records.values()].filter((one): one is AgreementRecord => one.type === "agreement");
  const sentencesIn = (side: Side, agreement: RecordId) =>
    postedOf(side, "sentence")
      .filter(({ document }) => document.agreement === agreement)
      .toSorted((one, other) => one.document.revision - other.document.revision);
  const lastIn = (side: Side, agreement: RecordId) => sentencesIn(side, agreement).at(-1) ?? null;
  const lastOf: AgreementReader["lastOf"] = (side, agreement) => {
    const last = lastIn(side, agreement);
    return last !== null && last.document.until >= today() ? last : null;
  };
  const hashesOf = (list: readonly (Posted<SentenceDocument> | null)[]): Wording | null => {
    const hashes = list.filter((one) => one !== null).map(({ text }) => digests.of(text));
    const known = hashes.filter((one) => one !== null);
    return known.length < hashes.length ? null : known.toSorted();
  };
  const wordingOf: AgreementReader["wordingOf"] = (ours, agreement) => {
    const hashes = hashesOf([lastOf(ours.mine, agreement), lastOf(ours.theirs, agreement)]);
    return hashes?.length === 0 ? null : hashes;
  };
  const hasSigned = (ours: OursView, by: Side, agreement: RecordId): boolean => {
    const over = wordingOf(ours, agreement);
    const withEnded = hashesOf([lastIn(ours.mine, agreement), lastIn(ours.theirs, agreement)]);
    if (over === null || withEnded === null) return false;
    return postedOf(by, "signature").some(
      ({ document: signed }) =>
        signed.agreement === agreement && isWithin(over, signed.over) && isWithin(signed.over, withEnded),
    );
  };
  /** All of them as long as the last one holds. */
  const holding = (list: readonly Sentence[]): readonly Sentence[] =>
    (list.at(-1)?.until ?? "") >= today() ? list : [];
  /** One's own words are one's own: also without a pairing. */
  const keptBy = (agreement: RecordId): readonly Sentence[] =>
    recordsOf()
      .filter((one) => one.agreement === agreement && one.ended === null)
      .toSorted((one, other) => one.revision - other.revision)
      .map(asSentence);

  return {
    recordsOf,
    wordingOf,
    lastOf,
    describe: (id) => {
      const ours = core.ours();
      const [posted, theirs] = [ours?.mine ?? [], ours?.theirs ?? []].map((side) =>
        sentencesIn(side, id).map(({ document }) => asSentence(document)),
      );
      const isPosted = posted !== undefined && posted.length > 0;
      const isSignedByMe = ours !== null && hasSigned(ours, ours.mine, id);
      return {
        id,
        mine: holding(isPosted ? posted : keptBy(id)),
        theirs: holding(theirs ?? []),
        isOnlyHere: !isPosted,
        wording: ours === null ? null : wordingOf(ours, id),
        isInForce: isSignedByMe && hasSigned(ours, ours.theirs, id),
        isSignedByMe,
      };
    },
  };
};

const asSentence = (one: Omit<Sentence, "language"> & UnknownFields): Sentence => {
  const language = one.unknownFields?.["language"];
  return {
    ...{ revision: one.revision, text: one.text, until: one.until },
    language: typeof language === "string" ? language : null,
  };
};
