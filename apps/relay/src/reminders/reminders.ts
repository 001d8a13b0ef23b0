/**
 * Rings phones at the times that they left: an empty push at each, and the time is forgotten.
 *
 * A reminder comes in time, or at most `RING_WITHIN_MS` late, or not at all: what a relay missed while it was down, or a service could
 * not take, is not rung in heaps hours later. What is due for one phone together is one push.
 * Limits: one process. Sent at most once: a relay that is killed while it sends does not send again.
 */
import type { Instant } from "@undivided/domain";
import { isPushService } from "./push-services.ts";
import type { PhoneName, ReminderStore } from "./reminder-store.ts";
import type { Push, SendPush } from "./send-push.ts";
import { createVapid } from "./vapid.ts";

/** Half an hour: later it is no reminder of what begins in ten minutes any more. Also how long the push service may try. */
export const RING_WITHIN_MS = 30 * 60_000;
/** After the first failure; twice as long after each further one. */
const FIRST_RETRY_MS = 15_000;
const SENT_AT_ONCE = 32;
/** A row of each takes about 4 kB with all its times: 80 MB at most. */
const MAX_PHONES = 20_000;

export interface ReminderDeps {
  readonly store: ReminderStore;
  readonly clock: () => number;
  readonly send: SendPush;
  /** Origins of push services beside the known ones. */
  readonly services: readonly string[];
  /** Of who runs this relay, as `mailto:` or `https:`, for push services; null: the address of the app. */
  readonly contact: string | null;
  /** Something in the database went wrong; nothing about whom. */
  readonly onFault: (error: unknown) => void;
}

export type LeaveOutcome = "kept" | "not-a-push-service" | "unknown-phone" | "full";

export interface Reminders {
  /** What a browser binds its subscription to. */
  readonly publicKey: string;
  /** Milliseconds since 1970, by the clock that it rings by. */
  readonly now: () => number;
  /** `times` in place of all before; null leaves them and changes the address only. `site`: the origin of the app. */
  readonly leave: (name: PhoneName, endpoint: string, times: readonly Instant[] | null, site: string) => LeaveOutcome;
  readonly forget: (name: PhoneName) => void;
  /** To be called about once a second. */
  readonly tick: () => void;
  /** Resolves when nothing is on its way any more. */
  readonly idle: () => Promise<void>;
  readonly stop: () => void;
}

export const createReminders = (deps: ReminderDeps): Reminders => {
  const { store, clock, send, services, contact, onFault } = deps;
  const vapid = createVapid(store.key, clock);
  const stopping = new AbortController();
  const onTheirWay = new Set<Promise<void>>();

  const ring = async (name: PhoneName, push: Push, due: number, tries: number): Promise<void> => {
    const outcome = await send(push, stopping.signal);
    // It was cut off by ourselves: taken already, so it is not sent again.
    if (stopping.signal.aborted) return;
    switch (outcome.type) {
      case "gone":
        store.forget(name);
        break;
      case "sent":
      case "refused":
        store.done(name);
        break;
      case "later": {
        const next = clock() + Math.max(outcome.afterMs, FIRST_RETRY_MS * 2 ** tries);
        if (next > due + RING_WITHIN_MS) store.done(name);
        else store.again(name, next);
      }
    }
  };
  const guarded = (run: () => void): void => {
    try {
      run();
    } catch (error) {
      onFault(error);
    }
  };

  return {
    publicKey: vapid.publicKey,
    now: clock,
    leave: (name, endpoint, times, site) => {
      if (!isPushService(endpoint, services)) return "not-a-push-service";
      if (times === null) return store.move(name, endpoint) ? "kept" : "unknown-phone";
      if (!store.has(name) && store.count() >= MAX_PHONES) return "full";
      store.put({ name, endpoint, site }, times, clock());
      return "kept";
    },
    forget: (name) => store.forget(name),
    tick: () =>
      guarded(() => {
        const room = SENT_AT_ONCE - onTheirWay.size;
        if (room <= 0 || stopping.signal.aborted) return;
        const now = clock();
        for (const { name, endpoint, site, due, tries } of store.takeDue(now, now - RING_WITHIN_MS, room)) {
          // The operator may have taken a service off the list since.
          if (!isPushService(endpoint, services)) {
            store.forget(name);
            continue;
          }
          const authorization = vapid.authorize(endpoint, contact ?? contactOf(site));
          const ttlMs = due + RING_WITHIN_MS - now;
          const sent = ring(name, { endpoint, authorization, ttlMs }, due, tries)
            .catch(onFault)
            .finally(() => onTheirWay.delete(sent));
          onTheirWay.add(sent);
        }
      }),
    idle: async () => {
      await Promise.all(onTheirWay);
    },
    stop: () => {
      stopping.abort();
      guarded(() => store.close());
    },
  };
};

/** RFC 8292 wants `mailto:` or `https:`; an app at plain HTTP is one on this machine. */
const contactOf = (site: string): string => (site.startsWith("https://") ? site : "mailto:relay@localhost");
