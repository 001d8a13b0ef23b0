/**
 * Fan-out: hands committed entries to the others who have the space open.
 *
 * What one member's pushes brought in one commit goes out as one frame, encoded once for everybody: the pushes of a commit go on in
 * one row of microtasks, and the frame is sent at the end of that row, before anything else happens.
 */
import type { Bytes } from "../crypto/public-door.ts";
import type { SpaceId } from "../envelope/ids.ts";
import { encodeAnswer, type SequencedEntry } from "./answers.ts";
import type { RelayCounters } from "./counters.ts";
import { MAX_BATCH, MAX_BATCH_BYTES } from "./protocol.ts";
import type { Member } from "./relay.ts";

export interface FanOut {
  /** `taken` stands right after `after`; its author has it. */
  readonly hand: (author: Member, after: number, taken: readonly Bytes[]) => void;
}

/** What stands before each entry in an answer. */
const ENTRY_HEAD_BYTES = 12;

export const createFanOut = (space: SpaceId, members: ReadonlySet<Member>, counters: RelayCounters): FanOut => {
  let by: Member | null = null;
  let start = 0;
  let size = 0;
  let entries: SequencedEntry[] = [];

  const send = (): void => {
    if (entries.length === 0) return;
    const last = start + entries.length;
    const frame = encodeAnswer({ type: "entries", request: 0, space, after: start, last, hasMore: false, entries });
    for (const member of members) {
      if (member === by) continue;
      counters.entriesFannedOut += entries.length;
      member.hand(frame);
    }
    entries = [];
    size = 0;
  };
  return {
    hand: (author, after, taken) => {
      const added = taken.reduce((sum, { length }) => sum + length + ENTRY_HEAD_BYTES, 0);
      const isNext = author === by && after === start + entries.length;
      const hasRoom = entries.length + taken.length <= MAX_BATCH && size + added <= MAX_BATCH_BYTES;
      if (!isNext || !hasRoom) send();
      if (entries.length === 0) {
        by = author;
        start = after;
        void Promise.resolve().then(send);
      }
      for (const bytes of taken) entries.push({ sequence: start + entries.length + 1, bytes });
      size += added;
    },
  };
};
