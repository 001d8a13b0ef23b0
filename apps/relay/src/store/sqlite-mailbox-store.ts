/**
 * Mailboxes over SQLite: write-ahead log, `synchronous=FULL`, group commit, one process for a folder.
 *
 * Every row bears a checksum of its bytes, and its columns must be those of the entry in it: what a disk has altered is removed when
 * it is read and counts as missing. `secure_delete` and a checkpoint after every drop overwrite what was dropped in both files.
 * Limits: the calls of `node:sqlite` are synchronous and hold the thread while the disk works.
 */
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { crc32 } from "node:zlib";
import { err, ok, type DeviceId, type Result } from "@undivided/domain";
import {
  bytesToHex,
  decodeEntry,
  deviceIdFrom,
  encodeEntry,
  ENTRY_KINDS,
  entryIdFrom,
  epochIdFrom,
  idToBytes,
  withoutBody,
  type Bytes,
  type EntryRef,
  type EntryWithId,
  type Head,
  type MailboxStore,
  type SnapshotWritten,
  type SpaceId,
  type StoredEntry,
  type StoredMailbox,
  type StoreFault,
  type WrittenEntry,
} from "@undivided/vault/relay";
import { createCommitGroup, faultOf, Refused, type CommitGroupOptions } from "./commit-group.ts";
import { prepareStatements } from "./mailbox-tables.ts";
import { bytesIn, numberIn, type Row } from "./row.ts";

export interface SqliteMailboxOptions extends CommitGroupOptions {
  readonly day: () => number;
}

/** The most holes that are looked for below one head: the rest comes when these are filled. */
const MAX_HOLES = 1024;

const STATEMENT_KINDS: ReadonlySet<number> = new Set([ENTRY_KINDS.members, ENTRY_KINDS.drop, ENTRY_KINDS.leave]);

