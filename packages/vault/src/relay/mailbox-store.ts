/**
 * MailboxStore: a LogStore with what a relay keeps besides entries. A port; the suite of `log-store.contract.ts` holds for it too.
 *
 * One process has a store to itself. Sequence numbers count each space for itself, so that nobody learns from them how much others
 * write. What was damaged on the disk is not given out: it counts as missing, and the devices bring it back.
 */
import type { DeviceId, Result } from "@undivided/domain";
import type { Bytes } from "../crypto/public-door.ts";
import type { SpaceId } from "../envelope/ids.ts";
import type { EntryWithId } from "../envelope/verify-entry.ts";
import type { EntryRef, Head, LogStore, StoreFault } from "../log/log-store.ts";
import type { Need, SnapshotName } from "./answers.ts";

/** An entry that was checked, and what it was decoded from. */
export interface WrittenEntry extends EntryWithId {
  readonly bytes: Bytes;
}

/** What an append has put where: right after `after`, up to `last`. */
export interface Appended {
  readonly after: number;
  readonly last: number;
}

/** What is loaded of a space when somebody opens it. */
export interface StoredMailbox {
  readonly last: number;
  /** Bytes of entries. */
  readonly bytes: number;
  /** Bytes of snapshots, whole and in the making. */
  readonly snapshotBytes: number;
  readonly heads: readonly Head[];
  /** Members and drop statements, by device and counter. */
  readonly statements: readonly EntryWithId[];
  /** Below a head: entries that are missing, and entries without the body that they should have. */
  readonly wanted: readonly EntryRef[];
  readonly dropped: readonly EntryRef[];
  readonly needs: readonly Need[];
  readonly snapshots: readonly SnapshotName[];
}

export interface SnapshotPart {
  readonly version: Bytes;
  readonly part: number;
  readonly parts: number;
  readonly bytes: Bytes;
}

export interface SnapshotWritten {
  /** Stale: a statement has come after the sequence number up to which its maker had everything. */
  readonly type: "whole" | "partial" | "stale";
  /** What all snapshots of the space take now, with their parts that came so far. */
  readonly bytes: number;
}

export interface MailboxStore extends LogStore {
  /** Drawn when the database was made: another one means that everything before is gone. */
  readonly incarnation: () => Bytes;
  /** Null for a space of which nothing is kept. */
  readonly load: (space: SpaceId) => Promise<Result<StoredMailbox | null, StoreFault>>;
  /** As `append`, and says where they stand. */
  readonly appendAt: (space: SpaceId, entries: readonly WrittenEntry[]) => Promise<Result<Appended, StoreFault>>;
  readonly writeNeed: (space: SpaceId, need: Need) => Promise<Result<null, StoreFault>>;
  /**
   * The last part makes the version whole; until then the one before stays. `sequence` is up to where its maker had everything: what
   * is stale is not kept, which is decided in the very commit that would keep it.
   */
  readonly writeSnapshot: (
    space: SpaceId,
    device: DeviceId,
    part: SnapshotPart,
    sequence: number,
  ) => Promise<Result<SnapshotWritten, StoreFault>>;
  readonly readSnapshot: (
    space: SpaceId,
    device: DeviceId,
    part: number,
  ) => Promise<Result<SnapshotPart | null, StoreFault>>;
  /** Notes that the space is used; days since 1970. */
  readonly touch: (space: SpaceId, day: number) => Promise<Result<null, StoreFault>>;
  /** Removes open spaces unused since before `day` and leave entries older than `leaveDay`; gives how many. */
  readonly expire: (day: number, leaveDay: number) => Promise<Result<number, StoreFault>>;
}
