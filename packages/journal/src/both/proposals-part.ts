/**
 * Proposals: see `commands/proposals.ts`.
 *
 * An acceptance names the proposal and the hash of its text, and both are entries that their authors' devices signed: what was
 * accepted is exactly what was proposed, and a proposal that is changed afterwards is accepted by nobody.
 */
import { addToInstant, err, ok, SHARING_DAYS } from "@undivided/domain";
import type { Proposal, ProposalLists, Proposals } from "../commands/proposals.ts";
import type { Core } from "../core.ts";
import { isValidAt } from "../exchange/validity.ts";
import type { Done } from "../journal.ts";
import { oursDocument, type ProposalDocument } from "../ours/documents.ts";
import { postedOf, type OursView, type Posted } from "../ours/ours-view.ts";
import { documentsOf } from "../own/own-view.ts";
import type { Digests } from "./digests.ts";

const DAY_MS = 86_400_000;

const NOTHING: ProposalLists = { mine: [], theirs: [], agreed: [] };

export const createProposals = (core: Core, digests: Digests): Proposals => {
  const { deps, own, now } = core;

  const live = (list: OursView["mine"]): readonly Posted<ProposalDocument>[] =>
    postedOf(list, "proposal").filter(({ document }) => isValidAt(document, now()));
  const isAccepted = ({ id, text }: Posted<ProposalDocument>, by: OursView["mine"]): boolean =>
    postedOf(by, "acceptance").some(({ document }) => document.proposal === id && document.digest === digests.of(text));

  return {
    lists: () => {
      const ours = core.ours();
      if (ours === null) return NOTHING;
      const away = new Set(documentsOf(own(), "put-away").map(({ proposal }) => proposal));
      const [mine, theirs] = [live(ours.mine), live(ours.theirs)];
      const isAgreedMine = (one: Posted<ProposalDocument>): boolean => isAccepted(one, ours.theirs);
      const isAgreedTheirs = (one: Posted<ProposalDocument>): boolean => isAccepted(one, ours.mine);
      return {
        mine: mine.filter((one) => !isAgreedMine(one)).map(asProposal),
        theirs: theirs.filter((one) => !isAgreedTheirs(one) && !away.has(one.id)).map(asProposal),
        agreed: [...mine.filter(isAgreedMine), ...theirs.filter(isAgreedTheirs)].map(asProposal),
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
    putAway: (proposal) => core.inTurn(() => core.putOwn(deps.randomId(), { type: "put-away", version: 1, proposal })),
    takeBack: (id) =>
      core.inTurn(async () => {
        const mine = core.ours()?.mine ?? [];
        const accepted = postedOf(mine, "acceptance").filter(({ document }) => document.proposal === id);
        const proposed = postedOf(mine, "proposal").filter((one) => one.id === id);
        return core.unpost([...accepted, ...proposed].map((one) => one.id));
      }),
  };
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
