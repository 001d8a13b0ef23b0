/**
 * Limits of a relay, each with a named answer, and the token bucket that holds those that count in time.
 *
 * The figures allow what two people's devices do after weeks offline and no more than a small machine carries; a relay for others
 * may be given other ones.
 */
import type { Millis } from "@undivided/domain";

export interface RelayLimits {
  /** Entries that one space may push in a burst, and for each second after that. */
  readonly entriesOfSpace: { readonly burst: number; readonly perSecond: number };
  /** Bytes that one address may send in a burst, and for each second after that. */
  readonly bytesOfAddress: { readonly burst: number; readonly perSecond: number };
  /** Spaces that one address may found in a burst, and for each second after that. */
  readonly newSpacesOfAddress: { readonly burst: number; readonly perSecond: number };
  /** Entries and snapshots of one space. */
  readonly bytesOfSpace: number;
  readonly connections: number;
  readonly connectionsOfAddress: number;
  readonly spacesOfConnection: number;
  /** What may wait to be read by one client before it is cut. */
  readonly unreadBytes: number;
  /** Requests of one connection that are worked on at once; beyond that nothing more is read from it. */
  readonly requestsAtOnce: number;
  /** How long a new connection may take to open a space or a meeting. */
  readonly challengeMs: number;
  /** How long a connection may say nothing; clients ping more often. */
  readonly idleMs: number;
  readonly meetings: number;
  readonly meetingsOfAddress: number;
}

export const RELAY_LIMITS: RelayLimits = {
  entriesOfSpace: { burst: 50_000, perSecond: 500 },
  bytesOfAddress: { burst: 128 * 1_048_576, perSecond: 1_048_576 },
  newSpacesOfAddress: { burst: 64, perSecond: 0.02 },
  bytesOfSpace: 512 * 1_048_576,
  connections: 10_000,
  connectionsOfAddress: 2_000,
  spacesOfConnection: 64,
  unreadBytes: 8 * 1_048_576,
  requestsAtOnce: 128,
  challengeMs: 30_000,
  idleMs: 120_000,
  meetings: 1_000,
  meetingsOfAddress: 32,
};

export interface Bucket {
  /** Takes `amount`, or says after how many milliseconds it may be asked for again. */
  readonly take: (amount: number) => number;
  /** Full again: nothing would change if it were forgotten. */
  readonly isFull: () => boolean;
}

/** An amount larger than the burst is let through when the bucket is full, so that nobody waits for ever. */
export const createBucket = (
  { burst, perSecond }: { readonly burst: number; readonly perSecond: number },
  clock: () => Millis,
): Bucket => {
  let level = burst;
  let since = clock();
  const fill = (): void => {
    const now = clock();
    level = Math.min(burst, level + (Math.max(0, now - since) / 1000) * perSecond);
    since = now;
  };
  return {
    take: (amount) => {
      fill();
      const asked = Math.min(amount, burst);
      if (asked <= level) {
        level -= asked;
        return 0;
      }
      return Math.ceil(((asked - level) / perSecond) * 1000);
    },
    isFull: () => (fill(), level >= burst),
  };
};

/** One bucket for each name that was seen lately. */
export const createBuckets = (
  rate: { readonly burst: number; readonly perSecond: number },
  clock: () => Millis,
): { readonly take: (name: string, amount: number) => number; readonly sweep: () => void } => {
  const byName = new Map<string, Bucket>();
  return {
    take: (name, amount) => {
      const bucket = byName.get(name) ?? createBucket(rate, clock);
      byName.set(name, bucket);
      return bucket.take(amount);
    },
    sweep: () => {
      for (const [name, bucket] of byName) if (bucket.isFull()) byName.delete(name);
    },
  };
};
