/** A BlobStore over IndexedDB (`idb-stores.ts`), in the same database as the log. */
import { err, ok, type Result } from "@undivided/domain";
import { isSameBlob, type BlobName, type BlobStore } from "../../log/blob-store.ts";
import type { StoreFault } from "../../log/log-store.ts";
import { idbFaultOf, wholeOrFault } from "./idb-fault.ts";
import type { IdbDatabase } from "./idb-stores.ts";

export const createIdbBlobStore = (database: IdbDatabase): BlobStore => {
  const change = async (name: BlobName, bytes: Uint8Array | null): Promise<Result<null, StoreFault>> => {
    try {
      const writing = database.transaction("blobs", "readwrite", { durability: "strict" });
      const fault = await wholeOrFault(writing, async () => {
        // IndexedDB copies in this very call. What fails shows in the end, which alone says that it is kept.
        await (bytes === null ? writing.store.delete(name) : writing.store.put({ name, bytes: new Uint8Array(bytes) }));
        return null;
      });
      return fault === null ? ok(null) : err(fault);
    } catch (error) {
      return err(idbFaultOf(error));
    }
  };
  return {
    read: async (name) => {
      try {
        return ok((await database.get("blobs", name))?.bytes ?? null);
      } catch (error) {
        return err(idbFaultOf(error));
      }
    },
    write: (name, bytes) => change(name, bytes),
    replaceIf: async (changes) => {
      const wanted = changes.map(({ name, before, after }) => ({
        name,
        before: before === null ? null : new Uint8Array(before),
        after: after === null ? null : new Uint8Array(after),
      }));
      try {
        const writing = database.transaction("blobs", "readwrite", { durability: "strict" });
        let isDone = false;
        const fault = await wholeOrFault(writing, async () => {
          const held = await Promise.all(wanted.map(({ name }) => writing.store.get(name)));
          isDone = wanted.every(({ before }, index) => isSameBlob(held[index]?.bytes ?? null, before));
          if (!isDone) return null;
          // One after the other, each in the turn in which the last answer came: an idle transaction would end by itself.
          for (const { name, after } of wanted) {
            await (after === null ? writing.store.delete(name) : writing.store.put({ name, bytes: after }));
          }
          return null;
        });
        return fault === null ? ok(isDone) : err(fault);
      } catch (error) {
        return err(idbFaultOf(error));
      }
    },
    remove: (name) => change(name, null),
  };
};
