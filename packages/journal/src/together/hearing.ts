/**
 * Hearing: notes when what the other phone wrote was first here, by this phone's clock.
 *
 * Kept in memory and written down with the next tap. What was there when the app was opened counts as heard then: a looser
 * bound, never a wrong one.
 */
import type { Instant, RecordId } from "@undivided/domain";
import type { OursView } from "../ours/ours-view.ts";
import { postedOf } from "../ours/ours-view.ts";
import type { Heard } from "../own/documents.ts";
import { tightest } from "./tightest.ts";

export interface Hearing {
  /** Cheap when nothing changed. */
  readonly listen: (ours: OursView | null, now: Instant) => void;
  readonly heard: () => readonly Heard[];
  /** When the latest of these signals was heard. */
  readonly heardAt: (signals: RecordId) => Instant | null;
}

export const createHearing = (): Hearing => {
  let seen: OursView | null = null;
  let heard: readonly Heard[] = [];
  const latest = new Map<RecordId, Heard>();
  return {
    listen: (ours, now) => {
      if (ours === null || ours === seen) return;
      seen = ours;
      for (const { id, document } of postedOf(ours.theirs, "signals")) {
        if (latest.get(id)?.sentAt === document.at) continue;
        const one: Heard = { of: id, sentAt: document.at, at: now };
        latest.set(id, one);
        heard = tightest([...heard, one]);
      }
    },
    heard: () => heard,
    heardAt: (signals) => latest.get(signals)?.at ?? null,
  };
};
