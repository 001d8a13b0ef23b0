/**
 * Service worker: keeps the app's own files, so that it opens without a network from the second visit on.
 *
 * Method: every file of the build is fetched once when a version is installed (Workbox's precache list, by content hash);
 * pages answer from the kept `index.html`. Files that only a part of the app needs (the voice engine, the example) are
 * kept when they are first used. A new version waits until the person says so.
 * **Privacy:** only files of this build are kept, never a recording, and nothing is asked of another origin.
 */
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";

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
