/** What the shell hands to every page: the language, the way around, the service worker, the network, the device. */
import { createContext } from "svelte";
import type { Camera } from "../platform/camera.ts";
import type { Device } from "../platform/device.ts";
import type { HomeScreen } from "../platform/home-screen.svelte.ts";
import type { Install } from "../platform/install.svelte.ts";
import type { LanguageState } from "../platform/language.svelte.ts";
import type { OnlineState } from "../platform/online.svelte.ts";
import type { PassOn } from "../platform/pass-on.ts";
import type { Passkeys } from "../platform/passkey.ts";
import type { SmallStore } from "../platform/small-store.ts";
import type { StorageSpace } from "../platform/storage-space.ts";
import type { Tabs } from "../platform/tabs.ts";
import type { Updates } from "../platform/updates.svelte.ts";
import type { Toasts } from "../ui/toasts.svelte.ts";
import type { Hush } from "./hush.svelte.ts";
import type { Router } from "./router.svelte.ts";

export interface Shell {
  readonly language: LanguageState;
  readonly router: Router;
  readonly updates: Updates;
  readonly network: OnlineState;
  readonly device: Device;
  readonly install: Install;
  readonly homeScreen: HomeScreen;
  readonly storage: StorageSpace;
  readonly tabs: Tabs;
  readonly camera: Camera;
  readonly passOn: PassOn;
  readonly passkeys: Passkeys;
  /** While it is on, the app offers and says nothing by itself. */
  readonly hush: Hush;
  /** Small settings of this device: nothing about a person or a moment. */
  readonly preferences: SmallStore;
  /** What was just done, with a way to take it back. */
  readonly toasts: Toasts;
}

/** `getShell` in a component below `app.svelte`; it throws elsewhere, which would be a mistake in the wiring. */
export const [getShell, setShell] = createContext<Shell>();
