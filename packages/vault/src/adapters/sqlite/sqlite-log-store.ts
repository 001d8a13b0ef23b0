/**
 * A LogStore over SQLite: write-ahead log, `synchronous=FULL`, group commit.
 *
 * Takes an open database (`DatabaseSync` of `node:sqlite` fits) instead of importing one, so that the room stays free of Node.
 * Writes asked for in one turn share one transaction and thus one fsync; each resolves after the commit. `secure_delete` and a
 * checkpoint after every drop overwrite what was dropped in both of SQLite's files.
 * Limits: the calls of `node:sqlite` are synchronous and hold the thread while the disk works.
 */
import { err, ok, type Result } from "@undivided/domain";
import { hexToBytes, type Bytes } from "../../crypto/door.ts";
import { decodeEntry, encodeEntry, withoutBody } from "../../envelope/entry.ts";
import { deviceIdFrom, entryIdFrom, type SpaceId } from "../../envelope/ids.ts";
import type { EntryWithId } from "../../envelope/make-entry.ts";
import type { EntryRef, LogStore, StoredEntry, StoreFault } from "../../log/log-store.ts";

type SqlValue = string | number | Uint8Array;
type Row = Readonly<Record<string, unknown>>;

export interface SqliteStatement {
  readonly run: (...values: SqlValue[]) => unknown;
  readonly get: (...values: SqlValue[]) => Row | undefined;
  readonly all: (...values: SqlValue[]) => readonly Row[];
}

export interface SqliteDatabase {
  readonly exec: (sql: string) => void;
  readonly prepare: (sql: string) => SqliteStatement;
}

export interface SqliteLogStoreOptions {
  /** When the writes that came together are committed; by default at the end of the present turn. */
  readonly schedule?: (commit: () => void) => void;
}

export type OpenFault = StoreFault | { readonly type: "newer-store" };

const SCHEMA_VERSION = 1;

