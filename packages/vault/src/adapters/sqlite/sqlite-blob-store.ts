/** A BlobStore over SQLite (`sqlite-engine.ts`), in the same file as the log. */
import type { BlobStore } from "../../log/blob-store.ts";
import { bytesIn, type SqliteEngine } from "./sqlite-engine.ts";

export const createSqliteBlobStore = ({ prepare, read, writeAndForget }: SqliteEngine): BlobStore => {
  const sql = {
    read: prepare("SELECT bytes FROM blobs WHERE name = ?"),
    write: prepare("INSERT INTO blobs (name, bytes) VALUES (?, ?) ON CONFLICT DO UPDATE SET bytes = excluded.bytes"),
    remove: prepare("DELETE FROM blobs WHERE name = ?"),
  };
  return {
    read: (name) =>
      read(() => {
        const row = sql.read.get(name);
        return row === undefined ? null : bytesIn(row, "bytes");
      }),
    write: (name, bytes) => {
      // The caller may go on using its own.
      const kept = new Uint8Array(bytes);
      return writeAndForget(() => void sql.write.run(name, kept));
    },
    remove: (name) => writeAndForget(() => void sql.remove.run(name)),
  };
};
