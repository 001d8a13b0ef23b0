/** A device's stores over one SQLite database. The caller opens the database, keeps it and closes it. */
import { ok, type Result } from "@undivided/domain";
import type { BlobStore } from "../../log/blob-store.ts";
import type { LogStore } from "../../log/log-store.ts";
import { createSqliteBlobStore } from "./sqlite-blob-store.ts";
import { openSqliteEngine, type OpenFault, type SqliteDatabase, type SqliteOptions } from "./sqlite-engine.ts";
import { createSqliteLogStore } from "./sqlite-log-store.ts";

export type { OpenFault, SqliteDatabase, SqliteOptions, SqliteStatement } from "./sqlite-engine.ts";

export interface SqliteStores {
  readonly logs: LogStore;
  readonly blobs: BlobStore;
}

export const openSqliteStores = (
  database: SqliteDatabase,
  options: SqliteOptions = {},
): Result<SqliteStores, OpenFault> => {
  const engine = openSqliteEngine(database, options);
  if (engine.type === "error") return engine;
  return ok({ logs: createSqliteLogStore(engine.value), blobs: createSqliteBlobStore(engine.value) });
};

/** The log alone, for who keeps no blobs. */
export const openSqliteLogStore = (
  database: SqliteDatabase,
  options: SqliteOptions = {},
): Result<LogStore, OpenFault> => {
  const stores = openSqliteStores(database, options);
  return stores.type === "error" ? stores : ok(stores.value.logs);
};