const SCHEMA = `
  CREATE TABLE entries (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    space TEXT NOT NULL, device TEXT NOT NULL, counter INTEGER NOT NULL, id TEXT NOT NULL,
    has_body INTEGER NOT NULL, bytes BLOB NOT NULL,
    UNIQUE (space, device, counter)
  ) STRICT;
  CREATE INDEX entries_by_space ON entries (space, sequence);
  CREATE TABLE dropped (
    space TEXT NOT NULL, device TEXT NOT NULL, counter INTEGER NOT NULL,
    PRIMARY KEY (space, device, counter)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE closed (space TEXT PRIMARY KEY, leave BLOB NOT NULL) STRICT, WITHOUT ROWID;
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

/** Sets up the tables of a new database. The caller keeps the database and closes it. */
export const openSqliteLogStore = (
  database: SqliteDatabase,
  options: SqliteLogStoreOptions = {},
): Result<LogStore, OpenFault> => {
  try {
    database.exec(
      "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;",
    );
    database.exec("BEGIN IMMEDIATE");
    const version = database.prepare("PRAGMA user_version").get()?.["user_version"];
    if (version === 0) database.exec(SCHEMA);
    database.exec("COMMIT");
    if (version !== 0 && version !== SCHEMA_VERSION) return err({ type: "newer-store" });
    return ok(createStore(database, options.schedule ?? atEndOfTurn));
  } catch (error) {
    return err(faultOf(error));
  }
};

const atEndOfTurn = (commit: () => void): void => void Promise.resolve().then(commit);

/** A write throws this to undo itself alone, not the others of its group. */
class Refused extends Error {
  readonly fault: StoreFault;
  constructor(fault: StoreFault) {
    super(fault.type);
    this.fault = fault;
  }
}

interface Write {
  readonly run: () => void;
  readonly resolve: (result: Result<null, StoreFault>) => void;
}

const createStore = (database: SqliteDatabase, schedule: (commit: () => void) => void): LogStore => {
  const sql = prepareStatements(database);
  let waiting: Write[] = [];

  const commit = (): void => {
    const group = waiting;
    waiting = [];
    const results = runGroup(database, group);
    for (const [index, { resolve }] of group.entries()) resolve(results[index] ?? err({ type: "storage-failed" }));
  };
  const write = (run: () => void): Promise<Result<null, StoreFault>> =>
    new Promise((resolve) => {
      if (waiting.length === 0) schedule(commit);
      waiting.push({ run, resolve });
    });
  const read = async <T>(run: () => T): Promise<Result<T, StoreFault>> => {
    try {
      return ok(run());
    } catch (error) {
      return err(faultOf(error));
    }
  };
  const refuseIfClosed = (space: SpaceId): void => {
    if (sql.leave.get(space) !== undefined) throw new Refused({ type: "space-closed" });
  };
  const appendOne = (space: SpaceId, { id, entry }: EntryWithId): void => {
    const { device, counter } = entry;
    const known = sql.place.get(space, device, counter);
    if (known !== undefined && known["id"] !== id) throw new Refused({ type: "conflict", at: { device, counter } });
    const wanted = sql.isDropped.get(space, device, counter) === undefined ? entry : withoutBody(entry);
    if (known !== undefined && (known["has_body"] === 1 || wanted.body === null)) return;
    if (known !== undefined) sql.remove.run(space, device, counter);
    sql.insert.run(space, device, counter, id, wanted.body === null ? 0 : 1, encodeEntry(wanted));
  };
  const dropOne = (space: SpaceId, { device, counter }: EntryRef): void => {
    sql.markDropped.run(space, device, counter);
    const bytes = sql.place.get(space, device, counter)?.["bytes"];
    if (!(bytes instanceof Uint8Array)) return;
    const entry = decodeEntry(bytes);
    if (entry.type === "error") throw new Refused({ type: "storage-failed" });
    sql.strip.run(encodeEntry(withoutBody(entry.value)), space, device, counter);
  };
  const forgetForGood = async (written: Promise<Result<null, StoreFault>>): Promise<Result<null, StoreFault>> => {
    const result = await written;
    if (result.type === "error") return result;
    return read(() => (database.exec("PRAGMA wal_checkpoint(TRUNCATE)"), null));
  };

  return {
    append: (space, entries) =>
      write(() => {
        refuseIfClosed(space);
        for (const entry of entries) appendOne(space, entry);
      }),
    read: (space, after, limit) => read(() => sql.read.all(space, after, limit).map(storedOf)),
    readChain: (space, device, after, limit) =>
      read(() => sql.readChain.all(space, device, after, limit).map(storedOf)),
    heads: (space) => read(() => sql.heads.all(space).map(headOf)),
    dropBodies: (space, places) =>
      forgetForGood(
        write(() => {
          refuseIfClosed(space);
          for (const place of places) dropOne(space, place);
        }),
      ),
    close: (space, leave) =>
      forgetForGood(
        write(() => {
          sql.close.run(space, encodeEntry(leave.entry));
          sql.removeEntries.run(space);
          sql.removeDropped.run(space);
        }),
      ),
    readLeave: (space) =>
      read(() => {
        const row = sql.leave.get(space);
        return row === undefined ? null : bytesIn(row, "leave");
      }),
  };
};

const prepareStatements = (database: SqliteDatabase) => ({
  place: database.prepare("SELECT id, has_body, bytes FROM entries WHERE space = ? AND device = ? AND counter = ?"),
  insert: database.prepare(
    "INSERT INTO entries (space, device, counter, id, has_body, bytes) VALUES (?, ?, ?, ?, ?, ?)",
  ),
  remove: database.prepare("DELETE FROM entries WHERE space = ? AND device = ? AND counter = ?"),
  strip: database.prepare("UPDATE entries SET has_body = 0, bytes = ? WHERE space = ? AND device = ? AND counter = ?"),
  isDropped: database.prepare("SELECT 1 FROM dropped WHERE space = ? AND device = ? AND counter = ?"),
  markDropped: database.prepare("INSERT OR IGNORE INTO dropped (space, device, counter) VALUES (?, ?, ?)"),
  read: database.prepare(
    "SELECT sequence, device, counter, id, bytes FROM entries WHERE space = ? AND sequence > ? ORDER BY sequence LIMIT ?",
  ),
  readChain: database.prepare(
    `SELECT sequence, device, counter, id, bytes FROM entries
     WHERE space = ? AND device = ? AND counter > ? ORDER BY counter LIMIT ?`,
  ),
  // SQLite takes the other columns from the row that has the maximum.
  heads: database.prepare(
    "SELECT device, max(counter) AS counter, id FROM entries WHERE space = ? GROUP BY device ORDER BY device",
  ),
  leave: database.prepare("SELECT leave FROM closed WHERE space = ?"),
  close: database.prepare("INSERT OR IGNORE INTO closed (space, leave) VALUES (?, ?)"),
  removeEntries: database.prepare("DELETE FROM entries WHERE space = ?"),
  removeDropped: database.prepare("DELETE FROM dropped WHERE space = ?"),
});

/** One transaction; a write that is refused undoes itself alone, a fault of the storage undoes all. */
const runGroup = (database: SqliteDatabase, group: readonly Write[]): readonly Result<null, StoreFault>[] => {
  try {
    database.exec("BEGIN IMMEDIATE");
    const results = group.map(({ run }) => runOne(database, run));
    database.exec("COMMIT");
    return results;
  } catch (error) {
    try {
      database.exec("ROLLBACK");
    } catch {
      // SQLite has rolled back already, or never began.
    }
    return group.map(() => err(faultOf(error)));
  }
};

const runOne = (database: SqliteDatabase, run: () => void): Result<null, StoreFault> => {
  database.exec("SAVEPOINT one");
  try {
    run();
    database.exec("RELEASE one");
    return ok(null);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    database.exec("ROLLBACK TO one; RELEASE one");
    return err(error.fault);
  }
};

const headOf = (row: Row) => ({
  device: deviceIdFrom(hexIn(row, "device")),
  counter: numberIn(row, "counter"),
  id: entryIdFrom(hexIn(row, "id")),
});

const storedOf = (row: Row): StoredEntry => ({
  ...headOf(row),
  sequence: numberIn(row, "sequence"),
  bytes: bytesIn(row, "bytes"),
});

/** A column that does not hold what only this file writes: the storage is broken, which `faultOf` says. */
const broken = (): Error => new Error("a column of another type");

const hexIn = (row: Row, name: string): Bytes => {
  const value = row[name];
  const bytes = typeof value === "string" ? hexToBytes(value) : undefined;
  if (bytes === undefined) throw broken();
  return bytes;
};

const numberIn = (row: Row, name: string): number => {
  const value = row[name];
  if (typeof value !== "number") throw broken();
  return value;
};

const bytesIn = (row: Row, name: string): Bytes => {
  const value = row[name];
  if (!(value instanceof Uint8Array)) throw broken();
  return new Uint8Array(value);
};

/** SQLite's primary result codes: 8 SQLITE_READONLY, 13 SQLITE_FULL. */
const faultOf = (error: unknown): StoreFault => {
  const code =
    error instanceof Error && "errcode" in error && typeof error.errcode === "number" ? error.errcode & 0xff : 0;
  if (code === 13) return { type: "storage-full" };
  return { type: code === 8 ? "read-only" : "storage-failed" };
};
