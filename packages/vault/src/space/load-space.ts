/** From the log to `SpaceMemory`: the whole of it, or what came since it was read last. */
import { ok, type Result } from "@undivided/domain";
import { decodeEntry, ENTRY_KINDS, type Entry } from "../envelope/entry.ts";
import { NO_ENTRY, type SpaceId } from "../envelope/ids.ts";
import { entryIdOf, isBodyWhole, type EntryWithId } from "../envelope/make-entry.ts";
import type { EntryRef, LogStore, StoredEntry, StoreFault } from "../log/log-store.ts";
import { SLOT } from "./slot-table.ts";
import { spaceFoundedBy } from "./members-statement.ts";
import type { ReadAgain, SettleFault, SpaceMemory } from "./space-memory.ts";

const PORTION = 1000;

/** Reads entries of the log again, as few calls as their places allow. */
export const createReadAgain =
  (store: LogStore, space: SpaceId): ReadAgain =>
  async (places) => {
    const entries: Entry[] = [];
    for (const [device, ofDevice] of Map.groupBy(places, (place) => place.device)) {
      for (const { after, count, wanted } of runsOf(ofDevice)) {
        const read = await store.readChain(space, device, after, count);
        if (read.type === "error") return read;
        for (const { counter, bytes } of read.value) {
          const entry = wanted.has(counter) ? decodeEntry(bytes) : undefined;
          if (entry?.type === "ok") entries.push(entry.value);
        }
      }
    }
    return ok(entries);
  };

const runsOf = (places: readonly EntryRef[]) => {
  const counters = places.map(({ counter }) => counter).toSorted((one, other) => one - other);
  const runs: { readonly after: number; count: number; readonly wanted: Set<number> }[] = [];
  for (const counter of counters) {
    const run = runs.at(-1);
    if (run !== undefined && counter - run.after <= PORTION && counter - run.after <= run.count + 8) {
      run.count = counter - run.after;
      run.wanted.add(counter);
    } else runs.push({ after: counter - 1, count: 1, wanted: new Set([counter]) });
  }
  return runs;
};

export interface ReadOn {
  /** Up to where the log was read. */
  readonly sequence: number;
  /** The log has another entry at a place than the memory began with. */
  readonly hasContradiction: boolean;
  /** A drop took bodies that were there before. */
  readonly hasDropped: boolean;
}

/**
 * Takes in what the log got after `after`. Entries were verified when they
 * were kept; here their chains are followed again by name. A stored entry that is damaged ends its chain: it and what follows
 * count as not received, and are asked for again.
 */
export const readOn = async (
  store: LogStore,
  memory: SpaceMemory,
  space: SpaceId,
  after: number,
): Promise<Result<ReadOn, SettleFault>> => {
  const readAgain = createReadAgain(store, space);
  /** By the name of the entry before: those that stand in the log in front of it, because its body came later. */
  const early = new Map<string, EntryWithId>();
  let sequence = after;
  let hasContradiction = false;
  for (;;) {
    const portion = await store.read(space, sequence, PORTION);
    if (portion.type === "error") return portion;
    const news = portion.value.filter((stored) => !isKnown(memory, stored));
    for (const entry of await decodeAll(news)) {
      if (!(await takeStored(memory, space, early, entry))) hasContradiction = true;
    }
    sequence = portion.value.at(-1)?.sequence ?? sequence;
    const settled = await memory.settle(readAgain);
    if (settled.type === "error") return settled;
    if (portion.value.length < PORTION) break;
  }
  // A crash may have come between a drop and its bodies.
  const hasDropped = memory.gone().length > 0;
  const dropped = await dropGone(store, memory, space);
  return dropped.type === "error" ? dropped : ok({ sequence, hasContradiction, hasDropped });
};

/** Most of what is read again is what this device wrote or received itself. */
const isKnown = ({ receiver, slots }: SpaceMemory, stored: StoredEntry): boolean => {
  const bits = slots.bitsAt(stored);
  if (bits === undefined || (bits & SLOT.absent) !== 0) return false;
  const isWhole = (bits & SLOT.record) === 0 || (bits & (SLOT.body | SLOT.dropped)) !== 0;
  return isWhole && receiver.nameAt(stored) === stored.id;
};

export const dropGone = async (
  store: LogStore,
  memory: SpaceMemory,
  space: SpaceId,
): Promise<Result<null, StoreFault>> => {
  const gone = memory.gone();
  if (gone.length === 0) return ok(null);
  const dropped = await store.dropBodies(space, gone);
  if (dropped.type === "ok") memory.confirmGone(gone);
  return dropped;
};

const decodeAll = async (stored: readonly StoredEntry[]): Promise<readonly EntryWithId[]> => {
  const checked = await Promise.all(
    stored.map(async ({ id, bytes }) => {
      const decoded = decodeEntry(bytes);
      if (decoded.type === "error") return [];
      const entry = decoded.value;
      // Opening shows whether a record's body is whole; of a statement nothing else would.
      const isGood = entry.kind === ENTRY_KINDS.record || (entry.body !== null && (await isBodyWhole(entry)));
      return isGood && (await entryIdOf(entry)) === id ? [{ id, entry }] : [];
    }),
  );
  return checked.flat();
};

/** False if another entry is known at its place. */
const takeStored = async (
  memory: SpaceMemory,
  space: SpaceId,
  early: Map<string, EntryWithId>,
  stored: EntryWithId,
): Promise<boolean> => {
  const { receiver } = memory;
  for (let next: EntryWithId | undefined = stored; next !== undefined;) {
    const { id, entry }: EntryWithId = next;
    const head = receiver.headOf(entry.device);
    if (entry.counter <= (head?.counter ?? 0)) {
      if (receiver.nameAt(entry) !== id) return false;
      memory.fill(entry);
      return true;
    }
    if (entry.counter !== (head?.counter ?? 0) + 1 || entry.previous !== (head?.id ?? NO_ENTRY)) {
      early.set(`${entry.device}/${entry.previous}`, next);
      return true;
    }
    // The log of a device that began with a snapshot does not begin with the founding statement.
    const isFounding = entry.kind === ENTRY_KINDS.members && entry.counter === 1 && entry.body !== null;
    if (isFounding && (await spaceFoundedBy(entry.body)) === space) memory.membership.found(next);
    receiver.follow({ device: entry.device, counter: entry.counter, id });
    memory.note(next, true);
    const key = `${entry.device}/${id}`;
    next = early.get(key);
    early.delete(key);
  }
  return true;
};
