/** The journal, put together. See `journal.ts` for what it does. */
import { err, ok } from "@undivided/domain";
import { clearAgreements, createAgreements } from "./both/agreements-part.ts";
import { createDigests } from "./both/digests.ts";
import { clearProposals, createProposals } from "./both/proposals-part.ts";
import { clearTalks, createTalk } from "./both/talk-part.ts";
import { createCore, inOrder, type Core } from "./core.ts";
import { createExchange } from "./exchange/exchange.ts";
import { createSharing } from "./exchange/sharing-part.ts";
import { createFiles } from "./files/files-part.ts";
import type { Done, Journal, JournalDeps, JournalSpace } from "./journal.ts";
import { createRecords, finishRemovals } from "./own/records-part.ts";
import { createRest } from "./own/rest-part.ts";
import { documentsOf } from "./own/own-view.ts";
import { tendSessions } from "./together/join-part.ts";
import { isInTogetherTime } from "./together/session.ts";
import { createTogether } from "./together/together-part.ts";

export const createJournal = (deps: JournalDeps): Journal => {
  const core = createCore(deps);
  const digests = createDigests();
  const exchange = createExchange(core, () => isInTogetherTime(core));
  const listeners = new Set<() => void>();
  let listening: JournalSpace | null = null;
  let stopOurs = (): void => undefined;

  const emit = (): void => {
    for (const listener of listeners) listener();
  };
  /** Reads at once what came, so that it is known when it was heard, and learns the hashes that read models need. */
  const onOurs = (): void => {
    const ours = core.ours();
    emit();
    void digests.learn(ours).then((hasLearnt) => {
      if (hasLearnt) emit();
    });
  };
  /** A space of both comes and goes while the journal is there. */
  const attach = (): void => {
    const space = deps.ours()?.replica ?? null;
    if (space === listening) return;
    listening = space;
    stopOurs();
    stopOurs = space?.subscribe(onOurs) ?? (() => undefined);
    onOurs();
  };

  /** Within a turn. */
  const tendNow = async (): Done => {
    attach();
    await digests.learn(core.ours());
    return inOrder(
      [
        () => finishRemovals(core),
        () => tendSessions(core, together.isRunningHere),
        () => clearTalks(core),
        () => clearProposals(core),
        () => clearAgreements(core),
        () => (isEnded(deps) ? forgetBoth(core, deps.ours()?.replica.space) : Promise.resolve(ok(null))),
        () => exchange.settle(),
      ],
      (step) => step(),
    );
  };
  /** Ends what concerns a record at once, before its deletion is final. */
  const withdraw = async (): Done => {
    const dropped = await tendSessions(core, together.isRunningHere);
    return dropped.type === "error" ? dropped : exchange.settle();
  };
  const together = createTogether(core, tendNow);

  const stopMine = deps.mine.subscribe(emit);
  attach();
  return {
    records: createRecords(core, withdraw),
    together: together.commands,
    talk: createTalk(core),
    sharing: createSharing(core, exchange),
    proposals: createProposals(core, digests),
    agreements: createAgreements(core, digests),
    rest: createRest(core),
    files: createFiles(core),
    pairing: () => (deps.ours() === null ? "alone" : isEnded(deps) ? "ended" : "paired"),
    tend: () => core.inTurn(tendNow),
    refresh: () =>
      core.inTurn(async () => {
        attach();
        const mine = await deps.mine.refresh();
        const both = await deps.ours()?.replica.refresh();
        return mine.type === "error" ? mine : (both ?? mine);
      }),
    leave: () =>
      core.inTurn(async () => {
        const space = deps.ours()?.replica.space;
        if (space === undefined) return err({ type: "not-paired" });
        // The keys first: whatever fails afterwards, the pairing is over.
        const left = await deps.leave();
        emit();
        return left.type === "error" ? left : forgetBoth(core, space);
      }),
    subscribe: (listener) => {
      attach();
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      stopMine();
      stopOurs();
      listeners.clear();
    },
  };
};

const isEnded = ({ ours }: JournalDeps): boolean => ours()?.replica.isClosed() === true;

/** After a pairing nothing of it waits: its openings and shares go. Those of a newer one stay. Own records stay. */
const forgetBoth = (core: Core, space: string | undefined): Done => {
  const view = core.own();
  const ofIt = [...documentsOf(view, "opening"), ...documentsOf(view, "share")].filter((one) => one.space === space);
  return core.deleteOwn(ofIt.map(({ id }) => id));
};
