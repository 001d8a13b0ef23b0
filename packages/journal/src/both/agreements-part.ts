/**
 * Agreements: see `commands/agreements.ts`.
 *
 * A sentence and a signature are each an entry of their author's device: nobody writes in the other's name, and nobody can
 * change a sentence that was signed, because the signature is over the hash of both sentences as they stood on the signer's
 * screen. To end is to delete one's own part; what is left of the other's looks like something that was never signed.
 */
import { err, ok, type AgreementRecord, type RecordId } from "@undivided/domain";
import type { Agreement, Agreements, Wording } from "../commands/agreements.ts";
import { inOrder, type Core } from "../core.ts";
import { derivedId } from "../ids.ts";
import type { Done } from "../journal.ts";
import { oursDocument, type SentenceDocument } from "../ours/documents.ts";
import { postedOf, type OursView } from "../ours/ours-view.ts";
import { createAgreementReader, isSame } from "./agreement-reader.ts";
import type { Digests } from "./digests.ts";
import { MAX_WAITING, readPutAway, wordsId } from "./put-away.ts";

export const createAgreements = (core: Core, digests: Digests): Agreements => {
  const { deps, today } = core;
  const { recordsOf, describe, wordingOf, lastOf } = createAgreementReader(core, digests);

  const idsIn = (side: OursView["mine"] | undefined): readonly RecordId[] =>
    postedOf(side ?? [], "sentence").map(({ document }) => document.agreement);
  const listed = (): readonly Agreement[] => {
    const kept = recordsOf().filter(({ ended }) => ended === null);
    return [...new Set([...kept.map((one) => one.agreement), ...idsIn(core.ours()?.theirs)])]
      .map(describe)
      .filter(({ mine, theirs }) => mine.length + theirs.length > 0);
  };
  /** The other's that I have not joined, neither with a sentence nor with a signature. */
  const isOffer = ({ id, mine }: Agreement): boolean =>
    mine.length === 0 &&
    !postedOf(core.ours()?.mine ?? [], "signature").some(({ document }) => document.agreement === id);
  const isWaiting = ({ mine, theirs, isOnlyHere, isInForce }: Agreement): boolean =>
    mine.length > 0 && !isOnlyHere && theirs.length === 0 && !isInForce;

  const signAs = async (ours: OursView, agreement: RecordId, over: Wording): Done => {
    const before = postedOf(ours.mine, "signature").filter(({ document }) => document.agreement === agreement);
    if (before.some(({ document }) => isSame(document.over, over))) return ok(null);
    const posted = await core.post(deps.randomId(), { type: "signature", version: 1, agreement, over });
    return posted.type === "error" ? posted : core.unpost(before.map(({ id }) => id));
  };
  /** Signs what was just written, unless the other's sentence is not the one that was read. */
  const signOwn = async (agreement: RecordId, read: Wording): Done => {
    const ours = core.ours();
    if (ours === null) return ok(null);
    await digests.learn(ours);
    const theirs = lastOf(ours.theirs, agreement);
    const over = wordingOf(ours, agreement);
    if (over === null || (theirs !== null && !read.includes(digests.of(theirs.text) ?? ""))) return ok(null);
    return signAs(ours, agreement, over);
  };

  return {
    list: () => {
      const away = readPutAway(core, digests);
      const theirs = core.ours()?.theirs ?? [];
      const isAway = ({ id }: Agreement): boolean => {
        const last = lastOf(theirs, id);
        return away.hasName(id) || (last !== null && away.hasWords(last.document));
      };
      const all = listed();
      // What was put away still takes its place: so that putting one away does not bring the next.
      const offers = new Set(all.filter(isOffer).slice(0, MAX_WAITING));
      return all.filter((one) =>
        isOffer(one) ? offers.has(one) && !isAway(one) : one.isInForce || !away.hasName(one.id),
      );
    },
    write: ({ agreement, text, until, language, read }) =>
      core.inTurn(async () => {
        const isFree = agreement !== null && !readPutAway(core, digests).hasName(agreement);
        // In one that was ended here nothing is shown any more.
        const id = isFree ? agreement : deps.randomId();
        const ours = core.ours();
        const posted = postedOf(ours?.mine ?? [], "sentence").filter(({ document }) => document.agreement === id);
        const isAnswer = ours !== null && lastOf(ours.theirs, id) !== null;
        if (ours !== null && posted.length === 0 && !isAnswer && listed().filter(isWaiting).length >= MAX_WAITING)
          return err({ type: "enough-waiting" });
        const revisions = [
          ...recordsOf().filter((one) => one.agreement === id),
          ...posted.map(({ document }) => document),
        ];
        const revision = revisions.reduce((last, one) => Math.max(last, one.revision), 0) + 1;
        const more = language === undefined ? {} : { unknownFields: { language } };
        const record: AgreementRecord = {
          ...{ type: "agreement", id: deps.randomId(), owner: deps.person, day: today() },
          ...{ agreement: id, revision, text, until, ended: null, ...more },
        };
        const document: SentenceDocument = {
          type: "sentence",
          version: 1,
          agreement: id,
          revision,
          text,
          until,
          ...more,
        };
        const readBack = oursDocument.decode(oursDocument.encode(document), []);
        if (readBack.type === "error") return err({ type: "invalid-record", error: readBack.error });
        const put = await core.putRecord(record);
        if (put.type === "error") return put;
        if (core.ours() === null) return ok(id);
        // Own devices that wrote apart wrote two revisions of one number; the later entry stands.
        const sent = await core.post(await derivedId(deps.person, id, "sentence", revision), document);
        if (sent.type === "error") return sent;
        const signed = await signOwn(id, read ?? []);
        return signed.type === "error" ? signed : ok(id);
      }),
    sign: (agreement, over) =>
      core.inTurn(async () => {
        const ours = core.ours();
        if (ours === null) return err({ type: "not-paired" });
        await digests.learn(ours);
        const now = wordingOf(ours, agreement);
        if (now === null) return err({ type: "nothing-there" });
        return isSame(now, over) ? signAs(ours, agreement, over) : err({ type: "words-changed" });
      }),
    end: (agreement) =>
      core.inTurn(async () => {
        await digests.learn(core.ours());
        const theirs = describe(agreement).isInForce ? null : lastOf(core.ours()?.theirs ?? [], agreement);
        const words = theirs === null ? null : wordsId(theirs.document, digests);
        const gone = await dropAgreement(core, agreement);
        if (gone.type === "error") return gone;
        const ended = await inOrder(
          recordsOf().filter((one) => one.agreement === agreement && one.ended === null),
          (record) => core.putRecord({ ...record, ended: today() }),
        );
        if (ended.type === "error") return ended;
        return inOrder([agreement, ...(words === null ? [] : [words])], (proposal) =>
          core.putOwn(deps.randomId(), { type: "put-away", version: 1, proposal }),
        );
      }),
  };
};

const dropAgreement = (core: Core, agreement: RecordId): Done => {
  const mine = core.ours()?.mine ?? [];
  const parts = [...postedOf(mine, "sentence"), ...postedOf(mine, "signature")];
  return core.unpost(parts.filter(({ document }) => document.agreement === agreement).map(({ id }) => id));
};

/** Agreements whose own last sentence has ended: nothing of them stays, unless what remains is in force. */
export const clearAgreements = async (core: Core, digests: Digests): Done => {
  const ours = core.ours();
  if (ours === null) return ok(null);
  await digests.learn(ours);
  const { describe, lastOf } = createAgreementReader(core, digests);
  const over = [...new Set(postedOf(ours.mine, "sentence").map(({ document }) => document.agreement))].filter(
    (agreement) => lastOf(ours.mine, agreement) === null && !describe(agreement).isInForce,
  );
  return inOrder(over, (agreement) => dropAgreement(core, agreement));
};
