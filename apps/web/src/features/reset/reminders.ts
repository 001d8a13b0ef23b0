/** The reminders that a ritual can have, and their words. */
import { m } from "../../paraglide/messages.js";

/** Minutes before it begins; null: none. */
export const REMINDERS = [null, 0, 10, 30, 60] as const;

export const reminderWords = (minutes: number | null): string =>
  minutes === null
    ? m.reset_reminder_none()
    : minutes === 0
      ? m.reset_reminder_then()
      : m.reset_reminder_before({ minutes });
