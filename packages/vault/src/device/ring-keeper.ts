/**
 * Ring keeper: reads and replaces the ring's file, and holds the key that opens it while the device is open.
 *
 * A change reads the file again, so that what another tab or process wrote in between is kept, and replaces it as a whole: a
 * crash leaves the old ring or the new one.
 * Limits: two processes that change the ring in the same instant can lose one of the changes; pairing and leaving are rare, and
 * whoever finds its change missing does it again.
 */
import { err, ok, type Result } from "@undivided/domain";
import { createEpochKey, type EpochKey } from "../crypto/door.ts";
import { blobName, type BlobStore } from "../log/blob-store.ts";
import type { StoreFault } from "../log/log-store.ts";
import type { KeyRing } from "./key-ring.ts";
import { decodeRingFile, encodeRingFile, openRing, type RingFile, type RingFileFault, type Way } from "./ring-file.ts";

const NAME = blobName("device/key-ring");

export type RingFault =
  | StoreFault
  | RingFileFault
  /** Another tab or process changed the lock or erased the device: start again. */
  | { readonly type: "changed-elsewhere" };

/** Null: this device has no ring yet. */
export const readRingFile = async (blobs: BlobStore): Promise<Result<RingFile | null, RingFault>> => {
  const bytes = await blobs.read(NAME);
  if (bytes.type === "error") return bytes;
  return bytes.value === null ? ok(null) : decodeRingFile(bytes.value);
};

export const removeRingFile = (blobs: BlobStore): Promise<Result<null, StoreFault>> => blobs.remove(NAME);

export interface RingKeeper {
  readonly ring: () => KeyRing;
  readonly ways: () => readonly Way[];
  /** Reads again what another tab or process may have changed. */
  readonly refresh: () => Promise<Result<KeyRing, RingFault>>;
  /** Changes the ring as it is on the storage now. */
  readonly update: (change: (ring: KeyRing) => KeyRing) => Promise<Result<KeyRing, RingFault>>;
  /** Other ways to the ring, with a new key for it: what opened it before opens this one no more. */
  readonly relock: (makeWays: (key: EpochKey) => Promise<readonly Way[]>) => Promise<Result<null, RingFault>>;
  /** Other ways to the ring with the same key. */
  readonly replaceWays: (
    change: (key: EpochKey, ways: readonly Way[]) => Promise<readonly Way[]>,
  ) => Promise<Result<null, RingFault>>;
}

/** Keeps a first ring, without a lock. */
export const createRing = async (blobs: BlobStore, ring: KeyRing): Promise<Result<RingKeeper, RingFault>> => {
  const key = createEpochKey();
  const ways: readonly Way[] = [{ type: "bare", key }];
  const kept = await blobs.write(NAME, await encodeRingFile(ring, key, ways));
  return kept.type === "error" ? kept : ok(createRingKeeper(blobs, { ring, key, ways }));
};

/** Opens the ring with the key that one of its ways gave. */
export const openRingKeeper = async (
  blobs: BlobStore,
  file: RingFile,
  key: EpochKey,
): Promise<Result<RingKeeper, RingFault>> => {
  const ring = await openRing(file, key);
  return ring.type === "error" ? ring : ok(createRingKeeper(blobs, { ring: ring.value, key, ways: file.ways }));
};

interface Held {
  readonly ring: KeyRing;
  readonly key: EpochKey;
  readonly ways: readonly Way[];
}

const createRingKeeper = (blobs: BlobStore, first: Held): RingKeeper => {
  let held = first;
  let turn: Promise<unknown> = Promise.resolve();
  const readAgain = async (): Promise<Result<Held, RingFault>> => {
    const file = await readRingFile(blobs);
    if (file.type === "error") return file;
    if (file.value === null) return err({ type: "changed-elsewhere" });
    const ring = await openRing(file.value, held.key);
    if (ring.type === "error") return err({ type: "changed-elsewhere" });
    return ok({ ring: ring.value, key: held.key, ways: file.value.ways });
  };
  const rewrite = (change: (now: Held) => Promise<Held>): Promise<Result<null, RingFault>> => {
    const result = turn.then(async (): Promise<Result<null, RingFault>> => {
      const now = await readAgain();
      if (now.type === "error") return now;
      const next = await change(now.value);
      const kept = await blobs.write(NAME, await encodeRingFile(next.ring, next.key, next.ways));
      if (kept.type === "error") return kept;
      held = next;
      return ok(null);
    });
    turn = result.catch(() => undefined);
    return result;
  };
  return {
    ring: () => held.ring,
    ways: () => held.ways,
    refresh: async () => {
      const now = await readAgain();
      if (now.type === "error") return now;
      held = now.value;
      return ok(held.ring);
    },
    update: async (change) => {
      const done = await rewrite(async (now) => ({ ...now, ring: change(now.ring) }));
      return done.type === "error" ? done : ok(held.ring);
    },
    relock: (makeWays) =>
      rewrite(async ({ ring }) => {
        const key = createEpochKey();
        return { ring, key, ways: await makeWays(key) };
      }),
    replaceWays: (change) => rewrite(async ({ ring, key, ways }) => ({ ring, key, ways: await change(key, ways) })),
  };
};
