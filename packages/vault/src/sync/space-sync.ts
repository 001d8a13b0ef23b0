/**
 * Keeping one space in step over one connection: what the relay has beyond us we take, what we have beyond it we give.
 *
 * Heads decide, sequence numbers only save work: a relay that lost, rolled back or corrupted its database says so by its heads and
 * by the places it wants, and is given again what it lacks. A device that holds a leave entry gives that and nothing else.
 * **Trust:** the relay is believed nothing but where to look: each entry is checked by the replica.
 */
import { err, ok, type Result } from "@undivided/domain";
import { bytesToHex, sign } from "../crypto/door.ts";
import type { SpaceId } from "../envelope/ids.ts";
import type { StoreFault } from "../log/log-store.ts";
import type { AnswerBody, MailboxState } from "../relay/answers.ts";
import { openingProof, type RequestRefusal } from "../relay/protocol.ts";
import type { Summary } from "../space/replica.ts";
import { createPulling } from "./pulling.ts";
import { createPushing } from "./pushing.ts";
import type { LinkFault, RelayLink } from "./relay-link.ts";
import type { ExchangedSpace, SnapshotExchange } from "./snapshot-exchange.ts";
import { createSpaceTalk, Stopped } from "./space-talk.ts";

/** A space of this device, the keys by which it belongs to it, and between which devices snapshots go. */
export type SyncedSpace = ExchangedSpace;

export type SpaceOutcome =
  | { readonly type: "in-step" }
  /** The relay does not know this device yet: whoever admits it has not been there. */
  | { readonly type: "waiting" }
  /** The space is closed, here and at the relay. */
  | { readonly type: "left" }
  /** The space is closed here. The relay cannot know it yet: it keeps nothing of the space, or something older than this device. */
  | { readonly type: "left-here" }
  /** This device was removed: it stops. */
  | { readonly type: "removed" }
  | { readonly type: "refused"; readonly reason: RefusedReason };

type RefusedReason = RequestRefusal | "not-understood" | StoreFault["type"];

export interface SpaceReport {
  readonly space: SpaceId;
  readonly outcome: SpaceOutcome;
  readonly pulled: number;
  readonly pushed: number;
  /** Entries that one of the two sides refused. */
  readonly refused: number;
}

/** What is remembered of the relay's mailbox between two steps, also over a reconnection. */
export interface Cursor {
  incarnation: string;
  sequence: number;
}

/** What is left to do at leisure: nothing; more of the same; or a round must come first. */
export type Tended = "idle" | "more" | "round";

export interface SpaceSync {
  /** One round, to the end. Rounds of one space follow each other. */
  readonly step: () => Promise<Result<SpaceReport, LinkFault>>;
  /** One portion of what can wait: entries that are absent since this device began with a snapshot, or a snapshot for another. */
  readonly tend: () => Promise<Result<Tended, LinkFault>>;
  /** Whether there is anything here that the relay lacks, as far as is known. */
  readonly isAhead: () => boolean;
  /** Takes what came unasked; true if a round is due. */
  readonly hear: (answer: AnswerBody) => Promise<boolean>;
}

const NOTHING: Summary = { heads: [], wanted: [], missing: [] };

/** How often a round asks again because something new came while it went on. */
const MAX_ROUNDS = 12;

