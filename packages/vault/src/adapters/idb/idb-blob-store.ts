/** A BlobStore over IndexedDB (`idb-stores.ts`), in the same database as the log. */
import { err, ok, type Result } from "@undivided/domain";
import type { BlobName, BlobStore } from "../../log/blob-store.ts";
import type { StoreFault } from "../../log/log-store.ts";
import { idbFaultOf } from "./idb-fault.ts";
import type { IdbDatabase } from "./idb-stores.ts";

export const createIdbBlobStore = (database: IdbDatabase): BlobStore => {
  const change = async (name: BlobName, bytes: Uint8Array | null): Promise<Result<null, StoreFault>> => {
    try {
      const writing = database.transaction("blobs", "readwrite", { durability: "strict" });
      // IndexedDB copies in this very call. What fails shows in `done`, which alone says that it is kept.
      const asked =
        bytes === null ? writing.store.delete(name) : writing.store.put({ name, bytes: new Uint8Array(bytes) });
      await Promise.all([asked, writing.done]);
      return ok(null);
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
    remove: (name) => change(name, null),
  };
};