export const createSqliteMailboxStore = (database: DatabaseSync, options: SqliteMailboxOptions): MailboxStore => {
  const sql = prepareStatements(database);
  const group = createCommitGroup(database, options);
  const incarnation = bytesIn(sql.incarnation.get() ?? {}, "incarnation");

  const read = async <T>(run: () => T): Promise<Result<T, StoreFault>> => {
    try {
      return ok(run());
    } catch (error) {
      options.onError(error);
      return err(faultOf(error));
    }
  };
  const numberOf = (space: SpaceId): number | undefined => {
    const row = sql.space.get(idToBytes(space));
    return row === undefined ? undefined : numberIn(row, "number");
  };
  /** The space to write to; made if there is none. */
  const openSpace = (space: SpaceId): { readonly number: number; readonly last: number } => {
    const known = sql.space.get(idToBytes(space));
    if (known === undefined) {
      const { lastInsertRowid } = sql.addSpace.run(idToBytes(space), options.day());
      return { number: Number(lastInsertRowid), last: 0 };
    }
    if (known["leave"] !== null) throw new Refused({ type: "space-closed" });
    return { number: numberIn(known, "number"), last: numberIn(known, "last") };
  };

  /** The entry in a row, unless the disk has altered it. */
  const wholeOf = (row: Row): StoredEntry | undefined => {
    const bytes = bytesIn(row, "bytes");
    const entry = crc32(bytes) === row["check_sum"] ? decodeEntry(bytes) : undefined;
    if (entry?.type !== "ok") return undefined;
    const { device, counter } = entry.value;
    if (bytesToHex(bytesIn(row, "device")) !== device || row["counter"] !== counter) return undefined;
    return { device, counter, id: entryIdFrom(bytesIn(row, "id")), sequence: numberIn(row, "sequence"), bytes };
  };
  /** Those that are whole; the others go, and count as missing from then on. */
  const wholeRows = (number: number, rows: readonly Row[]): readonly StoredEntry[] => {
    const whole: StoredEntry[] = [];
    const damaged: Row[] = [];
    for (const row of rows) {
      const entry = wholeOf(row);
      if (entry === undefined) damaged.push(row);
      else whole.push(entry);
    }
    if (damaged.length > 0) {
      void group.write(() => {
        for (const row of damaged) sql.remove.run(number, bytesIn(row, "device"), numberIn(row, "counter"));
      });
    }
    return whole;
  };
  /** Whether it stands there now; `insertNew` leaves a place alone that is taken or dropped. */
  const insert = (
    statement: StatementSync,
    ...[number, sequence, { id, entry, bytes }]: readonly [number, number, WrittenEntry]
  ): boolean =>
    statement.run(
      ...[number, sequence, idToBytes(entry.device), entry.counter, idToBytes(id), entry.kind],
      ...[entry.body === null ? 0 : 1, crc32(bytes), bytes],
    ).changes === 1;
  const appendOne = (number: number, sequence: number, written: WrittenEntry): boolean => {
    if (insert(sql.insertNew, number, sequence, written)) return true;
    const { id, entry } = written;
    const device = idToBytes(entry.device);
    const known = sql.place.get(number, device, entry.counter);
    if (known !== undefined && bytesToHex(bytesIn(known, "id")) !== id) {
      throw new Refused({ type: "conflict", at: { device: entry.device, counter: entry.counter } });
    }
    const isDropped =
      !STATEMENT_KINDS.has(entry.kind) && sql.isDropped.get(number, device, entry.counter) !== undefined;
    const wanted = isDropped ? asWritten({ id, entry: withoutBody(entry) }) : written;
    if (known !== undefined && (known["has_body"] === 1 || wanted.entry.body === null)) return false;
    if (known !== undefined) sql.remove.run(number, device, entry.counter);
    return insert(sql.insert, number, sequence, wanted);
  };
  const dropOne = (number: number, { device, counter }: EntryRef): void => {
    const key = idToBytes(device);
    sql.markDropped.run(number, key, counter);
    const row = sql.place.get(number, key, counter);
    if (row === undefined || STATEMENT_KINDS.has(numberIn(row, "kind"))) return;
    const entry = decodeEntry(bytesIn(row, "bytes"));
    if (entry.type === "error") {
      sql.remove.run(number, key, counter);
      return;
    }
    const bytes = encodeEntry(withoutBody(entry.value));
    sql.strip.run(crc32(bytes), bytes, number, key, counter);
  };
  const removeAll = (number: number): void => {
    for (const name of ["removeEntries", "removeDropped", "removeNeeds", "removeSnapshots"] as const) {
      sql[name].run(number);
    }
  };
  const forgetForGood = async <T>(written: Promise<Result<T, StoreFault>>): Promise<Result<T, StoreFault>> => {
    const result = await written;
    if (result.type === "error") return result;
    const cleaned = await read(() => database.exec("PRAGMA wal_checkpoint(TRUNCATE)"));
    return cleaned.type === "error" ? cleaned : result;
  };
  const appendAt: MailboxStore["appendAt"] = async (space, entries) => {
    let hasForgotten = false;
    const written = group.write(() => {
      const { number, last } = openSpace(space);
      let sequence = last;
      for (const entry of entries) if (appendOne(number, sequence + 1, entry)) sequence += 1;
      if (sequence > last) sql.setLast.run(sequence, number);
      // A sealed snapshot from before a statement would keep what a drop takes, and is of no use to who is admitted.
      if (entries.some(({ entry }) => entry.kind !== ENTRY_KINDS.record)) {
        hasForgotten = Number(sql.removeSnapshots.run(number).changes) > 0;
      }
      return { after: last, last: sequence };
    });
    const appended = await written;
    return hasForgotten ? forgetForGood(written) : appended;
  };
  const headOf = (row: Row): Head => ({
    device: deviceIdFrom(bytesIn(row, "device")),
    counter: numberIn(row, "counter"),
    id: entryIdFrom(bytesIn(row, "id")),
  });
  const placeOf = (row: Row): EntryRef => ({
    device: deviceIdFrom(bytesIn(row, "device")),
    counter: numberIn(row, "counter"),
  });
  const holesIn = (number: number): readonly EntryRef[] => {
    const places: EntryRef[] = [];
    for (const row of sql.holes.all(number)) {
      const device = deviceIdFrom(bytesIn(row, "device"));
      for (let counter = numberIn(row, "before") + 1; counter < numberIn(row, "counter"); counter += 1) {
        if (places.length < MAX_HOLES) places.push({ device, counter });
      }
    }
    return places;
  };
  const snapshotBytesIn = (number: number): number => numberIn(sql.snapshotBytes.get(number) ?? {}, "bytes");
  const loadOpen = (number: number, last: number): StoredMailbox => {
    const statements = wholeRows(number, sql.statements.all(number)).flatMap(({ id, bytes }) => {
      const entry = decodeEntry(bytes);
      return entry.type === "ok" ? [{ id, entry: entry.value }] : [];
    });
    const heads = sql.heads.all(number);
    const isWhole = heads.every((row) => row["count"] === row["counter"]);
    const snapshots = sql.snapshots.all(number);
    const bytes = heads.reduce((sum, row) => sum + numberIn(row, "bytes"), 0);
    return {
      ...{ last, bytes, snapshotBytes: snapshotBytesIn(number), statements },
      heads: heads.map(headOf),
      wanted: [...(isWhole ? [] : holesIn(number)), ...sql.bodiless.all(number).map(placeOf)],
      dropped: sql.dropped.all(number).map(placeOf),
      needs: sql.needs.all(number).map((row) => ({
        device: deviceIdFrom(bytesIn(row, "device")),
        epochs: epochsIn(bytesIn(row, "epochs")),
      })),
      snapshots: snapshots.map((row) => ({
        device: deviceIdFrom(bytesIn(row, "device")),
        version: bytesIn(row, "version"),
        parts: numberIn(row, "parts"),
      })),
    };
  };
  const readRows = (space: SpaceId, rowsOf: (number: number) => readonly Row[]) =>
    read(() => {
      const number = numberOf(space);
      return number === undefined ? [] : wholeRows(number, rowsOf(number));
    });

  return {
    incarnation: () => incarnation,
    appendAt,
    append: async (space, entries) => {
      const appended = await appendAt(space, entries.map(asWritten));
      return appended.type === "ok" ? ok(null) : appended;
    },
    read: (space, after, limit) => readRows(space, (number) => sql.read.all(number, after, limit)),
    readChain: (space, device, after, limit) =>
      readRows(space, (number) => sql.readChain.all(number, idToBytes(device), after, limit)),
    heads: (space) =>
      read(() => {
        const number = numberOf(space);
        return number === undefined ? [] : sql.heads.all(number).map(headOf);
      }),
    dropBodies: (space, places) =>
      forgetForGood(
        group.write(() => {
          const { number } = openSpace(space);
          for (const place of places) dropOne(number, place);
          return null;
        }),
      ),
    close: (space, leave) =>
      forgetForGood(
        group.write(() => {
          const known = sql.space.get(idToBytes(space));
          if (known !== undefined && known["leave"] !== null) return null;
          const { number } = openSpace(space);
          removeAll(number);
          sql.close.run(encodeEntry(leave.entry), number);
          return null;
        }),
      ),
    readLeave: (space) =>
      read(() => {
        const leave = sql.space.get(idToBytes(space))?.["leave"];
        return leave instanceof Uint8Array ? new Uint8Array(leave) : null;
      }),
    load: (space) =>
      read(() => {
        const row = sql.space.get(idToBytes(space));
        return row === undefined ? null : loadOpen(numberIn(row, "number"), numberIn(row, "last"));
      }),
    writeNeed: (space, { device, epochs }) =>
      group.write(() => {
        const { number } = openSpace(space);
        if (epochs.length === 0) sql.removeNeed.run(number, idToBytes(device));
        else sql.writeNeed.run(number, idToBytes(device), Buffer.concat(epochs.map(idToBytes)));
        return null;
      }),
    writeSnapshot: (space, device, { version, part, parts, bytes }, upTo) =>
      group.write(() => {
        const { number } = openSpace(space);
        const written = (type: SnapshotWritten["type"]): SnapshotWritten => ({ type, bytes: snapshotBytesIn(number) });
        if (sql.newerStatement.get(number, upTo) !== undefined) return written("stale");
        const key = idToBytes(device);
        sql.removeOtherParts.run(number, key, version, parts);
        sql.writePart.run(number, key, part, parts, version, crc32(bytes), bytes);
        if (sql.countParts.get(number, key)?.["count"] !== parts) return written("partial");
        sql.removeWhole.run(number, key);
        sql.makeWhole.run(number, key);
        return written("whole");
      }),
    readSnapshot: (space, device, part) => read(() => readPart(numberOf(space), device, part)),
    touch: (space, day) => group.write(() => (sql.touch.run(day, idToBytes(space)), null)),
    expire: (day, leaveDay) =>
      group.write(() => {
        const unused = sql.unused.all(day, leaveDay);
        for (const row of unused) {
          removeAll(numberIn(row, "number"));
          sql.removeSpace.run(numberIn(row, "number"));
        }
        return unused.length;
      }),
  };

  function readPart(number: number | undefined, device: DeviceId, part: number) {
    const row = number === undefined ? undefined : sql.readPart.get(number, idToBytes(device), part);
    const bytes = row === undefined ? undefined : bytesIn(row, "bytes");
    if (row === undefined || bytes === undefined || crc32(bytes) !== row["check_sum"]) return null;
    return { version: bytesIn(row, "version"), part, parts: numberIn(row, "parts"), bytes };
  }
};

const asWritten = ({ id, entry }: EntryWithId): WrittenEntry => ({ id, entry, bytes: encodeEntry(entry) });

const epochsIn = (bytes: Bytes) =>
  Array.from({ length: Math.floor(bytes.length / 16) }, (_, index) =>
    epochIdFrom(bytes.subarray(16 * index, 16 * index + 16)),
  );
