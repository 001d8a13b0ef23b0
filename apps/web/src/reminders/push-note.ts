/**
 * What the service worker must know to ring, and what the relay knows this device by: one small note in the browser's cache, which the
 * page and the worker both can read.
 *
 * **Privacy:** no ritual, no name, no record; the times are those that the relay has anyway. It is there only while reminders by push are
 * on, and lies outside the lock, since a locked app must be able to take the times back too.
 */
export interface PushNote {
  /** By which the relay knows this device again: 32 random bytes, base64url. */
  readonly secret: string;
  /** The relay's key that the subscription is bound to. */
  readonly key: string;
  readonly language: string;
  /** Quiet hours as `quiet-hours.ts` writes them. */
  readonly quiet: string | null;
  /** The times that were left at the relay last, and when (milliseconds since 1970). */
  readonly times: readonly number[];
  readonly leftAt: number;
}

const CACHE = "undivided-push-1";
const ADDRESS = "/push-note.json";

export interface PushNotes {
  readonly read: () => Promise<PushNote | null>;
  readonly write: (note: PushNote) => Promise<void>;
  readonly forget: () => Promise<void>;
}

export const createPushNotes = (caches: CacheStorage): PushNotes => ({
  read: async () => {
    try {
      if (!(await caches.has(CACHE))) return null;
      const kept = await (await caches.open(CACHE)).match(ADDRESS);
      return kept === undefined ? null : readNote(await kept.json());
    } catch {
      return null;
    }
  },
  write: async (note) => {
    await (await caches.open(CACHE)).put(ADDRESS, new Response(JSON.stringify(note)));
  },
  forget: async () => {
    await caches.delete(CACHE);
  },
});

const readNote = (value: unknown): PushNote | null => {
  if (typeof value !== "object" || value === null) return null;
  const { secret, key, language, quiet, times, leftAt }: Readonly<Record<string, unknown>> = { ...value };
  if (typeof secret !== "string" || typeof key !== "string" || typeof language !== "string") return null;
  if (!Array.isArray(times) || typeof leftAt !== "number") return null;
  return {
    ...{ secret, key, language, leftAt },
    quiet: typeof quiet === "string" ? quiet : null,
    times: times.filter((time) => typeof time === "number"),
  };
};
