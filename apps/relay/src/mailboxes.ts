/**
 * The relay of this process: its database in a folder, its clock, its expiry, and what happens when the database breaks.
 *
 * Quiet on success. **Privacy:** the lines it says name no space, no device and no address.
 */
import { performance } from "node:perf_hooks";
import { millis } from "@undivided/domain";
import {
  createCounters,
  createRelay,
  dayOf,
  LEAVE_DAYS,
  ORPHAN_DAYS,
  type MailboxStore,
  type Relay,
  type RelayCounters,
  type RelayLimits,
} from "@undivided/vault/relay";
import { createNodeEntryVerifier } from "./crypto/node-entry-verifier.ts";
import { openStore, type StoreOutcome } from "./store/open-store.ts";

const TICK_MS = 1000;
const EXPIRY_MS = 86_400_000;

export interface Mailboxes {
  readonly relay: () => Relay;
  readonly counters: RelayCounters;
  /** Ends all connections and closes the database. */
  readonly close: () => void;
}

export type MailboxesOutcome =
  { readonly type: "opened"; readonly mailboxes: Mailboxes } | Exclude<StoreOutcome, { readonly type: "opened" }>;

export interface MailboxesOptions {
  readonly say: (line: string) => void;
  readonly limits?: Partial<RelayLimits>;
}

/** Opens the mailboxes kept in `folder`, which is made if it is not there. */
export const openMailboxes = (folder: string, { say, limits = {} }: MailboxesOptions): MailboxesOutcome => {
  const counters = createCounters();
  const today = (): number => dayOf(Date.now());
  const verifier = createNodeEntryVerifier();
  let isClosed = false;

  const open = (): StoreOutcome => openStore(folder, { day: today, onBroken: () => setImmediate(replace) });
  const relayOver = (store: MailboxStore): Relay =>
    createRelay({ store, clock: () => millis(performance.now()), day: today, counters, limits, verifier });
  const sayAside = (outcome: StoreOutcome): void => {
    if (outcome.type !== "opened" || outcome.setAside === null) return;
    say(
      `the database was broken; it lies in ${outcome.setAside} now, and a new one was begun. The devices bring everything again.`,
    );
  };

  const first = open();
  if (first.type !== "opened") return first;
  sayAside(first);
  let current = first;
  let relay = relayOver(first.store);

  const expire = (): void => {
    void current.store.expire(today() - ORPHAN_DAYS, today() - LEAVE_DAYS);
  };
  const closeStore = (): void => {
    try {
      current.close();
    } catch {
      // A broken database may not even close.
    }
  };
  /** The file broke while it was in use: everybody is cut, comes back, and brings what is missing. */
  const replace = (): void => {
    if (isClosed) return;
    relay.stop();
    closeStore();
    const again = open();
    if (again.type !== "opened") {
      say(`the database broke and no new one could be begun (${again.type}).`);
      return;
    }
    sayAside(again);
    current = again;
    relay = relayOver(again.store);
  };

  expire();
  const ticking = setInterval(() => {
    relay.tick();
    current.rest();
  }, TICK_MS);
  const expiring = setInterval(expire, EXPIRY_MS);
  ticking.unref();
  expiring.unref();
  const close = (): void => {
    isClosed = true;
    clearInterval(ticking);
    clearInterval(expiring);
    relay.stop();
    // After the commit that may be due in this turn.
    setImmediate(closeStore);
  };
  return { type: "opened", mailboxes: { relay: () => relay, counters, close } };
};
