/**
 * Several tabs of the app on one device, as ports: one writes at a time, and each hears when another wrote.
 *
 * Web Locks serialise what must not happen twice at once (an append to the device's chain); a BroadcastChannel says that
 * something changed, never what. Without Web Locks (no browser of today) work is serialised within the tab only.
 * **Privacy:** both stay within this browser and this origin; a message holds a topic and nothing else.
 */
export interface Tabs {
  /** Runs `work` while no other tab runs work of that name. */
  readonly alone: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  /**
   * Takes a name for this tab, if no other tab has it; returns what gives it back. Null if another has it. A tab that is closed or
   * killed has nothing any more. Without Web Locks it is always given.
   */
  readonly claim: (name: string) => Promise<(() => void) | null>;
  /** Tells the other tabs, not this one. */
  readonly tell: (topic: string) => void;
  /** Returns what ends the listening. */
  readonly listen: (listener: (topic: string) => void) => () => void;
}

const CHANNEL = "undivided";

/** The lock that a tab holds while a time together runs in it, as the service worker sees it. */
export const TOGETHER_LOCK = `${CHANNEL}.together`;

export interface TabsView {
  readonly navigator: { readonly locks?: Pick<LockManager, "request"> };
  readonly BroadcastChannel?: new (name: string) => BroadcastChannel;
}

export const createTabs = (view: TabsView): Tabs => {
  const channel = view.BroadcastChannel === undefined ? null : new view.BroadcastChannel(CHANNEL);
  const last = new Map<string, Promise<unknown>>();

  const aloneHere = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const before = last.get(name) ?? Promise.resolve();
    const mine = before.then(work, work);
    last.set(name, mine);
    return mine;
  };

  return {
    alone: (name, work) => {
      const { locks } = view.navigator;
      return locks === undefined ? aloneHere(name, work) : locks.request(`${CHANNEL}.${name}`, work);
    },
    claim: (name) => {
      const { locks } = view.navigator;
      if (locks === undefined) return Promise.resolve(() => undefined);
      return new Promise((resolve, reject) => {
        locks
          .request(`${CHANNEL}.${name}`, { ifAvailable: true }, (lock) => {
            if (lock === null) return resolve(null);
            return new Promise<void>((giveBack) => resolve(() => giveBack()));
          })
          .catch(reject);
      });
    },
    tell: (topic) => channel?.postMessage(topic),
    listen: (listener) => {
      const hear = ({ data }: MessageEvent): void => {
        if (typeof data === "string") listener(data);
      };
      channel?.addEventListener("message", hear);
      return () => channel?.removeEventListener("message", hear);
    },
  };
};
