/**
 * Keeping one space in step over one connection: what the relay has beyond us we take, what we have beyond it we give.
 *
 * Heads decide, sequence numbers only save work: a relay that lost, rolled back or corrupted its database says so by its heads and
 * by the places it wants, and is given again what it lacks. A device that holds a leave entry gives that and nothing else.
 * **Trust:** the relay is believed nothing but where to look: each entry is checked by the replica.
 */
import { err, ok, type DeviceId, type Result } from "@undivided/domain";
import { sign, type Bytes } from "../crypto/door.ts";
import { decodeEntry } from "../envelope/entry.ts";
import { NO_ENTRY, type EpochId, type SpaceId } from "../envelope/ids.ts";
import type { StoreFault } from "../log/log-store.ts";
import type { AnswerBody, MailboxState } from "../relay/answers.ts";
import { MAX_BATCH, MAX_BATCH_BYTES, MAX_NEEDED_EPOCHS, openingProof, type RequestRefusal } from "../relay/protocol.ts";
import type { DeviceKeys } from "../space/device-keys.ts";
import type { ReceiveReport, Replica, Summary } from "../space/replica.ts";
import type { LinkFault, RelayLink } from "./relay-link.ts";

/** A space of this device, and the keys by which it belongs to it. */
export interface SyncedSpace {
  readonly replica: Replica;
  readonly keys: Pick<DeviceKeys, "device" | "signing">;
}

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
  | { readonly type: "refused"; readonly reason: RequestRefusal | "not-understood" | StoreFault["type"] };

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

type StepFault =
  { readonly type: "link"; readonly fault: LinkFault } | { readonly type: "store"; readonly fault: StoreFault };

/** Ends a round from wherever it is; caught where the round began. */
class Stopped extends Error {
  readonly fault: StepFault;
  constructor(fault: StepFault) {
    super(fault.type);
    this.fault = fault;
  }
}

export interface SpaceSync {
  /** One round, to the end. Rounds of one space follow each other. */
  readonly step: () => Promise<Result<SpaceReport, LinkFault>>;
  /** Whether there is anything here that the relay lacks, as far as is known. */
  readonly isAhead: () => boolean;
  /** Takes what came unasked; true if a round is due. */
  readonly hear: (answer: AnswerBody) => Promise<boolean>;
}

const hex = (bytes: Bytes): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** As many as fit into one frame, again and again. */
const portionsOf = (entries: readonly Bytes[]): readonly (readonly Bytes[])[] => {
  const portions: Bytes[][] = [];
  let size = Infinity;
  for (const entry of entries) {
    if (size + entry.length + 4 > MAX_BATCH_BYTES || (portions.at(-1)?.length ?? 0) >= MAX_BATCH) {
      portions.push([]);
      size = 0;
    }
    portions.at(-1)?.push(entry);
    size += entry.length + 4;
  }
  return portions;
};

const NOTHING: Summary = { heads: [], wanted: [], missing: [] };

/** How often a round asks again because something new came while it went on. */
const MAX_ROUNDS = 12;

