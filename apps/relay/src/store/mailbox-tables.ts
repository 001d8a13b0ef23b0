/** The tables of a relay's database, and the statements over them. */
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { LOG_PAGES } from "./log-file.ts";

export const SCHEMA_VERSION = 1;

/** `application_id` of SQLite's file format: "UVRL". */
export const APPLICATION_ID = 0x5556524c;

const SCHEMA = `
  CREATE TABLE relay (incarnation BLOB NOT NULL) STRICT;
  CREATE TABLE spaces (
    number INTEGER PRIMARY KEY, space BLOB NOT NULL UNIQUE,
    last INTEGER NOT NULL, used INTEGER NOT NULL, leave BLOB, check_sum INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE entries (
    space INTEGER NOT NULL, sequence INTEGER NOT NULL, device BLOB NOT NULL, counter INTEGER NOT NULL, id BLOB NOT NULL,
    kind INTEGER NOT NULL, has_body INTEGER NOT NULL, check_sum INTEGER NOT NULL, bytes BLOB NOT NULL,
    PRIMARY KEY (space, device, counter)
  ) STRICT;
  CREATE UNIQUE INDEX entries_by_sequence ON entries (space, sequence);
  CREATE INDEX entries_of_kind ON entries (space, kind) WHERE kind <> 1;
  CREATE TABLE dropped (
    space INTEGER NOT NULL, device BLOB NOT NULL, counter INTEGER NOT NULL, PRIMARY KEY (space, device, counter)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE needs (
    space INTEGER NOT NULL, device BLOB NOT NULL, epochs BLOB NOT NULL, PRIMARY KEY (space, device)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE snapshots (
    space INTEGER NOT NULL, device BLOB NOT NULL, is_whole INTEGER NOT NULL, part INTEGER NOT NULL, parts INTEGER NOT NULL,
    version BLOB NOT NULL, check_sum INTEGER NOT NULL, bytes BLOB NOT NULL,
    PRIMARY KEY (space, device, is_whole, part)
  ) STRICT;
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

const PRAGMAS = `
  PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON; PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = ${LOG_PAGES};
