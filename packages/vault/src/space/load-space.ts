/** Loading a space from its log: from stored entries to `SpaceMemory`. */
import { ok, type Result } from "@undivided/domain";
import { decodeEntry, type Entry } from "../envelope/entry.ts";
import { NO_ENTRY, type SpaceId } from "../envelope/ids.ts";
import { entryIdOf, type EntryWithId } from "../envelope/make-entry.ts";
import type { LogStore, StoreFault } from "../log/log-store.ts";
import type { DeviceKeys } from "./device-keys.ts";
import { createSpaceMemory, type SpaceMemory } from "./space-memory.ts";

const PORTION = 1000;

/**
 * Entries were verified when they were kept; here their chains are followed again by name. A stored entry that is damaged ends
 * its chain: it and what follows count as not received, and are asked for again.
 */
export const loadSpace = async (
  store: LogStore,
  space: SpaceId,
  own: DeviceKeys,
): Promise<Result<SpaceMemory, StoreFault>> => {
  const entries: Entry[] = [];
  for (let after = 0; ;) {
    const portion = await store.read(space, after, PORTION);
    if (portion.type === "error") return portion;
    for (const { bytes, sequence } of portion.value) {
      const entry = decodeEntry(bytes);
      if (entry.type === "ok") entries.push(entry.value);
      after = sequence;
    }
    if (portion.value.length < PORTION) break;
  }
  const memory = createSpaceMemory(space, own);
  for (const { id, entry } of await followChains(entries)) {
    memory.receiver.follow({ device: entry.device, counter: entry.counter, id });
    await memory.take({ id, entry });
  }
  // A crash may have come between a drop and its bodies.
  const gone = await memory.settle();
  const dropped = gone.length === 0 ? ok(null) : await store.dropBodies(space, gone);
  return dropped.type === "error" ? dropped : ok(memory);
};

/** Those that make whole chains from the start; of one device in the order of the chain, of all roughly as they came. */
const followChains = async (entries: readonly Entry[]): Promise<readonly EntryWithId[]> => {
  const chains = Map.groupBy(entries, ({ device }) => device);
  const followed: EntryWithId[] = [];
  for (const chain of chains.values()) {
    const ordered = chain.toSorted((one, other) => one.counter - other.counter);
    const ids = await Promise.all(ordered.map(entryIdOf));
    for (const [index, entry] of ordered.entries()) {
      const id = ids[index];
      const previous = ids[index - 1] ?? NO_ENTRY;
      if (id === undefined || entry.counter !== index + 1 || entry.previous !== previous) break;
      followed.push({ id, entry });
    }
  }
  return followed;
};
