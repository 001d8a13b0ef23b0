/** Wires the app: platform adapters in, the shell out. The only place where the browser's globals become ports. */
import { flushSync, mount } from "svelte";
import { createDevice } from "./platform/device.ts";
import { createLanguage } from "./platform/language.svelte.ts";
import { createOnline } from "./platform/online.svelte.ts";
import { createLocalStore } from "./platform/small-store.ts";
import { installTrustedTypes } from "./platform/trusted-types.ts";
import { createUpdates } from "./platform/updates.svelte.ts";
import App from "./shell/app.svelte";
import { createRouter } from "./shell/router.svelte.ts";
import type { Shell } from "./shell/shell.ts";
import { createToasts } from "./ui/toasts.svelte.ts";
import "./ui/tokens.css";
import "./ui/fonts.css";
import "./ui/base.css";

const target = document.getElementById("app");
if (target === null) throw new Error("the page has no #app");

installTrustedTypes(window.trustedTypes, location.origin);

const shell: Shell = {
  language: createLanguage(
    createLocalStore(() => localStorage),
    () => navigator.languages,
  ),
  router: createRouter(window),
  updates: createUpdates(window, import.meta.env.PROD ? "/service-worker.js" : null),
  network: createOnline(window),
  device: createDevice(window),
  toasts: createToasts(window),
};

target.replaceChildren();
mount(App, { target, props: { shell } });
flushSync();
