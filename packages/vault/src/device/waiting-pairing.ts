/**
 * A pairing of two people while it waits: for the other device, for words to be compared, for a yes.
 *
 * It begins with the leave mark as it then is. Who leaves meanwhile, in this tab or process or another, calls it off: it ends as
 * `left-meanwhile`, and could not have gained anything (see `leave-mark.ts`).
 */
import { err, ok, type Result } from "@undivided/domain";
import type { BlobStore } from "../log/blob-store.ts";
import type { StoreFault } from "../log/log-store.ts";
import { isSameMark, readLeaveMark, type LeaveMark } from "./leave-mark.ts";
import type { LeftMeanwhile } from "./ring-keeper.ts";

export interface WaitingPairing {
  readonly since: LeaveMark;
  /** What ends the step that it waits in now. Called at once if it was called off before. */
  readonly endBy: (end: () => void) => void;
  /** The result of a step, or that it was called off. */
  readonly unlessLeft: <T, E>(result: Result<T, E>) => Result<T, E | LeftMeanwhile>;
  readonly done: () => void;
}

export interface WaitingPairings {
  readonly begin: () => Promise<Result<WaitingPairing, StoreFault>>;
  /** Calls off those that began before somebody left. */
  readonly heedLeaving: () => Promise<Result<null, StoreFault>>;
}

export const createWaitingPairings = (blobs: BlobStore): WaitingPairings => {
  const waiting = new Map<WaitingPairing, () => void>();
  return {
    begin: async () => {
      const mark = await readLeaveMark(blobs);
      if (mark.type === "error") return mark;
      let isLeft = false;
      let end: () => void = () => undefined;
      const pairing: WaitingPairing = {
        since: mark.value,
        endBy: (next) => {
          end = next;
          if (isLeft) end();
        },
        unlessLeft: (result) => (isLeft ? err({ type: "left-meanwhile" }) : result),
        done: () => void waiting.delete(pairing),
      };
      waiting.set(pairing, () => {
        isLeft = true;
        end();
      });
      return ok(pairing);
    },
    heedLeaving: async () => {
      if (waiting.size === 0) return ok(null);
      const now = await readLeaveMark(blobs);
      if (now.type === "error") return now;
      for (const [{ since, done }, callOff] of waiting) {
        if (isSameMark(since, now.value)) continue;
        done();
        callOff();
      }
      return ok(null);
    },
  };
};
