/**
 * Opens what this device keeps: `createHome` in `main.ts`, `getHome` in every component below the shell.
 *
 * Whether somebody has begun here is known at once, from a small flag, so that a first visitor waits for nothing and downloads
 * nothing; all the rest is loaded only for those who have begun.
 */
import type { Device, Proof } from "@undivided/vault";
import type { Clock } from "../platform/clock.ts";
import { PUSH_KEY, QUIET_HOURS_KEY, SCENES_KEY, type SmallStore } from "../platform/small-store.ts";
import type { StorageSpace } from "../platform/storage-space.ts";
import type { Tabs } from "../platform/tabs.ts";
import type { Home, HomeState, StorageTrouble } from "./home.ts";
import type { OpenedDoor } from "./open-door.ts";

export interface HomeDeps {
  readonly view: Window & typeof globalThis;
  readonly store: SmallStore;
  readonly clock: Clock;
  readonly tabs: Tabs;
  readonly storage: StorageSpace;
  /** Whether a time together or a talk is on: then nothing loads the page again. */
  readonly isHushed: () => boolean;
}

const loadHousehold = () => import("./household.ts");

/** How long erasing waits for a relay to hear that nobody is to be rung here. */
const GOODBYE_MS = 2000;

/** That somebody has begun here; nothing else. */
const begunKey = "begun";

