/**
 * What a person has on this device, for every page: whether they have begun, whether it is locked, and what is open.
 *
 * `new`: nobody has begun here. `opening`: it is being looked for. `locked`: only its owner opens it. `open`: it can be used.
 * `trouble`: what was kept cannot be used now; the page says what is left and offers a way back.
 * [Note: One state for every choice] How somebody began (alone, for two, whatever they answered) is kept nowhere.
 */
import { createContext } from "svelte";

export type StorageTrouble =
  /** The browser keeps nothing here: a private window, or storage is switched off. */
  | "refused"
  /** Something was kept here once, and the browser has cleared it. */
  | "evicted"
  /** There is no room left. */
  | "full"
  /** What is kept was written by a newer version of the app. */
  | "newer-version"
  /** What is kept cannot be read. It is untouched. */
  | "damaged";

export type HomeState =
  | { readonly type: "new" }
  | { readonly type: "opening" }
  | { readonly type: "open" }
  | { readonly type: "trouble"; readonly trouble: StorageTrouble };

export interface Home {
  readonly state: HomeState;
  /** Makes this device one that keeps what its owner does. The same whoever begins, and for whatever. */
  readonly begin: () => Promise<void>;
}

export const [getHome, setHome] = createContext<Home>();
