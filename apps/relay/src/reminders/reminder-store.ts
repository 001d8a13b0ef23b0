/**
 * What the relay keeps for reminders, in a database of its own: its key for push services, and for each phone an address and times.
 *
 * A ring is taken (and that is on the disk) before it is sent, so that a relay that is killed meanwhile rings once or not at all,
 * never twice. A phone without a time left is forgotten. **Privacy:** a phone is known by the hash of a random secret; no space, no
 * person and no address of the network is kept. `secure_delete` overwrites what is removed.
 */
import { DatabaseSync } from "node:sqlite";
import type { Instant } from "@undivided/domain";
import { bytesIn, numberIn, type Row } from "../store/row.ts";
import { makeVapidKey } from "./vapid.ts";

const SCHEMA_VERSION = 1;

/** `application_id` of SQLite's file format: "UVRM". */
const APPLICATION_ID = 0x5556524d;

const SCHEMA = `
  CREATE TABLE relay (private_key BLOB NOT NULL) STRICT;
  CREATE TABLE phones (name BLOB PRIMARY KEY, endpoint TEXT NOT NULL, site TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE rings (
    name BLOB NOT NULL, due INTEGER NOT NULL, next INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0,
    is_out INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (name, due)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX rings_by_next ON rings (next);
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

const PRAGMAS = `
  PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
