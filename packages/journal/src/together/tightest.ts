/** What is kept of all that was heard: of each the bound that says most. */
import type { RecordId } from "@undivided/domain";
import type { Heard } from "../own/documents.ts";

/** As many as an entry may name. */
const MAX_HEARD = 16;

/** The tightest of what was heard of each, the newest few. */
export const tightest = (heard: readonly Heard[]): readonly Heard[] => {
  const byOf = new Map<RecordId, Heard>();
  for (const one of heard) {
    const known = byOf.get(one.of);
    if (known === undefined || one.at - one.sentAt < known.at - known.sentAt) byOf.set(one.of, one);
  }
  return [...byOf.values()].toSorted((one, other) => other.at - one.at).slice(0, MAX_HEARD);
};
