/** Keeping something and saying so: what every page that logs does after a tap. */
import type { Instant, KnownRecord, RecordId, UtcOffset } from "@undivided/domain";
import { parseUtcOffset } from "@undivided/domain";
import type { Journal } from "@undivided/journal";
import { m } from "../../paraglide/messages.js";
import type { ToastAction, Toasts } from "../../ui/toasts.svelte.ts";
import { withoutChange } from "./take-back.ts";

/** What this device's clock is ahead of UTC at that time. */
export const offsetAt = (at: Instant): UtcOffset => {
  const parsed = parseUtcOffset(-new Date(at).getTimezoneOffset());
  if (parsed.type === "error") throw new Error("a clock's offset is a number of minutes");
  return parsed.value;
};

/** Takes back what was just kept, all of it. */
export const undoOf = (
  journal: Journal,
  toasts: Toasts,
  ids: readonly RecordId[],
  onundone?: () => void,
): ToastAction => ({
  label: m.log_undo(),
  run: () => {
    void (async () => {
      for (const id of ids) {
        const removed = await journal.records.remove(id);
        if (removed.type === "error") {
          toasts.say(m.log_not_kept());
          return;
        }
      }
      toasts.say(m.log_undone());
      onundone?.();
    })();
  },
});

/** Takes back a change, and leaves what was changed after it. */
export const undoOfChange = (
  journal: Journal,
  toasts: Toasts,
  before: KnownRecord,
  after: KnownRecord,
  onundone?: () => void,
): ToastAction => ({
  label: m.log_undo(),
  run: () => {
    void (async () => {
      const back = withoutChange(before, after, journal.records.get(before.id));
      const written = back === null ? null : await journal.records.change(back);
      toasts.say(written?.type === "error" ? m.log_not_kept() : m.records_as_before());
      onundone?.();
    })();
  },
});
