/**
 * Ring keeper: reads and replaces the ring's file, and holds the key that opens it while the device is open.
 *
 * A change reads the file again, so that what another tab or process wrote is kept, and replaces it as a whole, if it is still the
 * one that was read: a crash leaves the old ring or the new one, and of two that change it at once the second does so on what the
 * first has written.
 */
import { err, ok, type Result } from "@undivided/domain";
import { createEpochKey, type Bytes, type EpochKey } from "../crypto/door.ts";
import { blobName, type BlobStore } from "../log/blob-store.ts";
import type { StoreFault } from "../log/log-store.ts";
import type { KeyRing } from "./key-ring.ts";
import { isSameMark, readLeaveMark, type LeaveMark } from "./leave-mark.ts";
import { decodeRingFile, encodeRingFile, openRing, type RingFile, type RingFileFault, type Way } from "./ring-file.ts";

const NAME = blobName("device/key-ring");

export type RingFault =
  | StoreFault
  | RingFileFault
  /** Another tab or process changed the lock or erased the device: start again. */
  | { readonly type: "changed-elsewhere" };

/** The pairing was left, here or in another tab or process, since this began. */
export interface LeftMeanwhile {
  readonly type: "left-meanwhile";
}

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
  /** Changes the ring as it is on the storage now. Called again if another was faster; null if it does not fit any more. */
  readonly update: (change: (ring: KeyRing) => KeyRing | null) => Promise<Result<KeyRing, RingFault>>;
  /** As `update`, unless somebody has left since. */
  readonly updateUnlessLeft: (
    since: LeaveMark,
    change: (ring: KeyRing) => KeyRing | null,
  ) => Promise<Result<KeyRing, RingFault | LeftMeanwhile>>;
  /** Other ways to the ring, with a new key for it: what opened it before opens this one no more. */
  readonly relock: (makeWays: (key: EpochKey) => Promise<readonly Way[]>) => Promise<Result<null, RingFault>>;
  /** Other ways to the ring with the same key. */
  readonly replaceWays: (
    change: (key: EpochKey, ways: readonly Way[]) => Promise<readonly Way[]>,
  ) => Promise<Result<null, RingFault>>;
}

/** Keeps a first ring, without a lock. `changed-elsewhere` if there is one by now. */
export const createRing = async (blobs: BlobStore, ring: KeyRing): Promise<Result<RingKeeper, RingFault>> => {
  const key = createEpochKey();
  const ways: readonly Way[] = [{ type: "bare", key }];
  const kept = await blobs.replaceIf([{ name: NAME, before: null, after: await encodeRingFile(ring, key, ways) }]);
  if (kept.type === "error") return kept;
  return kept.value ? ok(createRingKeeper(blobs, { ring, key, ways })) : err({ type: "changed-elsewhere" });
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

/** More than a few who change it at once are no people. */
const MAX_TRIES = 10;

const createRingKeeper = (blobs: BlobStore, first: Held): RingKeeper => {
  let held = first;
  let turn: Promise<unknown> = Promise.resolve();
  const readAgain = async (): Promise<Result<Held & { readonly bytes: Bytes }, RingFault>> => {
    const bytes = await blobs.read(NAME);
    if (bytes.type === "error") return bytes;
    if (bytes.value === null) return err({ type: "changed-elsewhere" });
    const file = decodeRingFile(bytes.value);
    if (file.type === "error") return file;
    const ring = await openRing(file.value, held.key);
    if (ring.type === "error") return err({ type: "changed-elsewhere" });
    return ok({ ring: ring.value, key: held.key, ways: file.value.ways, bytes: bytes.value });
  };
  /** False: somebody has left since. */
  const rewriteNow = async (
    change: (now: Held) => Promise<Held | null>,
    since: LeaveMark | null,
  ): Promise<Result<boolean, RingFault>> => {
    const asks = since === null ? [] : [{ name: since.name, before: since.bytes, after: since.bytes }];
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const now = await readAgain();
      if (now.type === "error") return now;
      const next = await change(now.value);
      if (next === null) return err({ type: "changed-elsewhere" });
      const after = await encodeRingFile(next.ring, next.key, next.ways);
      const kept = await blobs.replaceIf([{ name: NAME, before: now.value.bytes, after }, ...asks]);
      if (kept.type === "error") return kept;
      if (kept.value) {
        held = next;
        return ok(true);
      }
      const mark = await readLeaveMark(blobs);
      if (mark.type === "error") return mark;
      if (since !== null && !isSameMark(mark.value, since)) return ok(false);
    }
    return err({ type: "changed-elsewhere" });
  };
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const result = turn.then(run);
    turn = result.catch(() => undefined);
    return result;
  };
  const rewrite = (change: (now: Held) => Promise<Held | null>): Promise<Result<null, RingFault>> =>
    inTurn(async () => {
      const done = await rewriteNow(change, null);
      return done.type === "error" ? done : ok(null);
    });
  const withRing = (change: (ring: KeyRing) => KeyRing | null) => async (now: Held) => {
    const ring = change(now.ring);
    return ring === null ? null : { key: now.key, ways: now.ways, ring };
  };
  return {
    ring: () => held.ring,
    ways: () => held.ways,
    refresh: () =>
      inTurn(async () => {
        const now = await readAgain();
        if (now.type === "error") return now;
        held = now.value;
        return ok(held.ring);
      }),
    update: async (change) => {
      const done = await rewrite(withRing(change));
      return done.type === "error" ? done : ok(held.ring);
    },
    updateUnlessLeft: async (since, change) => {
      const done = await inTurn(() => rewriteNow(withRing(change), since));
      if (done.type === "error") return done;
      return done.value ? ok(held.ring) : err({ type: "left-meanwhile" });
    },
    relock: (makeWays) =>
      rewrite(async ({ ring }) => {
        const key = createEpochKey();
        return { ring, key, ways: await makeWays(key) };
      }),
    replaceWays: (change) => rewrite(async ({ ring, key, ways }) => ({ ring, key, ways: await change(key, ways) })),
  };
};
