/** The journal, put together. See `journal.ts` for what it does. */
import { err, ok, type KnownRecord } from "@undivided/domain";
import { createCore, inOrder, isOpen, type Core } from "./core.ts";
import { expireSharing } from "./exchange/expire-sharing.ts";
import { createFilesDoor } from "./files/files-door.ts";
import type { Done, Journal, JournalDeps, JournalSpace } from "./journal.ts";
import { createRecords, finishRemovals } from "./own/records-part.ts";
import { createRest } from "./own/rest-part.ts";
import { documentsOf } from "./own/own-view.ts";
import { tendSessions } from "./together/join-part.ts";
import { createTogether } from "./together/together-part.ts";
import { createTwoCommands } from "./two-commands.ts";

/**
 * With what two people need where there is a space of both, so that what the other said is known from the first reading on.
 *
 * @throws Error if it could not be fetched, as for any part of an app that is missing.
 */
export const openJournal = async (deps: JournalDeps): Promise<Journal> => {
  const core = createCore(deps, () => onOurs());
  const listeners = new Set<() => void>();
  let listening: JournalSpace | null = null;
  let stopOurs = (): void => undefined;

  const emit = (): void => {
    for (const listener of listeners) listener();
  };
  /** Reads at once what came, so that it is known when it was heard, and learns the hashes that read models need. */
  const onOurs = (): void => {
    core.ours();
    emit();
    void core
      .forTwo()
      ?.learn()
      .then((hasLearnt) => {
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
    if (isOpen(deps) && core.forTwo() === null) void core.fetchForTwo();
  };

  /** Within a turn. */
  const tendNow = async (): Done => {
    attach();
    await core.forTwo()?.learn();
    return inOrder(
      [
        () => finishRemovals(core),
        () => tendSessions(core, together.isRunningHere),
        () => core.forTwo()?.clear(),
        () => (isEnded(deps) ? forgetBoth(core, deps.ours()?.replica.space) : undefined),
        () => expireSharing(core),
        () => core.forTwo()?.settle(),
      ],
      carryOut,
    );
  };
  /** Ends what concerns a record at once, before its deletion is final. */
  const withdraw = (record: KnownRecord): Done =>
    inOrder(
      [
        () => tendSessions(core, together.isRunningHere),
        () => core.forTwo()?.settle(),
        () => core.forTwo()?.letGo(record),
      ],
      carryOut,
    );
  const together = createTogether(core, tendNow);

  if (isOpen(deps) && (await core.fetchForTwo()) === null)
    throw new Error("a part of the journal could not be fetched");
  const stopMine = deps.mine.subscribe(emit);
  attach();
  return {
    records: createRecords(core, withdraw, () => carryOut(() => core.forTwo()?.settle())),
    together: together.commands,
    ...createTwoCommands(core),
    rest: createRest(core),
    files: createFilesDoor(core),
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

const carryOut = async (step: () => Done | undefined): Done => (await step()) ?? ok(null);

const isEnded = ({ ours }: JournalDeps): boolean => ours()?.replica.isClosed() === true;

/** After a pairing nothing of it waits: its openings and shares go. Those of a newer one stay. Own records stay. */
const forgetBoth = (core: Core, space: string | undefined): Done => {
  const view = core.own();
  const ofIt = [
    ...documentsOf(view, "opening"),
    ...documentsOf(view, "share"),
    ...documentsOf(view, "report-yes"),
    ...documentsOf(view, "report-given"),
  ].filter((one) => one.space === space);
  return core.deleteOwn(ofIt.map(({ id }) => id));
};
