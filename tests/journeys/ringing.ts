/**
 * A browser's side of push where its maker's service cannot be reached: subscriptions at a service on this machine, and pushes that the
 * browser is told of by its debugger, as its maker's service would.
 */
import type { BrowserContext, Page, Worker } from "playwright-core";

/** From then on pages of this device subscribe at `origin`, under this name, as often as they are loaded. */
export const subscribeAt = (context: BrowserContext, origin: string, name: string): Promise<unknown> =>
  context.addInitScript(
    ({ endpoint }) => {
      const kept = "test.subscription";
      const made = (): PushSubscription | null => {
        const key = localStorage.getItem(kept);
        if (key === null) return null;
        const bytes = Uint8Array.from(atob(key.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
        return {
          endpoint,
          expirationTime: null,
          options: { applicationServerKey: bytes.buffer, userVisibleOnly: true },
          getKey: () => null,
          toJSON: () => ({ endpoint }),
          unsubscribe: () => {
            localStorage.removeItem(kept);
            return Promise.resolve(true);
          },
        };
      };
      PushManager.prototype.getSubscription = () => Promise.resolve(made());
      PushManager.prototype.subscribe = (options) => {
        const key = options?.applicationServerKey;
        if (typeof key === "string") localStorage.setItem(kept, key);
        const subscription = made();
        return subscription === null ? Promise.reject(new Error("no key")) : Promise.resolve(subscription);
      };
    },
    { endpoint: `${origin}/push/${name}` },
  );

/** Wakes the service worker of this page's app with a push that carries `data`. */
export const deliverPush = async (page: Page, data: string): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  const origin = new URL(page.url()).origin;
  const registered = new Promise<string>((resolve) => {
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const own = registrations.find(({ scopeURL, isDeleted }) => scopeURL === `${origin}/` && !isDeleted);
      if (own !== undefined) resolve(own.registrationId);
    });
  });
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.deliverPushMessage", { origin, registrationId: await registered, data });
  await session.detach();
};

export interface ShownNotification {
  readonly title: string;
  readonly body: string;
  readonly silent: boolean | null;
  readonly hasData: boolean;
}

export const shownOn = (page: Page): Promise<readonly ShownNotification[]> =>
  page.evaluate(async () => {
    const shown = await (await navigator.serviceWorker.ready).getNotifications();
    return shown.map(({ title, body, silent, data }) => ({ title, body, silent, hasData: data !== null }));
  });

const workerOf = async (page: Page): Promise<Worker> => {
  const own = page.context().serviceWorkers().at(-1);
  return own ?? page.context().waitForEvent("serviceworker");
};

/** How many windows of the app the worker knows of: a page that was left is among them for a moment. */
export const windowsOf = async (page: Page): Promise<number> =>
  (await workerOf(page)).evaluate<number>(
    `clients.matchAll({ type: "window", includeUncontrolled: true }).then(({ length }) => length)`,
  );

/** What the worker asked of the browser for a tap: which address was opened, or which window came to the front. */
export const tapShown = async (page: Page): Promise<readonly string[]> =>
  (await workerOf(page)).evaluate<readonly string[]>(`(async () => {
    // The browser takes these only from a tap of its own: recorded, in its place.
    const asked = [];
    const waited = [];
    const [{ openWindow }, { focus }, { waitUntil }] = [Clients.prototype, WindowClient.prototype, ExtendableEvent.prototype];
    Clients.prototype.openWindow = (address) => (asked.push("open " + address), Promise.resolve(null));
    WindowClient.prototype.focus = function () { asked.push("focus " + new URL(this.url).pathname); return Promise.resolve(this); };
    ExtendableEvent.prototype.waitUntil = (work) => void waited.push(work);
    for (const notification of await registration.getNotifications()) {
      dispatchEvent(new NotificationEvent("notificationclick", { notification, action: "https://elsewhere.example/" }));
    }
    await Promise.all(waited);
    // A push that comes later is to be waited for by the browser again.
    Object.assign(Clients.prototype, { openWindow });
    Object.assign(WindowClient.prototype, { focus });
    Object.assign(ExtendableEvent.prototype, { waitUntil });
    return asked;
  })()`);

/** The browser gives this device's subscription another address; null: its maker's service does not answer. */
export const moveSubscriptionTo = async (page: Page, endpoint: string | null): Promise<void> => {
  await (
    await workerOf(page)
  ).evaluate(`(async () => {
    const endpoint = ${JSON.stringify(endpoint)};
    const waited = [];
    const { waitUntil } = ExtendableEvent.prototype;
    PushManager.prototype.subscribe = () =>
      endpoint === null ? Promise.reject(new DOMException("no service", "AbortError")) : Promise.resolve({ endpoint });
    ExtendableEvent.prototype.waitUntil = (work) => void waited.push(work);
    dispatchEvent(new ExtendableEvent("pushsubscriptionchange"));
    await Promise.all(waited);
    Object.assign(ExtendableEvent.prototype, { waitUntil });
  })()`);
};
