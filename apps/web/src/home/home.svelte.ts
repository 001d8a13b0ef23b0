/**
 * Opens what this device keeps: `createHome` in `main.ts`, `getHome` in every component below the shell.
 *
 * Whether somebody has begun here is known at once, from a small flag, so that a first visitor waits for nothing; what opens the
 * rest is loaded only for those who have begun.
 */
import type { SmallStore } from "../platform/small-store.ts";
import type { Home, HomeState } from "./home.ts";

const begunKey = "begun";

export const createHome = (store: SmallStore): Home => {
  let state = $state.raw<HomeState>(store.read(begunKey) === null ? { type: "new" } : { type: "open" });
  return {
    get state() {
      return state;
    },
    begin: async () => {
      store.write(begunKey, "1");
      state = { type: "open" };
    },
  };
};
