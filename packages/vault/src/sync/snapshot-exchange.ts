/**
 * Snapshots through the relay: a device puts one for an own device that it has paired and that has not been heard of yet; that one
 * begins with it, so that it need not open every entry before it shows anything (docs/spec/snapshot.md).
 *
 * Nothing depends on it. A snapshot that is withheld, old, altered or gone is done without: a new device begins with the log, adopts
 * what comes while it still lacks more than it has, and the entries have the last word.
 * Most devices never do: what does it is fetched once this one was paired by another own device, or one is waited for.
 * **Trust:** only the device that this one was paired by, by the key from pairing; never another own device, never the partner's.
 * **Privacy:** a snapshot is put while somebody waits for it, and no longer than the relay keeps it: until the next statement.
 */
import { ok, type DeviceId, type Result } from "@undivided/domain";
import type { MailboxState } from "../relay/answers.ts";
import type { TrustedDevice } from "../space/trusted.ts";
import type { DeviceKeys } from "../space/device-keys.ts";
import type { Replica } from "../space/replica.ts";
import { activeDevices } from "../space/roster.ts";
import type { LinkFault, RelayLink } from "./relay-link.ts";

export interface SnapshotPolicy {
  /** The fewest entries that are worth a snapshot: below, the log is as quick. */
  readonly least: number;
  /** After how many new entries it is put again, given how many there are. */
  readonly renewAfter: (entries: number) => number;
  /** After how many portions of the log a device that began with it looks whether a snapshot has come meanwhile. */
  readonly lookEvery: number;
}

export const SNAPSHOT_POLICY: SnapshotPolicy = {
  least: 500,
  renewAfter: (entries) => Math.max(500, entries / 25),
  lookEvery: 8,
};

export interface ExchangedSpace {
  readonly replica: Replica;
  readonly keys: Pick<DeviceKeys, "device" | "signing">;
  /** The own device that this one was paired by. */
  readonly pairedBy?: TrustedDevice;
  /** Own devices that came lately and may have everything before them. */
  readonly awaited?: () => readonly DeviceId[];
}

export type Ask = RelayLink["ask"];

export interface SnapshotRounds {
  /** After a portion of the log: whether to look for a snapshot now, given where the relay's chains end. */
  readonly isToLook: (there: Iterable<{ readonly counter: number }>) => boolean;
  /** Begins with the snapshot that the state names, if that helps. True if it did. */
  readonly take: (state: MailboxState, ask: Ask) => Promise<Result<boolean, LinkFault>>;
  /**
   * Puts a snapshot if one is due, given what the relay has just said. True if a round must come before: this device lacks something
   * that the relay has, or a statement had to be written for it, or has come meanwhile.
   */
  readonly put: (state: MailboxState, ask: Ask) => Promise<Result<boolean, LinkFault>>;
}

export interface SnapshotExchange extends SnapshotRounds {
  readonly isAwaited: () => boolean;
}

/** Whether an own device that this one has paired may come, with everything before it. */
export const isAwaited = ({ replica, keys, awaited = () => [] }: ExchangedSpace): boolean => {
  const roster = replica.roster();
  if (roster === null) return false;
  const heard = new Set(replica.summary().heads.map(({ device }) => device));
  const mayCome = new Set(
    activeDevices(roster).flatMap(({ device, by }) => (by === keys.device && !heard.has(device) ? [device] : [])),
  );
  return awaited().some((device) => mayCome.has(device));
};

export const createSnapshotExchange = (
  exchanged: ExchangedSpace,
  policy: SnapshotPolicy = SNAPSHOT_POLICY,
): SnapshotExchange => {
  let rounds: SnapshotRounds | null = null;
  /** Null where it cannot be fetched: then it is done without. */
  const load = async (): Promise<SnapshotRounds | null> => {
    try {
      const { createSnapshotRounds } = await import("./snapshot-rounds.ts");
      return (rounds ??= createSnapshotRounds(exchanged, policy));
    } catch {
      return null;
    }
  };
  return {
    isToLook: (there) => rounds?.isToLook(there) ?? false,
    take: async (...asked) =>
      exchanged.pairedBy === undefined ? ok(false) : ((await (await load())?.take(...asked)) ?? ok(false)),
    isAwaited: () => isAwaited(exchanged),
    put: async (...asked) => (isAwaited(exchanged) ? ((await (await load())?.put(...asked)) ?? ok(false)) : ok(false)),
  };
};
