/** A LogStore over SQLite (`sqlite-engine.ts`). */
import type { Bytes } from "../../crypto/door.ts";
import { hexToBytes } from "../../crypto/door.ts";
import { decodeEntry, encodeEntry, withoutBody } from "../../envelope/entry.ts";
import { deviceIdFrom, entryIdFrom, type SpaceId } from "../../envelope/ids.ts";
import type { EntryWithId } from "../../envelope/make-entry.ts";
import type { EntryRef, LogStore, StoredEntry } from "../../log/log-store.ts";
import { broken, bytesIn, numberIn, Refused, type Row, type SqliteEngine } from "./sqlite-engine.ts";

export const createSqliteLogStore = (engine: SqliteEngine): LogStore => {
  const sql = prepareStatements(engine);
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
  return {
    append: (space, entries) =>
      engine.write(() => {
        refuseIfClosed(space);
        for (const entry of entries) appendOne(space, entry);
      }),
    read: (space, after, limit) => engine.read(() => sql.read.all(space, after, limit).map(storedOf)),
    readChain: (space, device, after, limit) =>
      engine.read(() => sql.readChain.all(space, device, after, limit).map(storedOf)),
    heads: (space) => engine.read(() => sql.heads.all(space).map(headOf)),
    dropBodies: (space, places) =>
      engine.writeAndForget(() => {
        refuseIfClosed(space);
        for (const place of places) dropOne(space, place);
      }),
    close: (space, leave) =>
      engine.writeAndForget(() => {
        sql.close.run(space, encodeEntry(leave.entry));
        sql.removeEntries.run(space);
        sql.removeDropped.run(space);
      }),
    readLeave: (space) =>
      engine.read(() => {
        const row = sql.leave.get(space);
        return row === undefined ? null : bytesIn(row, "leave");
      }),
  };
};

const prepareStatements = ({ prepare }: SqliteEngine) => ({
  place: prepare("SELECT id, has_body, bytes FROM entries WHERE space = ? AND device = ? AND counter = ?"),
  insert: prepare("INSERT INTO entries (space, device, counter, id, has_body, bytes) VALUES (?, ?, ?, ?, ?, ?)"),
  remove: prepare("DELETE FROM entries WHERE space = ? AND device = ? AND counter = ?"),
  strip: prepare("UPDATE entries SET has_body = 0, bytes = ? WHERE space = ? AND device = ? AND counter = ?"),
  isDropped: prepare("SELECT 1 FROM dropped WHERE space = ? AND device = ? AND counter = ?"),
  markDropped: prepare("INSERT OR IGNORE INTO dropped (space, device, counter) VALUES (?, ?, ?)"),
  read: prepare(
    "SELECT sequence, device, counter, id, bytes FROM entries WHERE space = ? AND sequence > ? ORDER BY sequence LIMIT ?",
  ),
  readChain: prepare(
    `SELECT sequence, device, counter, id, bytes FROM entries
     WHERE space = ? AND device = ? AND counter > ? ORDER BY counter LIMIT ?`,
  ),
  // SQLite takes the other columns from the row that has the maximum.
  heads: prepare(
    "SELECT device, max(counter) AS counter, id FROM entries WHERE space = ? GROUP BY device ORDER BY device",
  ),
  leave: prepare("SELECT leave FROM closed WHERE space = ?"),
  close: prepare("INSERT OR IGNORE INTO closed (space, leave) VALUES (?, ?)"),
  removeEntries: prepare("DELETE FROM entries WHERE space = ?"),
  removeDropped: prepare("DELETE FROM dropped WHERE space = ?"),
});

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

const hexIn = (row: Row, name: string): Bytes => {
  const value = row[name];
  const bytes = typeof value === "string" ? hexToBytes(value) : undefined;
  if (bytes === undefined) throw broken();
  return bytes;
};
