/**
 * Agreements: see `commands/agreements.ts`.
 *
 * A sentence and a signature are each an entry of their author's device: nobody writes in the other's name, and nobody can
 * change a sentence that was signed, because the signature is over the hash of both sentences as they stood. To end is to
 * delete one's own part; what is left of the other's looks like something that was never signed.
 */
import { err, ok, type AgreementRecord, type CivilDate, type RecordId } from "@undivided/domain";
import type { Agreement, Agreements, Sentence } from "../commands/agreements.ts";
import { inOrder, type Core } from "../core.ts";
import { derivedId } from "../ids.ts";
import type { Done } from "../journal.ts";
import { oursDocument, type SentenceDocument } from "../ours/documents.ts";
import { postedOf, type OursView } from "../ours/ours-view.ts";
import { documentsOf } from "../own/own-view.ts";
import type { Digests } from "./digests.ts";

export const createAgreements = (core: Core, digests: Digests): Agreements => {
  const { deps, own, today } = core;

  const recordsOf = (): readonly AgreementRecord[] =>
    [...own().records.values()].filter((one): one is AgreementRecord => one.type === "agreement");
  const sentencesIn = (list: OursView["mine"], agreement: RecordId) =>
    postedOf(list, "sentence")
      .filter(({ document }) => document.agreement === agreement)
      .toSorted((one, other) => one.document.revision - other.document.revision);

  /** What both sign: the hash of the last sentence of each that holds today, sorted. Null while it is not known. */
  const wordingOf = (ours: OursView, agreement: RecordId): Wording | null => {
    const hashes = [ours.mine, ours.theirs].flatMap((list) => {
      const sentence = sentencesIn(list, agreement).at(-1);
      return sentence !== undefined && sentence.document.until >= today() ? [digests.of(sentence.text)] : [];
    });
    const known = hashes.filter((one) => one !== null);
    return known.length === 0 || known.length < hashes.length ? null : known.toSorted();
  };
  const hasSigned = (list: OursView["mine"], agreement: RecordId, over: Wording | null): boolean =>
    over !== null &&
    postedOf(list, "signature").some(({ document }) => document.agreement === agreement && isSame(document.over, over));

  /** One's own words are one's own: also without a pairing. */
  const mineOf = (agreement: RecordId): readonly Sentence[] =>
    recordsOf()
      .filter((one) => one.agreement === agreement && one.ended === null)
      .toSorted((one, other) => one.revision - other.revision)
      .map(({ revision, text, until }) => ({ revision, text, until }));
  const describe = (id: RecordId): Agreement => {
    const ours = core.ours();
    const theirs = ours === null ? [] : sentencesIn(ours.theirs, id);
    const over = ours === null ? null : wordingOf(ours, id);
    const isSignedByMe = ours !== null && hasSigned(ours.mine, id, over);
    return {
      id,
      mine: mineOf(id),
      theirs: theirs.map(({ document: { revision, text, until } }) => ({ revision, text, until })),
      isInForce: isSignedByMe && ours !== null && hasSigned(ours.theirs, id, over),
      isSignedByMe,
    };
  };
  const signAs = async (agreement: RecordId): Done => {
    const ours = core.ours();
    if (ours === null) return ok(null);
    await digests.learn(ours);
    const over = wordingOf(ours, agreement);
    if (over === null) return err({ type: "nothing-there" });
    const before = postedOf(ours.mine, "signature").filter(({ document }) => document.agreement === agreement);
    if (before.some(({ document }) => isSame(document.over, over))) return ok(null);
    const posted = await core.post(deps.randomId(), { type: "signature", version: 1, agreement, over });
    return posted.type === "error" ? posted : core.unpost(before.map(({ id }) => id));
  };

  return {
    list: () => {
      const ours = core.ours();
      const away = new Set(documentsOf(own(), "put-away").map(({ proposal }) => proposal));
      const ids = new Set([
        ...recordsOf()
          .filter(({ ended }) => ended === null)
          .map((one) => one.agreement),
        ...postedOf(ours?.theirs ?? [], "sentence").map(({ document }) => document.agreement),
      ]);
      return [...ids].map(describe).filter((one) => {
        const holds = [...one.mine.slice(-1), ...one.theirs.slice(-1)].some(({ until }) => until >= today());
        return holds && (one.isInForce || !away.has(one.id));
      });
    },
    write: ({ agreement, text, until }) =>
      core.inTurn(async () => {
        const id = agreement ?? deps.randomId();
        const revisions = recordsOf().filter((one) => one.agreement === id);
        const revision = revisions.reduce((last, one) => Math.max(last, one.revision), 0) + 1;
        const record: AgreementRecord = {
          ...{ type: "agreement", id: deps.randomId(), owner: deps.person, day: today() },
          ...{ agreement: id, revision, text, until, ended: null },
        };
        const document: SentenceDocument = { type: "sentence", version: 1, agreement: id, revision, text, until };
        const readBack = oursDocument.decode(oursDocument.encode(document), []);
        if (readBack.type === "error") return err({ type: "invalid-record", error: readBack.error });
        const put = await core.putRecord(record);
        if (put.type === "error") return put;
        if (core.ours() === null) return ok(id);
        // Own devices that wrote apart wrote two revisions of one number; the later entry stands.
        const posted = await core.post(await derivedId(deps.person, id, "sentence", revision), document);
        if (posted.type === "error") return posted;
        const signed = await signAs(id);
        return signed.type === "error" ? signed : ok(id);
      }),
    sign: (agreement) =>
      core.inTurn(() => (core.ours() === null ? Promise.resolve(err({ type: "not-paired" })) : signAs(agreement))),
    end: (agreement) =>
      core.inTurn(async () => {
        const gone = await dropAgreement(core, agreement);
        if (gone.type === "error") return gone;
        const ended = await inOrder(
          recordsOf().filter((one) => one.agreement === agreement && one.ended === null),
          (record) => core.putRecord({ ...record, ended: today() }),
        );
        if (ended.type === "error") return ended;
        return core.putOwn(deps.randomId(), { type: "put-away", version: 1, proposal: agreement });
      }),
  };
};

type Wording = readonly string[];

const isSame = (one: Wording, other: Wording): boolean => one.join() === other.join();

const dropAgreement = (core: Core, agreement: RecordId): Done => {
  const mine = core.ours()?.mine ?? [];
  const parts = [...postedOf(mine, "sentence"), ...postedOf(mine, "signature")];
  return core.unpost(parts.filter(({ document }) => document.agreement === agreement).map(({ id }) => id));
};

/** Agreements whose own last sentence has ended: nothing of them stays. */
export const clearAgreements = (core: Core): Done => {
  const mine = core.ours()?.mine ?? [];
  const latest = new Map<RecordId, CivilDate>();
  for (const { document } of postedOf(mine, "sentence").toSorted(
    (one, other) => one.document.revision - other.document.revision,
  )) {
    latest.set(document.agreement, document.until);
  }
  const over = [...latest].filter(([, until]) => until < core.today()).map(([agreement]) => agreement);
  return inOrder(over, (agreement) => dropAgreement(core, agreement));
};
