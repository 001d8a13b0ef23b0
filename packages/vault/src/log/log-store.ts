/**
 * LogStore: where a device keeps the entries of its spaces. A port; every adapter runs the suite of `log-store.contract.ts`.
 *
 * A store keeps what it is given and proves nothing: entries are checked before they come (`receive.ts`). What it does
 * guarantee: an append is whole or not at all and durable once it resolves; one place in a device's chain holds one entry,
 * also with several processes or tabs on one store; a dropped body and a closed space stay so, whatever comes later.
 * No method rejects; a fault of the storage is a result.
 */
import type { DeviceId, Result } from "@undivided/domain";
import type { Bytes } from "../crypto/door.ts";
import type { EntryWithId } from "../envelope/make-entry.ts";
import type { EntryId, SpaceId } from "../envelope/ids.ts";

/** A place in a device's chain. */
export interface EntryRef {
  readonly device: DeviceId;
  readonly counter: number;
}

/** The last entry of a device's chain. */
export interface Head extends EntryRef {
  readonly id: EntryId;
}

export interface StoredEntry extends Head {
  /** Ascending in the order of arrival; with gaps. */
  readonly sequence: number;
  readonly bytes: Bytes;
}

export type StoreFault =
  /** Another entry stands at this place: somebody else wrote there first. Nothing of the append was kept. */
  | { readonly type: "conflict"; readonly at: EntryRef }
  | { readonly type: "space-closed" }
  | { readonly type: "storage-full" }
  | { readonly type: "read-only" }
  | { readonly type: "storage-failed" };

export interface LogStore {
  /**
   * Keeps all of them or none. One that is there already is passed over, except that it brings a missing body back, under a
   * new sequence number. A body that was dropped is cut off.
   */
  readonly append: (space: SpaceId, entries: readonly EntryWithId[]) => Promise<Result<null, StoreFault>>;
  /** At most `limit` entries that came after `after` (0: from the start), in order. Of a closed space: none. */
  readonly read: (space: SpaceId, after: number, limit: number) => Promise<Result<readonly StoredEntry[], StoreFault>>;
  /** At most `limit` entries of one device with a counter above `after`, ascending by counter. */
  readonly readChain: (
    space: SpaceId,
    device: DeviceId,
    after: number,
    limit: number,
  ) => Promise<Result<readonly StoredEntry[], StoreFault>>;
  /** One for each device that wrote something, by device. */
  readonly heads: (space: SpaceId) => Promise<Result<readonly Head[], StoreFault>>;
  /** Removes these bodies from the storage, and each that comes later for the same places. */
  readonly dropBodies: (space: SpaceId, places: readonly EntryRef[]) => Promise<Result<null, StoreFault>>;
  /** Removes every entry of the space and keeps this one as the proof that it is closed. The first one stays. */
  readonly close: (space: SpaceId, leave: EntryWithId) => Promise<Result<null, StoreFault>>;
  /** The entry that closed the space, as bytes; null while it is open. */
  readonly readLeave: (space: SpaceId) => Promise<Result<Bytes | null, StoreFault>>;
}
