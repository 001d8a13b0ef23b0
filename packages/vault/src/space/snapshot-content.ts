/**
 * What a snapshot holds, and how it is read: docs/spec/snapshot.md. `snapshot-writing.ts` writes it.
 *
 * In parts of limited size, each complete in itself, so that writing and reading a hundred thousand records never hold the thread
 * for long and never need the whole twice.
 */
import { parseRecordId, type DeviceId, type RecordId } from "@undivided/domain";
import { bytesToHex, bytesToUtf8, type Bytes } from "../crypto/door.ts";
import { createReader, type ByteReader } from "../envelope/byte-reader.ts";
import {
  deviceIdFrom,
  ENTRY_ID_BYTES,
  epochIdFrom,
  ID_BYTES,
  memberIdFrom,
  type EpochId,
  type MemberId,
} from "../envelope/ids.ts";
import type { EntryRef } from "../log/log-store.ts";
import { MAX_STAMP_MS, type Stamp } from "../merge/hybrid-clock.ts";
import { ownKey, type OwnRecord, type Register, type SharedRecord } from "../merge/merge.ts";
import type { WaitingDrop } from "./drop-book.ts";

export interface SnapshotChain {
  readonly device: DeviceId;
  /** Names of its entries in a row. */
  readonly names: Uint8Array;
  /** One slot's bits for each entry (`slot-table.ts`). */
  readonly bits: Uint8Array;
  /** Which record each entry is about; zeros where none or unknown. */
  readonly records: Uint8Array;
}

export interface SnapshotContent {
  /** Up to where the own log is contained; 0 in a snapshot for another device. */
  readonly sequence: number;
  /** True until the records were folded from this device's own log: they are what another own device says. */
  readonly isAdopted: boolean;
  readonly ownStamp: Stamp;
  readonly chains: readonly SnapshotChain[];
  /** Entries whose key was not known. */
  readonly sealed: readonly { readonly place: EntryRef; readonly epoch: EpochId }[];
  readonly pendingDrops: readonly WaitingDrop[];
  readonly own: ReadonlyMap<string, OwnRecord>;
  readonly shared: ReadonlyMap<RecordId, SharedRecord>;
}

export const PARTS = { start: 1, chain: 2, sealed: 3, drops: 4, own: 5, shared: 6 } as const;

export interface ContentReader {
  /** False if the part is none; nothing of the snapshot is then to be used. */
  readonly add: (part: Uint8Array) => boolean;
  readonly content: () => SnapshotContent | undefined;
}

/** Total: never throws. */
export const createContentReader = (): ContentReader => {
  const chains = new Map<DeviceId, SnapshotChain[]>();
  const sealed: SnapshotContent["sealed"][number][] = [];
  const pendingDrops: WaitingDrop[] = [];
  const own = new Map<string, OwnRecord>();
  const shared = new Map<RecordId, SharedRecord>();
  const ids = createIdReader();
  let start: Pick<SnapshotContent, "sequence" | "isAdopted" | "ownStamp"> | undefined;

  const readItems = (reader: ByteReader, readItem: () => boolean): boolean => {
    while (!reader.isAtEnd()) if (!readItem()) return false;
    return true;
  };
  return {
    add: (part) => {
      const reader = createReader(part);
      const type = reader.uint8();
      if ((type === PARTS.start) !== (start === undefined)) return false;
      switch (type) {
        case PARTS.start: {
          const sequence = reader.uint64();
          const adopted = reader.uint8();
          const ownStamp = readStamp(reader);
          if (sequence === undefined || adopted === undefined || adopted > 1) return false;
          if (ownStamp === undefined || !reader.isAtEnd()) return false;
          start = { sequence, isAdopted: adopted === 1, ownStamp };
          return true;
        }
        case PARTS.chain: {
          const chain = readChain(reader, ids);
          if (chain === undefined || !reader.isAtEnd()) return false;
          chains.set(chain.device, [...(chains.get(chain.device) ?? []), chain]);
          return true;
        }
        case PARTS.sealed:
          return readItems(reader, () => {
            const place = readPlace(reader, ids);
            const epoch = reader.take(ID_BYTES);
            if (place === undefined || epoch === undefined) return false;
            sealed.push({ place, epoch: epochIdFrom(epoch) });
            return true;
          });
        case PARTS.drops:
          return readItems(reader, () => {
            const place = readPlace(reader, ids);
            const by = readPlace(reader, ids);
            if (place === undefined || by === undefined) return false;
            pendingDrops.push({ place, by });
            return true;
          });
        case PARTS.own:
          return readItems(reader, () => {
            const record = readOwn(reader, ids);
            if (record !== undefined) own.set(ownKey(record.member, record.id), record);
            return record !== undefined;
          });
        case PARTS.shared:
          return readItems(reader, () => {
            const record = readShared(reader, ids);
            if (record !== undefined) shared.set(record.id, record);
            return record !== undefined;
          });
        default:
          return false;
      }
    },
    content: () =>
      start === undefined
        ? undefined
        : {
            ...start,
            chains: [...chains].map(([device, portions]) => joinPortions(device, portions)),
            sealed,
            pendingDrops,
            own,
            shared,
          },
  };
};

