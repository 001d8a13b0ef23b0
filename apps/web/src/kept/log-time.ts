/**
 * One time, handed from a page to the two-tap log, which takes it once.
 *
 * In memory only, so that no address and no list of visited pages names a time. One at a time: there is no way to log several.
 */
import type { Instant } from "@undivided/domain";

let proposed: Instant | null = null;

export const proposeLogTime = (at: Instant): void => {
  proposed = at;
};

/** Null where nothing was handed over, or it was taken already. */
export const takeLogTime = (): Instant | null => {
  const at = proposed;
  proposed = null;
  return at;
};
