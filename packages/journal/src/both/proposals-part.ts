/**
 * Proposals: see `commands/proposals.ts`.
 *
 * An acceptance names the proposal and the hash of its text, and both are entries that their authors' devices signed: what was
 * accepted is exactly what was proposed, and a proposal that is changed afterwards is accepted by nobody.
 */
import { addToInstant, err, ok, SHARING_DAYS, type KnownRecord, type RecordId } from "@undivided/domain";
import type { Proposal, ProposalLists, Proposals } from "../commands/proposals.ts";
import { inOrder, type Core } from "../core.ts";
import { isValidAt } from "../exchange/validity.ts";
import type { Done } from "../journal.ts";
import { oursDocument, type ProposalDocument } from "../ours/documents.ts";
import { postedOf, type OursView, type Posted } from "../ours/ours-view.ts";
import type { Digests } from "./digests.ts";
import { contentOf, contentOfProposed, MAX_WAITING, readPutAway, wordsId } from "./put-away.ts";

const DAY_MS = 86_400_000;

const NOTHING: ProposalLists = { mine: [], theirs: [], agreed: [] };

export const createProposals = (core: Core, digests: Digests): Proposals => {
  const { deps, now } = core;

  const live = (list: OursView["mine"]): readonly Posted<ProposalDocument>[] =>
    postedOf(list, "proposal").filter(({ document }) => isValidAt(document, now()));
  const isAccepted = ({ id, text }: Posted<ProposalDocument>, by: OursView["mine"]): boolean =>
    postedOf(by, "acceptance").some(({ document }) => document.proposal === id && document.digest === digests.of(text));

  /**
   * Open ones: the first about each matter, and a handful in all, of an older or a modified program too. What was put away still
   * takes its place, so that putting one away does not bring the next.
   */
  const openIn = (list: OursView["mine"], by: OursView["mine"]): readonly Posted<ProposalDocument>[] => {
    const all = live(list).toSorted((one, other) => one.document.from - other.document.from);
    const agreed = new Set(all.filter((one) => isAccepted(one, by)).map(({ document }) => contentOf(document)));
    const first = new Map<string | null, Posted<ProposalDocument>>();
    for (const one of all) {
      const content = contentOf(one.document);
      if (!agreed.has(content) && !first.has(content)) first.set(content, one);
    }
    return [...first.values()].slice(0, MAX_WAITING);
  };

  return {
    lists: () => {
      const ours = core.ours();
      if (ours === null) return NOTHING;
      const away = readPutAway(core, digests);
      const [mine, theirs] = [live(ours.mine), live(ours.theirs)];
      return {
        mine: openIn(ours.mine, ours.theirs).map(asProposal),
        theirs: openIn(ours.theirs, ours.mine)
          .filter(({ id, document }) => !away.hasName(id) && !away.hasWords(document))
          .map(asProposal),
        agreed: [
          ...mine.filter((one) => isAccepted(one, ours.theirs)),
          ...theirs.filter((one) => isAccepted(one, ours.mine)),
        ].map(asProposal),
      };
    },
    propose: (proposed, days = SHARING_DAYS) =>
      core.inTurn(async () => {
        if (!Number.isSafeInteger(days) || days < 1) return err({ type: "not-a-length" });
        const [id, from] = [deps.randomId(), now()];
        const until = addToInstant(from, days * DAY_MS);
        const document: ProposalDocument = { type: "proposal", version: 1, from, until, proposed };
        const readBack = oursDocument.decode(oursDocument.encode(document), []);
        if (readBack.type === "error") return err({ type: "invalid-record", error: readBack.error });
        const ours = core.ours();
        if (ours === null) return err({ type: "not-paired" });
        await digests.learn(ours);
        const isThere = live(ours.mine).some((one) => contentOf(one.document) === contentOf(document));
        if (isThere) return err({ type: "already-there" });
        if (openIn(ours.mine, ours.theirs).length >= MAX_WAITING) return err({ type: "enough-waiting" });
        const posted = await core.post(id, document);
        return posted.type === "error" ? posted : ok(id);
      }),
    accept: (id) =>
      core.inTurn(async () => {
        const proposal = live(core.ours()?.theirs ?? []).find((one) => one.id === id);
        if (proposal === undefined) return err({ type: "nothing-there" });
        await digests.learn(core.ours());
        const digest = digests.of(proposal.text);
        if (digest === null) return err({ type: "nothing-there" });
        return core.post(deps.randomId(), { type: "acceptance", version: 1, proposal: id, digest });
      }),
    putAway: (id) =>
      core.inTurn(async () => {
        const ours = core.ours();
        await digests.learn(ours);
        const proposal = postedOf(ours?.theirs ?? [], "proposal").find((one) => one.id === id);
        const words = proposal === undefined ? null : wordsId(proposal.document, digests);
        return putAwayAll(core, words === null ? [id] : [id, words]);
      }),
    takeBack: (id) => core.inTurn(() => takeBack(core, id)),
  };
};

const putAwayAll = (core: Core, ids: readonly RecordId[]): Done =>
  inOrder(ids, (proposal) => core.putOwn(core.deps.randomId(), { type: "put-away", version: 1, proposal }));

/** One's own with all that say the same, as an older program sent them; or one's acceptance. */
const takeBack = async (core: Core, id: RecordId): Done => {
  const mine = core.ours()?.mine ?? [];
  const accepted = postedOf(mine, "acceptance").filter(({ document }) => document.proposal === id);
  const proposals = postedOf(mine, "proposal");
  const named = proposals.find((one) => one.id === id);
  const content = named === undefined ? null : contentOf(named.document);
  const proposed = proposals.filter(({ document }) => content !== null && contentOf(document) === content);
  const gone = await core.unpost([...accepted, ...proposed].map((one) => one.id));
  if (gone.type === "error" || accepted.length === 0) return gone;
  // Who leaves what both had is not shown it as an idea again.
  return putAwayAll(core, [id]);
};

/** Within a turn. A ritual that its owner ended is no idea for two any more, and nothing that both have. */
export const endRitual = (core: Core, record: KnownRecord): Done => {
  if (record.type !== "ritual") return Promise.resolve(ok(null));
  if (record.proposal !== null) return takeBack(core, record.proposal);
  const content = contentOfProposed({ type: "ritual", what: record.what, pattern: record.pattern });
  const mine = postedOf(core.ours()?.mine ?? [], "proposal").filter(({ document }) => contentOf(document) === content);
  return inOrder(mine.slice(0, 1), ({ id }) => takeBack(core, id));
};

const asProposal = ({ id, document: { proposed, until } }: Posted<ProposalDocument>): Proposal => ({
  id,
  proposed,
  until,
});

/** Own proposals that ended, and acceptances of what is not there any more. */
export const clearProposals = (core: Core): Done => {
  const ours = core.ours();
  if (ours === null) return Promise.resolve(ok(null));
  const now = core.now();
  const over = postedOf(ours.mine, "proposal").filter(({ document }) => document.until <= now);
  const theirs = new Set(postedOf(ours.theirs, "proposal").map(({ id }) => id));
  const loose = postedOf(ours.mine, "acceptance").filter(({ document }) => !theirs.has(document.proposal));
  return core.unpost([...over, ...loose].map(({ id }) => id));
};
