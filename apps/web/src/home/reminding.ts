/**
 * Keeps reminders by push as the rituals are, for who switched them on. Nobody else loads any of it, and nothing is asked of a relay.
 *
 * **Privacy:** while a time together runs nothing is left at the relay, as with everything that is not a tap.
 */
import type { Instant } from "@undivided/domain";
import type { Journal } from "@undivided/journal";
import { PUSH_KEY, type SmallStore } from "../platform/small-store.ts";
import type { Tabs } from "../platform/tabs.ts";
import type { PushReminders } from "../reminders/push-reminders.ts";

export interface RemindingDeps {
  readonly view: Window & typeof globalThis;
  readonly store: SmallStore;
  readonly tabs: Tabs;
  readonly now: () => Instant;
  readonly journal: Pick<Journal, "records" | "subscribe">;
  readonly isTogether: () => boolean;
}

export interface Reminding {
  /** Rejects where it cannot be fetched. */
  readonly open: () => Promise<PushReminders>;
  /** Where they are on: as soon as there is a moment. Waits for nothing. */
  readonly keep: () => void;
  /** Where they are on. Waits for nothing: see [Note: Ending reminders]. */
  readonly end: () => void;
}

/** Several changes in a row are one to the relay. */
const SOON_MS = 1500;

export const createReminding = ({ view, store, tabs, now, journal, isTogether }: RemindingDeps): Reminding => {
  const isOff = (): boolean => store.read(PUSH_KEY) === null;
  const open = async (): Promise<PushReminders> => {
    const { openPushReminders } = await import("../reminders/open-push-reminders.ts");
    return openPushReminders({ view, store, tabs, now, journal });
  };
  const quietly = (run: (reminders: PushReminders) => Promise<unknown>): void => {
    // Without a network, or without the file: when the app is next looked at.
    void open()
      .then(run)
      .catch(() => undefined);
  };
  const keepNow = (): void => {
    if (!isOff() && !isTogether()) quietly((reminders) => reminders.keep());
  };
  let due: number | null = null;
  const keep = (): void => {
    if (isOff() || due !== null) return;
    due = view.setTimeout(() => {
      due = null;
      keepNow();
    }, SOON_MS);
  };
  journal.subscribe(keep);
  // Also when it goes out of sight: the language, or the zone, may have changed since.
  view.document.addEventListener("visibilitychange", keepNow);
  keep();
  return {
    open,
    keep,
    end: () => {
      if (!isOff()) quietly((reminders) => reminders.switchOff());
    },
  };
};