const joinPortions = (device: DeviceId, portions: readonly SnapshotChain[]): SnapshotChain => {
  const join = (parts: readonly Uint8Array[]): Bytes => {
    const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
    parts.reduce((at, part) => (joined.set(part, at), at + part.length), 0);
    return joined;
  };
  return {
    device,
    names: join(portions.map(({ names }) => names)),
    bits: join(portions.map(({ bits }) => bits)),
    records: join(portions.map(({ records }) => records)),
  };
};

/** Identifiers as texts, one text for each that comes again and again. */
const createIdReader = () => {
  const devices = new Map<string, DeviceId>();
  const members = new Map<string, MemberId>();
  const known = <T>(
    map: Map<string, T>,
    bytes: Uint8Array | undefined,
    from: (bytes: Uint8Array) => T,
  ): T | undefined => {
    if (bytes === undefined) return undefined;
    const key = String.fromCharCode(...bytes);
    const id = map.get(key) ?? from(bytes);
    map.set(key, id);
    return id;
  };
  return {
    device: (reader: ByteReader) => known(devices, reader.view(ID_BYTES), deviceIdFrom),
    member: (reader: ByteReader) => known(members, reader.view(ID_BYTES), memberIdFrom),
  };
};
type IdReader = ReturnType<typeof createIdReader>;

const readChain = (reader: ByteReader, ids: IdReader): SnapshotChain | undefined => {
  const device = ids.device(reader);
  const length = reader.uint32() ?? -1;
  const bits = reader.take(length);
  const names = reader.take(length * ENTRY_ID_BYTES);
  const records = reader.take(length * ID_BYTES);
  if (device === undefined || bits === undefined || names === undefined || records === undefined) return undefined;
  return { device, names, bits, records };
};

const readStamp = (reader: ByteReader): Stamp | undefined => {
  const ms = reader.uint64();
  const tick = reader.uint16();
  return ms === undefined || ms > MAX_STAMP_MS || tick === undefined ? undefined : { ms, tick };
};

const readPlace = (reader: ByteReader, ids: IdReader): EntryRef | undefined => {
  const device = ids.device(reader);
  const counter = reader.uint64();
  return device === undefined || counter === undefined || counter === 0 ? undefined : { device, counter };
};

const readText = (reader: ByteReader): string | undefined => {
  const bytes = reader.view(reader.uint32() ?? -1);
  return bytes === undefined ? undefined : bytesToUtf8(bytes);
};

const readRegister = (reader: ByteReader, ids: IdReader): Register | undefined => {
  const device = ids.device(reader);
  const stamp = readStamp(reader);
  const text = readText(reader);
  return device === undefined || stamp === undefined || text === undefined ? undefined : { text, stamp, device };
};

const readRecordId = (reader: ByteReader): RecordId | undefined => {
  const bytes = reader.view(ID_BYTES);
  const id = bytes === undefined ? undefined : parseRecordId(bytesToHex(bytes));
  return id?.type === "ok" ? id.value : undefined;
};

const readOwn = (reader: ByteReader, ids: IdReader): OwnRecord | undefined => {
  const presence = reader.uint8();
  const member = ids.member(reader);
  const id = readRecordId(reader);
  if (member === undefined || id === undefined || presence === undefined || presence > 1) return undefined;
  if (presence === 0) return { type: "deleted", member, id };
  const last = readRegister(reader, ids);
  return last === undefined ? undefined : { type: "present", member, id, last };
};

const readShared = (reader: ByteReader, ids: IdReader): SharedRecord | undefined => {
  const presence = reader.uint8();
  const id = readRecordId(reader);
  if (id === undefined || presence === undefined || presence > 1) return undefined;
  if (presence === 0) return { type: "deleted", id };
  const count = reader.uint16();
  if (count === undefined) return undefined;
  const fields = new Map<string, Register>();
  for (let index = 0; index < count; index += 1) {
    const name = readText(reader);
    const register = readRegister(reader, ids);
    if (name === undefined || register === undefined) return undefined;
    fields.set(name, register);
  }
  return { type: "present", id, fields };
};
