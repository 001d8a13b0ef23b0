/** What this device has beyond the relay. */
import type { DeviceId } from "@undivided/domain";
import type { Bytes } from "../crypto/door.ts";
import { decodeEntry } from "../envelope/entry.ts";
import { NO_ENTRY } from "../envelope/ids.ts";
import { MAX_BATCH, MAX_BATCH_BYTES, MAX_NEEDED_EPOCHS } from "../relay/protocol.ts";
import type { Cursor } from "./space-sync.ts";
import { notUnderstood, type SpaceTalk } from "./space-talk.ts";

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

export interface Pushing {
  /** True if the relay took anything. */
  readonly pushOnce: () => Promise<boolean>;
  /** Says which epoch keys are missing, if that has changed. */
  readonly sayNeed: () => Promise<void>;
}

export const createPushing = (
  talk: SpaceTalk,
  own: DeviceId,
  cursor: Cursor,
  pullOwnEnd: (counter: number) => Promise<void>,
): Pushing => {
  const { replica, ask, kept, counts, counterByDevice, needByDevice } = talk;
  const { space } = replica;
  let needSaid = "";

  /** Of what we have beyond the relay; never what lies beyond the end of a removed device, which the relay refuses. */
  const lackingThere = async (): Promise<readonly Bytes[]> => {
    const heads = [...counterByDevice].map(([device, counter]) => ({ device, counter, id: NO_ENTRY }));
    const missing = [...new Set([...needByDevice.values()].flat())];
    const entries = kept(await replica.entriesFor({ heads, wanted: talk.wanted(), missing }, MAX_BATCH));
    const roster = replica.roster();
    return entries.filter((bytes) => {
      const entry = decodeEntry(bytes);
      if (entry.type === "error") return false;
      const last = roster?.devices.get(entry.value.device)?.last ?? null;
      return last === null || entry.value.counter <= last;
    });
  };

  return {
    pushOnce: async () => {
      const entries = await lackingThere();
      if (replica.isClosed()) return false;
      let hasTaken = false;
      for (const portion of portionsOf(entries)) {
        const answer = await ask({ type: "push", space, entries: portion });
        if (answer.type !== "pushed") throw notUnderstood();
        const refused = new Set(answer.refused.map(({ index }) => index));
        const ownEnd = counterByDevice.get(own);
        if (ownEnd !== undefined && answer.refused.some(({ reason }) => reason === "fork")) await pullOwnEnd(ownEnd);
        counts.pushed += portion.length - refused.size;
        hasTaken ||= answer.last > answer.after;
        if (answer.after === cursor.sequence) cursor.sequence = answer.last;
        for (const [index, bytes] of portion.entries()) if (!refused.has(index)) talk.noteThere(bytes);
      }
      return hasTaken;
    },
    sayNeed: async () => {
      const { missing } = replica.summary();
      const epochs = missing.slice(0, MAX_NEEDED_EPOCHS);
      if (needSaid === epochs.join()) return;
      await ask({ type: "need", space, epochs });
      needSaid = epochs.join();
    },
  };
};
