/** A LogStore over IndexedDB (`idb-stores.ts`). */
/* eslint-disable no-restricted-globals -- of a browser alone, as its neighbours */
import { err, ok, type DeviceId, type Result } from "@undivided/domain";
import type { IDBPTransaction } from "idb";
import { decodeEntry, encodeEntry, withoutBody } from "../../envelope/entry.ts";
import type { SpaceId } from "../../envelope/ids.ts";
import type { EntryWithId } from "../../envelope/make-entry.ts";
import type { EntryRef, Head, LogStore, StoredEntry, StoreFault } from "../../log/log-store.ts";
import { idbFaultOf, wholeOrFault } from "./idb-fault.ts";
import type { EntryRow, IdbDatabase, IdbSchema } from "./idb-stores.ts";

const STORES = ["entries", "dropped", "closed"] as const;
type Writing = IDBPTransaction<IdbSchema, typeof STORES, "readwrite">;

export const createIdbLogStore = (database: IdbDatabase): LogStore => {
  const write = async (run: (writing: Writing) => Promise<StoreFault | null>): Promise<Result<null, StoreFault>> => {
    try {
      const writing = database.transaction(STORES, "readwrite", { durability: "strict" });
      const fault = await wholeOrFault(writing, () => run(writing));
      return fault === null ? ok(null) : err(fault);
    } catch (error) {
      return err(idbFaultOf(error));
    }
  };
  const read = async <T>(run: () => Promise<T>): Promise<Result<T, StoreFault>> => {
    try {
      return ok(await run());
    } catch (error) {
      return err(idbFaultOf(error));
    }
  };

  return {
    append: (space, entries) =>
      write(async (writing) => {
        if ((await writing.objectStore("closed").getKey(space)) !== undefined) return { type: "space-closed" };
        for (const entry of entries) {
          const fault = await appendOne(writing, space, entry);
          if (fault !== null) return fault;
        }
        return null;
      }),
    read: (space, after, limit) =>
      read(async () => {
        const range = IDBKeyRange.bound([space, after], [space, Infinity], true);
        return (await database.getAllFromIndex("entries", "bySpace", range, limit)).map(storedOf);
      }),
    readChain: (space, device, after, limit) =>
      read(async () => {
        const range = IDBKeyRange.bound([space, device, after], [space, device, Infinity], true);
        return (await database.getAllFromIndex("entries", "byPlace", range, limit)).map(storedOf);
      }),
    heads: (space) => read(() => readHeads(database, space)),
    dropBodies: (space, places) =>
      write(async (writing) => {
        if ((await writing.objectStore("closed").getKey(space)) !== undefined) return { type: "space-closed" };
        for (const place of places) await dropOne(writing, space, place);
        return null;
      }),
    close: (space, leave) =>
      write(async (writing) => {
        const closed = writing.objectStore("closed");
        if ((await closed.getKey(space)) === undefined) await closed.put({ space, leave: encodeEntry(leave.entry) });
        const ofSpace = IDBKeyRange.bound([space], [space, []]);
        for (const key of await writing.objectStore("entries").index("bySpace").getAllKeys(ofSpace)) {
          await writing.objectStore("entries").delete(key);
        }
        await writing.objectStore("dropped").delete(ofSpace);
        return null;
      }),
    readLeave: (space) => read(async () => (await database.get("closed", space))?.leave ?? null),
  };
};

const appendOne = async (writing: Writing, space: SpaceId, { id, entry }: EntryWithId): Promise<StoreFault | null> => {
  const entries = writing.objectStore("entries");
  const { device, counter } = entry;
  const place: [SpaceId, DeviceId, number] = [space, device, counter];
  const known = await entries.index("byPlace").get(place);
  if (known !== undefined && known.id !== id) return { type: "conflict", at: { device, counter } };
  const isDropped = (await writing.objectStore("dropped").getKey(place)) !== undefined;
  const wanted = isDropped ? withoutBody(entry) : entry;
  const hasBody = wanted.body !== null;
  if (known !== undefined && (known.hasBody || !hasBody)) return null;
  if (known?.sequence !== undefined) await entries.delete(known.sequence);
  await entries.add({ space, device, counter, id, hasBody, bytes: encodeEntry(wanted) });
  return null;
};

const dropOne = async (writing: Writing, space: SpaceId, { device, counter }: EntryRef): Promise<void> => {
  await writing.objectStore("dropped").put({ space, device, counter });
  const entries = writing.objectStore("entries");
  const known = await entries.index("byPlace").get([space, device, counter]);
  const entry = known === undefined ? undefined : decodeEntry(known.bytes);
  if (known === undefined || entry?.type !== "ok") return;
  await entries.put({ ...known, hasBody: false, bytes: encodeEntry(withoutBody(entry.value)) });
};

/** One step for each device: from its last entry to the next device's last. */
const readHeads = async (database: IdbDatabase, space: SpaceId): Promise<readonly Head[]> => {
  const heads: Head[] = [];
  const range = IDBKeyRange.bound([space], [space, []]);
  const index = database.transaction("entries").store.index("byPlace");
  let cursor = await index.openCursor(range, "prev");
  while (cursor !== null) {
    const { device, counter, id } = cursor.value;
    heads.push({ device, counter, id });
    cursor = await index.openCursor(IDBKeyRange.bound([space], [space, device], false, true), "prev");
  }
  return heads.toReversed();
};

const storedOf = ({ device, counter, id, sequence = 0, bytes }: EntryRow): StoredEntry => ({
  device,
  counter,
  id,
  sequence,
  bytes,
});
