/** A BlobStore in memory, for tests and for what need not outlive the process. */
import { ok } from "@undivided/domain";
import type { Bytes } from "../crypto/door.ts";
import { isSameBlob, type BlobName, type BlobStore } from "./blob-store.ts";

export const createMemoryBlobStore = (): BlobStore => {
  const bytesByName = new Map<BlobName, Bytes>();
  return {
    read: async (name) => {
      const bytes = bytesByName.get(name);
      return ok(bytes === undefined ? null : new Uint8Array(bytes));
    },
    write: async (name, bytes) => {
      bytesByName.set(name, new Uint8Array(bytes));
      return ok(null);
    },
    replaceIf: async (changes) => {
      if (!changes.every(({ name, before }) => isSameBlob(bytesByName.get(name) ?? null, before))) return ok(false);
      for (const { name, after } of changes) {
        if (after === null) bytesByName.delete(name);
        else bytesByName.set(name, new Uint8Array(after));
      }
      return ok(true);
    },
    remove: async (name) => {
      bytesByName.delete(name);
      return ok(null);
    },
  };
};
