/**
 * Attempts at the lock: how long to wait after wrong ones.
 *
 * An attempt is counted before it is tried, so that ending the program in the middle gains nothing. The wait runs down on a
 * monotonic clock while the program is open, and what is left of it is kept: neither a restart nor the date, set forward or
 * back, shortens it. The longest is a quarter of an hour, so nobody is locked out for good.
 * Limits: stands in the way of fingers, not of somebody who copied the storage; against that only the cost of Argon2id does.
 */
import { err, ok, type Millis, type Result } from "@undivided/domain";
import { concatBytes, type Bytes } from "../crypto/door.ts";
import { createReader, uint32, uint8 } from "../envelope/byte-reader.ts";
import type { BlobStore } from "../log/blob-store.ts";
import type { StoreFault } from "../log/log-store.ts";
import { ATTEMPTS } from "./forget-attempts.ts";

export interface MustWait {
  readonly type: "must-wait";
  readonly ms: number;
}

/** Typing mistakes cost nothing; from the fifth wrong attempt on the wait doubles. */
const FREE_ATTEMPTS = 4;
const FIRST_DELAY_MS = 30_000;
const LONGEST_DELAY_MS = 900_000;

/** How long to wait after so many wrong attempts in a row. */
export const delayAfter = (failures: number): number =>
  failures <= FREE_ATTEMPTS
    ? 0
    : Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(20, failures - FREE_ATTEMPTS - 1));

export interface Attempts {
  /** Wrong ones in a row; one that is under way counts. */
  readonly failures: number;
  /** What is left to wait. */
  readonly waitMs: number;
}

const VERSION = 1;
const NONE: Attempts = { failures: 0, waitMs: 0 };
/** What cannot be read counts as many: damaging the file must not be a way around it. */
const UNREADABLE: Attempts = { failures: 20, waitMs: LONGEST_DELAY_MS };

export const encodeAttempts = ({ failures, waitMs }: Attempts): Bytes =>
  concatBytes(uint8(VERSION), uint32(Math.min(failures, 0xffff_ffff)), uint32(Math.ceil(waitMs)));

/** Total. A wait longer than the longest is read as the longest. */
export const decodeAttempts = (bytes: Uint8Array): Attempts => {
  const reader = createReader(bytes);
  const version = reader.uint8();
  const failures = reader.uint32();
  const waitMs = reader.uint32();
  if (version !== VERSION || failures === undefined || waitMs === undefined || !reader.isAtEnd()) return UNREADABLE;
  return { failures, waitMs: Math.min(waitMs, LONGEST_DELAY_MS) };
};

export interface AttemptKeeper {
  /** What is left to wait; keeps what has run down. To be asked again while a screen counts down. */
  readonly waitMs: () => Promise<Result<number, StoreFault>>;
  /** Counts an attempt, before it is tried. */
  readonly begin: () => Promise<Result<null, MustWait | StoreFault>>;
  readonly succeed: () => Promise<Result<null, StoreFault>>;
}

export const createAttemptKeeper = (blobs: BlobStore, clock: () => Millis): AttemptKeeper => {
  let known: Attempts = NONE;
  let since = clock();
  const keep = async (attempts: Attempts): Promise<Result<null, StoreFault>> => {
    const kept = await blobs.write(ATTEMPTS, encodeAttempts(attempts));
    if (kept.type === "error") return kept;
    known = attempts;
    since = clock();
    return ok(null);
  };
  const load = async (): Promise<Result<Attempts, StoreFault>> => {
    const bytes = await blobs.read(ATTEMPTS);
    if (bytes.type === "error") return bytes;
    const stored = bytes.value === null ? NONE : decodeAttempts(bytes.value);
    // Another tab or process may have counted: its wait starts here, since its clock is another.
    if (stored.failures !== known.failures || stored.waitMs > known.waitMs) {
      known = stored;
      since = clock();
    }
    return ok({ failures: known.failures, waitMs: Math.max(0, known.waitMs - Math.max(0, clock() - since)) });
  };
  return {
    waitMs: async () => {
      const now = await load();
      if (now.type === "error") return now;
      if (now.value.waitMs < known.waitMs) {
        const kept = await keep(now.value);
        if (kept.type === "error") return kept;
      }
      return ok(now.value.waitMs);
    },
    begin: async () => {
      const now = await load();
      if (now.type === "error") return now;
      if (now.value.waitMs > 0) {
        const kept = await keep(now.value);
        return kept.type === "error" ? kept : err({ type: "must-wait", ms: now.value.waitMs });
      }
      const failures = now.value.failures + 1;
      return keep({ failures, waitMs: delayAfter(failures) });
    },
    succeed: () => keep(NONE),
  };
};