export const createSpaceSync = ({ replica, keys }: SyncedSpace, link: RelayLink, cursor: Cursor): SpaceSync => {
  const { space } = replica;
  /** Where the relay's chains end, as far as we know. */
  const counterByDevice = new Map<DeviceId, number>();
  const needByDevice = new Map<DeviceId, readonly EpochId[]>();
  let wanted: MailboxState["wanted"] = [];
  let isOpen = false;
  let needSaid = "";
  let counts = { pulled: 0, pushed: 0, refused: 0 };
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const result = turn.then(run);
    turn = result.catch(() => undefined);
    return result;
  };

  const ask = async (body: Parameters<RelayLink["ask"]>[0]): Promise<AnswerBody> => {
    const answer = await link.ask(body);
    if (answer.type === "error") throw new Stopped({ type: "link", fault: answer.error });
    return answer.value;
  };
  const kept = <T>(result: Result<T, StoreFault>): T => {
    if (result.type === "error") throw new Stopped({ type: "store", fault: result.error });
    return result.value;
  };
  const receive = async (entries: readonly Bytes[]): Promise<ReceiveReport> => {
    const report = kept(await replica.receive(entries));
    counts.pulled += report.taken;
    counts.refused += report.refused.length;
    return report;
  };
  const ownCounter = (device: DeviceId): number =>
    replica.summary().heads.find((head) => head.device === device)?.counter ?? 0;
  const note = (state: MailboxState): void => {
    counterByDevice.clear();
    for (const { device, counter } of state.heads) counterByDevice.set(device, counter);
    needByDevice.clear();
    for (const { device, epochs } of state.needs) needByDevice.set(device, epochs);
    wanted = state.wanted;
  };
  const askState = async (): Promise<MailboxState> => {
    const answer = await ask({ type: "state", space });
    if (answer.type !== "state") throw new Stopped({ type: "link", fault: { type: "not-understood" } });
    note(answer);
    return answer;
  };

  /** In the order in which they came to the relay, so that nothing has to wait for its epoch. */
  const pullFrom = async (last: number): Promise<void> => {
    while (cursor.sequence < last) {
      const answer = await ask({ type: "pull", space, after: cursor.sequence, limit: MAX_BATCH });
      if (answer.type !== "entries") throw new Stopped({ type: "link", fault: { type: "not-understood" } });
      await receive(answer.entries.map(({ bytes }) => bytes));
      if (replica.isClosed() || (!answer.hasMore && answer.entries.length === 0)) return;
      cursor.sequence = answer.last;
      if (!answer.hasMore) return;
    }
  };
  /** What heads say we lack and sequence numbers did not bring. True if that brought anything. */
  const pullBeyond = async (): Promise<boolean> => {
    let hasMoved = false;
    for (const [device, counter] of [...counterByDevice]) {
      for (let own = ownCounter(device); own < counter && !replica.isClosed();) {
        const answer = await ask({ type: "pull-chain", space, device, after: own, limit: MAX_BATCH });
        if (answer.type !== "entries" || answer.entries.length === 0) break;
        await receive(answer.entries.map(({ bytes }) => bytes));
        const now = ownCounter(device);
        if (now === own) break;
        hasMoved = true;
        own = now;
      }
    }
    return hasMoved;
  };
  const pullWanted = async (): Promise<void> => {
    for (const { device, counter } of replica.summary().wanted.slice(0, MAX_BATCH)) {
      if ((counterByDevice.get(device) ?? 0) < counter) continue;
      const answer = await ask({ type: "pull-chain", space, device, after: counter - 1, limit: 1 });
      if (answer.type === "entries") await receive(answer.entries.map(({ bytes }) => bytes));
    }
  };

  /** The end of this very device's chain as the relay has it: if it is another than ours, the replica learns that it was set back. */
  const pullOwnEnd = async (counter: number): Promise<void> => {
    const answer = await ask({ type: "pull-chain", space, device: keys.device, after: counter - 1, limit: 1 });
    if (answer.type === "entries") await receive(answer.entries.map(({ bytes }) => bytes));
  };
  const lookForFork = async ({ heads }: MailboxState): Promise<void> => {
    const [there, here] = [heads, replica.summary().heads].map((of) => of.find((head) => head.device === keys.device));
    if (there === undefined || there.counter !== here?.counter || there.id === here.id) return;
    await pullOwnEnd(there.counter);
  };

  /** Of what we have beyond the relay; never what lies beyond the end of a removed device, which the relay refuses. */
  const lackingThere = async (): Promise<readonly Bytes[]> => {
    const heads = [...counterByDevice].map(([device, counter]) => ({ device, counter, id: NO_ENTRY }));
    const missing = [...new Set([...needByDevice.values()].flat())];
    const entries = kept(await replica.entriesFor({ heads, wanted, missing }, MAX_BATCH));
    const roster = replica.roster();
    return entries.filter((bytes) => {
      const entry = decodeEntry(bytes);
      if (entry.type === "error") return false;
      const last = roster?.devices.get(entry.value.device)?.last ?? null;
      return last === null || entry.value.counter <= last;
    });
  };
  /** True if the relay took anything. */
  const pushOnce = async (): Promise<boolean> => {
    const entries = await lackingThere();
    if (replica.isClosed()) return false;
    let hasTaken = false;
    for (const portion of portionsOf(entries)) {
      const answer = await ask({ type: "push", space, entries: portion });
      if (answer.type !== "pushed") throw new Stopped({ type: "link", fault: { type: "not-understood" } });
      const refused = new Set(answer.refused.map(({ index }) => index));
      const ownEnd = counterByDevice.get(keys.device);
      if (ownEnd !== undefined && answer.refused.some(({ reason }) => reason === "fork")) await pullOwnEnd(ownEnd);
      counts.pushed += portion.length - refused.size;
      hasTaken ||= answer.last > answer.after;
      if (answer.after === cursor.sequence) cursor.sequence = answer.last;
      for (const [index, bytes] of portion.entries()) {
        const entry = refused.has(index) ? undefined : decodeEntry(bytes);
        if (entry?.type !== "ok") continue;
        const { device, counter } = entry.value;
        counterByDevice.set(device, Math.max(counter, counterByDevice.get(device) ?? 0));
      }
    }
    return hasTaken;
  };
  const sayNeed = async (): Promise<void> => {
    const { missing } = replica.summary();
    const epochs = missing.slice(0, MAX_NEEDED_EPOCHS);
    if (needSaid === epochs.join()) return;
    await ask({ type: "need", space, epochs });
    needSaid = epochs.join();
  };

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
    counterByDevice.clear();
    wanted = [];
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
    const incarnation = hex(link.incarnation);
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
        counts = { pulled: 0, pushed: 0, refused: 0 };
        try {
          const outcome = await run();
          return ok({ space, outcome, ...counts });
        } catch (error) {
          if (!(error instanceof Stopped)) throw error;
          const { fault } = error;
          if (fault.type === "store") {
            return ok({ space, outcome: { type: "refused", reason: fault.fault.type }, ...counts });
          }
          if (fault.fault.type !== "refused") return err(fault.fault);
          const { reason } = fault.fault;
          const outcome: SpaceOutcome = reason === "removed" ? { type: "removed" } : { type: "refused", reason };
          return ok({ space, outcome, ...counts });
        }
      }),
    hear: (answer) =>
      inTurn(async () => {
        switch (answer.type) {
          case "entries": {
            for (const { bytes } of answer.entries) {
              const entry = decodeEntry(bytes);
              if (entry.type === "error") continue;
              const { device, counter } = entry.value;
              counterByDevice.set(device, Math.max(counter, counterByDevice.get(device) ?? 0));
            }
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
