/** Who wants to know that something changed. */

export interface Listeners {
  /** Gives what ends the subscription; ending it twice does nothing. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly notify: () => void;
}

export const createListeners = (): Listeners => {
  // An object for each subscription: the same function may be given twice.
  const subscriptions = new Set<{ readonly listener: () => void }>();
  return {
    subscribe: (listener) => {
      const subscription = { listener };
      subscriptions.add(subscription);
      return () => void subscriptions.delete(subscription);
    },
    notify: () => {
      for (const { listener } of [...subscriptions]) {
        try {
          listener();
        } catch {
          // Its own affair: a view that fails must not undo what was kept.
        }
      }
    },
  };
};
