/** Wires the app: platform adapters in, the shell out. The only place where the browser's globals become ports. */
import { flushSync, mount } from "svelte";
import { createHome } from "./home/home.svelte.ts";
import { createCamera } from "./platform/camera.ts";
import { createDevice } from "./platform/device.ts";
import { createHomeScreen } from "./platform/home-screen.svelte.ts";
import { createInstall } from "./platform/install.svelte.ts";
import { createLanguage } from "./platform/language.svelte.ts";
import { createOnline } from "./platform/online.svelte.ts";
import { createPassOn } from "./platform/pass-on.ts";
import { createPasskeys } from "./platform/passkey.ts";
import { createLocalStore } from "./platform/small-store.ts";
import { createStorageSpace } from "./platform/storage-space.ts";
import { createTabs } from "./platform/tabs.ts";
import { installTrustedTypes } from "./platform/trusted-types.ts";
import { createUpdates } from "./platform/updates.svelte.ts";
import App from "./shell/app.svelte";
import { createHush } from "./shell/hush.svelte.ts";
import { takeOneTap } from "./shell/one-tap.ts";
import { createRouter } from "./shell/router.svelte.ts";
import type { Shell } from "./shell/shell.ts";
import { createToasts } from "./ui/toasts.svelte.ts";
import "./ui/tokens.css";
import "./ui/fonts.css";
import "./ui/base.css";

const target = document.getElementById("app");
if (target === null) throw new Error("the page has no #app");

installTrustedTypes(window.trustedTypes, location.origin);
takeOneTap(window);

const store = createLocalStore(() => localStorage);

const device = createDevice(window);
const storage = createStorageSpace(window);
const hush = createHush();
const tabs = createTabs(window);

const language = createLanguage(store, () => navigator.languages);
const homeScreen = createHomeScreen(document, store);

const shell: Shell = {
  language,
  router: createRouter(window),
  updates: createUpdates(window, import.meta.env.PROD ? "/service-worker.js" : null),
  network: createOnline(window),
  device,
  install: createInstall(window),
  homeScreen,
  storage,
  tabs,
  camera: createCamera(window),
  passOn: createPassOn(window),
  passkeys: createPasskeys(window, () => homeScreen.plainTitle(language.current) ?? "Undivided"),
  toasts: createToasts(window),
  hush,
  preferences: store,
};

const home = createHome({
  view: window,
  store,
  clock: device.clock,
  tabs,
  storage,
  isHushed: () => hush.on,
});

// In a turn of its own: a tap in between does not wait for all of it.
setTimeout(() => {
  target.replaceChildren();
  mount(App, { target, props: { shell, home } });
  flushSync();
});
