/**
 * Being rung by the browser: its permission, and its subscription at its maker's push service.
 *
 * Safari on iPhone and iPad has it only for an app on the home screen; some browsers have it by name and no service behind it.
 * **Privacy:** to subscribe is a request of the browser's own to its maker, which no page can see or hold back (docs/threat-model.md).
 */
import { isAppleTouch } from "./apple-touch.ts";

export type PushSupport =
  | "ready"
  /** Only from the home screen. */
  | "needs-home-screen"
  | "none"
  /** The owner, or somebody before, said no; only the browser's settings change that. */
  | "denied";

export interface PushAccess {
  readonly support: () => PushSupport;
  /** From a tap. */
  readonly askPermission: () => Promise<NotificationPermission>;
  readonly isPermitted: () => boolean;
  /** The address of the subscription that is bound to this key; null if there is none. */
  readonly endpoint: (key: string) => Promise<string | null>;
  /** In place of one that is bound to another key. Null where the browser's service does not answer. */
  readonly subscribe: (key: string) => Promise<string | null>;
  /** Ends it on this device, whatever the service says, and takes away what is shown. */
  readonly end: () => Promise<void>;
}

/** A worker that does not come would be waited for forever. */
const WORKER_MS = 10_000;

export const createPushAccess = (view: Window & typeof globalThis): PushAccess => {
  const registration = async (): Promise<ServiceWorkerRegistration | null> =>
    "serviceWorker" in view.navigator
      ? Promise.race([
          view.navigator.serviceWorker.ready,
          new Promise<null>((resolve) => view.setTimeout(() => resolve(null), WORKER_MS)),
        ])
      : null;
  const current = async (): Promise<PushSubscription | null> =>
    (await (await registration())?.pushManager.getSubscription()) ?? null;
  const isBoundTo = ({ options }: PushSubscription, key: string): boolean =>
    options.applicationServerKey === null || toBase64url(options.applicationServerKey) === key;

  return {
    support: () => {
      const hasAll = "serviceWorker" in view.navigator && "PushManager" in view && "Notification" in view;
      if (hasAll) return view.Notification.permission === "denied" ? "denied" : "ready";
      return isAppleTouch(view.navigator) ? "needs-home-screen" : "none";
    },
    askPermission: () => view.Notification.requestPermission(),
    isPermitted: () => "Notification" in view && view.Notification.permission === "granted",
    endpoint: async (key) => {
      const known = await current();
      return known !== null && isBoundTo(known, key) ? known.endpoint : null;
    },
    subscribe: async (key) => {
      try {
        const known = await current();
        if (known !== null && isBoundTo(known, key)) return known.endpoint;
        await known?.unsubscribe();
        const wanted = { userVisibleOnly: true, applicationServerKey: key };
        return (await (await registration())?.pushManager.subscribe(wanted))?.endpoint ?? null;
      } catch {
        return null;
      }
    },
    end: async () => {
      try {
        const worker = await registration();
        for (const shown of (await worker?.getNotifications()) ?? []) shown.close();
        await (await worker?.pushManager.getSubscription())?.unsubscribe();
      } catch {
        // The browser has none any more.
      }
    },
  };
};

const toBase64url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
