/**
 * A device's stores in a browser: one IndexedDB database, transactions with `durability: "strict"`.
 *
 * Two tabs may have it open at once; IndexedDB orders their transactions. A tab with a newer app that wants to change the
 * database closes this one: from then on every call answers `storage-failed` until the page is loaded again.
 * Limits: the browser decides when the bytes of what was removed leave the disk.
 */
/* eslint-disable no-restricted-globals -- this adapter is the one place of the room that is a browser's alone; its entry point is its own */
import { err, ok, type DeviceId, type Result } from "@undivided/domain";
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { Bytes } from "../../crypto/door.ts";
import type { EntryId, SpaceId } from "../../envelope/ids.ts";
import type { BlobName, BlobStore } from "../../log/blob-store.ts";
import type { LogStore, StoreFault } from "../../log/log-store.ts";
import { createIdbBlobStore } from "./idb-blob-store.ts";
import { idbFaultOf } from "./idb-fault.ts";
import { createIdbLogStore } from "./idb-log-store.ts";

export interface EntryRow {
  /** Given by IndexedDB. */
  readonly sequence?: number;
  readonly space: SpaceId;
  readonly device: DeviceId;
  readonly counter: number;
  readonly id: EntryId;
  readonly hasBody: boolean;
  readonly bytes: Bytes;
}

export interface IdbSchema extends DBSchema {
  readonly entries: {
    key: number;
    value: EntryRow;
    indexes: { readonly byPlace: [SpaceId, DeviceId, number]; readonly bySpace: [SpaceId, number] };
  };
  readonly dropped: {
    key: [SpaceId, DeviceId, number];
    value: { readonly space: SpaceId; readonly device: DeviceId; readonly counter: number };
  };
  readonly closed: { key: SpaceId; value: { readonly space: SpaceId; readonly leave: Bytes } };
  readonly blobs: { key: BlobName; value: { readonly name: BlobName; readonly bytes: Bytes } };
}

export type IdbDatabase = IDBPDatabase<IdbSchema>;

export interface IdbStores {
  readonly logs: LogStore;
  readonly blobs: BlobStore;
  /** Lets go of the database, so that it can be deleted or changed. */
  readonly disconnect: () => void;
}

/** Each step leads from the version of its place to the next; a new database takes all of them. */
const STEPS: readonly ((database: IdbDatabase) => void)[] = [
  (database) => {
    const entries = database.createObjectStore("entries", { keyPath: "sequence", autoIncrement: true });
    entries.createIndex("byPlace", ["space", "device", "counter"], { unique: true });
    entries.createIndex("bySpace", ["space", "sequence"]);
    database.createObjectStore("dropped", { keyPath: ["space", "device", "counter"] });
    database.createObjectStore("closed", { keyPath: "space" });
  },
  (database) => void database.createObjectStore("blobs", { keyPath: "name" }),
];

/** Opens or creates the database of this name, or brings that of an older app up to date. */
export const openIdbStores = async (name: string): Promise<Result<IdbStores, StoreFault>> => {
  try {
    const database = await openDB<IdbSchema>(name, STEPS.length, {
      upgrade: (opened, oldVersion) => {
        for (const step of STEPS.slice(oldVersion)) step(opened);
      },
      blocking: (_current, _blocked, event) => {
        if (event.target instanceof IDBDatabase) event.target.close();
      },
    });
    return ok({
      logs: createIdbLogStore(database),
      blobs: createIdbBlobStore(database),
      disconnect: () => database.close(),
    });
  } catch (error) {
    return err(idbFaultOf(error));
  }
};