`;

export type SetUp = "ready" | "newer" | "not-ours";

/** Makes the tables of a new database, or looks whether those that are there are ours. Throws what SQLite throws. */
export const setUpTables = (database: DatabaseSync, incarnation: Uint8Array): SetUp => {
  database.exec(PRAGMAS);
  database.exec("BEGIN IMMEDIATE");
  try {
    const version = database.prepare("PRAGMA user_version").get()?.["user_version"];
    const application = database.prepare("PRAGMA application_id").get()?.["application_id"];
    if (version === 0 && application === 0) {
      const tables = database.prepare("SELECT count(*) AS count FROM sqlite_schema").get()?.["count"];
      if (tables !== 0) return "not-ours";
      database.exec(SCHEMA);
      database.prepare("INSERT INTO relay (incarnation) VALUES (?)").run(incarnation);
      return "ready";
    }
    if (application !== APPLICATION_ID) return "not-ours";
    return version === SCHEMA_VERSION ? "ready" : "newer";
  } finally {
    database.exec("COMMIT");
  }
};

const ROW = "sequence, device, counter, id, check_sum, bytes";

export const prepareStatements = (database: DatabaseSync): Readonly<Record<StatementName, StatementSync>> => ({
  incarnation: database.prepare("SELECT incarnation FROM relay"),
  space: database.prepare("SELECT number, last, leave FROM spaces WHERE space = ?"),
  addSpace: database.prepare("INSERT INTO spaces (space, last, used) VALUES (?, 0, ?)"),
  setLast: database.prepare("UPDATE spaces SET last = ? WHERE number = ?"),
  touch: database.prepare("UPDATE spaces SET used = ? WHERE space = ?"),
  close: database.prepare("UPDATE spaces SET leave = ?, last = 0 WHERE number = ?"),
  removeSpace: database.prepare("DELETE FROM spaces WHERE number = ?"),
  place: database.prepare(
    "SELECT id, has_body, kind, bytes FROM entries WHERE space = ? AND device = ? AND counter = ?",
  ),
  insert: database.prepare(
    `INSERT INTO entries (space, sequence, device, counter, id, kind, has_body, check_sum, bytes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  // The usual case in one statement: a place that is neither taken nor dropped.
  insertNew: database.prepare(
    `INSERT INTO entries (space, sequence, device, counter, id, kind, has_body, check_sum, bytes)
     SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9
     WHERE NOT EXISTS (SELECT 1 FROM dropped WHERE space = ?1 AND device = ?3 AND counter = ?4)
     ON CONFLICT (space, device, counter) DO NOTHING`,
  ),
  remove: database.prepare("DELETE FROM entries WHERE space = ? AND device = ? AND counter = ?"),
  strip: database.prepare(
    "UPDATE entries SET has_body = 0, check_sum = ?, bytes = ? WHERE space = ? AND device = ? AND counter = ?",
  ),
  isDropped: database.prepare("SELECT 1 FROM dropped WHERE space = ? AND device = ? AND counter = ?"),
  markDropped: database.prepare("INSERT OR IGNORE INTO dropped (space, device, counter) VALUES (?, ?, ?)"),
  dropped: database.prepare("SELECT device, counter FROM dropped WHERE space = ?"),
  read: database.prepare(`SELECT ${ROW} FROM entries WHERE space = ? AND sequence > ? ORDER BY sequence LIMIT ?`),
  readChain: database.prepare(
    `SELECT ${ROW} FROM entries WHERE space = ? AND device = ? AND counter > ? ORDER BY counter LIMIT ?`,
  ),
  // SQLite takes the other columns from the row that has the maximum.
  heads: database.prepare(
    `SELECT device, max(counter) AS counter, id, count(*) AS count, sum(length(bytes)) AS bytes
     FROM entries WHERE space = ? GROUP BY device ORDER BY device`,
  ),
  statements: database.prepare(
    `SELECT ${ROW} FROM entries WHERE space = ? AND kind IN (2, 3) AND kind <> 1 ORDER BY device, counter`,
  ),
  holes: database.prepare(
    `SELECT device, before, counter FROM (
       SELECT device, counter, lag(counter, 1, 0) OVER (PARTITION BY device ORDER BY counter) AS before
       FROM entries WHERE space = ?
     ) WHERE counter > before + 1`,
  ),
  bodiless: database.prepare(
    `SELECT device, counter FROM entries WHERE space = ?1 AND has_body = 0 AND NOT EXISTS (
       SELECT 1 FROM dropped WHERE space = ?1 AND device = entries.device AND counter = entries.counter
     )`,
  ),
  needs: database.prepare("SELECT device, epochs FROM needs WHERE space = ?"),
  writeNeed: database.prepare("INSERT OR REPLACE INTO needs (space, device, epochs) VALUES (?, ?, ?)"),
  removeNeed: database.prepare("DELETE FROM needs WHERE space = ? AND device = ?"),
  snapshots: database.prepare(
    "SELECT device, version, parts FROM snapshots WHERE space = ? AND is_whole = 1 GROUP BY device",
  ),
  snapshotBytes: database.prepare("SELECT coalesce(sum(length(bytes)), 0) AS bytes FROM snapshots WHERE space = ?"),
  newerStatement: database.prepare("SELECT 1 FROM entries WHERE space = ? AND kind <> 1 AND sequence > ? LIMIT 1"),
  removeOtherParts: database.prepare(
    "DELETE FROM snapshots WHERE space = ? AND device = ? AND is_whole = 0 AND (version <> ? OR parts <> ?)",
  ),
  writePart: database.prepare(
    `INSERT OR REPLACE INTO snapshots (space, device, is_whole, part, parts, version, check_sum, bytes)
     VALUES (?, ?, 0, ?, ?, ?, ?, ?)`,
  ),
  countParts: database.prepare(
    "SELECT count(*) AS count FROM snapshots WHERE space = ? AND device = ? AND is_whole = 0",
  ),
  removeWhole: database.prepare("DELETE FROM snapshots WHERE space = ? AND device = ? AND is_whole = 1"),
  makeWhole: database.prepare("UPDATE snapshots SET is_whole = 1 WHERE space = ? AND device = ?"),
  readPart: database.prepare(
    "SELECT version, parts, check_sum, bytes FROM snapshots WHERE space = ? AND device = ? AND is_whole = 1 AND part = ?",
  ),
  removeEntries: database.prepare("DELETE FROM entries WHERE space = ?"),
  removeDropped: database.prepare("DELETE FROM dropped WHERE space = ?"),
  removeNeeds: database.prepare("DELETE FROM needs WHERE space = ?"),
  removeSnapshots: database.prepare("DELETE FROM snapshots WHERE space = ?"),
  unused: database.prepare(
    "SELECT number FROM spaces WHERE (leave IS NULL AND used < ?) OR (leave IS NOT NULL AND used < ?)",
  ),
});

export type StatementName =
  | "incarnation"
  | "space"
  | "addSpace"
  | "setLast"
  | "touch"
  | "close"
  | "removeSpace"
  | "place"
  | "insert"
  | "insertNew"
  | "remove"
  | "strip"
  | "isDropped"
  | "markDropped"
  | "dropped"
  | "read"
  | "readChain"
  | "heads"
  | "statements"
  | "holes"
  | "bodiless"
  | "needs"
  | "writeNeed"
  | "removeNeed"
  | "snapshots"
  | "snapshotBytes"
  | "newerStatement"
  | "removeOtherParts"
  | "writePart"
  | "countParts"
  | "removeWhole"
  | "makeWhole"
  | "readPart"
  | "removeEntries"
  | "removeDropped"
  | "removeNeeds"
  | "removeSnapshots"
  | "unused";

export type Statements = ReturnType<typeof prepareStatements>;
