/**
 * One small slot for each entry of a space: what kind it is, whether its body is there, which record it is about.
 *
 * Seventeen bytes an entry, in blocks; nothing of the content. It is enough to find the bodies of a record, what is missing,
 * and what has to be read again from the log when something that counted no longer does.
 */
import { parseRecordId, type DeviceId, type RecordId } from "@undivided/domain";
import { bytesToHex, hexToBytes, type Bytes } from "../crypto/door.ts";
import { ID_BYTES } from "../envelope/ids.ts";
import { createByteList, type ByteList } from "../log/byte-list.ts";
import type { EntryRef } from "../log/log-store.ts";

/** Bits of a slot. An entry that is no record has none of them but perhaps `absent`. */
export const SLOT = {
  record: 1,
  /** Its body is here and counts as received. */
  body: 2,
  dropped: 4,
  /** Not opened, for lack of the key. */
  sealed: 8,
  /** Not understood: from a newer app, or not what its author sealed. */
  unread: 16,
  /** Known from a snapshot alone; the log does not have the entry yet. */
  absent: 32,
  /** Puts an own record. */
  put: 64,
  /** Sets fields of a shared record. */
  set: 128,
} as const;

export interface SlotTable {
  readonly push: (device: DeviceId, bits: number) => void;
  /** `undefined` where there is no entry. */
  readonly bitsAt: (place: EntryRef) => number | undefined;
  readonly setBits: (place: EntryRef, bits: number) => void;
  readonly recordAt: (place: EntryRef) => RecordId | undefined;
  readonly setRecord: (place: EntryRef, id: RecordId) => void;
  /** All places where, of the bits in `mask`, exactly those in `wanted` are set; of one device if one is named. */
  readonly find: (mask: number, wanted: number, device?: DeviceId) => readonly EntryRef[];
  /** The first place from there on, in the chain of its device, of which the same is true; null if there is none. */
  readonly first: (mask: number, wanted: number, from: EntryRef) => EntryRef | null;
  /** All places of changes to this record that are opened and not dropped. */
  readonly ofRecord: (id: RecordId) => readonly EntryRef[];
  readonly devices: () => Iterable<DeviceId>;
  readonly lengthOf: (device: DeviceId) => number;
  /** Copies: the bits, and the records' identifiers, zeros where there is none. */
  readonly chainOf: (device: DeviceId) => { readonly bits: Bytes; readonly records: Bytes };
  readonly restore: (device: DeviceId, bits: Uint8Array, records: Uint8Array) => void;
}

const NO_RECORD = new Uint8Array(ID_BYTES);

export const createSlotTable = (): SlotTable => {
  const chains = new Map<DeviceId, { readonly bits: ByteList; readonly records: ByteList }>();
  const chainOf = (device: DeviceId) => {
    const known = chains.get(device);
    if (known !== undefined) return known;
    const chain = { bits: createByteList(1), records: createByteList(ID_BYTES) };
    chains.set(device, chain);
    return chain;
  };
  const recordAt = ({ device, counter }: EntryRef): RecordId | undefined => {
    const bytes = chains.get(device)?.records.at(counter - 1);
    const id = bytes === undefined || bytes.every((byte) => byte === 0) ? undefined : parseRecordId(bytesToHex(bytes));
    return id?.type === "ok" ? id.value : undefined;
  };
  const placesOf = (device: DeviceId, indexes: readonly number[]): readonly EntryRef[] =>
    indexes.map((index) => ({ device, counter: index + 1 }));

  return {
    push: (device, bits) => {
      const chain = chainOf(device);
      chain.bits.push(Uint8Array.of(bits));
      chain.records.push(NO_RECORD);
    },
    bitsAt: ({ device, counter }) => chains.get(device)?.bits.at(counter - 1)[0],
    setBits: ({ device, counter }, bits) => chains.get(device)?.bits.set(counter - 1, Uint8Array.of(bits)),
    recordAt,
    setRecord: ({ device, counter }, id) => chains.get(device)?.records.set(counter - 1, hexToBytes(id) ?? NO_RECORD),
    find: (mask, wanted, device) =>
      [...chains]
        .filter(([candidate]) => device === undefined || candidate === device)
        .flatMap(([candidate, { bits }]) =>
          placesOf(
            candidate,
            bits.where((block, at) => ((block[at] ?? 0) & mask) === wanted),
          ),
        ),
    first: (mask, wanted, { device, counter }) => {
      const index = chains.get(device)?.bits.first((block, at) => ((block[at] ?? 0) & mask) === wanted, counter - 1);
      return index === undefined ? null : { device, counter: index + 1 };
    },
    ofRecord: (id) => {
      const wanted = hexToBytes(id) ?? NO_RECORD;
      const [first, second] = wanted;
      const isWanted = (block: Uint8Array, at: number): boolean =>
        block[at] === first && block[at + 1] === second && wanted.every((byte, index) => block[at + index] === byte);
      const readable = SLOT.body | SLOT.sealed | SLOT.unread | SLOT.dropped;
      return [...chains].flatMap(([device, { bits, records }]) =>
        placesOf(
          device,
          records.where(isWanted).filter((index) => ((bits.at(index)[0] ?? 0) & readable) === SLOT.body),
        ),
      );
    },
    devices: () => chains.keys(),
    lengthOf: (device) => chains.get(device)?.bits.length() ?? 0,
    chainOf: (device) => ({ bits: chainOf(device).bits.copy(), records: chainOf(device).records.copy() }),
    restore: (device, bits, records) =>
      void chains.set(device, { bits: createByteList(1, bits), records: createByteList(ID_BYTES, records) }),
  };
};
