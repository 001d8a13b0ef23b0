/**
 * A handful of small preferences of this device (the language, quiet hours): the browser's localStorage behind a port.
 *
 * Reading and writing never throw: with storage refused (private windows, policies) a choice holds until the page is
 * closed. **Privacy:** nothing about a person or a moment belongs here; records live in the vault.
 */
export interface SmallStore {
  readonly read: (key: string) => string | null;
  /** `null` forgets the key. */
  readonly write: (key: string, value: string | null) => void;
}

/** When no alarm of this phone rings; forgotten with everything else that its owner erases. */
export const QUIET_HOURS_KEY = "quiet-hours";

/** How many practice scenes were passed today, so that a reload does not begin them anew; not what was chosen. */
export const SCENES_KEY = "scenes";

/** Reminders by push: "on", "ending" (the relay is still to be told), or nothing. See `reminders/push-reminders.ts`. */
export const PUSH_KEY = "push";

export const createMemoryStore = (): SmallStore => {
  const values = new Map<string, string>();
  return {
    read: (key) => values.get(key) ?? null,
    write: (key, value) => {
      if (value === null) values.delete(key);
      else values.set(key, value);
    },
  };
};

/** Keys are prefixed, so that another app on the same origin is never touched. */
export const createLocalStore = (storage: () => Storage): SmallStore => {
  const fallback = createMemoryStore();
  const prefixed = (key: string): string => `undivided.${key}`;
  return {
    read: (key) => {
      try {
        return storage().getItem(prefixed(key)) ?? fallback.read(key);
      } catch {
        return fallback.read(key);
      }
    },
    write: (key, value) => {
      try {
        if (value === null) storage().removeItem(prefixed(key));
        else storage().setItem(prefixed(key), value);
        fallback.write(key, null);
      } catch {
        fallback.write(key, value);
      }
    },
  };
};