`;

export type PhoneName = Uint8Array<ArrayBuffer>;

export interface Phone {
  readonly name: PhoneName;
  readonly endpoint: string;
  /** The address of the app that the phone came from. */
  readonly site: string;
}

/** What is sent as one push: all that is due for one phone. */
export interface DueRing extends Phone {
  /** The latest of them. */
  readonly due: number;
  readonly tries: number;
}

export interface ReminderStore {
  /** The private key of this relay, made with the database. */
  readonly key: Uint8Array<ArrayBuffer>;
  /** In place of all that this phone left before. What is due already and waits for another try stays. */
  readonly put: (phone: Phone, times: readonly Instant[], now: number) => void;
  /** Another address for the pushes of a phone that is known; false if it is not. */
  readonly move: (name: PhoneName, endpoint: string) => boolean;
  readonly forget: (name: PhoneName) => void;
  readonly has: (name: PhoneName) => boolean;
  readonly count: () => number;
  /** Takes at most `limit` phones for whom it is time; each is to be settled. What was due before `oldest` goes unrung. */
  readonly takeDue: (now: number, oldest: number, limit: number) => readonly DueRing[];
  /** Over: rung, or given up. */
  readonly done: (name: PhoneName) => void;
  /** To be taken again at `next`. */
  readonly again: (name: PhoneName, next: number) => void;
  readonly close: () => void;
}

export type ReminderDatabase =
  | { readonly type: "opened"; readonly store: ReminderStore }
  | { readonly type: "newer" }
  | { readonly type: "not-ours" };

/** Throws what SQLite throws: what is broken above all. */
export const openReminderDatabase = (file: string): ReminderDatabase => {
  const database = new DatabaseSync(file);
  try {
    const ready = setUp(database);
    if (ready === "ready") return { type: "opened", store: createStore(database) };
    database.close();
    return { type: ready };
  } catch (error) {
    database.close();
    throw error;
  }
};

const setUp = (database: DatabaseSync): "ready" | "newer" | "not-ours" => {
  database.exec(PRAGMAS);
  const version = database.prepare("PRAGMA user_version").get()?.["user_version"];
  const application = database.prepare("PRAGMA application_id").get()?.["application_id"];
  if (version === 0 && application === 0) {
    inTransaction(database, () => {
      database.exec(SCHEMA);
      database.prepare("INSERT INTO relay (private_key) VALUES (?)").run(makeVapidKey());
    });
    return "ready";
  }
  if (application !== APPLICATION_ID) return "not-ours";
  return version === SCHEMA_VERSION ? "ready" : "newer";
};

const inTransaction = <T>(database: DatabaseSync, run: () => T): T => {
  database.exec("BEGIN IMMEDIATE");
  try {
    const value = run();
    database.exec("COMMIT");
    return value;
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
};

const createStore = (database: DatabaseSync): ReminderStore => {
  const sql = {
    key: database.prepare("SELECT private_key FROM relay"),
    putPhone: database.prepare("INSERT OR REPLACE INTO phones (name, endpoint, site) VALUES (?, ?, ?)"),
    hasPhone: database.prepare("SELECT 1 FROM phones WHERE name = ?"),
    move: database.prepare("UPDATE phones SET endpoint = ? WHERE name = ?"),
    removePhone: database.prepare("DELETE FROM phones WHERE name = ?"),
    removeEmpty: database.prepare(
      "DELETE FROM phones WHERE name = ? AND NOT EXISTS (SELECT 1 FROM rings WHERE rings.name = phones.name)",
    ),
    removeAllEmpty: database.prepare("DELETE FROM phones WHERE name NOT IN (SELECT name FROM rings)"),
    count: database.prepare("SELECT count(*) AS count FROM phones"),
    putRing: database.prepare("INSERT OR IGNORE INTO rings (name, due, next) VALUES (?, ?, ?)"),
    removeRings: database.prepare("DELETE FROM rings WHERE name = ?"),
    removeAfter: database.prepare("DELETE FROM rings WHERE name = ? AND due > ?"),
    removeOut: database.prepare("DELETE FROM rings WHERE name = ? AND is_out = 1"),
    removeAllOut: database.prepare("DELETE FROM rings WHERE is_out = 1"),
    removeBefore: database.prepare("DELETE FROM rings WHERE due < ? AND is_out = 0"),
    due: database.prepare(
      `SELECT rings.name, endpoint, site, max(due) AS due, max(tries) AS tries FROM rings JOIN phones USING (name)
       WHERE next <= ? AND is_out = 0 GROUP BY rings.name ORDER BY min(next) LIMIT ?`,
    ),
    take: database.prepare("UPDATE rings SET is_out = 1 WHERE name = ? AND next <= ? AND is_out = 0"),
    again: database.prepare("UPDATE rings SET is_out = 0, tries = tries + 1, next = ? WHERE name = ? AND is_out = 1"),
  };
  // Sent or not when the relay was killed: nobody knows, so not twice.
  inTransaction(database, () => {
    sql.removeAllOut.run();
    sql.removeAllEmpty.run();
  });

  const dueOf = (row: Row): DueRing => ({
    name: bytesIn(row, "name"),
    endpoint: String(row["endpoint"]),
    site: String(row["site"]),
    due: numberIn(row, "due"),
    tries: numberIn(row, "tries"),
  });
  return {
    key: bytesIn(sql.key.get() ?? {}, "private_key"),
    put: ({ name, endpoint, site }, times, now) =>
      inTransaction(database, () => {
        sql.removeAfter.run(name, now);
        sql.putPhone.run(name, endpoint, site);
        for (const time of times) sql.putRing.run(name, time, time);
        sql.removeEmpty.run(name);
      }),
    move: (name, endpoint) => sql.move.run(endpoint, name).changes === 1,
    forget: (name) =>
      inTransaction(database, () => {
        sql.removeRings.run(name);
        sql.removePhone.run(name);
      }),
    has: (name) => sql.hasPhone.get(name) !== undefined,
    count: () => numberIn(sql.count.get() ?? {}, "count"),
    takeDue: (now, oldest, limit) => {
      // Most seconds nothing is due: then nothing is written.
      if (sql.due.get(now, 1) === undefined) return [];
      return inTransaction(database, () => {
        if (Number(sql.removeBefore.run(oldest).changes) > 0) sql.removeAllEmpty.run();
        const rings = sql.due.all(now, limit).map(dueOf);
        for (const { name } of rings) sql.take.run(name, now);
        return rings;
      });
    },
    done: (name) =>
      inTransaction(database, () => {
        sql.removeOut.run(name);
        sql.removeEmpty.run(name);
      }),
    again: (name, next) => {
      sql.again.run(next, name);
    },
    close: () => database.close(),
  };
};