export const createHome = ({ view, store, clock, tabs, storage, isHushed }: HomeDeps): Home => {
  const hasBegun = (): boolean => store.read(begunKey) !== null;
  let state = $state.raw<HomeState>(hasBegun() ? { type: "opening" } : { type: "new" });
  let proving = $state.raw<Home["proving"]>(null);
  let opened: OpenedDoor | null = null;
  let opening: Promise<OpenedDoor | null> | null = null;

  const trouble = (what: StorageTrouble): null => {
    state = { type: "trouble", trouble: what };
    return null;
  };

  /** Between long pieces of work: a tap does not wait for all of them. */
  const nextTurn = (): Promise<void> => new Promise((resolve) => void view.setTimeout(resolve));

  /** Shows what the device says: new, locked, open. */
  const follow = async ({ device, stores, relay }: OpenedDoor): Promise<void> => {
    const now = device.state();
    if (now.type === "locked") state = { type: "locked", ways: now.ways };
    if (now.type === "open" && state.type !== "open") {
      const { openHousehold } = await loadHousehold();
      await nextTurn();
      const household = await openHousehold(now.device, {
        view,
        logs: stores.logs,
        parts: relay,
        tabs,
        storage,
        store,
        now: clock.instant,
        subscribeDevice: device.subscribe,
      });
      store.write(begunKey, "1");
      await nextTurn();
      state = { type: "open", household };
    }
    if (now.type === "new") {
      if (hasBegun()) trouble("evicted");
      else state = { type: "new" };
    }
  };

  const openOnce = async (): Promise<OpenedDoor | null> => {
    // Needed as soon as the door is open: fetched while that goes on.
    loadHousehold().catch(() => undefined);
    const { openDoor } = await import("./open-door.ts");
    const door = await openDoor({ view, clock });
    if (door.type === "error") return trouble(door.error);
    opened = door.value;
    const { device } = opened;
    let outside = outsideOf(device);
    device.subscribe(() => {
      const now = outsideOf(device);
      if (now === outside) return;
      outside = now;
      tabs.tell("device");
    });
    return opened;
  };
  const open = (): Promise<OpenedDoor | null> => (opening ??= openOnce());

  const openAndShow = async (): Promise<void> => {
    const door = await open();
    if (door !== null) await follow(door);
  };

  /** The relay is told while the rest goes; what is left of it here goes too, whatever the relay says. */
  const endReminders = async (): Promise<void> => {
    if (store.read(PUSH_KEY) === null) return;
    try {
      const { openPushReminders } = await import("../reminders/open-push-reminders.ts");
      const { switchOff, forget } = openPushReminders({ view, store, tabs, now: clock.instant, journal: null });
      await Promise.race([switchOff(), new Promise((resolve) => view.setTimeout(resolve, GOODBYE_MS))]);
      await forget();
    } catch {
      store.write(PUSH_KEY, null);
    }
  };

  const reload = (): void => view.location.reload();

  /** Another tab paired, left, or changed the lock: pairing is taken over, another lock is asked for unless something is going on. */
  const takeOver = async (): Promise<void> => {
    if (state.type === "open") {
      const tended = await state.household.device.tend();
      const isOther = tended.type === "error" && tended.error.type === "changed-elsewhere";
      if (!isOther) return;
    }
    if (!isHushed()) reload();
  };

  tabs.listen((topic) => {
    if (topic === "erased") reload();
    if (topic === "device") void takeOver();
  });

  if (hasBegun()) void openAndShow();
  else {
    // The flag alone was cleared: what is kept is found all the same.
    void databaseIsThere(view.indexedDB).then((isThere) => {
      if (isThere && state.type === "new") void openAndShow();
    });
  }

  return {
    get state() {
      return state;
    },
    get proving() {
      return proving;
    },
    begin: async () => {
      const door = await open();
      if (door === null) return;
      if (door.device.state().type === "new") {
        const created = await tabs.alone("begin", () => door.device.createPerson(null));
        if (created.type === "error" && created.error.type === "not-new") {
          reload(); // another tab was faster: this one opens what that one made
          return;
        }
        if (created.type === "error") {
          const { troubleOf } = await import("./open-door.ts");
          trouble(troubleOf(created.error.type));
          return;
        }
      }
      await follow(door);
    },
    recover: async (code) => {
      const door = await open();
      if (door === null) return { type: "storage-failed" };
      const address = view.location.origin;
      const recovered = await door.device.recover(door.relay.syncOnceAt(address), address, code);
      if (recovered.type === "error") return recovered.error;
      await follow(door);
      return null;
    },
    unlock: async (unlocking) => {
      const door = await open();
      if (door === null) return { type: "storage-failed" };
      const unlocked = await door.device.unlock(unlocking);
      if (unlocked.type === "ok") {
        await follow(door);
        return null;
      }
      const fault = unlocked.error;
      switch (fault.type) {
        case "damaged":
        case "newer-version":
        case "forked":
          trouble(fault.type);
          return null;
        case "not-a-member":
        case "not-allowed":
        case "unusable-key":
        case "unwritable-change":
        case "too-long":
          trouble("damaged");
          return null;
        case "changed-elsewhere":
          return { type: "storage-failed" };
        default:
          return fault;
      }
    },
    waitMs: async () => {
      const left = await (await open())?.device.waitMs();
      return left?.type === "ok" ? left.value : 0;
    },
    lockNow: () => {
      if (state.type === "open" && state.household.device.lock.ways() !== null) reload();
    },
    prove: (what) =>
      new Promise<Proof | null>((resolve) => {
        proving?.answer(null);
        const asked = {
          isLasting: what === "lasting",
          answer: (proof: Proof | null): void => {
            // A PIN that is still being stretched may answer a sheet that was put away, while another one asks.
            if (proving === asked) proving = null;
            resolve(proof);
          },
        };
        proving = asked;
      }),
    erase: async () => {
      // The keys first: from then on nobody can read the rest. Then the rest.
      const door = await open();
      await door?.device.erase();
      door?.stores.disconnect();
      await endReminders();
      store.write(begunKey, null);
      store.write(QUIET_HOURS_KEY, null);
      store.write(SCENES_KEY, null);
      const { DATABASE } = await import("./open-door.ts");
      await deleteDatabase(view.indexedDB, DATABASE);
      tabs.tell("erased");
      view.location.replace("/");
    },
    door: async () => (await open())?.device ?? null,
  };
};

/** What another tab of this device must know about: who is paired, and how it is locked. */
const outsideOf = (device: Device): string => {
  const now = device.state();
  if (now.type !== "open") return now.type;
  const { lock, couple, devices } = now.device;
  return JSON.stringify([couple().type, lock.ways() === null, devices().length]);
};

const databaseIsThere = async (factory: IDBFactory): Promise<boolean> => {
  try {
    return (await factory.databases()).some(({ name }) => name === "undivided");
  } catch {
    return false;
  }
};

/** Resolves also when another tab holds it for now: the keys are gone, and it goes when that tab does. */
const deleteDatabase = (factory: IDBFactory, name: string): Promise<void> =>
  new Promise((resolve) => {
    const request = factory.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => resolve();
    request.onblocked = () => resolve();
  });
