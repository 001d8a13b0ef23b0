/**
 * Opens what this browser keeps: the stores in IndexedDB, and over them the vault's device. Loaded only for who has begun.
 *
 * Nothing here changes what cannot be read: a store or a ring of a newer app, or a damaged one, stays as it is.
 */
import { err, ok, type Result } from "@undivided/domain";
import { openDevice, type Device } from "@undivided/vault";
import { openIdbStores, type IdbStores } from "@undivided/vault/idb";
import type { Clock } from "../platform/clock.ts";
import type { StorageTrouble } from "./home.ts";
import { stretch } from "./stretch.ts";
import { createRelayParts, type RelayParts } from "./relay.ts";

export const DATABASE = "undivided";

export interface DoorDeps {
  readonly view: Window & typeof globalThis;
  readonly clock: Clock;
}

export interface OpenedDoor {
  readonly device: Device;
  readonly stores: IdbStores;
  readonly relay: RelayParts;
}

export const openDoor = async ({ view, clock }: DoorDeps): Promise<Result<OpenedDoor, StorageTrouble>> => {
  const relay = createRelayParts(view, clock);
  const stores = await openIdbStores(DATABASE);
  if (stores.type === "error") {
    return err(stores.error.type === "storage-full" ? "full" : await whyNotOpened(view.indexedDB));
  }
  const device = await openDevice({
    ...stores.value,
    wall: clock.instant,
    clock: clock.now,
    stretch,
    rendezvousAt: relay.rendezvousAt,
  });
  if (device.type === "ok") return ok({ device: device.value, stores: stores.value, relay });
  stores.value.disconnect();
  return err(troubleOf(device.error.type));
};

export const troubleOf = (fault: string): StorageTrouble => {
  switch (fault) {
    case "newer-version":
    case "forked":
      return fault;
    case "storage-full":
      return "full";
    case "storage-failed":
      return "refused";
    default:
      return "damaged";
  }
};

/** A database that opens without naming a version, and not with ours, is of a newer app. */
const whyNotOpened = (factory: IDBFactory): Promise<StorageTrouble> =>
  new Promise((resolve) => {
    try {
      const request = factory.open(DATABASE);
      request.onsuccess = () => {
        request.result.close();
        resolve("newer-version");
      };
      request.onerror = () => resolve("refused");
      request.onblocked = () => resolve("refused");
    } catch {
      resolve("refused");
    }
  });
