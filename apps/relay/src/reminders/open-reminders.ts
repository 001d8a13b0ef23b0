/** The reminders of this process: a database in the relay's folder, the clock, and who sends. */
import { join } from "node:path";
import { codeOf, isCorrupt } from "../store/commit-group.ts";
import { makePrivate, setFileAside } from "../store/database-file.ts";
import { openReminderDatabase, type ReminderDatabase } from "./reminder-store.ts";
import { createReminders, type ReminderDeps, type Reminders } from "./reminders.ts";
import { sendPush } from "./send-push.ts";

const FILE_NAME = "reminders.sqlite";
const TICK_MS = 1000;

export interface OpenRemindersOptions extends Pick<ReminderDeps, "services" | "contact"> {
  readonly say: (line: string) => void;
  readonly clock?: () => number;
}

export interface OpenedReminders {
  readonly reminders: Reminders;
  readonly close: () => void;
}

/**
 * Opens the reminders kept in `folder`, which is this process's own already. Null, after a line about why, where they cannot be kept:
 * the relay does without.
 */
export const openReminders = (folder: string, options: OpenRemindersOptions): OpenedReminders | null => {
  const { say, clock = Date.now, services, contact } = options;
  const opened = openFile(join(folder, FILE_NAME), say);
  if (opened.type !== "opened") {
    say(`no reminders by push: ${FILE_NAME} cannot be used (${opened.type}).`);
    return null;
  }
  let isSaid = false;
  const reminders = createReminders({
    ...{ store: opened.store, clock, send: sendPush, services, contact },
    onFault: (error) => {
      if (!isSaid) say(`a reminder could not be kept or taken (SQLite ${codeOf(error)}).`);
      isSaid = true;
    },
  });
  const ticking = setInterval(reminders.tick, TICK_MS);
  ticking.unref();
  return {
    reminders,
    close: () => {
      clearInterval(ticking);
      reminders.stop();
    },
  };
};

type Opening = ReminderDatabase | { readonly type: "not-writable" };

/** A broken one is set aside: phones leave their times again when the app is next opened. */
const openFile = (file: string, say: OpenRemindersOptions["say"]): Opening => {
  try {
    makePrivate(file);
    return openReminderDatabase(file);
  } catch (error) {
    if (!isCorrupt(error)) return { type: "not-writable" };
  }
  try {
    say(`the database of reminders was broken; it lies in ${setFileAside(file)} now, and a new one was begun.`);
    makePrivate(file);
    return openReminderDatabase(file);
  } catch {
    return { type: "not-writable" };
  }
};
