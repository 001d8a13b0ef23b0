/** What went wrong at the lock, in words that blame nobody. */
import type { UnlockFault } from "@undivided/vault";
import { m } from "../../paraglide/messages.js";

export const unlockWords = (fault: UnlockFault): string => {
  switch (fault.type) {
    case "wrong":
      return m.lock_wrong();
    case "must-wait":
      return waitWords(fault.ms);
    case "cannot-stretch":
      return m.lock_not_now();
    case "no-such-way":
      return m.lock_no_way();
    case "storage-full":
    case "storage-failed":
    case "read-only":
    case "conflict":
    case "space-closed":
      return m.lock_storage();
    default:
      return m.lock_code_wrong();
  }
};

export const waitWords = (ms: number): string => {
  // In tens, since it is read aloud each time that it changes.
  const seconds = Math.ceil(ms / 10_000) * 10;
  return seconds < 90
    ? m.lock_wait_seconds({ count: seconds })
    : m.lock_wait_minutes({ count: Math.ceil(seconds / 60) });
};
