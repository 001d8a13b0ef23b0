/**
 * An open home: the journal over the device, read models that stay fresh, and what is done by itself: tending, telling other tabs
 * and hearing from them, and asking once for durable storage when there is something to keep.
 */
import { err, parseRecordId, parseUtcOffset, type Instant, type RecordId, type UtcOffset } from "@undivided/domain";
import { openJournal, type OursSpace } from "@undivided/journal";
import {
  bytesToHex,
  randomBytes,
  type DeviceFault,
  type LogStore,
  type OpenDevice,
  type WriteFault,
} from "@undivided/vault";
import { createSubscriber } from "svelte/reactivity";
import type { SmallStore } from "../platform/small-store.ts";
import type { StorageSpace } from "../platform/storage-space.ts";
import type { Tabs } from "../platform/tabs.ts";
import type { Household } from "./home.ts";
import { keepInStep } from "./keep-in-step.ts";
import type { RelayParts } from "./relay.ts";
import { createReminding } from "./reminding.ts";

export interface HouseholdDeps {
  readonly view: Window & typeof globalThis;
  readonly logs: LogStore;
  readonly parts: RelayParts;
  readonly tabs: Tabs;
  readonly storage: StorageSpace;
  readonly store: SmallStore;
  readonly now: () => Instant;
  /** Calls after the device's state, lock, pairing or devices changed. */
  readonly subscribeDevice: (listener: () => void) => () => void;
}

/** Between two rounds of tending while the app is open. */
const TEND_EVERY_MS = 240_000;

const utcOffset = (at: Instant): UtcOffset => {
  const parsed = parseUtcOffset(-new Date(at).getTimezoneOffset());
  if (parsed.type === "error") throw new Error("a clock's offset is a number of minutes");
  return parsed.value;
};

const randomId = (): RecordId => {
  const parsed = parseRecordId(bytesToHex(randomBytes(16)));
  if (parsed.type === "error") throw new Error("16 bytes name a record");
  return parsed.value;
};

export const openHousehold = async (device: OpenDevice, deps: HouseholdDeps): Promise<Household> => {
  const { view, logs, parts, tabs, storage, store, now, subscribeDevice } = deps;
  const own = device.keysIn(device.mine.space);
  if (own === undefined) throw new Error("an open device has keys in its own space");

  /** The space of both is remembered after it was closed, so that the journal can say that it ended. */
  let both: OursSpace | null = null;
  const ours = (): OursSpace | null => {
    const replica = device.ours();
    const member = replica === null ? undefined : device.keysIn(replica.space)?.member;
    if (replica !== null && member !== undefined && both?.replica !== replica) both = { replica, member };
    return both;
  };

  const journal = await openJournal({
    mine: device.mine,
    ours,
    person: device.person,
    device: own.device,
    wall: now,
    utcOffset,
    randomId,
    leave: async () => {
      const left = await device.leave();
      // Whoever runs the relay may be who was left: nothing of this device is to lie there.
      if (left.type === "ok") reminding.end();
      return left.type === "error" ? err(asWriteFault(left.error)) : left;
    },
  });

  const tend = async (): Promise<void> => {
    await device.tend();
    await journal.tend();
  };

  const isTogether = (): boolean => {
    const running = journal.together.running();
    return running !== null && running.isHere && !running.wasStopped;
  };
  const step = keepInStep({
    ...{ device, logs, parts, view, now, subscribeDevice, isTogether },
    subscribeTogether: journal.subscribe,
    onReceived: () => void tend(),
  });

  const reminding = createReminding({ view, store, tabs, now, journal, isTogether });

  const watchAll = createSubscriber((update) => {
    const stops = [journal.subscribe(update), subscribeDevice(update), step.subscribe(update)];
    return () => {
      for (const stop of stops) stop();
    };
  });

  shareWithTabs(journal, device, tabs);
  askOnceToKeep(journal, storage);
  view.document.addEventListener("visibilitychange", () => {
    if (view.document.visibilityState === "visible") void tend();
  });
  view.setInterval(() => {
    if (view.document.visibilityState === "visible") void tend();
  }, TEND_EVERY_MS);
  void keepWhatWasLeft(journal, now).then(tend);

  return {
    journal,
    device,
    now,
    tend,
    syncOnce: step.once,
    reminders: reminding.open,
    keepReminders: reminding.keep,
    read: (reading) => {
      watchAll();
      return reading({ journal, device, sync: step.state() });
    },
  };
};

/** Before anything else: an evening that the app was stopped in, and that nobody came back to. */
const keepWhatWasLeft = async (journal: Household["journal"], now: () => Instant): Promise<void> => {
  if (journal.together.running()?.wasStopped !== true) return;
  const { keepLeftOver } = await import("../live/left-over.ts");
  await keepLeftOver(journal, now());
};

/** The journal knows the faults of writing; what else the ring may have is a fault of the storage to it. */
const asWriteFault = (fault: DeviceFault): WriteFault =>
  fault.type === "damaged" || fault.type === "newer-version" || fault.type === "changed-elsewhere"
    ? { type: "storage-failed" }
    : fault;

/** Says to other tabs that something was written; reads again what they wrote. Heads tell what is new from what was only read again. */
const shareWithTabs = (journal: Household["journal"], device: OpenDevice, tabs: Tabs): void => {
  const headsNow = (): string =>
    [device.mine, device.ours()].map((replica) => JSON.stringify(replica?.summary().heads ?? null)).join();
  let known = headsNow();
  let isReading = false;
  journal.subscribe(() => {
    const heads = headsNow();
    if (heads !== known && !isReading) tabs.tell("written");
    known = heads;
  });
  tabs.listen((topic) => {
    if (topic !== "written") return;
    isReading = true;
    void journal.refresh().finally(() => (isReading = false));
  });
};

/** The first own record is the moment when there is something to keep: then the browser is asked to keep it. */
const askOnceToKeep = (journal: Household["journal"], storage: StorageSpace): void => {
  if (journal.records.find().length > 0) return;
  const stop = journal.subscribe(() => {
    if (journal.records.find().length === 0) return;
    stop();
    void storage.durability().then((now) => (now === "best-effort" ? storage.askForDurability() : now));
  });
};
