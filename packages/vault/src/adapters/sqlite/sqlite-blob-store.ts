/** A BlobStore over SQLite (`sqlite-engine.ts`), in the same file as the log. */
import { ok } from "@undivided/domain";
import { isSameBlob, type BlobName, type BlobStore } from "../../log/blob-store.ts";
import { bytesIn, type SqliteEngine } from "./sqlite-engine.ts";

export const createSqliteBlobStore = ({ prepare, read, writeAndForget }: SqliteEngine): BlobStore => {
  const sql = {
    read: prepare("SELECT bytes FROM blobs WHERE name = ?"),
    write: prepare("INSERT INTO blobs (name, bytes) VALUES (?, ?) ON CONFLICT DO UPDATE SET bytes = excluded.bytes"),
    remove: prepare("DELETE FROM blobs WHERE name = ?"),
  };
  const held = (name: BlobName) => {
    const row = sql.read.get(name);
    return row === undefined ? null : bytesIn(row, "bytes");
  };
  return {
    read: (name) => read(() => held(name)),
    write: (name, bytes) => {
      // The caller may go on using its own.
      const kept = new Uint8Array(bytes);
      return writeAndForget(() => void sql.write.run(name, kept));
    },
    replaceIf: async (changes) => {
      const wanted = changes.map(({ name, before, after }) => ({
        name,
        before: before === null ? null : new Uint8Array(before),
        after: after === null ? null : new Uint8Array(after),
      }));
      let isDone = false;
      const written = await writeAndForget(() => {
        isDone = wanted.every(({ name, before }) => isSameBlob(held(name), before));
        if (!isDone) return;
        for (const { name, after } of wanted) {
          if (after === null) sql.remove.run(name);
          else sql.write.run(name, after);
        }
      });
      return written.type === "error" ? written : ok(isDone);
    },
    remove: (name) => writeAndForget(() => void sql.remove.run(name)),
  };
};
