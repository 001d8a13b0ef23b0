/** What the relay has beyond this device, by sequence numbers, by heads, and what is still absent after beginning with a snapshot. */
import type { DeviceId } from "@undivided/domain";
import { decodeEntry } from "../envelope/entry.ts";
import type { MailboxState } from "../relay/answers.ts";
import { MAX_BATCH } from "../relay/protocol.ts";
import type { Cursor } from "./space-sync.ts";
import { notUnderstood, type SpaceTalk } from "./space-talk.ts";

export interface Pulling {
  /** In the order in which they came to the relay, so that nothing has to wait for its epoch. */
  readonly pullFrom: (last: number) => Promise<void>;
  /** What heads say we lack and sequence numbers did not bring. True if that brought anything. */
  readonly pullBeyond: () => Promise<boolean>;
  readonly pullWanted: () => Promise<void>;
  /** The end of this very device's chain as the relay has it: if it is another than ours, the replica learns that it was set back. */
  readonly pullOwnEnd: (counter: number) => Promise<void>;
  readonly lookForFork: (state: MailboxState) => Promise<void>;
  /**
   * One portion of what is absent. False when the relay was asked for all of it, once on this connection: what it does not give, or
   * gives wrong, is not asked for again and again.
   */
  readonly backfillOnce: () => Promise<boolean>;
}

/** `betweenPulls`: called after each portion; true if this device began anew with more than it had, and heads are to be compared. */
export const createPulling = (
  talk: SpaceTalk,
  own: DeviceId,
  cursor: Cursor,
  betweenPulls: () => Promise<boolean>,
): Pulling => {
  const { replica, ask, receive, counterByDevice, ownCounter } = talk;
  const { space } = replica;
  /** Up to where what is absent was asked for. */
  const reached = new Map<DeviceId, number>();

  const pullChain = async (device: DeviceId, after: number, limit = MAX_BATCH) => {
    const answer = await ask({ type: "pull-chain", space, device, after, limit });
    if (answer.type !== "entries") return [];
    await receive(answer.entries.map(({ bytes }) => bytes));
    return answer.entries;
  };
  const pullOwnEnd = async (counter: number): Promise<void> => {
    await pullChain(own, counter - 1, 1);
  };

  return {
    pullFrom: async (last) => {
      while (cursor.sequence < last) {
        const answer = await ask({ type: "pull", space, after: cursor.sequence, limit: MAX_BATCH });
        if (answer.type !== "entries") throw notUnderstood();
        await receive(answer.entries.map(({ bytes }) => bytes));
        if (replica.isClosed() || (!answer.hasMore && answer.entries.length === 0)) return;
        cursor.sequence = answer.last;
        if (!answer.hasMore || (await betweenPulls())) return;
      }
    },
    pullBeyond: async () => {
      let hasMoved = false;
      for (const [device, counter] of [...counterByDevice]) {
        for (let here = ownCounter(device); here < counter && !replica.isClosed();) {
          if ((await pullChain(device, here)).length === 0) break;
          const now = ownCounter(device);
          if (now === here) break;
          hasMoved = true;
          here = now;
          if (await betweenPulls()) return true;
        }
      }
      return hasMoved;
    },
    pullWanted: async () => {
      for (const { device, counter } of replica.summary().wanted.slice(0, MAX_BATCH)) {
        if ((counterByDevice.get(device) ?? 0) >= counter) await pullChain(device, counter - 1, 1);
      }
    },
    pullOwnEnd,
    lookForFork: async ({ heads }) => {
      const [there, here] = [heads, replica.summary().heads].map((of) => of.find((head) => head.device === own));
      if (there === undefined || there.counter !== here?.counter || there.id === here.id) return;
      await pullOwnEnd(there.counter);
    },
    backfillOnce: async () => {
      const asked = replica.backfill(reached);
      if (asked === null) return false;
      const afterByDevice = new Map(asked.heads.map(({ device, counter }) => [device, counter]));
      const next = replica.summary().heads.find(({ device, counter }) => (afterByDevice.get(device) ?? 0) < counter);
      if (next === undefined) return false;
      const after = afterByDevice.get(next.device) ?? 0;
      const last = (await pullChain(next.device, after)).at(-1);
      const entry = last === undefined ? undefined : decodeEntry(last.bytes);
      const until = entry?.type === "ok" && entry.value.counter > after ? entry.value.counter : next.counter;
      reached.set(next.device, until);
      return true;
    },
  };
};
