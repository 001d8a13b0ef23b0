/**
 * Keeps this device's spaces in step with its relay, for as long as it has one and the app is open.
 *
 * Without a relay (nobody was paired, no second device) no connection is ever made. Spaces come and go with pairing and leaving; a
 * space that was left says so to the relay until the relay knows, also after a new start.
 *
 * **Privacy:** while a time together runs here, only taps leave: what is noticed is kept on this phone, and goes when it has ended. A
 * message, however sealed, would tell whoever runs the relay the second in which something was noticed.
 */
import type { Instant } from "@undivided/domain";
import {
  createDeviceKeys,
  createMemberId,
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
  /** A time together runs in this app. */
  readonly isTogether: () => boolean;
  /** Calls after `isTogether` may have changed. */
  readonly subscribeTogether: (listener: () => void) => () => void;
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

export const keepInStep = (deps: StepDeps): Step => {
  const { device, logs, parts, view, now, subscribeDevice, isTogether, subscribeTogether, onReceived } = deps;
  const listeners = new Set<() => void>();
  let sync: Sync | null = null;
  /** What speaks to the relay is on its way. */
  let coming: Promise<void> | null = null;
  let address: string | null = null;
  let known: ReadonlySet<SpaceId> = new Set();
  let pulled = 0;
  let isHeld = false;

  const notify = (): void => {
    for (const listener of listeners) listener();
  };
  const heard = (): void => {
    const total = [...(sync?.reports().values() ?? [])].reduce((sum, report) => sum + report.pulled, 0);
    const isMore = total !== pulled && total > 0;
    pulled = total;
    if (isMore) onReceived();
    holdOwn();
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
    return [...(isHeld ? [] : [device.mine]), ...(ours === null ? [] : [ours])];
  };
  /** The own space waits while a time together runs; what the tap that began it wrote is still on its way and goes first. */
  const holdOwn = (): void => {
    const wanted = isTogether();
    if (sync === null || wanted === isHeld || (wanted && sync.state().type === "connecting")) return;
    isHeld = wanted;
    const { space } = device.mine;
    if (isHeld) {
      sync.remove(space);
      known = new Set([...known].filter((one) => one !== space));
    } else fit(sync);
  };

  /** Spaces of the ring as it is now; one that went stays until the relay has its leave entry. */
  const fit = (running: Sync): void => {
    for (const replica of openSpaces()) {
      const synced = device.syncedIn(replica.space);
      if (synced !== undefined && !known.has(replica.space)) {
        running.add(synced);
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

  /** Fetches what speaks to the relay, and begins. */
  const fetch = async (): Promise<void> => {
    for (let wanted = address; sync === null && wanted !== null; wanted = address) {
      const fetched = await parts.syncAt(wanted);
      // Another address meanwhile: that one.
      if (wanted !== address) continue;
      sync = fetched;
      break;
    }
    coming = null;
    if (sync !== null) {
      sync.subscribe(heard);
      sync.start();
      fit(sync);
      void addLeft(sync);
    }
    notify();
  };
  const begin = async (): Promise<void> => {
    if (address !== null) await (coming ??= fetch());
  };

  const follow = (): void => {
    const relay = device.relay();
    if (relay !== address) {
      sync?.stop();
      sync = null;
      known = new Set();
      isHeld = false;
      address = relay;
      if (relay !== null) void begin();
      notify();
    }
    if (sync !== null) fit(sync);
  };

  const nudge = (): void => {
    // It could not be fetched before, perhaps.
    if (sync === null) void begin();
    else sync.nudge();
  };
  view.addEventListener("online", nudge);
  view.document.addEventListener("visibilitychange", () => {
    if (view.document.visibilityState === "visible") nudge();
  });
  subscribeDevice(follow);
  subscribeTogether(holdOwn);
  follow();

  return {
    state: () => sync?.state() ?? (address === null ? null : { type: coming === null ? "offline" : "connecting" }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    once: async () => {
      if (sync === null) await begin();
      return sync === null ? address === null : (await sync.syncOnce()).type === "ok";
    },
  };
};
