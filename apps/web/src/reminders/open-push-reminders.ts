/** Reminders by push over this browser: loaded only where they were switched on, or their page is looked at. */
import type { Instant, RestRecord, RitualRecord } from "@undivided/domain";
import type { Journal } from "@undivided/journal";
import { createPushAccess } from "../platform/push.ts";
import { QUIET_HOURS_KEY, type SmallStore } from "../platform/small-store.ts";
import type { Tabs } from "../platform/tabs.ts";
import { dueTimes } from "./due-times.ts";
import { createPushNotes } from "./push-note.ts";
import { createPushReminders, type PushReminders } from "./push-reminders.ts";
import { readQuietHours } from "./quiet-hours.ts";
import { createReminderRelay } from "./reminder-relay.ts";

export interface OpenPushDeps {
  readonly view: Window & typeof globalThis;
  readonly store: SmallStore;
  readonly tabs: Tabs;
  readonly now: () => Instant;
  /** Null where what is kept cannot be opened: to end them only. */
  readonly journal: Pick<Journal, "records"> | null;
}

const isRitual = (record: { readonly type: string }): record is RitualRecord => record.type === "ritual";
const isRest = (record: { readonly type: string }): record is RestRecord => record.type === "rest";

export const openPushReminders = ({ view, store, tabs, now, journal }: OpenPushDeps): PushReminders => {
  const quiet = (): string | null => store.read(QUIET_HOURS_KEY);
  return createPushReminders({
    access: createPushAccess(view),
    relay: createReminderRelay((...request) => view.fetch(...request)),
    notes: createPushNotes(view.caches),
    store,
    newSecret: () => base64url(view.crypto.getRandomValues(new Uint8Array(32))),
    alone: (work) => tabs.alone("reminders", work),
    now,
    language: () => view.document.documentElement.lang,
    quiet,
    times: () =>
      dueTimes(
        {
          rituals: journal?.records.find({ types: ["ritual"] }).filter(isRitual) ?? [],
          rests: journal?.records.find({ types: ["rest"] }).filter(isRest) ?? [],
          quiet: readQuietHours(quiet()),
          zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
        },
        now(),
      ),
  });
};

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
