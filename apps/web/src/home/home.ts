/**
 * What a person has on this device, for every page: whether they have begun, whether it is locked, and what is open.
 *
 * [Note: One state for every choice] How somebody began (alone, for two, whatever they answered) is kept nowhere: `begin` has no
 * argument.
 */
import type { Instant } from "@undivided/domain";
import type { Journal } from "@undivided/journal";
import type { Device, LockWays, OpenDevice, Proof, SyncState, UnlockFault } from "@undivided/vault";
import { createContext } from "svelte";
import type { PushReminders } from "../reminders/push-reminders.ts";

export type StorageTrouble =
  /** The browser keeps nothing here: a private window, or storage is switched off. */
  | "refused"
  /** Something was kept here once, and the browser has cleared it. */
  | "evicted"
  /** There is no room left. */
  | "full"
  /** What is kept was written by a newer version of the app. */
  | "newer-version"
  /** What is kept here is an older copy of itself, and another copy went on writing. */
  | "forked"
  /** What is kept cannot be read. It is untouched. */
  | "damaged";

export type HomeState =
  /** Nobody has begun here. */
  | { readonly type: "new" }
  /** It is being looked for. */
  | { readonly type: "opening" }
  /** Only its owner opens it. */
  | { readonly type: "locked"; readonly ways: LockWays }
  | { readonly type: "open"; readonly household: Household }
  /** What was kept cannot be used now; the page says what is left and offers a way back. */
  | { readonly type: "trouble"; readonly trouble: StorageTrouble };

/** What can be read of an open home. */
export interface Kept {
  readonly journal: Journal;
  readonly device: OpenDevice;
  /** Null as long as this device has no relay: then it speaks to nobody. */
  readonly sync: SyncState | null;
}

/** An open home, the same object for as long as it is open. Commands go straight to `journal` and `device`. */
export interface Household extends Omit<Kept, "sync"> {
  /**
   * Reads, and reads again whenever something changed, here, in another tab or from another device:
   * `const moments = $derived(household.read(({ journal }) => journal.records.find({ types: ["moment"] })))`.
   */
  readonly read: <T>(reading: (kept: Kept) => T) => T;
  /** Does what is due: see the journal's [Note: Tending]. Called by itself; after a command that must show at once call it too. */
  readonly tend: () => Promise<void>;
  /**
   * In step with the relay once more, now. It happens by itself while there is a relay (`device.setRelay`; pairing gives one):
   * this is for a tap, and for waiting until it is done. False if the relay could not be reached.
   */
  readonly syncOnce: () => Promise<boolean>;
  /** Reminders by push on this device. Loads them; rejects where they cannot be fetched. */
  readonly reminders: () => Promise<PushReminders>;
  /** After what they depend on has changed and is no record: quiet hours. */
  readonly keepReminders: () => void;
  readonly now: () => Instant;
}

export type RecoverProblem = Extract<Awaited<ReturnType<Device["recover"]>>, { readonly type: "error" }>["error"];

export interface Home {
  readonly state: HomeState;
  /** Makes this device one that keeps what its owner does. The same whoever begins, and for whatever. */
  readonly begin: () => Promise<void>;
  /**
   * Brings everything back onto this device by the recovery code, from the relay that this app came from. What stood in the way, or
   * null if it is open now.
   */
  readonly recover: (code: string) => Promise<RecoverProblem | null>;
  /** What is wrong with the attempt, or null if it is open now. */
  readonly unlock: (unlocking: Parameters<Device["unlock"]>[0]) => Promise<UnlockFault | null>;
  /** Milliseconds that are left to wait after wrong PINs. */
  readonly waitMs: () => Promise<number>;
  /** Locks now, if there is a lock: loads the page again, so that no key stays in its memory. */
  readonly lockNow: () => void;
  /**
   * Asks for the lock once more, in a sheet over the page; sets one first where there is none. Null if its owner thought better of
   * it. `lasting`: for adding a device, showing the recovery code, exporting, which a lock that is too new does not let anybody do;
   * then the sheet says until when. Without it: for changing the lock.
   */
  readonly prove: (what?: "lasting") => Promise<Proof | null>;
  /** What the sheet is for now; answered by the shell alone. */
  readonly proving: { readonly isLasting: boolean; readonly answer: (proof: Proof | null) => void } | null;
  /** Forgets the keys, then deletes what is kept on this device, also without a network. The page is loaded again. */
  readonly erase: () => Promise<void>;
  /** The vault's door, for a new device that is to belong to somebody: joining, recovering. Loads it. */
  readonly door: () => Promise<Device | null>;
}

export const [getHome, setHome] = createContext<Home>();

/** In a page that `needs: "home"`. @throws Error elsewhere: a mistake in the wiring. */
export const getHousehold = (): Household => {
  const { state } = getHome();
  if (state.type !== "open") throw new Error("a page that needs an open home is shown without one");
  return state.household;
};
