/**
 * A time together that nobody came back to: the app was stopped, and the evening is long over.
 *
 * It ended when it was last known to run, and what was noticed until then is kept. Called when a home is opened, before anything
 * else is done with it, since tending ends what was forgotten without knowing what the draft holds.
 */
import type { Instant } from "@undivided/domain";
import type { Journal } from "@undivided/journal";
import { readDraft } from "./draft.ts";

/** As long as the journal waits before it ends a time together by itself, less an hour. */
const FORGOTTEN_MS = 11 * 3_600_000;

export const keepLeftOver = async (journal: Journal, now: Instant): Promise<void> => {
  const running = journal.together.running();
  if (running === null || !running.wasStopped || now - running.aliveUntil < FORGOTTEN_MS) return;
  const ended = await journal.together.end();
  if (ended.type === "ok") await journal.together.addSensed(running.record.id, readDraft(running.draft));
};
