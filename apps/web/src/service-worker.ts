/**
 * Service worker: keeps the app's own files, so that it opens without a network from the second visit on.
 *
 * Method: every file of the build is fetched once when a version is installed (Workbox's precache list, by content hash);
 * pages answer from the kept `index.html`. Files that only a part of the app needs (the voice engine, the example) are
 * kept when they are first used. A new version waits until the person says so. Where reminders by push were switched on, it shows their line.
 * **Privacy:** only files of this build are kept, never a recording, and nothing is asked of another origin.
 */
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { reminders_line } from "./paraglide/messages/reminders_line.js";
import { locales } from "./paraglide/runtime.js";
import { pickLanguage } from "./platform/pick-language.ts";
import { TOGETHER_LOCK } from "./platform/tabs.ts";
import { createPushNotes } from "./reminders/push-note.ts";
import { createReminderRelay } from "./reminders/reminder-relay.ts";
import { moveSubscription, ring } from "./reminders/ring.ts";

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: (PrecacheEntry | string)[] };

const usedCacheName = "undivided-used-1";

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(
  new NavigationRoute(createHandlerBoundToURL("index.html"), { denylist: [/\/[^/?]+\.[^/]+$/, /^\/health/] }),
);

/** Names under `/assets/` carry a hash: what was kept once is right for ever. */
const isHashedAsset = (url: URL): boolean => url.origin === self.location.origin && url.pathname.startsWith("/assets/");

/** Files of older versions go when newer ones came: a few versions' worth stays. */
const mostUsedFiles = 40;

const dropOldest = async (cache: Cache): Promise<void> => {
  const kept = await cache.keys(); // in the order in which they came
  for (const request of kept.slice(0, Math.max(0, kept.length - mostUsedFiles))) await cache.delete(request);
};

const fromCacheThenNetwork = async (request: Request): Promise<Response> => {
  const cache = await caches.open(usedCacheName);
  const kept = await cache.match(request);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  if (response.ok) {
    await cache.put(request, response.clone());
    await dropOldest(cache);
  }
  return response;
};

registerRoute(
  ({ url, request }) => request.method === "GET" && isHashedAsset(url),
  ({ request }) => fromCacheThenNetwork(request),
);

self.addEventListener("message", ({ data }: { readonly data: unknown }) => {
  if (typeof data === "object" && data !== null && "type" in data && data.type === "skip-waiting")
    void self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});

const notes = createPushNotes(caches);

const windows = (): Promise<readonly WindowClient[]> =>
  self.clients.matchAll({ type: "window", includeUncontrolled: true });

self.addEventListener("push", (event) => {
  event.waitUntil(
    ring({
      notes,
      minute: () => new Date().getHours() * 60 + new Date().getMinutes(),
      isLookedAt: async () => (await windows()).some(({ visibilityState }) => visibilityState === "visible"),
      isTogether: async () =>
        (await self.navigator.locks.query()).held?.some(({ name }) => name === TOGETHER_LOCK) === true,
      line: (language) => reminders_line({}, { locale: pickLanguage(locales, language, self.navigator.languages) }),
      show: async (line, options) => {
        // The one before makes way: one line is enough, and a line that replaces another would make no sound.
        for (const shown of await self.registration.getNotifications()) shown.close();
        await self.registration.showNotification(line, options);
      },
    }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(
    windows().then(([open]) =>
      // A window that is open comes to the front as it is: something may be going on in it.
      open === undefined ? self.clients.openWindow("/") : open.focus(),
    ),
  );
});

self.addEventListener("pushsubscriptionchange", (event) => {
  const subscribe = async (applicationServerKey: string): Promise<string | null> =>
    (await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey })).endpoint;
  event.waitUntil(moveSubscription(notes, createReminderRelay(fetch), subscribe));
});
