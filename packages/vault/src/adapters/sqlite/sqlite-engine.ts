/**
 * One SQLite database for a device's log and blobs: write-ahead log, `synchronous=FULL`, group commit, schema versions.
 *
 * Takes an open database (`DatabaseSync` of `node:sqlite` fits) instead of importing one, so that the room stays free of Node.
 * Writes asked for in one turn share one transaction and thus one fsync; each resolves after the commit. `secure_delete` and a
 * checkpoint after whatever removes bytes overwrite them in both of SQLite's files. While another process reads, SQLite cannot
 * empty its log file: then the next write that finds nobody reading does.
 * Limits: the calls of `node:sqlite` are synchronous and hold the thread while the disk works.
 */
import { err, ok, type Result } from "@undivided/domain";
import type { Bytes } from "../../crypto/door.ts";
import type { StoreFault } from "../../log/log-store.ts";

type SqlValue = string | number | Uint8Array;
export type Row = Readonly<Record<string, unknown>>;

export interface SqliteStatement {
  readonly run: (...values: SqlValue[]) => unknown;
  readonly get: (...values: SqlValue[]) => Row | undefined;
  readonly all: (...values: SqlValue[]) => readonly Row[];
}

export interface SqliteDatabase {
  readonly exec: (sql: string) => void;
  readonly prepare: (sql: string) => SqliteStatement;
}

export interface SqliteOptions {
  /** When the writes that came together are committed; by default at the end of the present turn. */
  readonly schedule?: (commit: () => void) => void;
}

export type OpenFault = StoreFault | { readonly type: "newer-store" };

/** What the stores over one database do with it. */
export interface SqliteEngine {
  readonly prepare: (sql: string) => SqliteStatement;
  readonly read: <T>(run: () => T) => Promise<Result<T, StoreFault>>;
  /** `run` throws `Refused` to undo itself alone, not the others of its group. */
  readonly write: (run: () => void) => Promise<Result<null, StoreFault>>;
  /** As `write`, for what removes bytes: they are overwritten on the disk too when it resolves. */
  readonly writeAndForget: (run: () => void) => Promise<Result<null, StoreFault>>;
}

/** How long a call waits for another process that has the database. */
const BUSY_MS = 5000;

/** Each step leads from the version of its place to the next; a new database takes all of them. */
const STEPS: readonly string[] = [
  `
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
  `,
  "CREATE TABLE blobs (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;",
];

/** Sets up the tables of a new database, or brings those of an older app up to date. */
export const openSqliteEngine = (database: SqliteDatabase, options: SqliteOptions): Result<SqliteEngine, OpenFault> => {
  try {
    database.exec(
      `PRAGMA busy_timeout = ${BUSY_MS}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;`,
    );
    const version = bringUpToDate(database);
    if (version > STEPS.length) return err({ type: "newer-store" });
    return ok(createEngine(database, options.schedule ?? atEndOfTurn));
  } catch (error) {
    return err(faultOf(error));
  }
};

/** The version that the database had. All steps count or none does. */
const bringUpToDate = (database: SqliteDatabase): number => {
  const readVersion = (): number => {
    const row = database.prepare("PRAGMA user_version").get();
    return row === undefined ? 0 : numberIn(row, "user_version");
  };
  // Without a write where there is nothing to do: it may be a storage that can only be read.
  if (readVersion() >= STEPS.length) return readVersion();
  database.exec("BEGIN IMMEDIATE");
  try {
    // Another process may have been faster.
    const version = readVersion();
    for (const step of STEPS.slice(version)) database.exec(step);
    if (version < STEPS.length) database.exec(`PRAGMA user_version = ${STEPS.length}`);
    database.exec("COMMIT");
    return version;
  } catch (error) {
    rollBack(database);
    throw error;
  }
};

const atEndOfTurn = (commit: () => void): void => void Promise.resolve().then(commit);

/** A write throws this to undo itself alone, not the others of its group. */
export class Refused extends Error {
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

const createEngine = (database: SqliteDatabase, schedule: (commit: () => void) => void): SqliteEngine => {
  let waiting: Write[] = [];
  /** Removed bytes may still lie in the log file. */
  let isOwed = false;

  const overwrite = (): null => {
    isOwed = database.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get()?.["busy"] === 1;
    return null;
  };
  /** Without waiting for who reads: this write has nothing to do with it. */
  const overwriteIfFree = (): void => {
    database.exec("PRAGMA busy_timeout = 0");
    try {
      overwrite();
    } finally {
      database.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
    }
  };
  const commit = (): void => {
    const group = waiting;
    waiting = [];
    const results = runGroup(database, group);
    if (isOwed) overwriteIfFree();
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
  return {
    prepare: (sql) => database.prepare(sql),
    read,
    write,
    writeAndForget: async (run) => {
      const result = await write(run);
      return result.type === "error" ? result : read(overwrite);
    },
  };
};

/** One transaction; a write that is refused undoes itself alone, a fault of the storage undoes all. */
const runGroup = (database: SqliteDatabase, group: readonly Write[]): readonly Result<null, StoreFault>[] => {
  try {
    database.exec("BEGIN IMMEDIATE");
    const results = group.map(({ run }) => runOne(database, run));
    database.exec("COMMIT");
    return results;
  } catch (error) {
    rollBack(database);
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

const rollBack = (database: SqliteDatabase): void => {
  try {
    database.exec("ROLLBACK");
  } catch {
    // SQLite has rolled back already, or never began.
  }
};

/** A column that does not hold what only this file writes: the storage is broken, which `faultOf` says. */
export const broken = (): Error => new Error("a column of another type");

export const numberIn = (row: Row, name: string): number => {
  const value = row[name];
  if (typeof value !== "number") throw broken();
  return value;
};

export const bytesIn = (row: Row, name: string): Bytes => {
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
