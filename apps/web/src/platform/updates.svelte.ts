/**
 * The service worker's life as the interface sees it: what is ready offline, and whether a newer version waits.
 *
 * A new version is offered and never forced: it waits until `apply` is called or every window of the app is closed.
 */
export interface Updates {
  /** `unsupported` also where the browser refuses (private windows, plain http on another machine). */
  readonly offline: "unsupported" | "preparing" | "ready";
  readonly waiting: boolean;
  /** Switches to the waiting version and reloads this window; other windows reload when they are next looked at. */
  readonly apply: () => void;
  /** Asks the server once whether there is something newer. */
  readonly check: () => Promise<void>;
}

/** How often an app that is left open asks for a newer version. */
const checkEveryMs = 6 * 60 * 60 * 1000;

export const createUpdates = (view: Window, address: string | null): Updates => {
  let offline = $state<Updates["offline"]>("unsupported");
  let waiting = $state<ServiceWorker | null>(null);
  let registration: ServiceWorkerRegistration | null = null;
  let applying = false;

  const workers = "serviceWorker" in view.navigator && address !== null ? view.navigator.serviceWorker : null;

  const noticeWaiting = (candidate: ServiceWorker | null): void => {
    // Without a controller it is the very first version: nothing to offer, it just becomes ready.
    if (candidate !== null && workers?.controller) waiting = candidate;
  };

  const follow = (worker: ServiceWorker | null): void => {
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed") noticeWaiting(registration?.waiting ?? null);
      if (worker.state === "activated") offline = "ready";
    });
  };

  const register = async (container: ServiceWorkerContainer, url: string): Promise<void> => {
    offline = "preparing";
    try {
      registration = await container.register(url, { scope: "/" });
    } catch {
      offline = "unsupported";
      return;
    }
    if (registration.active !== null) offline = "ready";
    noticeWaiting(registration.waiting);
    follow(registration.installing);
    registration.addEventListener("updatefound", () => follow(registration?.installing ?? null));
    view.setInterval(() => void registration?.update().catch(() => undefined), checkEveryMs);
  };

  if (workers !== null && address !== null) {
    workers.addEventListener("controllerchange", () => {
      // Fires on the first visit too, when the first version takes over: only our own wish reloads.
      if (applying) view.location.reload();
    });
    void register(workers, address);
  }

  return {
    get offline() {
      return offline;
    },
    get waiting() {
      return waiting !== null;
    },
    apply: () => {
      applying = true;
      waiting?.postMessage({ type: "skip-waiting" });
    },
    check: async () => {
      await registration?.update().catch(() => undefined);
    },
  };
};
