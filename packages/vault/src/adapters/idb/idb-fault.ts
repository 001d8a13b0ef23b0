/** What IndexedDB throws, as the fault that it means. */
import type { StoreFault } from "../../log/log-store.ts";

export const idbFaultOf = (error: unknown): StoreFault =>
  error instanceof DOMException && error.name === "QuotaExceededError"
    ? { type: "storage-full" }
    : { type: "storage-failed" };

interface Writing {
  readonly done: Promise<void>;
  readonly abort: () => void;
}

/**
 * Runs the writes of one transaction to its end: all of them are kept, or none and why. `run` may refuse; what it throws, even in the
 * very call of a write, must end the transaction too, else the writes before it would be kept.
 */
export const wholeOrFault = async (
  writing: Writing,
  run: () => Promise<StoreFault | null>,
): Promise<StoreFault | null> => {
  // Asked for now; without this a failure before the end would count as unhandled.
  const done = writing.done.then(() => null, idbFaultOf);
  const refused = await run().catch(idbFaultOf);
  if (refused !== null) abort(writing);
  const ended = await done;
  // A write that was under way when the browser ended all says only that it was ended; the transaction says why.
  return ended?.type === "storage-full" ? ended : (refused ?? ended);
};

const abort = (writing: Writing): void => {
  try {
    writing.abort();
  } catch {
    // The browser has ended it already.
  }
};
