/**
 * Keeps this device's spaces in step with its relay, for as long as it has one and the app is open.
 *
 * Without a relay (nobody was paired, no second device) no connection is ever made. Spaces come and go with pairing and leaving; a
 * space that was left says so to the relay until the relay knows, also after a new start.
 */
import { ok, type Instant } from "@undivided/domain";
import {
  createDeviceKeys,
  createMemberId,
  createSync,
  openReplica,
  type LogStore,
  type OpenDevice,
  type SpaceId,
  type Sync,
  type SyncState,
} from "@undivided/vault";
import type { RelayParts } from "./relay.ts";

/** Entries that come live come in bursts. */
const LIVE_MS = 100;

export interface StepDeps {
  readonly device: OpenDevice;
  readonly logs: LogStore;
  readonly parts: RelayParts;
  readonly view: Window & typeof globalThis;
  readonly now: () => Instant;
  readonly subscribeDevice: (listener: () => void) => () => void;
  /** Something came from the relay. */
  readonly onReceived: () => void;
}

export interface Step {
  /** Null as long as there is no relay. */
  readonly state: () => SyncState | null;
  /** Calls after `state` may have changed; gives what ends that. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Once, now; for a tap. False if the relay could not be reached. */
  readonly once: () => Promise<boolean>;
}

export const keepInStep = ({ device, logs, parts, view, now, subscribeDevice, onReceived }: StepDeps): Step => {
  const listeners = new Set<() => void>();
  let sync: Sync | null = null;
  let address: string | null = null;
  let known: ReadonlySet<SpaceId> = new Set();
  let pulled = 0;

  const notify = (): void => {
    for (const listener of listeners) listener();
  };
  const heard = (): void => {
    const total = [...(sync?.reports().values() ?? [])].reduce((sum, report) => sum + report.pulled, 0);
    const isMore = total !== pulled && total > 0;
    pulled = total;
    if (isMore) onReceived();
    notify();
  };

  /** What comes live is in no report of a round; own writes end here too, and then there is nothing to do. */
  let isDue = false;
  const receivedSoon = (): void => {
    if (isDue) return;
    isDue = true;
    parts.timer(LIVE_MS, () => {
      isDue = false;
      onReceived();
    });
  };

  const openSpaces = (): readonly OpenDevice["mine"][] => {
    const ours = device.ours();
    return ours === null ? [device.mine] : [device.mine, ours];
  };

  /** Spaces of the ring as it is now; one that went stays until the relay has its leave entry. */
  const fit = (running: Sync): void => {
    for (const replica of openSpaces()) {
      const keys = device.keysIn(replica.space);
      if (keys !== undefined && !known.has(replica.space)) {
        running.add({ replica, keys });
        if (replica !== device.mine) replica.subscribe(receivedSoon);
        known = new Set([...known, replica.space]);
      }
    }
  };
  /** What was left before this start: closed on the storage, and told to the relay with keys of nobody. */
  const addLeft = async (running: Sync): Promise<void> => {
    const entries = await device.leaveEntries();
    if (entries.type === "error") return;
    for (const { space } of entries.value) {
      if (known.has(space)) continue;
      const keys = createDeviceKeys(createMemberId());
      const replica = await openReplica({ store: logs, keys, wall: now }, space);
      if (replica.type === "error" || running !== sync) continue;
      running.add({ replica: replica.value, keys });
      known = new Set([...known, space]);
    }
  };

  const follow = (): void => {
    const relay = device.relay();
    if (relay !== address) {
      sync?.stop();
      sync = null;
      known = new Set();
      address = relay;
      const transport = relay === null ? null : parts.transportTo(relay);
      if (transport !== null) {
        sync = createSync({ spaces: [], transport, timer: parts.timer, random: parts.random });
        sync.subscribe(heard);
        sync.start();
        void addLeft(sync);
      }
      notify();
    }
    if (sync !== null) fit(sync);
  };

  const nudge = (): void => sync?.nudge();
  view.addEventListener("online", nudge);
  view.document.addEventListener("visibilitychange", () => {
    if (view.document.visibilityState === "visible") nudge();
  });
  subscribeDevice(follow);
  follow();

  return {
    state: () => sync?.state() ?? null,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    once: async () => (sync === null ? ok(null) : await sync.syncOnce()).type === "ok",
  };
};