export const createSpaceSync = (
  { replica, keys }: SyncedSpace,
  link: RelayLink,
  cursor: Cursor,
  exchange: SnapshotExchange,
): SpaceSync => {
  const { space } = replica;
  const talk = createSpaceTalk(replica, link);
  const { ask, askState, kept, note, receive, counts, counterByDevice, needByDevice } = talk;
  let isOpen = false;
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const result = turn.then(run);
    turn = result.catch(() => undefined);
    return result;
  };

  /** True if this device begins anew with the snapshot that the state names. Heads then say what has come since. */
  const takeSnapshot = async (state: MailboxState): Promise<boolean> => {
    const taken = await exchange.take(state, link.ask);
    if (taken.type === "error") throw new Stopped({ type: "link", fault: taken.error });
    if (taken.value) cursor.sequence = state.last;
    return taken.value;
  };
  const betweenPulls = async (): Promise<boolean> => exchange.isToLook(heads()) && takeSnapshot(await askState());
  const heads = () => [...counterByDevice.values()].map((counter) => ({ counter }));
  const pulling = createPulling(talk, keys.device, cursor, betweenPulls);
  const { pullFrom, pullBeyond, pullWanted, lookForFork } = pulling;
  const { pushOnce, sayNeed } = createPushing(talk, keys.device, cursor, pulling.pullOwnEnd);

  const leave = async (): Promise<SpaceOutcome> => {
    const [entry] = kept(await replica.entriesFor(NOTHING, 1));
    if (entry === undefined) return { type: "left" };
    const answer = await link.ask({ type: "leave", space, entry });
    if (answer.type === "ok") return { type: "left" };
    const { error } = answer;
    if (error.type !== "refused") throw new Stopped({ type: "link", fault: error });
    if (error.reason === "unknown-space" || error.reason === "not-proven") return { type: "left-here" };
    return { type: "refused", reason: error.reason };
  };
  const isRemoved = (): boolean => (replica.roster()?.devices.get(keys.device)?.last ?? null) !== null;

  const open = async (): Promise<AnswerBody> => {
    const signature = await sign(keys.signing, openingProof(link.challenge, space, keys.device));
    return ask({ type: "open", space, device: keys.device, signature });
  };
  /** The relay does not know this device. If we can, we bring it the space; else we wait for who admits us. */
  const introduce = async (): Promise<MailboxState | undefined> => {
    if (replica.roster()?.devices.get(keys.device) === undefined) return undefined;
    note(NO_STATE);
    const reached = (): number => [...counterByDevice.values()].reduce((sum, counter) => sum + counter, 0);
    for (let before = -1; before !== reached();) {
      before = reached();
      await pushOnce();
      const state = await ask({ type: "state", space });
      if (state.type === "state" && state.standing === "member") return state;
    }
    return undefined;
  };
  const settle = async (first: MailboxState, sequenceIsGood: boolean): Promise<void> => {
    note(first);
    const isFresh = replica.summary().heads.length === 0;
    if (!sequenceIsGood) cursor.sequence = isFresh ? 0 : first.last;
    await lookForFork(first);
    await takeSnapshot(first);
    await pullFrom(first.last);
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      let hasMoved = false;
      while (await pullBeyond()) hasMoved = true;
      await pullWanted();
      if (replica.isClosed()) return;
      // Everything that we have is offered before the relay is asked again where it stands.
      while (await pushOnce()) hasMoved = true;
      await sayNeed();
      if (!hasMoved) return;
      await pullFrom((await askState()).last);
    }
  };

  const run = async (): Promise<SpaceOutcome> => {
    if (replica.isClosed()) return leave();
    if (isRemoved()) return { type: "removed" };
    const answer = isOpen ? await ask({ type: "state", space }) : await open();
    if (answer.type === "left") {
      await receive([answer.entry]);
      // A leave entry that is none: the relay may claim what it likes, nothing is lost here.
      return replica.isClosed() ? { type: "left" } : { type: "refused", reason: "space-closed" };
    }
    if (answer.type !== "state") return { type: "refused", reason: "not-understood" };
    isOpen = true;
    if (answer.standing === "removed") return { type: "removed" };
    const state = answer.standing === "member" ? answer : await introduce();
    if (state === undefined) return { type: "waiting" };
    const incarnation = bytesToHex(link.incarnation);
    const isGood = cursor.incarnation === incarnation && cursor.sequence <= state.last;
    cursor.incarnation = incarnation;
    await settle(state, isGood);
    if (replica.isClosed()) return leave();
    return isRemoved() ? { type: "removed" } : { type: "in-step" };
  };

  return {
    isAhead: () =>
      replica.isClosed() ||
      replica.summary().heads.some(({ device, counter }) => counter > (counterByDevice.get(device) ?? 0)) ||
      replica.summary().missing.length > 0,
    step: () =>
      inTurn(async () => {
        Object.assign(counts, { pulled: 0, pushed: 0, refused: 0 });
        const outcome = await untilStopped<SpaceOutcome>(run, (reason) =>
          reason === "removed" ? { type: "removed" } : { type: "refused", reason },
        );
        return outcome.type === "ok" ? ok({ space, outcome: outcome.value, ...counts }) : outcome;
      }),
    tend: async () => {
      const isIdle = (): boolean => !isOpen || replica.isClosed() || isRemoved();
      const begun = await inTurn(() =>
        untilStopped<Tended | MailboxState>(
          async () => {
            if (isIdle()) return "idle";
            if (await pulling.backfillOnce()) return "more";
            return exchange.isAwaited() ? askState() : "idle";
          },
          () => "idle",
        ),
      );
      if (begun.type === "error") return begun;
      if (typeof begun.value === "string") return ok(begun.value);
      // Not in turn: what its owner writes meanwhile is pushed meanwhile.
      const put = await exchange.put(begun.value, link.ask);
      return put.type === "error" ? put : ok(put.value ? "round" : "idle");
    },
    hear: (answer) =>
      inTurn(async () => {
        switch (answer.type) {
          case "entries": {
            for (const { bytes } of answer.entries) talk.noteThere(bytes);
            const report = await replica.receive(answer.entries.map(({ bytes }) => bytes));
            if (report.type === "error") return true;
            const isNext = answer.after === cursor.sequence;
            if (isNext) cursor.sequence = answer.last;
            return !isNext || report.value.waiting + report.value.refused.length > 0;
          }
          case "left": {
            await replica.receive([answer.entry]);
            return true;
          }
          case "needed":
            needByDevice.set(answer.need.device, answer.need.epochs);
            return answer.need.epochs.length > 0;
          case "state":
            return true;
          default:
            return false;
        }
      }),
  };
};

/** What a mailbox says that knows nothing. */
const NO_STATE: MailboxState = { standing: "waiting", last: 0, heads: [], wanted: [], needs: [], snapshots: [] };

/** A fault of the line ends it; what the storage or the relay refuse is said as `refused` has it. */
const untilStopped = async <T>(
  run: () => Promise<T>,
  refused: (reason: RefusedReason) => T,
): Promise<Result<T, LinkFault>> => {
  try {
    return ok(await run());
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    const { fault } = error;
    if (fault.type === "store") return ok(refused(fault.fault.type));
    if (fault.fault.type !== "refused") return err(fault.fault);
    return ok(refused(fault.fault.reason));
  }
};
