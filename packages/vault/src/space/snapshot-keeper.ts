/**
 * The local snapshot of one space: when it is made, and how it goes.
 *
 * Made in the background once enough entries have come since the last: a fixed number in a small space, a share in a large one, so
 * that all the writing over the years stays within a few times the size. **Privacy:** removed at once when a body is dropped or the
 * space is closed, before whoever asked for that hears that it is done.
 */
import { ok, type Result } from "@undivided/domain";
import { randomBytes, type EpochKey } from "../crypto/door.ts";
import { decodeEntry, ENTRY_KINDS } from "../envelope/entry.ts";
import type { EpochId, SpaceId } from "../envelope/ids.ts";
import type { EntryWithId } from "../envelope/make-entry.ts";
import { blobName, type BlobName, type BlobStore } from "../log/blob-store.ts";
import type { LogStore, StoreFault } from "../log/log-store.ts";
import type { DeviceKeys } from "./device-keys.ts";
import type { SnapshotContent } from "./snapshot-content.ts";
import { PURPOSES } from "./snapshot-envelope.ts";

export const snapshotName = (space: SpaceId): BlobName => blobName(`snapshot/${space}`);

/** How many entries the log may have beyond the snapshot: they are opened one by one, at about 20 000 a second. */
const defaultSnapshotAfter = (entries: number): number => Math.max(500, entries / 25);

/** The part that makes them. */
type Making = typeof import("./snapshot-making.ts");

const loadMaking = (): Promise<Making | null> => import("./snapshot-making.ts").catch(() => null);

/** What a snapshot is made of, at one moment. */
export interface Frozen {
  readonly epoch: EpochId;
  readonly key: EpochKey;
  readonly statements: readonly EntryWithId[];
  readonly content: SnapshotContent;
}

export interface SnapshotKeeper {
  /** Whether it is time, given how many entries there are. */
  readonly isDue: (entries: number) => boolean;
  /** Counts as the time of the last snapshot; called when one was loaded, or tried. */
  readonly countFrom: (entries: number) => void;
  /** Freezes (in turn with all else), then seals and writes while others go on. False if it came to nothing. */
  readonly make: (freeze: (making: Making) => Promise<Frozen | null>) => Promise<Result<boolean, StoreFault>>;
  /** Removes the snapshot, and stops one that is being made. */
  readonly invalidate: () => Promise<Result<null, StoreFault>>;
}

export interface KeeperDeps {
  readonly store: LogStore;
  readonly blobs?: BlobStore;
  readonly keys: DeviceKeys;
  readonly snapshotAfter?: (entries: number) => number;
}

export const createSnapshotKeeper = (deps: KeeperDeps, space: SpaceId): SnapshotKeeper => {
  const { store, blobs, keys: own, snapshotAfter = defaultSnapshotAfter } = deps;
  let counted = 0;
  let isMaking = false;
  /** Rises with every invalidation: what was frozen before is then worth nothing. */
  let generation = 0;
  let writing: Promise<unknown> = Promise.resolve();

  /** Whether another process wrote a drop or closed the space after the moment that the snapshot shows. */
  const isOvertaken = async (sequence: number): Promise<boolean> => {
    const closed = await store.readLeave(space);
    if (closed.type === "error" || closed.value !== null) return true;
    for (let after = sequence; ;) {
      const portion = await store.read(space, after, 1000);
      if (portion.type === "error") return true;
      const isDrop = portion.value.some(({ bytes }) => {
        const entry = decodeEntry(bytes);
        return entry.type === "ok" && entry.value.kind === ENTRY_KINDS.drop;
      });
      if (isDrop || portion.value.length === 0) return isDrop;
      after = portion.value.at(-1)?.sequence ?? after;
    }
  };

  return {
    isDue: (entries) => blobs !== undefined && !isMaking && entries - counted >= snapshotAfter(entries),
    countFrom: (entries) => {
      counted = entries;
    },
    make: async (freeze) => {
      if (blobs === undefined) return ok(false);
      isMaking = true;
      let mine = generation;
      try {
        const making = await loadMaking();
        if (making === null) return ok(false);
        const frozen = await freeze(making).then((value) => {
          mine = generation;
          return value;
        });
        if (frozen === null) return ok(false);
        const header = {
          purpose: PURPOSES.local,
          space,
          epoch: frozen.epoch,
          device: own.device,
          salt: randomBytes(32),
        };
        const { key, statements, content } = frozen;
        const bytes = await making.sealSnapshot(
          header,
          key,
          own.signing,
          statements,
          content,
          () => mine === generation,
        );
        if (bytes === undefined || mine !== generation) return ok(false);
        const written = blobs.write(snapshotName(space), bytes);
        writing = written;
        const result = await written;
        if (result.type === "error") return result;
        if (mine === generation && !(await isOvertaken(content.sequence))) return ok(true);
        const removed = await blobs.remove(snapshotName(space));
        return removed.type === "error" ? removed : ok(false);
      } catch (error) {
        // Leaving destroyed the key in the middle of it.
        if (mine !== generation) return ok(false);
        throw error;
      } finally {
        isMaking = false;
      }
    },
    invalidate: async () => {
      generation += 1;
      counted = 0;
      if (blobs === undefined) return ok(null);
      await writing;
      return blobs.remove(snapshotName(space));
    },
  };
};
