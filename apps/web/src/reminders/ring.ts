/**
 * What the service worker does when this device is rung: one line, always the same, whatever it is for.
 *
 * A push carries nothing, and what one carried would not be looked at. Every push shows something, since browsers take the permission from
 * who is woken and shows nothing; what must not buzz (quiet hours, a time together, an app that is being looked at) is shown silently.
 */
import { isQuietAt, readQuietHours } from "./quiet-hours.ts";
import type { PushNotes } from "./push-note.ts";
import type { ReminderRelay } from "./reminder-relay.ts";

export interface RingDeps {
  readonly notes: PushNotes;
  /** Minutes after midnight on this device's clock. */
  readonly minute: () => number;
  readonly isLookedAt: () => Promise<boolean>;
  readonly isTogether: () => Promise<boolean>;
  /** The fixed line in a language of the app, or in the one nearest to what the browser wants. */
  readonly line: (language: string | null) => string;
  readonly show: (line: string, options: { readonly silent: boolean }) => Promise<void>;
}

export const ring = async ({ notes, minute, isLookedAt, isTogether, line, show }: RingDeps): Promise<void> => {
  const note = await notes.read();
  const quiet = readQuietHours(note?.quiet ?? null);
  const isQuiet = quiet !== null && isQuietAt(minute(), quiet);
  const silent = isQuiet || (await isTogether()) || (await isLookedAt());
  await show(line(note?.language ?? null), { silent });
};

/**
 * The browser gave the subscription another address: the relay gets it, and keeps the times that it has. Where that cannot be done now, the
 * app leaves everything anew as soon as it is open: until then pushes go to an address that is no more.
 */
export const moveSubscription = async (
  notes: PushNotes,
  relay: Pick<ReminderRelay, "leave">,
  subscribe: (key: string) => Promise<string | null>,
): Promise<void> => {
  const note = await notes.read();
  if (note === null) return;
  const endpoint = await subscribe(note.key).catch(() => null);
  if (endpoint !== null && (await relay.leave(note.secret, endpoint, null)) === "kept") return;
  const now = await notes.read(); // a page may have written it meanwhile
  if (now !== null) await notes.write({ ...now, leftAt: 0 });
};
