/**
 * Opens the database of a relay in its folder; a file that is broken is set aside and a new one begun.
 *
 * Nothing is lost by that: the relay is not the only copy, and the devices see by the new incarnation and the missing heads that
 * they have to bring everything again. The broken file stays for who wants to look at it.
 */
import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { INCARNATION_BYTES, randomBytes, type MailboxStore } from "@undivided/vault/relay";
import { codeOf, isCorrupt } from "./commit-group.ts";
import { makeFolder, makePrivate, setFileAside } from "./database-file.ts";
import { fillLog } from "./log-file.ts";
import { setUpTables } from "./mailbox-tables.ts";
import { createSqliteMailboxStore } from "./sqlite-mailbox-store.ts";

const FILE_NAME = "mailboxes.sqlite";

/** A larger database is not read through when it is opened: its rows are checked when they are read, as everywhere. */
const CHECKED_BYTES = 512 * 1_048_576;

const BUSY_COMMITS = 64;

export type StoreOutcome =
  | {
      readonly type: "opened";
      readonly store: MailboxStore;
      /** Where a broken file lies now; null if there was none. */
      readonly setAside: string | null;
      /** To be called about once a second: what must be done now and then is done while nobody writes. */
      readonly rest: () => void;
      readonly close: () => void;
    }
  /** Another process serves from this folder. */
  | { readonly type: "in-use" }
  /** Written by a newer version. */
  | { readonly type: "newer" }
  /** A database of something else. */
  | { readonly type: "not-ours" }
  | { readonly type: "not-writable"; readonly words: string };

export interface StoreOptions {
  readonly day: () => number;
  /** The file turned out to be broken while it was in use: whoever holds the store closes it and opens it anew. */
  readonly onBroken: () => void;
}

export const openStore = (folder: string, options: StoreOptions): StoreOutcome => {
  const file = join(folder, FILE_NAME);
  try {
    makeFolder(resolve(folder));
    makePrivate(file);
  } catch (error) {
    return { type: "not-writable", words: wordsOf(error) };
  }
  const first = tryOpen(file, options);
  if (first.type !== "broken") return first;
  try {
    const setAside = setFileAside(file);
    makePrivate(file);
    const second = tryOpen(file, options);
    if (second.type === "broken") return { type: "not-writable", words: "the database cannot be made" };
    return second.type === "opened" ? { ...second, setAside } : second;
  } catch (error) {
    return { type: "not-writable", words: wordsOf(error) };
  }
};

const tryOpen = (file: string, options: StoreOptions): StoreOutcome | { readonly type: "broken" } => {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file);
    const opened = database;
    const ready = setUpTables(opened, randomBytes(INCARNATION_BYTES));
    if (ready === "ready" && isWhole(opened, file)) {
      let isTold = false;
      const onError = (error: unknown): void => {
        if (isTold || !isCorrupt(error)) return;
        isTold = true;
        options.onBroken();
      };
      let commits = 0;
      const store = createSqliteMailboxStore(opened, { day: options.day, onError, onCommitted: () => (commits += 1) });
      const rest = createRest(opened, `${file}-wal`, () => commits, onError);
      return { type: "opened", store, setAside: null, rest, close: () => opened.close() };
    }
    opened.close();
    return { type: ready === "ready" ? "broken" : ready };
  } catch (error) {
    try {
      database?.close();
    } catch {
      // It was not open.
    }
    // 5 SQLITE_BUSY, 6 SQLITE_LOCKED: somebody else has it. 1 SQLITE_ERROR: tables or columns that are not there.
    if (codeOf(error) === 5 || codeOf(error) === 6) return { type: "in-use" };
    if (isCorrupt(error) || codeOf(error) === 1 || codeOf(error) === 0) return { type: "broken" };
    return { type: "not-writable", words: wordsOf(error) };
  }
};

/**
 * Checkpoints the log and keeps it at its full length, in a second without commits after at least `BUSY_COMMITS`: a relay that is
 * hardly used needs neither.
 */
const createRest = (
  database: DatabaseSync,
  log: string,
  commits: () => number,
  onError: (error: unknown) => void,
): (() => void) => {
  let seen = 0;
  let rested = 0;
  return () => {
    const isQuiet = commits() === seen;
    seen = commits();
    if (!isQuiet || seen - rested < BUSY_COMMITS) return;
    rested = seen;
    try {
      database.exec("PRAGMA wal_checkpoint(PASSIVE)");
    } catch (error) {
      onError(error);
    }
    fillLog(log);
  };
};

const isWhole = (database: DatabaseSync, file: string): boolean => {
  if (statSync(file).size > CHECKED_BYTES) return true;
  return database.prepare("PRAGMA integrity_check(1)").get()?.["integrity_check"] === "ok";
};

/** What the system says, without the path that it may quote. */
const wordsOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "the folder cannot be used";
