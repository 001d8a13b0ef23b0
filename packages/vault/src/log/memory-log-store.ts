/** A LogStore in memory, for tests and for what need not outlive the process. */
import { err, ok, type Result } from "@undivided/domain";
import type { Bytes } from "../crypto/door.ts";
import { encodeEntry, withoutBody } from "../envelope/entry.ts";
import type { EntryWithId } from "../envelope/make-entry.ts";
import type { SpaceId } from "../envelope/ids.ts";
import type { EntryRef, LogStore, StoredEntry, StoreFault } from "./log-store.ts";

interface Kept extends EntryWithId {
  readonly sequence: number;
}

interface Space {
  readonly kept: ReadonlyMap<string, Kept>;
  readonly dropped: ReadonlySet<string>;
  readonly leave: Bytes | null;
}

const EMPTY: Space = { kept: new Map(), dropped: new Set(), leave: null };

const placeKey = ({ device, counter }: EntryRef): string => `${device}/${counter}`;

export const createMemoryLogStore = (): LogStore => {
  const spaces = new Map<SpaceId, Space>();
  let lastSequence = 0;
  const spaceOf = (id: SpaceId): Space => spaces.get(id) ?? EMPTY;
  /** At most `limit` of those that are wanted, in order. Only these are encoded: a chain is read for a few of its entries. */
  const stored = (
    space: Space,
    isWanted: (one: Kept) => boolean,
    order: (one: Kept, other: Kept) => number,
    limit: number,
  ): readonly StoredEntry[] =>
    [...space.kept.values()]
      .filter(isWanted)
      .toSorted(order)
      .slice(0, limit)
      .map(({ id, entry, sequence }) => ({
        ...{ device: entry.device, counter: entry.counter, id, sequence },
        bytes: encodeEntry(entry),
      }));

  return {
    append: async (id, entries): Promise<Result<null, StoreFault>> => {
      const space = spaceOf(id);
      if (space.leave !== null) return err({ type: "space-closed" });
      const kept = new Map(space.kept);
      let sequence = lastSequence;
      for (const { id: entryId, entry } of entries) {
        const key = placeKey(entry);
        const known = kept.get(key);
        if (known !== undefined && known.id !== entryId) {
          return err({ type: "conflict", at: { device: entry.device, counter: entry.counter } });
        }
        const wanted = space.dropped.has(key) ? withoutBody(entry) : entry;
        if (known !== undefined && (known.entry.body !== null || wanted.body === null)) continue;
        sequence += 1;
        kept.set(key, { id: entryId, entry: wanted, sequence });
      }
      lastSequence = sequence;
      spaces.set(id, { ...space, kept });
      return ok(null);
    },
    read: async (id, after, limit) =>
      ok(
        stored(
          spaceOf(id),
          ({ sequence }) => sequence > after,
          (one, other) => one.sequence - other.sequence,
          limit,
        ),
      ),
    readChain: async (id, device, after, limit) =>
      ok(
        stored(
          spaceOf(id),
          ({ entry }) => entry.device === device && entry.counter > after,
          (one, other) => one.entry.counter - other.entry.counter,
          limit,
        ),
      ),
    heads: async (id) => {
      const ascending = [...spaceOf(id).kept.values()].toSorted(
        (one, other) => one.entry.counter - other.entry.counter,
      );
      const headByDevice = new Map(
        ascending.map(({ entry: { device, counter }, id: entryId }) => [device, { device, counter, id: entryId }]),
      );
      return ok([...headByDevice.values()].toSorted((one, other) => (one.device < other.device ? -1 : 1)));
    },
    dropBodies: async (id, places) => {
      const space = spaceOf(id);
      if (space.leave !== null) return err({ type: "space-closed" });
      const keys = new Set(places.map(placeKey));
      const kept = new Map(
        [...space.kept].map(([key, one]) => [key, keys.has(key) ? { ...one, entry: withoutBody(one.entry) } : one]),
      );
      spaces.set(id, { ...space, kept, dropped: space.dropped.union(keys) });
      return ok(null);
    },
    close: async (id, leave) => {
      spaces.set(id, { ...EMPTY, leave: spaceOf(id).leave ?? encodeEntry(leave.entry) });
      return ok(null);
    },
    readLeave: async (id) => ok(spaceOf(id).leave),
  };
};
