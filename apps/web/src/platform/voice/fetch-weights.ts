/** The packed weights of the voice model, from the app's own origin. Runs in a page or a worker. */
import { err, ok, type Result } from "@undivided/domain";

export interface WeightsNotLoaded {
  readonly type: "not-loaded";
}

/**
 * Half a megabyte the first time, then from the cache. The file is stored as gzip and inflated here, so that it is as small
 * from a server that compresses nothing. What comes is checked where it is unpacked.
 */
export const fetchPackedWeights = async (
  address: string,
  signal?: AbortSignal,
): Promise<Result<Uint8Array, WeightsNotLoaded>> => {
  try {
    const response = await fetch(address, signal === undefined ? {} : { signal });
    if (!response.ok || response.body === null) return err({ type: "not-loaded" });
    const inflated = new Response(response.body.pipeThrough(new DecompressionStream("gzip")));
    return ok(new Uint8Array(await inflated.arrayBuffer()));
  } catch {
    return err({ type: "not-loaded" });
  }
};
