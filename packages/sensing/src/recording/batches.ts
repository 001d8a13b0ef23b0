/** Items in batches, as the readers give them. */
import type { Result } from "@undivided/domain";
import type { RecordingError } from "./recording-error.ts";

/** Items in the order of the file, as they come; after an error nothing more comes. To be run through once. */
export type Batches<T> = AsyncIterable<Result<readonly T[], RecordingError>>;

/** All items in memory, and the error that ended them, if one did. For small recordings and tests. */
export const collectBatches = async <T>(
  batches: Batches<T>,
): Promise<{ readonly items: readonly T[]; readonly error: RecordingError | null }> => {
  const items: T[] = [];
  for await (const batch of batches) {
    if (batch.type === "error") return { items, error: batch.error };
    for (const item of batch.value) items.push(item);
  }
  return { items, error: null };
};
